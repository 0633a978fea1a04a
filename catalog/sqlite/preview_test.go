package sqlite

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

// moreEdits are the edits of edits, and those that take, clear and add parts.
func moreEdits(t *testing.T, s *Store, ids []catalog.PhotoID) map[string]catalog.Edit {
	t.Helper()
	all := edits(t, s, ids)
	tile, _ := s.FindItem(t.Context(), "tile")
	steel, _ := s.FindItem(t.Context(), "steel_structure")
	maps.Copy(all, map[string]catalog.Edit{
		"nothing":               {},
		"clear items":           {ClearItems: true},
		"set items":             {ClearItems: true, AddItems: []catalog.ItemID{tile}},
		"set other items":       {ClearItems: true, AddItems: []catalog.ItemID{steel}, Status: status(catalog.Disputed), StatusItems: []catalog.ItemID{steel}},
		"set reported":          {ClearItems: true, AddItems: []catalog.ItemID{tile}, Reported: true},
		"item that some lack":   {RemoveItems: []catalog.ItemID{steel}},
		"same caption":          {Caption: text("before")},
		"same status":           {Status: status(catalog.Sanctioned), AllItems: true},
		"another reason":        {Status: status(catalog.Sanctioned), AllItems: true, Reason: text("2397")},
		"add to caption":        {AddText: map[catalog.Field]string{catalog.FieldCaption: "and after"}},
		"add what is there":     {AddText: map[catalog.Field]string{catalog.FieldCaption: "fore"}},
		"take out of caption":   {RemoveText: map[catalog.Field]string{catalog.FieldCaption: "be"}},
		"take out what is not":  {RemoveText: map[catalog.Field]string{catalog.FieldCaption: "zebra", catalog.FieldNote: "x"}},
		"replace in caption":    {RemoveText: map[catalog.Field]string{catalog.FieldCaption: "before"}, AddText: map[catalog.Field]string{catalog.FieldCaption: "before", catalog.FieldNote: "n"}},
		"state a date":          {Statements: []catalog.Statement{{Property: catalog.PropTaken, Raw: "July 2023", Value: "2023-07"}}},
		"take a date back":      {Statements: []catalog.Statement{{Property: catalog.PropTaken}}},
		"state as the source":   {Statements: []catalog.Statement{{Property: catalog.PropTaken, Raw: "x", Value: "2023-07-02"}}, StatedBy: catalog.OriginSource},
		"stage":                 {Stage: new(catalog.StageCustoms), AddItems: []catalog.ItemID{tile}},
		"origin and packaging":  {MadeIn: text("CN"), Packaging: new(catalog.PackedRetail)},
		"no stage":              {Stage: new(catalog.Stage)},
		"same route":            {Route: func() *catalog.RouteID { id, _ := s.FindRoute(t.Context(), "Quanhe"); return &id }()},
		"same source":           {Source: text("sandpiper")},
		"remove no observation": {RemoveObservations: []int64{9999}},
	})
	return all
}

