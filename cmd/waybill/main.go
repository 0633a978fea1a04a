// Command waybill is the desktop program: "waybill [CATALOGUE]" opens the
// window, with a catalogue when one is named.
package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"github.com/adrg/xdg"

	"waybill/app"
	"waybill/app/present"
	"waybill/assets"
	"waybill/catalog/picture/box"
)

const (
	id          = "org.waybill.catalogue"
	memoryLimit = 400 << 20 // bytes the collector aims at: pictures are decoded again rather than kept
)

// Exit statuses, as waybillctl has them.
const (
	statusFine  = 0
	statusError = 1
	statusUsage = 2
)

func main() {
	box.ServeIfChild() // decoders of dangerous formats are this program, started again
	words, err := present.Load(assets.Translations(), systemLanguage(runtime.GOOS, os.Getenv))
	if err != nil {
		fmt.Fprintln(os.Stderr, "waybill:", err)
		os.Exit(statusError)
	}
	status, text := run(words, os.Args[1:])
	if text != "" {
		fmt.Fprintln(os.Stderr, text)
	}
	os.Exit(status)
}

// run shows the window until it is closed. It gives the exit status, and what
// to say on the terminal.
func run(words *present.Words, args []string) (status int, text string) {
	if len(args) > 1 || (len(args) == 1 && strings.HasPrefix(args[0], "-")) {
		return statusUsage, words.T("app.usage")
	}
	if !hasDisplay() {
		return statusError, words.T("app.no_display")
	}
	recent, err := xdg.StateFile("waybill/recent.json")
	if err != nil {
		return statusError, words.Error(err)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
	_ = os.MkdirAll(xdg.CacheHome, 0o700) // Fyne complains where a user has none yet, and goes on without
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	a := fyneapp.NewWithID(id)
	a.SetIcon(fyne.NewStaticResource("waybill.png", assets.Icon()))
	end := newEnding(patience, func() { os.Exit(statusFine) })
	quit := func() { end.begin(); a.Quit() }
	w := show(ctx, app.Options{App: a, Words: words, RecentFile: recent, Folder: folder(), Post: fyne.Do, Quit: quit})
	if w == nil {
		return statusError, words.T("app.no_window")
	}
	if len(args) == 1 {
		a.Lifecycle().SetOnStarted(func() { w.OpenCatalogue(args[0]) })
	}
	a.Run()
	end.finish()
	if err := w.Close(); err != nil {
		return statusError, words.Error(err)
	}
	return statusFine, ""
}

// show brings a window onto the screen; nil when the display cannot be reached
// or cannot draw. Fyne tells the first by a panic of its GLFW and the second not
// at all.
func show(ctx context.Context, o app.Options) (w *app.Window) {
	defer func() {
		if p := recover(); p != nil {
			if !strings.Contains(fmt.Sprint(p), "GLFW") {
				panic(p)
			}
			w = nil
		}
	}()
	w = app.New(ctx, o)
	w.Show()
	if !w.OnScreen() {
		return nil
	}
	return w
}

// hasDisplay tells whether there can be a window at all; Fyne does not say so
// but ends in a panic.
func hasDisplay() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// folder is where catalogues are made at first: the user's documents, else the
// home folder.
func folder() string {
	if info, err := os.Stat(xdg.UserDirs.Documents); err == nil && info.IsDir() {
		return xdg.UserDirs.Documents
	}
	return xdg.Home
}
