package workspace_test

import (
	"testing"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// judged opens a catalogue with a photo that shows goods going into the DPRK,
// dated within the time of the shipped pack unless date is another.
func judged(t *testing.T, date string, goods ...string) (*workspace.Catalogue, catalog.PhotoID) {
	t.Helper()
	c := open(t, createBy(t, "c.waybill", "AB"))
	if _, err := c.Import(t.Context(), workspace.ImportOptions{Paths: []string{"../../assets/samples"}}); err != nil {
		t.Fatal(err)
	}
	photo := allPhotos(t, c)[0].ID
	when := catalog.Statement{Property: catalog.PropTaken, Raw: date, Value: date}
	if _, err := c.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{photo}, Statements: []catalog.Statement{when}}); err != nil {
		t.Fatal(err)
	}
	for _, name := range goods {
		item, err := c.FindItem(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		o := catalog.Observation{Photo: photo, Item: item, Visible: true, Seen: catalog.Seen{Direction: catalog.Into}}
		if _, _, err := c.Observe(t.Context(), []catalog.Observation{o}, ""); err != nil {
			t.Fatal(err)
		}
	}
	return c, photo
}

const shipped = "un-dprk-2397 1"

func TestStatusTakesTheBasisOfWhatIsSuggested(t *testing.T) {
	paragraph7 := catalog.Legal{Measure: "UN2397-7", Pack: shipped, Direction: catalog.Into}
	nothing := catalog.Legal{}
	for name, c := range map[string]struct {
		goods, date string
		status      catalog.Status
		want        catalog.Legal
	}{
		"sanctioned":                              {"refrigerator", "2023-07-02", catalog.Sanctioned, paragraph7},
		"suspected, which is less":                {"refrigerator", "2023-07-02", catalog.Suspected, paragraph7},
		"disputed as the source reads it":         {"shopping_cart", "2023-07-02", catalog.Disputed, paragraph7},
		"exempt from it":                          {"refrigerator", "2023-07-02", catalog.Exempt, paragraph7},
		"not listed after all":                    {"refrigerator", "2023-07-02", catalog.NotListed, catalog.Legal{Pack: shipped, Direction: catalog.Into}},
		"not listed":                              {"ceramic_tile", "2023-07-02", catalog.NotListed, catalog.Legal{Pack: shipped, Direction: catalog.Into}},
		"sanctioned, though no measure covers it": {"ceramic_tile", "2023-07-02", catalog.Sanctioned, nothing},
		"before the measure":                      {"refrigerator", "2012-07-02", catalog.Sanctioned, nothing},
	} {
		t.Run(name, func(t *testing.T) {
			cat, photo := judged(t, c.date, c.goods)
			edit := catalog.Edit{Photos: []catalog.PhotoID{photo}, Status: &c.status}
			step, err := cat.Apply(t.Context(), edit)
			if err != nil || step.ID == 0 {
				t.Fatal(step, err)
			}
			p, err := cat.Photo(t.Context(), photo)
			if err != nil {
				t.Fatal(err)
			}
			if d := p.Observations[0].Determination; d == nil || d.Status != c.status || d.Legal != c.want {
				t.Fatalf("judged is %+v, want %+v", d, c.want)
			}
			if again, err := cat.Apply(t.Context(), edit); err != nil || again.ID != 0 {
				t.Errorf("said again, it is a step: %+v, %v", again, err)
			}
			if _, err := cat.Undo(t.Context(), ""); err != nil {
				t.Fatal(err)
			}
			if p, err = cat.Photo(t.Context(), photo); err != nil || p.Status != catalog.NotAssessed {
				t.Errorf("undone, it is %s, %v", p.Status, err)
			}
		})
	}
}

// Goods that the same edit adds have their basis too, new ones and those without
// a direction have none; a reason given later keeps the basis that is there.
func TestStatusOfGoodsThatAreAdded(t *testing.T) {
	c, photo := judged(t, "2023-07-02")
	item, err := c.FindItem(t.Context(), "refrigerator")
	if err != nil {
		t.Fatal(err)
	}
	into, sanctioned := catalog.Into, catalog.Sanctioned
	edit := catalog.Edit{
		Photos: []catalog.PhotoID{photo}, AddItems: []catalog.ItemID{item}, NewItems: []string{"samovar"}, AllItems: true, Status: &sanctioned,
	}
	read := func() map[string]catalog.Determination {
		t.Helper()
		p, err := c.Photo(t.Context(), photo)
		if err != nil {
			t.Fatal(err)
		}
		list := map[string]catalog.Determination{}
		for _, o := range p.Observations {
			if o.Determination != nil {
				list[o.ItemName] = *o.Determination
			}
		}
		return list
	}
	apply := func(e catalog.Edit) catalog.Step {
		t.Helper()
		step, err := c.Apply(t.Context(), e)
		if err != nil {
			t.Fatal(err)
		}
		return step
	}
	apply(edit)
	if got := read(); len(got) != 2 || got["household refrigerator"].Legal != (catalog.Legal{}) {
		t.Fatalf("without a direction: %+v", got)
	}
	edit.Direction = &into
	apply(edit)
	got := read()
	if got["household refrigerator"].Measure != "UN2397-7" || got["samovar"].Legal != (catalog.Legal{}) {
		t.Fatalf("with a direction: %+v", got)
	}
	reason := "the label says so"
	apply(catalog.Edit{Photos: edit.Photos, AllItems: true, Status: &sanctioned, Reason: &reason})
	if d := read()["household refrigerator"]; d.Reason != reason || d.Measure != "UN2397-7" {
		t.Errorf("with a reason: %+v", d)
	}
	withdrawn := catalog.NotAssessed
	apply(catalog.Edit{Photos: edit.Photos, AllItems: true, Status: &withdrawn})
	if got := read(); len(got) != 0 {
		t.Errorf("withdrawn: %+v", got)
	}
}
