package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// groupItem is the entry that groups the photos in a way.
func (d *desk) groupItem(label string) *fyne.MenuItem {
	d.t.Helper()
	for _, item := range d.item("Group").ChildMenu.Items {
		if item.Label == label {
			return item
		}
	}
	d.t.Fatalf("photos cannot be grouped %q", label)
	return nil
}

func (d *desk) inGallery(what, text string) {
	d.t.Helper()
	d.until(what, func() bool { return strings.Contains(textsIn(d.session.gallery.Object()), text+"\n") })
}

// TestGroupsFromTheMenu goes through the groupings; what is selected stays so.
func TestGroupsFromTheMenu(t *testing.T) {
	d := deskWithVersions(t)
	d.session.gallery.Select([]catalog.PhotoID{3})
	plain := slices.Clone(d.session.gallery.Listed())
	for _, tt := range []struct {
		label, header string
		listed        []catalog.PhotoID // nil: any order
	}{
		{"By looks", "Versions of P-000003", nil},
		{"By batch", "first", plain},
		{"By lot", "In no lot", plain},
		{"By route", "Without a route", plain},
		{"By day", "2 July 2023", nil},
	} {
		d.groupItem(tt.label).Action()
		d.inGallery(tt.label, tt.header)
		if !d.groupItem(tt.label).Checked || d.groupItem("Not at all").Checked {
			t.Errorf("%s: the menu does not say so", tt.label)
		}
		if got := d.session.gallery.Listed(); len(got) != 4 || tt.listed != nil && !slices.Equal(got, tt.listed) {
			t.Errorf("%s lists %v", tt.label, got)
		}
		if got := d.session.gallery.Selected(); !slices.Equal(got, []catalog.PhotoID{3}) {
			t.Errorf("%s: %v are selected", tt.label, got)
		}
	}
	d.groupItem("Not at all").Action()
	d.until("they stand as before", func() bool { return slices.Equal(d.session.gallery.Listed(), plain) })
	if text := textsIn(d.session.gallery.Object()); strings.Contains(text, "Without a date") {
		t.Errorf("there are headers: %s", text)
	}
}

// TestGroupsFollowEdits gives a photo a route: it moves to another group.
func TestGroupsFollowEdits(t *testing.T) {
	d := deskWithVersions(t)
	d.groupItem("By route").Action()
	d.inGallery("all are in one group", "Without a route")
	route, err := d.session.catalogue.FindRoute(t.Context(), "Quanhe")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.session.catalogue.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{2}, Route: &route}); err != nil {
		t.Fatal(err)
	}
	d.session.changes.stepped()
	d.until("it comes first", func() bool { return d.session.gallery.Listed()[0] == 2 })
}

func TestCaptionsFromTheMenu(t *testing.T) {
	d := deskWithVersions(t)
	d.inGallery("there are captions", "2 July 2023, 09:12")
	d.menu("Time or name below pictures")
	if text := textsIn(d.session.gallery.Object()); strings.Contains(text, "09:12") || d.item("Time or name below pictures").Checked {
		t.Errorf("there are captions: %s", text)
	}
	d.menu("Time or name below pictures")
	d.inGallery("they are back", "2 July 2023, 09:12")
}
