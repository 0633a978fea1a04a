package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// Every single key of the window, one after the other in one window: what it
// changes in the catalogue, or where it leads.
func TestEveryKey(t *testing.T) {
	h := newHands(t)
	t.Run("status", h.testStatus)
	t.Run("fields", h.testFields)
	t.Run("goods", h.testGoods)
	t.Run("going on", h.testGoing)
	t.Run("places", h.testPlaces)
	t.Run("undo", h.testUndo)
}

func (h *hands) testStatus(t *testing.T) {
	for _, view := range []string{"gallery", "loupe"} {
		h.start(2)
		if view == "loupe" {
			h.hit("Space")
			h.settle()
		}
		for _, c := range []struct {
			key  string
			want catalog.Status
		}{
			{"1", catalog.Sanctioned},
			{"2", catalog.Suspected},
			{"3", catalog.Disputed},
			{"4", catalog.Exempt},
			{"5", catalog.NotListed},
			{"0", catalog.NotAssessed},
			{"１", catalog.Sanctioned},
			{"0", catalog.NotAssessed},
		} {
			h.hit(c.key)
			h.until(fmt.Sprintf("%s in the %s: %s", c.key, view, c.want), func() bool { return h.photo(2).Status == c.want })
			h.settle()
		}
	}
	h.start(2)
	h.hit("1")
	h.until("the basis comes with it", func() bool {
		d := h.photo(2).Observations[0].Determination
		return d != nil && d.Measure == "UN2397-7"
	})
	h.hit("0")
	h.until("it is withdrawn", func() bool { return h.photo(2).Status == catalog.NotAssessed })
	h.settle()
	h.hit("t")
	h.until("the suggestion is taken", func() bool { return h.photo(2).Status == catalog.Sanctioned })
	h.settle()
	h.hit("0")
	h.until("it is withdrawn again", func() bool { return h.photo(2).Status == catalog.NotAssessed })
}

// testFields presses the keys that lead to a field, by their letters, by those of
// Hangul and by what Pinyin leaves of them.
func (h *hands) testFields(t *testing.T) {
	in := h.session.inspector
	for _, c := range []struct {
		keys  []string
		focus func()
	}{
		{[]string{"i", "I", "ㅑ", "ш"}, in.FocusItem},
		{[]string{"r", "ㄱ"}, in.FocusRoute},
		{[]string{"d", "ㅇ"}, in.FocusDate},
		{[]string{"p", "ｐ"}, in.FocusPlace},
		{[]string{"c", "ㅊ"}, in.FocusCaption},
		{[]string{"s", "ㄴ"}, in.FocusSource},
		{[]string{"n", "ㅜ"}, in.FocusNote},
		{[]string{"k", "ㅏ"}, in.FocusKind},
		{[]string{"e", "ㄷ"}, in.EditDetails},
	} {
		h.start(2)
		c.focus()
		h.drain()
		want := h.at()
		for _, key := range c.keys {
			h.start(2)
			gallery := h.at()
			if h.hit(key); h.at() != want || want == gallery {
				t.Errorf("%s leads to %T, want %T", key, h.at(), want)
			}
			if h.hit("Escape"); h.at() != gallery {
				h.hit("Escape")
			}
			if h.at() != gallery {
				t.Errorf("Escape after %s leads to %T", key, h.at())
			}
		}
	}
}

func (h *hands) testGoods(t *testing.T) {
	h.start(2)
	visible := func() bool { return h.photo(2).Observations[0].Visible }
	before := visible()
	h.hit("x")
	h.until("X turns what is seen", func() bool { return visible() != before })
	h.settle()
	h.hit("ㅌ")
	h.until("and back", func() bool { return visible() == before })
	h.settle()
	h.start(1)
	h.hit("x")
	h.until("there are none", func() bool { return containsAll(h.messages.shown(), "no goods") })

	clip := fyne.CurrentApp().Clipboard()
	for _, c := range []struct{ key, says string }{{"g", "no source"}, {"G", "for the archive"}} {
		h.start(2)
		clip.SetContent("")
		h.hit(c.key)
		h.until(c.key+" copies", func() bool { return clip.Content() != "" && containsAll(h.messages.shown(), c.says) })
	}

	h.start(1, 2)
	h.settle()
	h.hit("l")
	h.until("L speaks of lots", func() bool { return containsAll(h.messages.shown(), "goods") })
}

// testGoing goes on to what has no tags, and back.
func (h *hands) testGoing(t *testing.T) {
	here := func() catalog.PhotoID { id, _ := h.session.lead(); return id }
	h.start(1)
	for _, c := range []struct {
		key  string
		want catalog.PhotoID
	}{{"Enter", 3}, {"Enter", 1}, {"Backspace", 3}, {"Backspace", 1}, {"Backspace", 1}, {"Right", 2}, {"Backspace", 1}} {
		h.hit(c.key)
		h.until(fmt.Sprintf("%s leads to %d", c.key, c.want), func() bool { return here() == c.want })
		h.settle()
	}
	h.start(2)
	h.hit("Space")
	h.settle()
	h.hit("Enter")
	h.until("Enter goes on in the loupe", func() bool { return h.session.looking() && here() == 3 })
	h.hit("Backspace")
	h.until("and Backspace back", func() bool { return h.session.looking() && here() == 2 })
	h.hit("Space")
	if h.session.looking() {
		t.Error("Space does not lead back")
	}
	tile, err := h.session.catalogue.FindItem(t.Context(), "ceramic_tile")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.session.catalogue.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{1, 3}, AddItems: []catalog.ItemID{tile}}); err != nil {
		t.Fatal(err)
	}
	h.start(2)
	h.hit("Enter")
	h.until("there is none left", func() bool { return containsAll(h.messages.shown(), "have tags") && here() == 2 })
	if _, err := h.session.catalogue.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	h.session.changes.stepped()
	h.settle()
}