// variedStore is a tagged catalogue in which some photos differ from the others:
// in texts, items, claims and judgements, and two goods are a lot.
func variedStore(t *testing.T) (*Store, []catalog.PhotoID) {
	t.Helper()
	s, ids := taggedStore(t, 12)
	steel, err := s.FindItem(t.Context(), "steel_structure")
	if err != nil {
		t.Fatal(err)
	}
	tile, err := s.FindItem(t.Context(), "tile")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range []catalog.Edit{
		{Photos: ids[0:2], Caption: text("before and after")},
		{Photos: ids[2:3], AddItems: []catalog.ItemID{steel}},
		{Photos: ids[3:4], RemoveItems: []catalog.ItemID{tile}},
		{Photos: ids[4:5], ClearItems: true},
		{Photos: ids[5:7], Statements: []catalog.Statement{{Property: catalog.PropTaken, Raw: "July 2023", Value: "2023-07"}}},
		{Photos: ids[7:8], Status: status(catalog.Disputed), StatusItems: []catalog.ItemID{tile}},
		{Photos: ids[8:9], Source: text(""), Route: new(catalog.RouteID)},
	} {
		if _, err := s.Apply(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	photos, err := s.Photos(t.Context(), []catalog.PhotoID{ids[9], ids[10], ids[11]})
	if err != nil {
		t.Fatal(err)
	}
	var goods []int64
	for _, p := range photos {
		goods = append(goods, p.Observations[0].ID)
	}
	if _, err := s.Join(t.Context(), goods, ""); err != nil {
		t.Fatal(err)
	}
	return s, ids
}

// TestPreviewForetells compares what a preview says with what the edit then does,
// for every edit, on all photos and on some.
func TestPreviewForetells(t *testing.T) {
	s, ids := variedStore(t)
	for name, edit := range moreEdits(t, s, ids) {
		for _, photos := range [][]catalog.PhotoID{ids, ids[:6], ids[9:10], {ids[11], ids[11], ids[4]}, nil} {
			edit.Photos = photos
			before := state(t, s)
			n, err := s.Preview(t.Context(), edit, nil)
			if diff := cmp.Diff(before, state(t, s)); diff != "" {
				t.Fatalf("%s: a preview changed (-before +now):\n%s", name, diff)
			}
			step, errApply := s.Apply(t.Context(), edit)
			if catalog.CodeOf(err) != catalog.CodeOf(errApply) {
				t.Errorf("%s of %v: preview says %v, the edit %v", name, photos, err, errApply)
				continue
			}
			if n != step.Touched {
				t.Errorf("%s of %v: preview says %d photos, it changed %d", name, photos, n, step.Touched)
			}
			if step.ID == 0 {
				continue
			}
			if _, err := s.Undo(t.Context(), ""); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(before, state(t, s)); diff != "" {
				t.Fatalf("%s: undo (-before +now):\n%s", name, diff)
			}
		}
	}
	verifyClean(t, s)
}

func TestPreviewRefuses(t *testing.T) {
	s, ids := variedStore(t)
	steel, _ := s.FindItem(t.Context(), "steel_structure")
	for name, c := range map[string]struct {
		edit catalog.Edit
		code catalog.Code
	}{
		"no such photo": {catalog.Edit{Photos: []catalog.PhotoID{999}, Note: text("x")}, catalog.ErrNotFound},
		"many items":    {catalog.Edit{Photos: ids, Status: status(catalog.Exempt)}, catalog.ErrManyItems},
		"no item":       {catalog.Edit{Photos: ids[:1], Status: status(catalog.Exempt), StatusItems: []catalog.ItemID{steel}}, catalog.ErrNoItem},
		"no such text":  {catalog.Edit{Photos: ids, AddText: map[catalog.Field]string{catalog.FieldItem: "x"}}, catalog.ErrInvalid},
		"no country":    {catalog.Edit{Photos: ids, MadeIn: text("China")}, catalog.ErrInvalid},
		"a word":        {catalog.Edit{Photos: ids, Source: text("tile")}, catalog.ErrAliasWord},
	} {
		if n, err := s.Preview(t.Context(), c.edit, nil); catalog.CodeOf(err) != c.code {
			t.Errorf("%s: %d, %v", name, n, err)
		}
	}
}

func TestClearAndSetItems(t *testing.T) {
	s, ids := taggedStore(t, 2)
	tile, _ := s.FindItem(t.Context(), "tile")
	apply := func(e catalog.Edit) {
		t.Helper()
		e.Photos = ids
		if _, err := s.Apply(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	items := func() []string {
		p, err := s.Photo(t.Context(), ids[0])
		if err != nil {
			t.Fatal(err)
		}
		return p.ItemNames()
	}
	apply(catalog.Edit{ClearItems: true, AddItems: []catalog.ItemID{tile}})
	if p, err := s.Photo(t.Context(), ids[0]); err != nil || len(p.Observations) != 1 || p.Observations[0].Status() != catalog.Sanctioned {
		t.Errorf("what was set and there already is not as it was: %+v, %v", p.Observations, err)
	}
	apply(catalog.Edit{ClearItems: true})
	if got := items(); len(got) != 0 {
		t.Errorf("after clearing there is %v", got)
	}
	apply(catalog.Edit{ClearItems: true, NewItems: []string{"ice maker"}})
	if got := items(); !slices.Equal(got, []string{"ice maker"}) {
		t.Errorf("it has %v", got)
	}
}

func TestTextsAreAmended(t *testing.T) {
	s, ids := taggedStore(t, 1)
	for _, c := range []struct {
		add, remove, field catalog.Field
		text, want         string
	}{
		{add: catalog.FieldCaption, field: catalog.FieldCaption, text: " the yard ", want: "before the yard"},
		{add: catalog.FieldCaption, field: catalog.FieldCaption, text: "the yard", want: "before the yard"},
		{remove: catalog.FieldCaption, field: catalog.FieldCaption, text: "before", want: "the yard"},
		{add: catalog.FieldNote, field: catalog.FieldNote, text: "first", want: "first"},
		{add: catalog.FieldNote, field: catalog.FieldNote, text: "second", want: "first\nsecond"},
		{remove: catalog.FieldNote, field: catalog.FieldNote, text: "first\nsecond", want: ""},
	} {
		e := catalog.Edit{Photos: ids, AddText: map[catalog.Field]string{}, RemoveText: map[catalog.Field]string{}}
		if c.add != "" {
			e.AddText[c.add] = c.text
		} else {
			e.RemoveText[c.remove] = c.text
		}
		if _, err := s.Apply(t.Context(), e); err != nil {
			t.Fatal(err)
		}
		p, err := s.Photo(t.Context(), ids[0])
		if got := map[catalog.Field]string{catalog.FieldCaption: p.Caption, catalog.FieldNote: p.Note}[c.field]; err != nil || got != c.want {
			t.Errorf("%+v: it is %q, %v", c, got, err)
		}
	}
}
