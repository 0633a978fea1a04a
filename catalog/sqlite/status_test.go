package sqlite

import (
	"testing"

	"waybill/catalog"
)

// TestPhotoStatus is the table of cases of the evidence model, through the
// store: each case tags one photo and reads its status back, from its row, from
// its observations and from a query.
func TestPhotoStatus(t *testing.T) {
	type seen struct {
		item     string
		reported bool
		status   catalog.Status // "" leaves it unassessed
	}
	for name, c := range map[string]struct {
		seen []seen
		want catalog.Status
	}{
		"nothing seen":     {nil, catalog.NotAssessed},
		"one unassessed":   {[]seen{{"tile", false, ""}}, catalog.NotAssessed},
		"tiles not listed": {[]seen{{"tile", false, catalog.NotListed}}, catalog.NotListed},
		"tiles not listed beside unassessed engine":  {[]seen{{"tile", false, catalog.NotListed}, {"engine", false, ""}}, catalog.NotAssessed},
		"exempt beside unassessed":                   {[]seen{{"tile", false, catalog.Exempt}, {"engine", false, ""}}, catalog.NotAssessed},
		"exempt beside not listed":                   {[]seen{{"tile", false, catalog.NotListed}, {"engine", false, catalog.Exempt}}, catalog.Exempt},
		"sanctioned beside unassessed":               {[]seen{{"refrigerator", false, catalog.Sanctioned}, {"engine", false, ""}}, catalog.Sanctioned},
		"suspected beats disputed":                   {[]seen{{"refrigerator", false, catalog.Disputed}, {"engine", false, catalog.Suspected}}, catalog.Suspected},
		"sanctioned beats suspected":                 {[]seen{{"refrigerator", false, catalog.Suspected}, {"engine", false, catalog.Sanctioned}}, catalog.Sanctioned},
		"disputed beats not listed":                  {[]seen{{"shopping cart", false, catalog.Disputed}, {"tile", false, catalog.NotListed}}, catalog.Disputed},
		"reported steel does not mark tiles":         {[]seen{{"tile", false, catalog.NotListed}, {"steel", true, catalog.Sanctioned}}, catalog.NotListed},
		"reported unassessed does not open tiles":    {[]seen{{"tile", false, catalog.NotListed}, {"steel", true, ""}}, catalog.NotListed},
		"only reported":                              {[]seen{{"steel", true, catalog.Sanctioned}}, catalog.NotAssessed},
		"seen and reported, the seen one unassessed": {[]seen{{"engine", false, ""}, {"steel", true, catalog.Sanctioned}}, catalog.NotAssessed},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			ids := addFiles(t, s, catalog.Intake{}, 0, 1)
			for _, o := range c.seen {
				item, err := s.FindItem(t.Context(), o.item)
				if err != nil {
					t.Fatal(err)
				}
				edit := catalog.Edit{Photos: ids, AddItems: []catalog.ItemID{item}, Reported: o.reported}
				if o.status != "" {
					edit.Status, edit.StatusItems = &o.status, edit.AddItems
				}
				if _, err := s.Apply(t.Context(), edit); err != nil {
					t.Fatal(err)
				}
			}
			checkStatus(t, s, ids[0], c.want)
		})
	}
}

func checkStatus(t *testing.T, s *Store, id catalog.PhotoID, want catalog.Status) {
	t.Helper()
	p, err := s.Photo(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if p.Status != want || catalog.PhotoStatus(p.Observations) != want {
		t.Errorf("status is %s, of its observations %s, want %s", p.Status, catalog.PhotoStatus(p.Observations), want)
	}
	if n := len(mustFind(t, s, "status:"+string(want))); n != 1 {
		t.Errorf("status:%s finds %d photos", want, n)
	}
}

func TestStatusWithoutItems(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{}, 0, 1)
	tag := func(e catalog.Edit) catalog.Step {
		t.Helper()
		e.Photos = ids[:1]
		step, err := s.Apply(t.Context(), e)
		if err != nil {
			t.Fatal(err)
		}
		return step
	}
	tag(catalog.Edit{Status: status(catalog.Suspected), Reason: text("looks like machinery"), By: "KJ"})
	p, err := s.Photo(t.Context(), ids[0])
	if err != nil || len(p.Observations) != 1 || p.Observations[0].ItemKey != catalog.UnspecifiedKey || p.Status != catalog.Suspected {
		t.Fatalf("%+v, %v", p.Observations, err)
	}
	engine, err := s.FindItem(t.Context(), "engine")
	if err != nil {
		t.Fatal(err)
	}
	tag(catalog.Edit{AddItems: []catalog.ItemID{engine}})
	p, err = s.Photo(t.Context(), ids[0])
	if err != nil || len(p.Observations) != 1 || p.Observations[0].ItemKey != "motorcycle_engine" {
		t.Fatalf("the first real item did not replace the unspecified goods: %+v, %v", p.Observations, err)
	}
	d := p.Observations[0].Determination
	if d == nil || d.Status != catalog.Suspected || d.By != "KJ" || d.Reason != "looks like machinery" {
		t.Errorf("the judgement was not kept: %+v", d)
	}
	if step := tag(catalog.Edit{Status: status(catalog.Suspected)}); step.ID != 0 {
		t.Error("repeating a judgement made a step")
	}
	tag(catalog.Edit{Status: status(catalog.Sanctioned), Reason: text("paragraph 7")})
	tag(catalog.Edit{Status: status(catalog.Sanctioned), Reason: text("")})
	tag(catalog.Edit{Status: status(catalog.NotAssessed)})
	checkStatus(t, s, ids[0], catalog.NotAssessed)
	line, err := s.Determinations(t.Context(), p.Observations[0].ID)
	if err != nil || len(line) != 4 || line[1].Reason != "paragraph 7" || line[2].Reason != "" || line[3].Status != catalog.NotAssessed {
		t.Errorf("the line of judgements: %+v, %v", line, err)
	}
}

func TestStatusMustKnowItsItem(t *testing.T) {
	s, ids := taggedStore(t, 2)
	_, err := s.Apply(t.Context(), catalog.Edit{Photos: ids, Status: status(catalog.Exempt)})
	if catalog.CodeOf(err) != catalog.ErrManyItems {
		t.Errorf("two items, none named: %v", err)
	}
	cart, err := s.FindItem(t.Context(), "cart")
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Apply(t.Context(), catalog.Edit{Photos: ids, Status: status(catalog.Exempt), StatusItems: []catalog.ItemID{cart}})
	if catalog.CodeOf(err) != catalog.ErrNoItem {
		t.Errorf("an item that no photo has: %v", err)
	}
	_, err = s.Apply(t.Context(), catalog.Edit{Photos: append(ids, 999), Note: text("x")})
	if catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("a photo that is not there: %v", err)
	}
	if n := len(mustFind(t, s, "has:note")); n != 0 {
		t.Errorf("a refused edit left %d notes", n)
	}
}
