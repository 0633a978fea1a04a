package app

import (
	"context"

	"waybill/app/task"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// rereading is the reading of files again.
type rereading struct {
	on   bool
	stop context.CancelFunc
}

// readAgain reads the files of the selected photos again, or of all when none
// is selected.
func (s *session) readAgain() {
	if s.catalogue.ReadOnly() || s.reread.on || s.importing() {
		return
	}
	var photos []catalog.PhotoID
	if s.chosenCount() > 0 {
		photos = s.chosen()
	}
	s.reread.on = true
	s.reread.stop = task.Run(s.tasks, func(ctx context.Context) (workspace.RereadSummary, error) {
		return s.catalogue.Reread(ctx, workspace.RereadOptions{Photos: photos})
	}, s.readAgainEnded)
	s.onMenu()
}

// readAgainEnded says what came of it.
func (s *session) readAgainEnded(sum workspace.RereadSummary, err error) {
	s.reread.on = false
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
