package versions

import (
	"testing"

	"fyne.io/fyne/v2"
)

// BenchmarkScrollFrame is the UI thread's work for one notch of the wheel among
// 30,000 groups, with the photos and pictures that arrive; painting is not in it.
func BenchmarkScrollFrame(b *testing.B) {
	f := newFixture(b, groupsOf(30_000, 3))
	f.Open()
	f.settle()
	notch := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)}
	b.ResetTimer()
	for b.Loop() {
		f.list.wheel(notch)
		f.ui.Drain()
	}
}

// BenchmarkNextGroup is the UI thread's work for one press of the down key.
func BenchmarkNextGroup(b *testing.B) {
	f := newFixture(b, groupsOf(30_000, 3))
	f.Open()
	f.settle()
	b.ResetTimer()
	for b.Loop() {
		f.key(fyne.KeyDown)
		f.ui.Drain()
	}
}
