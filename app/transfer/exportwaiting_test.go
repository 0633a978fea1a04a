package transfer

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// The sheet says what waits for a review before it is in the way, and leads there.
func TestExportWaitsForReview(t *testing.T) {
	f := exportFixture(t, 3)
	judged := []workspace.Judgement{{Photos: []catalog.PhotoID{1, 2}, Status: catalog.Suspected}}
	if _, err := f.catalogue.Determine(t.Context(), judged, "AB"); err != nil {
		t.Fatal(err)
	}
	s := f.exportSheet("")
	if s.show.Visible() || s.start.Disabled() {
		t.Error("it waits though nobody asked for that")
	}
	s.cancel()
	if _, err := f.catalogue.SetReviewBeforeExport(t.Context(), true, "AB"); err != nil {
		t.Fatal(err)
	}
	var query string
	var shown []catalog.PhotoID
	f.OnFind = func(q catalog.Query) { query = q.String() }
	f.OnShow = func(ids []catalog.PhotoID) { shown = ids }
	s = f.exportSheet("", 2, 3)
	f.until("what waits", func() bool { return s.show.Visible() })
	if !strings.HasPrefix(s.note.Text, "1 photo has judgements") || !s.start.Disabled() {
		t.Errorf("of the selection it says %q", s.note.Text)
	}
	test.Tap(s.show)
	if f.open != nil || !slices.Equal(shown, []catalog.PhotoID{2}) {
		t.Errorf("shown are %v", shown)
	}
	s = f.exportSheet("type:png", 3)
	f.until("what waits", func() bool { return s.unread != nil })
	if s.show.Visible() || s.start.Disabled() {
		t.Errorf("nothing of the selection waits, and yet %q", s.note.Text)
	}
	s.what.SetSelected(s.what.Options[1])
	if !strings.HasPrefix(s.note.Text, "2 photos have judgements") || !s.start.Disabled() {
		t.Errorf("of the search it says %q", s.note.Text)
	}
	test.Tap(s.show)
	if query != "type:png review:waiting" {
		t.Errorf("looked for is %q", query)
	}
	// It is refused too when the sheet did not know.
	s = f.exportSheet("")
	f.until("what waits", func() bool { return s.unread != nil })
	s.unread = nil
	s.update()
	f.run(s.start)
	if text := f.strip.Text.Text; !strings.Contains(text, "wait for a review") || !strings.Contains(text, "P-000001") {
		t.Errorf("the strip says %q", text)
	}
}
