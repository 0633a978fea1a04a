package sqlite

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

func key(s string) *string { return &s }

var marketTemplate = catalog.Template{Name: "Market stall", Key: "3", Values: catalog.TemplateValues{
	Items: []string{"refrigerator", "ceramic_tile"}, Direction: way(catalog.Into), Status: status(catalog.Suspected), Reason: text("stall"), Route: key("hunchun-rason"),
	Source: text("Sandpiper"), Caption: text("At the market"), Credit: text("withheld"),
	States: []catalog.TemplateStatement{{Property: catalog.PropKind, Raw: "scene", Value: "scene"}, {Property: catalog.PropTaken, Raw: "July 2023", Value: "2023-07"}},
	Locks:  []string{"route"},
}}

func TestTemplates(t *testing.T) {
	s := newStore(t)
	ids := addFiles(t, s, catalog.Intake{Name: "first"}, 0, 5)
	before := state(t, s)
	step, err := s.SaveTemplate(t.Context(), marketTemplate, "KJ")
	if err != nil || step.Action != catalog.ActionTemplate || step.Detail["name"] != "Market stall" {
		t.Fatalf("%+v, %v", step, err)
	}
	if _, err := s.SaveTemplate(t.Context(), catalog.Template{Name: "Empty", Key: "3"}, ""); err != nil {
		t.Fatal(err)
	}
	list, err := s.Templates(t.Context())
	if err != nil || len(list) != 2 || list[0].Name != "Empty" || list[0].Key != "3" || list[1].Key != "" {
		t.Fatalf("%+v, %v", list, err)
	}
	if diff := cmp.Diff(marketTemplate.Values, list[1].Values); diff != "" {
		t.Errorf("(-saved +read):\n%s", diff)
	}
	e, err := s.TemplateEdit(t.Context(), "market STALL")
	if err != nil {
		t.Fatal(err)
	}
	e.Photos = ids
	step, err = s.Apply(t.Context(), e)
	if err != nil || step.Touched != 5 || step.Detail["template"] != "Market stall" {
		t.Fatalf("%+v, %v", step, err)
	}
	finds(t, s, map[string][]catalog.PhotoID{"status:suspected item:tile item:refrigerator direction:into route:quanhe source:sandpiper market kind:scene date:2023-07-31": ids})
	for range 3 {
		if _, err := s.Undo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(before, state(t, s)); diff != "" {
		t.Errorf("undo (-before +now):\n%s", diff)
	}
	verifyClean(t, s)
}

func TestTemplateAtImport(t *testing.T) {
	s := newStore(t)
	old := addFiles(t, s, catalog.Intake{Name: "first"}, 0, 2)
	if _, err := s.SaveTemplate(t.Context(), marketTemplate, ""); err != nil {
		t.Fatal(err)
	}
	before := state(t, s)
	im, err := s.BeginImport(t.Context(), catalog.Intake{Name: "second", Template: "market stall", Direction: catalog.OutOf}, "", "KJ")
	if err != nil {
		t.Fatal(err)
	}
	var asked []catalog.Direction
	im.Rest(func(p catalog.Photo, o catalog.Observation, st catalog.Status) catalog.Legal {
		asked = append(asked, p.BatchDirection)
		if p.Date == nil || p.Date.EDTF == "" || st != catalog.Suspected || o.Direction != catalog.Into {
			t.Errorf("asked about %+v %+v", p, o)
		}
		return catalog.Legal{Measure: "UN2397-7", Pack: "x 1"}
	})
	for _, files := range [][]int{{0, 5, 6}, {1, 6, 7}} {
		var list []catalog.NewPhoto
		for _, n := range files {
			list = append(list, file(n))
		}
		if _, step, err := im.Add(t.Context(), list); err != nil || step.Detail["template"] != "Market stall" {
			t.Fatal(step, err)
		}
	}
	if _, err := im.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	fresh := []catalog.PhotoID{3, 4, 5}
	if len(asked) != 6 || slices.Contains(asked, catalog.Into) {
		t.Errorf("asked %v", asked)
	}
	finds(t, s, map[string][]catalog.PhotoID{
		"item:tile status:suspected measure:UN2397-7 source:sandpiper market": fresh, "batch:second": slices.Concat(fresh, old), "has:item": fresh,
	})
	after := state(t, s)
	for range 2 {
		if step, err := s.Undo(t.Context(), ""); err != nil || step.Touched != 5 {
			t.Fatal(step, err)
		}
		if diff := cmp.Diff(before, state(t, s)); diff != "" {
			t.Fatalf("undo (-before +now):\n%s", diff)
		}
		if _, err := s.Redo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(after, state(t, s)); diff != "" {
			t.Fatalf("redo (-after +now):\n%s", diff)
		}
	}
	verifyClean(t, s)
	if _, err := s.BeginImport(t.Context(), catalog.Intake{Template: "none"}, "", ""); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Errorf("a template that is not there: %v", err)
	}
}

func TestTemplatesRefuse(t *testing.T) {
	s := newStore(t)
	none := catalog.Status("x")
	for name, c := range map[string]struct {
		template catalog.Template
		code     catalog.Code
	}{
		"no name":      {catalog.Template{}, catalog.ErrInvalid},
		"key":          {catalog.Template{Name: "a", Key: "12"}, catalog.ErrInvalid},
		"item":         {catalog.Template{Name: "a", Values: catalog.TemplateValues{Items: []string{"nosuch"}}}, catalog.ErrUnknownItem},
		"route":        {catalog.Template{Name: "a", Values: catalog.TemplateValues{Route: key("nosuch")}}, catalog.ErrNotFound},
		"status":       {catalog.Template{Name: "a", Values: catalog.TemplateValues{Status: &none}}, catalog.ErrInvalid},
		"source":       {catalog.Template{Name: "a", Values: catalog.TemplateValues{Source: text("abc")}}, catalog.ErrInvalid},
		"vocabulary":   {catalog.Template{Name: "a", Values: catalog.TemplateValues{Source: text("tile")}}, catalog.ErrAliasWord},
		"date":         {catalog.Template{Name: "a", Values: catalog.TemplateValues{States: []catalog.TemplateStatement{{Property: catalog.PropTaken, Value: "soon"}}}}, catalog.ErrInvalid},
		"a long text":  {catalog.Template{Name: "a", Values: catalog.TemplateValues{Note: text(string(make([]byte, maxTemplate)))}}, catalog.ErrInvalid},
		"many of them": {catalog.Template{Name: "a", Values: catalog.TemplateValues{Locks: make([]string, 100)}}, catalog.ErrInvalid},
	} {
		if _, err := s.SaveTemplate(t.Context(), c.template, ""); catalog.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := s.DeleteTemplate(t.Context(), "a", ""); catalog.CodeOf(err) != catalog.ErrNotFound {
		t.Error(err)
	}
}
