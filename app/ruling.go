package app

import (
	"context"
	"io"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"waybill/app/task"
	"waybill/catalog"
)

// joinLaw leads to the page of the rule packs and back, and from its list to the
// photos.
func (s *session) joinLaw(w *Window) {
	v := s.law
	if s.catalogue.ReadOnly() {
		v.Lock()
	}
	v.OnSelection = func() {
		if s.page == lawPage {
			s.inspector.SetGoods(v.Goods())
			s.selected()
		}
	}
	v.OnShow = s.lookFromLaw
	v.OnStep = func(catalog.Step) { s.changes.stepped() }
	v.OnChoose = func(chosen func(dir string)) { w.chooseFolder(w.folder, chosen) }
	v.OnSave = w.saveList
	v.OnLeave = s.toGallery
	v.OnError, v.OnSay = s.fail, s.say
}

// toggleLaw shows the rule packs and what they concern, or the gallery again.
func (s *session) toggleLaw() {
	if s.page == lawPage {
		s.toGallery()
		return
	}
	s.turnTo(lawPage)
	s.law.Open()
}

// ProposePack shows what the rule pack in a folder would change.
func (w *Window) ProposePack(dir string) {
	if s := w.session; s != nil {
		if s.page != lawPage {
			s.toggleLaw()
		}
		s.law.Propose(dir)
	}
}

// lookFromLaw shows a photo of the list in the loupe, from which the way leads
// back to the list.
func (s *session) lookFromLaw(id catalog.PhotoID) { s.lookFrom(lawPage, id) }

// lookFrom shows a photo of another page in the loupe, from which the way leads back.
func (s *session) lookFrom(from page, id catalog.PhotoID) {
	s.loupe.SetList([]catalog.PhotoID{id})
	s.loupe.Show(id)
	s.lookedFrom = []catalog.PhotoID{id}
	s.turnTo(loupePage)
	s.lookedIn = from
	s.readRegions()
}

// leaveLoupe leads back to where the loupe was opened.
func (s *session) leaveLoupe() {
	s.turnTo(s.lookedIn)
	s.focusMiddle()
}

// saveList asks for a file to be written.
func (w *Window) saveList(write func(file io.WriteCloser, asCSV bool)) {
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		w.messages.fail(err)
		if f != nil {
			write(f, strings.EqualFold(f.URI().Extension(), ".csv"))
		}
	}, w.win)
	d.SetFileName(w.words.T("law.list_name", "day", time.Now().Format(time.DateOnly)))
	w.showFiles(d)
}

// readSettings asks for the settings that the menu shows.
func (s *session) readSettings() {
	task.Ask(s.tasks, &s.settings, func(ctx context.Context, tell func(bool)) error {
		on, err := s.catalogue.ReviewBeforeExport(ctx)
		if err == nil {
			tell(on)
		}
		return err
	}, func(on bool) {
		if on != s.reviewed {
			s.reviewed = on
			s.onMenu()
		}
	}, s.fail)
}

// toggleReviewed asks for a review before export, or no longer.
func (s *session) toggleReviewed() {
	on := !s.reviewed
	task.Run(s.tasks, func(ctx context.Context) (catalog.Step, error) { return s.catalogue.SetReviewBeforeExport(ctx, on, "") },
		func(_ catalog.Step, err error) {
			s.fail(err)
			s.changes.stepped()
		})
}
