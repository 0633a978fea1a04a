package transfer

import (
	"testing"

	"waybill/app/apptest"
	"waybill/catalog"
)

// The values of the template that is chosen go to all new photos; none is chosen
// by itself.
func TestImportWithTemplate(t *testing.T) {
	f := newFixture(t)
	stage, caption := catalog.StageCustoms, "통관 창고"
	for _, template := range []catalog.Template{
		{Name: "Other", Values: catalog.TemplateValues{Caption: new(string)}},
		{Name: "세관 창고", Key: "4", Values: catalog.TemplateValues{Items: []string{"refrigerator"}, Stage: &stage, Caption: &caption}},
	} {
		if _, err := f.catalogue.SaveTemplate(t.Context(), template, ""); err != nil {
			t.Fatal(err)
		}
	}
	s := f.importSheet(apptest.PNGs(t, 2))
	f.queue.Until(t, "the templates", func() bool { return len(s.form.template.Options) == 3 })
	if s.form.template.Selected != "none" || s.form.intake().Template != "" {
		t.Errorf("at first %q is chosen", s.form.template.Selected)
	}
	f.typeInto(s.form.name, "with")
	s.form.template.SetSelected("세관 창고")
	f.run(s.start)
	photos, err := f.catalogue.Photos(t.Context(), []catalog.PhotoID{1, 2})
	if err != nil || len(photos) != 2 || len(f.errs) > 0 {
		t.Fatal(photos, err, f.errs)
	}
	for _, p := range photos {
		if p.Caption != caption || len(p.Observations) != 1 || p.Observations[0].Stage != stage || p.Observations[0].ItemKey != "refrigerator" {
			t.Errorf("%v: %q, %+v", p.ID, p.Caption, p.Observations)
		}
	}
}
