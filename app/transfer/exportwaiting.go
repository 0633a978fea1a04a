package transfer

import (
	"context"

	"fyne.io/fyne/v2"

	"waybill/app/task"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// unreviewed is what of an export waits for a review, where one is asked for.
type unreviewed struct {
	found    int // of the query
	selected []catalog.PhotoID
}

// countWaiting asks what waits for a review, if one is asked for. An export is
// refused anyway: this only says so before it begins.
func (s *exportSheet) countWaiting() {
	task.Ask(s.t.tasks, &s.asking, func(ctx context.Context, partial func(*unreviewed)) error {
		on, err := s.t.store.ReviewBeforeExport(ctx)
		if err != nil || !on {
			return err
		}
		var u unreviewed
		if u.found, err = s.t.store.CountWaiting(ctx, s.query); err != nil {
			return err
		}
		if len(s.selection) > 0 {
			u.selected, err = s.t.store.WaitingIn(ctx, s.selection)
		}
		if err == nil {
			partial(&u)
		}
		return err
	}, func(u *unreviewed) {
		s.unread = u
		s.update()
	}, func(err error) {
		if err != nil {
			s.whatField.fail(s.words.Error(err))
		}
	})
}

// unreviewed is how many of the photos chosen wait for a review.
func (s *exportSheet) unreviewed() int {
	switch {
	case s.unread == nil:
		return 0
	case s.whole():
		return s.unread.found
	}
	return len(s.unread.selected)
}

// showWaiting closes the sheet and shows the photos that wait for a review.
func (s *exportSheet) showWaiting() {
	whole := s.whole()
	s.cancel()
	switch {
	case whole && s.t.OnFind != nil:
		s.t.OnFind(workspace.WaitingFor(s.query))
	case !whole && s.t.OnShow != nil:
		s.t.OnShow(s.unread.selected)
	}
}

func setShown(o fyne.CanvasObject, on bool) {
	switch {
	case on == o.Visible():
	case on:
		o.Show()
	default:
		o.Hide()
	}
}
