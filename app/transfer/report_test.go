package transfer

import (
	"bytes"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/catalog"
	"waybill/catalog/ingest"
)

func TestListOfWhatWasNotImported(t *testing.T) {
	f := newFixture(t)
	dir := apptest.PNGs(t, 2)
	var whole bytes.Buffer
	if err := jpeg.Encode(&whole, apptest.Picture(9), nil); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "a broken.jpg"), whole.Bytes()[:whole.Len()/2])
	write(t, filepath.Join(dir, "notes.txt"), []byte("no picture"))
	write(t, filepath.Join(dir, "empty.jpg"), nil)
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "훈춘.jpg")); err != nil {
		t.Fatal(err)
	}
	f.run(f.importSheet(dir).start)
	want := "3 files stored and verified. 1 could not be imported. 1 cannot be shown. 2 are no pictures and were skipped."
	if f.strip.Text.Text != want || !f.strip.More.Visible() {
		t.Fatalf("the strip says %q", f.strip.Text.Text)
	}
	test.Tap(f.strip.More)
	s := f.open.(*reportSheet)
	rows := func() (texts []string) {
		for _, row := range s.rows {
			item := newReportItem().(*reportItem)
			s.fill(item, row)
			if item.title.Visible() {
				texts = append(texts, item.title.Text)
			} else {
				texts = append(texts, "  "+item.name.Text+" "+item.photo.Text)
			}
		}
		return texts
	}
	folded := []string{
		"1 file: The file was gone when its turn came. Put it back and import it again.", "  훈춘.jpg ",
		"1 file: The file ends early or is damaged. It is stored; its picture is not shown.", "  a broken.jpg P-000003",
		"1 file: The file is empty. It was skipped.", "1 file: It is not a picture. It was skipped.",
	}
	if got := rows(); !slices.Equal(got, folded) {
		t.Errorf("the list is %q", got)
	}
	s.list.Select(5)
	if got := rows(); len(got) != 7 || got[6] != "  notes.txt " {
		t.Errorf("unfolded: %q", got)
	}
	s.list.Select(0)
	if got := rows(); len(got) != 6 || got[5] != "  notes.txt " {
		t.Errorf("the first folded: %q", got)
	}
	for _, o := range s.buttons.Objects {
		test.Tap(o.(fyne.Tappable))
	}
	text := fyne.CurrentApp().Clipboard().Content()
	for _, line := range []string{filepath.Join(dir, "a broken.jpg") + "\tP-000003", filepath.Join(dir, "notes.txt"), folded[0]} {
		if !strings.Contains(text, line+"\n") {
			t.Errorf("copied %q", text)
		}
	}
	if f.Open() {
		t.Error("the list stays open")
	}
}

func TestListOfThousands(t *testing.T) {
	f := newFixture(t)
	found := &findings{}
	for i := range maxNamed + 10 {
		found.add(ingest.File{Path: filepath.Join("/card", strings.Repeat("x", i%9)), Result: ingest.Failed, Code: catalog.FileUnreadable})
	}
	found.add(ingest.File{Path: "/card/fine.jpg", Result: ingest.Imported})
	found.add(ingest.File{Path: "/card/again.jpg", Result: ingest.Duplicate, Code: catalog.FileAgain})
	started := time.Now()
	f.showReport(found)
	s := f.open.(*reportSheet)
	if n := len(s.rows); n != maxNamed+2 {
		t.Errorf("%d rows", n)
	}
	s.list.ScrollToBottom()
	if text := found.text(apptest.Words(t)); !strings.HasSuffix(text, "and 10 more files, not named here\n") {
		t.Errorf("ends in %q", text[len(text)-60:])
	}
	t.Log("shown in", time.Since(started))
}
