package inspector

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	look "waybill/app/theme"
	"waybill/catalog"
)

func TestKindIsProposedUntilItIsDecided(t *testing.T) {
	f := newFixture(t, newSamples(t, byPhone, byWhatsApp))
	f.show(1)
	k := f.kind
	proposed := func(when string) {
		t.Helper()
		if p := f.photo(1); p.Kind != catalog.KindScene || p.KindOrigin != catalog.OriginExif {
			t.Errorf("%s it is %q of %s", when, p.Kind, p.KindOrigin)
		}
		if k.choice.Selected != "" || k.choice.PlaceHolder != "scene" || k.origin.Text != "proposed from EXIF" || !k.choice.grey {
			t.Errorf("%s it says %q, %q, %q", when, k.choice.Selected, k.choice.PlaceHolder, k.origin.Text)
		}
	}
	proposed("at first")
	k.choice.SetSelected("video frame")
	f.settle()
	if p := f.photo(1); p.Kind != catalog.KindFrame || p.KindOrigin != catalog.OriginEditor || len(f.steps) != 1 {
		t.Errorf("decided is %q of %s in %d steps", p.Kind, p.KindOrigin, len(f.steps))
	}
	if k.choice.Selected != "video frame" || k.origin.Text != "decided" || k.choice.grey {
		t.Errorf("it says %q, %q", k.choice.Selected, k.origin.Text)
	}
	k.choice.SetSelected("not known")
	f.settle()
	proposed("taken back")
	f.show(2)
	if k.choice.Selected != "" || k.choice.PlaceHolder != "not known" || k.origin.Text != "" {
		t.Errorf("of what nobody knows it says %q, %q, %q", k.choice.Selected, k.choice.PlaceHolder, k.origin.Text)
	}
	if f.store.applied() != 2 {
		t.Errorf("%d edits for 2 choices", f.store.applied())
	}
}

// The arrows open the list, so that going through it decides nothing.
func TestKindByKeyboard(t *testing.T) {
	f := newFixture(t, newSamples(t, byPhone))
	left := 0
	f.OnLeave = func() { left++ }
	f.show(1)
	f.FocusKind()
	canvas := f.window.Canvas()
	if canvas.Focused() != fyne.Focusable(f.kind.choice) {
		t.Fatalf("%T has the keyboard", canvas.Focused())
	}
	key(f.kind.choice, fyne.KeyEscape)
	key(f.kind.choice, fyne.KeyDown)
	if left != 1 || canvas.Overlays().Top() == nil || f.store.applied() != 0 {
		t.Fatalf("Escape left %d times, %d edits", left, f.store.applied())
	}
	list := canvas.Focused()
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn} {
		list.TypedKey(&fyne.KeyEvent{Name: name})
	}
	f.settle()
	if p := f.photo(1); p.Kind != catalog.KindScreen {
		t.Errorf("chosen is %q", p.Kind)
	}
}

func TestProposalIsGrey(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 1))
	for _, m := range []look.Mode{look.ModeLight, look.ModeDark} {
		test.ApplyTheme(t, look.New(m))
		colors := proposalTheme{f.kind.choice}
		for _, grey := range []bool{true, false} {
			f.kind.choice.grey = grey
			want := theme.Color(map[bool]fyne.ThemeColorName{true: theme.ColorNamePlaceHolder, false: theme.ColorNameForeground}[grey])
			if got := colors.Color(theme.ColorNameForeground, look.Variant()); got != want {
				t.Errorf("grey: %v, the text is %v, want %v", grey, got, want)
			}
		}
	}
}
