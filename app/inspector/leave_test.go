package inspector

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// Ctrl+Enter in a long text and Enter in a short one save it and give the
// keyboard back to the photos, so that the next key is no letter of the text.
func TestSavingATextGivesTheKeyboardBack(t *testing.T) {
	f := newFixture(t, newCatalogue(t, 3))
	left := 0
	f.OnLeave = func() { left++ }
	f.show(1)
	test.Type(f.caption.input, "Boxes")
	f.caption.input.(*textEntry).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	f.settle()
	if f.photo(1).Caption != "Boxes" || left != 1 {
		t.Errorf("the caption is %q, left %d times", f.photo(1).Caption, left)
	}
	test.Type(f.credit.input, "HK")
	key(f.credit.input, fyne.KeyReturn)
	f.settle()
	if f.photo(1).Credit.Value != "HK" || left != 2 {
		t.Errorf("the credit is %q, left %d times", f.photo(1).Credit.Value, left)
	}
}
