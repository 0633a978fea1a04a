package app

import (
	"context"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"waybill/app/task"
	"waybill/app/work"
)

// leave closes the catalogue and goes on with then. While something is under way
// it asks first.
func (w *Window) leave(then func()) {
	w.stopWork(func() { w.closeSession(then) })
}

// working tells whether anything is under way that takes its time.
func (w *Window) working() bool {
	s := w.session
	return w.work.Busy() || s != nil && (s.importing() || s.reread.on)
}

// stopWork goes on with then when nothing is under way, or when the user agrees
// to stop it and it has ended.
func (w *Window) stopWork(then func()) {
	if !w.working() {
		then()
		return
	}
	ask := dialog.NewConfirm(w.words.T("app.stop.title"), w.words.T("app.stop.text"), func(yes bool) {
		if !yes {
			return
		}
		if w.session == nil {
			w.work.StopAll()
			then() // what opens a catalogue is waited for as the window closes
			return
		}
		s := w.session
		s.when(func() bool { s.stop(w.work); return !w.working() || w.session != s }, func() {
			if w.session == s {
				then()
			}
		})
	}, w.win)
	ask.SetConfirmText(w.words.T("app.stop.yes"))
	ask.SetDismissText(w.words.T("app.stop.no"))
	w.ask(ask)
}

// stop ends what is under way, also what began meanwhile.
func (s *session) stop(all *work.Show) {
	all.StopAll()
	s.transfer.Cancel()
	if s.reread.on {
		s.reread.stop()
	}
}

// closeSession closes the catalogue, after what was typed in it is stored, then
// goes on.
func (w *Window) closeSession(then func()) {
	s := w.session
	if s == nil {
		then()
		return
	}
	s.settled(func() {
		if w.session == s { // nobody closed it meanwhile
			w.drop(then)
		}
	})
}

// settled goes on with then when what was typed is stored.
func (s *session) settled(then func()) {
	s.inspector.Commit()
	s.vocabulary.Commit()
	s.when(func() bool { return !s.inspector.Busy() && !s.vocabulary.Busy() }, then)
}

// closeOverlays takes away what lies over the window.
func (w *Window) closeOverlays() {
	for _, sheet := range w.win.Canvas().Overlays().List() {
		w.win.Canvas().Overlays().Remove(sheet)
	}
	w.dialogs = nil
}

// drop takes the catalogue out of the window and closes it off the UI thread.
func (w *Window) drop(then func()) {
	s := w.session
	w.session = nil
	last := s.view()
	w.closeOverlays() // they are about this catalogue
	w.messages.part()
	w.put(container.NewStack())
	s.close()
	closed := make(chan struct{})
	w.closed = closed
	task.Run(w.tasks, func(ctx context.Context) (struct{}, error) {
		defer close(closed)
		_ = writeView(ctx, s.catalogue, last) // nobody is kept here by it
		return struct{}{}, s.catalogue.Close()
	}, func(_ struct{}, err error) {
		w.messages.fail(err)
		then()
	})
}

// Close ends all work and closes what is still open. It is called once, after
// the window is gone.
func (w *Window) Close() error {
	w.tasks.Close()
	s := w.session
	if s == nil {
		return nil
	}
	w.session = nil // it follows the theme no more
	s.close()
	_ = writeView(w.ctx, s.catalogue, s.keeping.seen) // as it was at the last look
	return s.catalogue.Close()
}
