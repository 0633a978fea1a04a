package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// deskWithJudgement is a window with refrigerators in photo 1, which went in and
// are judged by paragraph 7, and a folder with a version of the rule pack in which
// that has another title.
func deskWithJudgement(t *testing.T) (*desk, string) {
	t.Helper()
	d := deskWithFew(t)
	d.beside(func(ctx context.Context, c *workspace.Catalogue) error {
		item, err := c.FindItem(ctx, "refrigerator")
		if err != nil {
			return err
		}
		ids, _, err := c.Observe(ctx, []catalog.Observation{{Photo: 1, Item: item, Visible: true, Seen: catalog.Seen{Direction: catalog.Into}}}, "")
		if err != nil {
			return err
		}
		basis := catalog.Legal{Measure: "UN2397-7", Pack: "un-dprk-2397 1", Direction: catalog.Into}
		_, err = c.Determine(ctx, []workspace.Judgement{{Observations: ids, Status: catalog.Sanctioned, Legal: basis}}, "")
		return err
	})
	dir := t.TempDir()
	for _, name := range []string{"pack.tsv", "measures.tsv", "goods.tsv"} {
		table, err := assets.RuleTable(assets.DefaultRulePack, name)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Replace(string(table), "version\t1\n", "version\t2\n", 1)
		text = strings.Replace(text, "All industrial machinery (84, 85)", "Industrial machinery (84, 85)", 1)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return d, dir
}

// textsIn gathers what is written in an object.
func textsIn(o fyne.CanvasObject) string {
	var b strings.Builder
	for _, o := range test.LaidOutObjects(o) {
		switch o := o.(type) {
		case *widget.Label:
			b.WriteString(o.Text + "\n")
		case *canvas.Text:
			b.WriteString(o.Text + "\n")
		}
	}
	return b.String()
}

// ruled gives all that the page of the rules says.
func (d *desk) ruled() string { return textsIn(d.session.law.Object()) }

func (d *desk) ruling(what, text string) {
	d.t.Helper()
	d.until(what, func() bool { return strings.Contains(d.ruled(), text) })
}

// The law changes: what that concerns is shown before, listed after, looked at,
// settled, and comes back by undo.
func TestLawChanges(t *testing.T) {
	d, dir := deskWithJudgement(t)
	d.menu("Sanctions rules")
	d.ruling("the page", "Nothing to look at")
	if d.session.page != lawPage || !d.item("Sanctions rules").Checked || !strings.Contains(d.ruled(), "version 1 of") {
		t.Errorf("it says %s", d.ruled())
	}
	d.ProposePack(dir)
	d.ruling("what would change", "1 change of the rules; 1 judgement is worth another look")
	if !strings.Contains(d.ruled(), "Changed measure: UN2397-7") || !strings.Contains(d.ruled(), "Before: Resolution 2397 (2017), paragraph 7: All industrial") {
		t.Errorf("it says %s", d.ruled())
	}
	for _, o := range test.LaidOutObjects(d.session.law.Object()) {
		if b, ok := o.(*widget.Button); ok && b.Text == "Load" {
			test.Tap(b)
		}
	}
	d.ruling("the list", "In force now")
	d.ruling("the list", "1 judgement is worth another look.")
	d.until("its photo is in the inspector", func() bool {
		id, ok := d.session.lead()
		return ok && id == 1 && d.session.some == 1
	})
	d.session.law.Focus()
	d.press(fyne.KeyReturn)
	d.until("the photo is large", func() bool { id, ok := d.session.loupe.Shown(); return ok && id == 1 && d.session.looking() })
	d.press(fyne.KeyEscape)
	if d.session.page != lawPage || d.win.Canvas().Focused() == nil {
		t.Error("Escape does not lead back to the list")
	}
	d.typeInto("=")
	d.ruling("the end of the list", "Nothing to look at")
	if o := d.photo(1).Observations[0]; o.Determination.Pack != "un-dprk-2397 2" || o.Status() != catalog.Sanctioned || o.Determination.AsOf == "" {
		t.Errorf("%+v", o.Determination)
	}
	d.Undo()
	d.ruling("the entry again", "1 judgement is worth another look.")
	d.Undo()
	d.ruling("the old pack", "version 1 of")
	d.ruling("no entry", "Nothing to look at")
	d.press(fyne.KeyEscape)
	if d.session.page != galleryPage {
		t.Error("Escape does not leave")
	}
}

// A tick in the menu asks for a review before export; the export sheet then says
// what waits and leads there.
func TestReviewBeforeExport(t *testing.T) {
	d, _ := deskWithJudgement(t)
	if d.item("Ask for a review before export").Checked {
		t.Error("it is on at first")
	}
	d.menu("Ask for a review before export")
	d.until("the tick", func() bool { return d.item("Ask for a review before export").Checked })
	d.menu("Export…")
	d.until("what waits", func() bool {
		return strings.Contains(textsIn(d.win.Canvas().Overlays().Top()), "1 photo has judgements that wait")
	})
	for _, o := range test.LaidOutObjects(d.win.Canvas().Overlays().Top()) {
		if b, ok := o.(fyne.Tappable); ok && strings.TrimSpace(textsIn(o)) == "Show them" {
			b.Tapped(nil)
			break
		}
	}
	d.until("they are shown", func() bool { return d.found() == 1 && d.session.search.query.String() == "review:waiting" })
	d.Undo()
	d.until("the tick is gone", func() bool { return !d.item("Ask for a review before export").Checked })
}
