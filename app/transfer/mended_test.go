package transfer

import (
	"testing"

	"fyne.io/fyne/v2"

	"waybill/app/apptest"
)

func TestWhatIsMendedIsNotInTheWayAnyMore(t *testing.T) {
	f := newFixture(t)
	s := f.importSheet(apptest.PNGs(t, 1))
	f.typeInto(s.form.received, "2023-13-45")
	f.typeInto(s.form.source, "abc")
	s.submit()
	if !s.note.Visible() || s.note.Text != "Check what is marked in red." {
		t.Fatalf("the sheet says %q", s.note.Text)
	}
	s.form.received.SetText("2023-07")
	if !s.note.Visible() {
		t.Error("the sheet forgets that the alias is still wrong")
	}
	s.form.source.SetText("Magpie")
	if s.note.Visible() {
		t.Errorf("the sheet still says %q", s.note.Text)
	}
	if s.form.message.AcceptsTab() {
		t.Error("Tab is written into the message")
	}
}

func TestSheetGrowsWithWhatItsFieldsSay(t *testing.T) {
	f := newFixture(t)
	s := f.importSheet(apptest.PNGs(t, 1))
	f.window.Resize(fyne.NewSize(900, 1200))
	before := s.panel.Size().Height
	f.typeInto(s.form.taken, "between 28 September 2023 14:05 and 30 September 2023 15:06") // its hint is three lines
	if after := s.panel.Size().Height; after <= before {
		t.Errorf("the sheet is %v pixels high, %v before", after, before)
	}
}
