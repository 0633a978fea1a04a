package app

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/catalog"
	"waybill/catalog/codes"
)

// control gives the first control of a kind in the sheet over the window that is so.
func control[T fyne.CanvasObject](t *testing.T, d *desk, so func(T) bool) T {
	t.Helper()
	for _, o := range test.LaidOutObjects(d.win.Canvas().Overlays().Top()) {
		if c, ok := o.(T); ok && so(c) {
			return c
		}
	}
	t.Fatal("there is no such control")
	panic("unreachable")
}

func choiceOf(t *testing.T, d *desk, option string) *widgets.Select {
	return control(t, d, func(s *widgets.Select) bool { return slices.Contains(s.Options, option) })
}

func TestSettingsWorkAtOnce(t *testing.T) {
	d := deskWithFew(t)
	dir := d.session.catalogue.Dir()
	d.menu("Settings…")
	initials, ok := d.win.Canvas().Focused().(*settingLine)
	if !ok {
		t.Fatalf("the keyboard is at %T", d.win.Canvas().Focused())
	}
	d.until("the initials are read", func() bool { return initials.Text == "HK" })
	d.typeInto("AB")
	d.press(fyne.KeyReturn)
	d.until("the initials are stored", func() bool {
		name, err := d.session.catalogue.Editor(t.Context())
		return err == nil && name == "AB"
	})
	control(t, d, func(c *widgets.Check) bool { return c.Text == "Ask for a review before export" }).SetChecked(true)
	d.until("the review is demanded", func() bool {
		on, err := d.session.catalogue.ReviewBeforeExport(t.Context())
		return err == nil && on
	})
	choiceOf(t, d, "High contrast").SetSelected("High contrast")
	choiceOf(t, d, "150 %").SetSelected("150 %")
	now := d.app.Settings().Theme().(*look.Theme)
	if now.Mode() != look.ModeContrast || now.TextSize() != 150 || !d.item("High contrast").Checked {
		t.Errorf("the look is %s with text of %d %%", now.Mode(), now.TextSize())
	}
	between := control(t, d, func(l *settingLine) bool { return l.PlaceHolder == "==" })
	for _, c := range []struct {
		text string
		want codes.Delimiters
	}{{"", codes.Delimiters{Open: '=', Close: '='}}, {";", codes.Delimiters{Open: ';', Close: ';'}}, {"[]", codes.Delimiters{Open: '[', Close: ']'}}} {
		between.SetText(c.text)
		d.until("codes are typed between "+c.text, func() bool { return d.session.codes.Delimiters() == c.want })
	}
	between.SetText("ab")
	if got := d.choices.store.String(prefCodes); got != "[]" {
		t.Errorf("letters are kept as %q", got)
	}
	d.escape()
	if d.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves the settings open")
	}
	for _, name := range []string{dir, filepath.Base(dir), "Few"} {
		for _, key := range []string{prefMode, prefText, prefLanguage, prefRecent, prefCodes} {
			if d.choices.store.String(key) == name {
				t.Errorf("%s says %s", key, name)
			}
		}
	}
}

func TestLanguageChangesAtRunTime(t *testing.T) {
	d := deskWithFew(t)
	c := d.session.catalogue
	d.session.gallery.Select([]catalog.PhotoID{1, 3})
	d.session.search.setSort(catalog.SortName)
	d.menu("Settings…")
	for _, tag := range languages()[1:] {
		name := languageName(d.words, tag)
		choiceOf(t, d, name).SetSelected(name)
		d.until("it speaks "+name, func() bool { return d.words.Language() == tag && d.session != nil && d.session.results.listed == 3 })
		if d.session.catalogue != c {
			t.Error("the catalogue was closed for it")
		}
		if v := d.session.view(); v.sort != catalog.SortName {
			t.Errorf("the view is %+v", v)
		}
		d.until("the selection is back", func() bool { return slices.Equal(d.session.gallery.Selected(), []catalog.PhotoID{1, 3}) })
		d.item(d.words.T("menu.edit.settings")) // fails where it is not in the language
		if d.win.Canvas().Overlays().Top() == nil {
			t.Error("the settings are gone")
		}
	}
	if len(languages()) > 1 {
		choiceOf(t, d, "English").SetSelected("English")
		d.until("it speaks English again", func() bool { return d.words.Language() == "en" })
	}
}

func TestRecentListIsSwitchedOff(t *testing.T) {
	d := deskWithFew(t)
	dir := d.session.catalogue.Dir()
	exists := func() bool { _, err := os.Stat(d.recents.file); return err == nil }
	if !exists() {
		t.Fatal("there is no list to begin with")
	}
	d.menu("Settings…")
	remember := control(t, d, func(c *widgets.Check) bool { return c.Text == "Remember which catalogues were open" })
	remember.SetChecked(false)
	d.until("the list is deleted", func() bool { return !exists() && len(d.listed) == 0 })
	d.escape()
	d.menu("Close catalogue")
	d.until("it is closed", func() bool { return d.session == nil })
	d.OpenCatalogue(dir)
	d.until("it is open again", func() bool { return d.session != nil && d.session.results.listed == 3 })
	if exists() || len(d.listed) > 0 {
		t.Error("it is written down all the same")
	}
	d.setRecent(true)
	d.until("the list begins with what is open", func() bool { return exists() && len(d.listed) == 1 && d.listed[0].path == dir })
	d.menu("Settings…")
	tapButton(t, d, "Clear the list now")
	d.until("it is cleared", func() bool { return !exists() && len(d.listed) == 0 })
}
