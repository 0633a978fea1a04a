package app

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waybill/app/loupe"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// clipboard is what is copied now.
func clipboard() string { return fyne.CurrentApp().Clipboard().Content() }

func TestOneKeyCopiesTheCitation(t *testing.T) {
	d := deskWithFew(t)
	d.win.Resize(fyne.NewSize(1200, 800))
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.settle()
	d.session.gallery.Focus()
	d.typeInto("g")
	d.until("it says what was copied", func() bool {
		return d.messages.shown() == "Citation copied. It names no source and no file."
	})
	public := clipboard()
	if !containsAll(public, "efrigerator", "Withheld") && !containsAll(public, "efrigerator", "withheld") {
		t.Errorf("copied is %q", public)
	}
	p := d.photo(2)
	for _, inner := range []string{p.SHA256, p.UUID, p.Name, "P-000002"} {
		if strings.Contains(public, inner) {
			t.Errorf("%q names %s", public, inner)
		}
	}
	d.session.gallery.Focus()
	d.typeInto("G")
	d.until("it warns", func() bool { return containsAll(d.messages.shown(), "for the archive copied", "do not publish") })
	if archive := clipboard(); !containsAll(archive, p.SHA256, p.UUID) {
		t.Errorf("copied for the archive is %q", archive)
	}
	d.menu("Loupe")
	d.settle()
	d.session.loupe.Focus()
	d.typeInto("g")
	d.until("it is copied in the loupe", func() bool { return clipboard() == public })
}

func TestSeveralPhotosAreCitedInTheirOrder(t *testing.T) {
	d := deskWithFew(t)
	d.session.gallery.Select([]catalog.PhotoID{3, 1, 2})
	d.settle()
	d.menu("Copy citation")
	d.until("it says how many", func() bool {
		return d.messages.shown() == "3 citations copied. They name no source and no file."
	})
	lines := strings.Split(clipboard(), "\n")
	if len(lines) != 3 {
		t.Fatalf("copied are %q", lines)
	}
	for i, id := range d.session.gallery.Selected() {
		one, err := d.session.catalogue.CitePhoto(t.Context(), id, "public", d.words)
		if err != nil || lines[i] != one.Text {
			t.Errorf("line %d is %q, want %q, %v", i, lines[i], one.Text, err)
		}
	}
	if got := d.session.citedWords("public", 200, 512); got != "200 citations copied. They name no source and no file. These are the first 200 of the 512 selected photos." {
		t.Errorf("of too many it says %q", got)
	}
}

// Of the goods that are selected in the loupe only these are cited.
func TestSelectedGoodsAreCitedAlone(t *testing.T) {
	d := looking(t, 2)
	fridge := d.photo(2).Observations[0]
	d.beside(func(ctx context.Context, c *workspace.Catalogue) error {
		item, err := c.FindItem(ctx, "ceramic_tile")
		if err != nil {
			return err
		}
		_, err = c.Apply(ctx, catalog.Edit{Photos: []catalog.PhotoID{2}, AddItems: []catalog.ItemID{item}})
		return err
	})
	d.session.changes.stepped()
	d.settle()
	d.session.loupe.OnSelect(fridge.ID)
	d.menu("Copy citation")
	d.until("it is copied", func() bool { return containsAll(d.messages.shown(), "Citation copied") })
	if got := clipboard(); !strings.Contains(got, "efrigerator") || strings.Contains(got, "tile") {
		t.Errorf("copied is %q", got)
	}
	d.session.loupe.OnSelect(0)
	d.menu("Copy citation")
	d.until("both are", func() bool { return containsAll(clipboard(), "efrigerator", "tile") })
}

// A citation that would betray a source is not copied, and the window says why.
func TestLeakIsNotCopied(t *testing.T) {
	d := deskWithFew(t)
	source, credit := "Grey Heron", "Grey Heron"
	d.beside(func(ctx context.Context, c *workspace.Catalogue) error {
		_, err := c.Apply(ctx, catalog.Edit{Photos: []catalog.PhotoID{2}, Source: &source, Credit: &credit})
		return err
	})
	d.session.gallery.Select([]catalog.PhotoID{2})
	d.settle()
	fyne.CurrentApp().Clipboard().SetContent("before")
	d.menu("Copy citation")
	d.until("it says why not", func() bool { return containsAll(strings.ToLower(d.messages.shown()), "source") })
	if clipboard() != "before" || strings.Contains(d.messages.shown(), "Heron") {
		t.Errorf("copied is %q, said %q", clipboard(), d.messages.shown())
	}
}

// The row with the keyboard marks its region, and the other way round.
func TestLoupeAndInspectorMarkTheSameGoods(t *testing.T) {
	d := looking(t, 2)
	o := d.photo(2).Observations[0]
	d.session.marked(o.ID, loupe.Rect{X: 0.1, Y: 0.1, W: 0.5, H: 0.5})
	d.until("it is marked", func() bool { return d.photo(2).Observations[0].Region != nil })
	d.settle()
	d.session.loupe.OnSelect(o.ID)
	if d.session.inspector.Goods() != o.ID {
		t.Errorf("the inspector is at %d", d.session.inspector.Goods())
	}
	d.session.loupe.Select(0)
	d.session.inspector.SetGoods(0)
	d.session.inspector.EditDetails()
	if got := d.session.loupe.Selected(); got != o.ID {
		t.Errorf("with the keyboard in its row, the loupe has %d selected", got)
	}
	d.session.loupe.Focus()
	if d.session.inspector.Goods() != o.ID {
		t.Error("back in the loupe nothing is selected any more")
	}
}
