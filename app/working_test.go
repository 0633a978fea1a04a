package app

import (
	"context"
	"testing"
	"time"

	"waybill/app/task"
	"waybill/catalog"
)

// Closing the window asks while anything is under way, and waits for its end.
func TestLeavingAsksWhileAnythingRuns(t *testing.T) {
	d := deskWithFew(t)
	ended := false
	task.Run(d.session.tasks, func(ctx context.Context) (struct{}, error) {
		for {
			catalog.Tell(ctx, catalog.Advance{Doing: catalog.DoingChange, Done: 1, Total: 5000})
			select {
			case <-ctx.Done():
				return struct{}{}, ctx.Err()
			case <-time.After(10 * time.Millisecond):
			}
		}
	}, func(struct{}, error) { ended = true })
	d.until("it is shown", func() bool { return d.work.Busy() && d.work.Visible() })
	if got, least := d.work.Size(), d.work.MinSize(); got.Height < least.Height || got.Width < 300 {
		t.Errorf("the strip has %v of %v", got, least)
	}
	d.setLanguage("ko", func() {})
	if d.words.Language() != "en" || !containsAll(d.messages.shown(), "next start") {
		t.Errorf("in the middle of it the window speaks %s and says %q", d.words.Language(), d.messages.shown())
	}
	d.leave(d.quit)
	if d.win.Canvas().Overlays().Top() == nil || d.quits != 0 {
		t.Fatal("it does not ask")
	}
	tapButton(t, d, "Keep going")
	d.drain()
	if ended || d.quits != 0 {
		t.Error("it ends all the same")
	}
	d.leave(d.quit)
	tapButton(t, d, "Stop and close")
	d.until("the program ends", func() bool { return d.quits == 1 && d.session == nil })
	if !ended || d.work.Visible() {
		t.Error("the work was not waited for")
	}
}

// An old catalogue that is brought up to date as it opens can be stopped, also on
// the welcome screen.
func TestOpeningIsShownAndStopped(t *testing.T) {
	d := newDesk(t)
	ended := make(chan struct{})
	task.Run(d.tasks, func(ctx context.Context) (struct{}, error) {
		defer close(ended)
		for n := 0; ctx.Err() == nil; n++ {
			catalog.Tell(ctx, catalog.Advance{Doing: catalog.DoingUpgrade, Done: n, Total: 1_000_000})
			time.Sleep(5 * time.Millisecond)
		}
		return struct{}{}, ctx.Err()
	}, func(struct{}, error) {})
	d.until("it is shown", func() bool { return d.work.Visible() && d.work.Text.Text == "Bringing the catalogue up to date" })
	d.leave(d.quit)
	if d.quits != 0 {
		t.Fatal("it does not ask")
	}
	tapButton(t, d, "Stop and close")
	<-ended
	d.until("the program ends", func() bool { return d.quits == 1 && !d.work.Busy() })
}
