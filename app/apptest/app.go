package apptest

import (
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	look "waybill/app/theme"
)

// shared is the app of all tests of a package. Each new one would read the fonts
// again, and Fyne's caches keep the old ones for as long as the tests run.
var shared = sync.OnceValue(test.NewApp)

// App makes the shared app the current one, in a look and without preferences of
// an earlier test.
func App(t testing.TB, mode look.Mode, preferences ...string) fyne.App {
	t.Helper()
	a := shared()
	fyne.SetCurrentApp(a)
	for _, name := range preferences {
		a.Preferences().RemoveValue(name)
	}
	look.Apply(a, mode, look.TextUsual)
	return a
}