func (h *hands) testPlaces(t *testing.T) {
	overlay := func() bool { return h.win.Canvas().Overlays().Top() != nil }
	search := fyne.Focusable(h.session.search.entry)
	for _, key := range []string{"/", "、"} {
		h.start(2)
		if h.hit(key); h.at() != search {
			t.Errorf("%s leads to %T", key, h.at())
		}
	}
	for _, key := range []string{"?", "？"} {
		h.start(2)
		if h.hit(key); !overlay() {
			t.Errorf("%s shows no keys", key)
		}
		if text := shownText(h.desk); !strings.HasPrefix(text, "Gallery\n") {
			t.Errorf("%s shows %.40q", key, text)
		}
	}
	h.start(2)
	gallery := h.at()
	h.hit("Ctrl+K")
	if !overlay() || h.at() == gallery {
		t.Fatal("Ctrl+K opens no palette")
	}
	if h.hit("Escape"); overlay() || h.at() != gallery {
		t.Errorf("after the palette the keyboard is at %T", h.at())
	}
	h.hit("Ctrl+K")
	h.typeInto("clearsel")
	if h.hit("Enter"); h.session.gallery.SelectedCount() != 0 || overlay() || h.at() != gallery {
		t.Errorf("the palette left %d photos selected", h.session.gallery.SelectedCount())
	}
	h.start(2)
	h.hit("v")
	h.until("V shows versions", h.session.comparing)
	h.settle()
	h.hit("Escape")
	if h.session.page != galleryPage {
		t.Error("Escape does not lead back")
	}
	h.start(2)
	h.hit("Space")
	h.settle()
	if !h.session.looking() {
		t.Fatal("Space does not open the loupe")
	}
	h.hit("Space")
	size := h.session.search.size.Value
	if h.hit("+"); h.session.search.size.Value <= size {
		t.Error("+ makes no larger pictures")
	}
	if h.hit("-"); h.session.search.size.Value != size {
		t.Error("− makes no smaller ones")
	}
}

func (h *hands) testUndo(t *testing.T) {
	h.start(2)
	h.hit("5")
	h.until("it is not listed", func() bool { return h.photo(2).Status == catalog.NotListed })
	h.until("the step is known", func() bool { return h.session.undo != nil && h.session.redo == nil })
	h.settle()
	h.hit("Ctrl+Z")
	h.until("Ctrl+Z takes it back", func() bool { return h.photo(2).Status == catalog.NotAssessed })
	h.settle()
	h.hit("Ctrl+Shift+Z")
	h.until("Ctrl+Shift+Z brings it back", func() bool { return h.photo(2).Status == catalog.NotListed })
	h.settle()

	routes, err := h.session.catalogue.Routes(t.Context())
	if err != nil || len(routes) == 0 {
		t.Fatal(err)
	}
	route := routes[0].Key
	if _, err := h.session.catalogue.SaveTemplate(t.Context(), catalog.Template{Name: "Bridge", Key: "7", Values: catalog.TemplateValues{Route: &route}}, ""); err != nil {
		t.Fatal(err)
	}
	h.session.changes.stepped()
	h.until("the template is offered", func() bool { return len(h.session.patterns.list) == 1 })
	h.start(1, 3)
	h.hit("Ctrl+7")
	h.until("Ctrl+7 applies it to both", func() bool {
		return h.photo(1).Route.Value == routes[0].ID && h.photo(3).Route.Value == routes[0].ID
	})
	h.settle()
	h.hit("Ctrl+Z")
	h.until("and one undo takes it back", func() bool { return h.photo(1).Route.Value == 0 && h.photo(3).Route.Value == 0 })
	h.settle()
}

// A selected photo is tagged with an item, a route and a status in at most eight
// key presses, when they were used before.
func TestTaggingTakesEightKeys(t *testing.T) {
	h := newHands(t)
	near, err := h.session.catalogue.RoutesNear(t.Context(), 1) // which are proposed before others
	if err != nil || len(near) == 0 {
		t.Fatal(near, err)
	}
	used := near[0]
	if _, err := h.session.catalogue.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{2}, Route: &used.ID}); err != nil {
		t.Fatal(err)
	}
	h.session.changes.stepped()
	h.settle()
	h.start(1)
	h.pressed = 0
	h.hit("i", "Enter", "r", "Enter", "1")
	if h.pressed > 8 {
		t.Errorf("it took %d keys", h.pressed)
	}
	h.until("the photo has all three", func() bool {
		p := h.photo(1)
		return slices.Equal(p.ItemNames(), []string{"household refrigerator"}) && p.Route.Value == used.ID && p.Status == catalog.Sanctioned
	})
	h.settle()
	if here, ok := h.session.lead(); !ok || here != 1 || h.at() != h.gallery() {
		t.Errorf("the keyboard is at %T and photo %d", h.at(), here)
	}
}
