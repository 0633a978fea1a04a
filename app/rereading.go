package app

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	"waybill/app/task"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// rereading is the progress of reading files again, in the bar at the bottom.
type rereading struct {
	words    *present.Words
	onChange func() // it began, went on or ended
	text     *widget.Label
	bar      *widget.ProgressBar
	stop     *widget.Button
	box      *fyne.Container
	cancel   context.CancelFunc // nil: nothing is being read
}

const barWidth = 96 // pixels

func newRereading(words *present.Words) *rereading {
	r := &rereading{words: words, text: widget.NewLabel(""), bar: widget.NewProgressBar()}
	r.bar.TextFormatter = func() string { return "" } // the numbers stand beside it
	r.stop = widget.NewButton(words.T("app.cancel"), func() {
		r.stop.Disable()
		r.cancel()
	})
	bar := container.NewGridWrap(fyne.NewSize(barWidth, 10), r.bar)
	r.box = container.NewHBox(container.NewCenter(r.text), container.NewCenter(bar), r.stop)
	r.box.Hide()
	return r
}

func (r *rereading) running() bool { return r.cancel != nil }

func (r *rereading) begin(cancel context.CancelFunc, onChange func()) {
	r.cancel, r.onChange = cancel, onChange
	r.stop.Enable()
	r.text.SetText(r.words.T("app.reread.begin"))
	r.bar.SetValue(0)
	r.box.Show()
	r.onChange()
}

func (r *rereading) progress(done, total int) {
	if r.running() && total > 0 {
		r.text.SetText(r.words.T("app.reread.progress", "done", done, "total", total))
		r.bar.SetValue(float64(done) / float64(total))
		r.onChange()
	}
}

func (r *rereading) end() {
	r.cancel = nil
	r.box.Hide()
	r.onChange()
}

// readAgain reads the files of the selected photos again, or of all when none
// is selected.
func (s *session) readAgain() {
	if s.catalogue.ReadOnly() || s.reread.running() || s.importing() {
		return
	}
	var photos []catalog.PhotoID
	if s.chosenCount() > 0 {
		photos = s.chosen()
	}
	last := time.Time{}
	tell := func(done, total int) {
		if now := time.Now(); done == total || now.Sub(last) >= progressPace {
			last = now
			s.tasks.Post(func() { s.reread.progress(done, total) })
		}
	}
	s.reread.begin(task.Run(s.tasks, func(ctx context.Context) (workspace.RereadSummary, error) {
		return s.catalogue.Reread(ctx, workspace.RereadOptions{Photos: photos, Progress: tell})
	}, s.readAgainEnded), s.status.whole.Refresh) // Fyne does not look by itself at what was never shown
	s.onMenu()
}

// progressPace is how often progress is shown at most.
const progressPace = 100 * time.Millisecond

// readAgainEnded says what came of it.
func (s *session) readAgainEnded(sum workspace.RereadSummary, err error) {
	s.reread.end()
	s.onMenu()
	s.changes.stepped()
	switch {
	case err == nil:
		s.say(s.rereadLine(s.words.N("app.reread.done", sum.Photos), sum))
	case catalog.CodeOf(err) == catalog.ErrCancelled:
		s.say(s.rereadLine(s.words.N("app.reread.stopped", sum.Photos), sum))
	default:
		s.fail(err)
	}
}

// rereadLine adds to what was read what that changed, and what could not be read.
func (s *session) rereadLine(text string, sum workspace.RereadSummary) string {
	text = s.words.T("app.reread.line", "text", text, "changed", s.words.N("app.reread.changed", sum.Changed))
	if sum.Failed > 0 {
		text = s.words.T("app.reread.line", "text", text, "changed", s.words.N("app.reread.failed", sum.Failed))
	}
	return text
}
