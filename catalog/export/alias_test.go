package export_test

import (
	"errors"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/export"
)

func TestAliasesAreHeldBack(t *testing.T) {
	nfd := "\u1112\u116E\u11AB\u110E\u116E\u11AB\u1102\u1161\u1107\u1175" // 훈춘나비 in pieces
	for _, c := range []struct {
		name  string
		alias string
		set   func(*catalog.Photo)
		leaks bool
	}{
		{"nothing", "Grey Heron", func(*catalog.Photo) {}, false},
		{"caption", "Grey Heron", func(p *catalog.Photo) { p.Caption = "from GREY-heron’s phone" }, true},
		{"caption in one word", "Grey Heron", func(p *catalog.Photo) { p.Caption = "xgreyheron2" }, true},
		{"hidden characters", "Grey Heron", func(p *catalog.Photo) { p.Caption = "Gr\u200Bey\u00A0He\u00ADron" }, true},
		{"full-width", "Grey Heron", func(p *catalog.Photo) { p.Note = "Ｇｒｅｙ　Ｈｅｒｏｎ" }, true},
		{"accents", "Grey Heron", func(p *catalog.Photo) { p.Note = "Gréy Herön" }, true},
		{"NFD", "훈춘나비", func(p *catalog.Photo) { p.Note = "사진: " + nfd + "가" }, true},
		{"credit", "Grey Heron", func(p *catalog.Photo) { p.Credit.Value = "Grey Heron/Desk" }, true},
		{"reason", "Grey Heron", func(p *catalog.Photo) { p.Observations[0].Determination.Reason = "Grey Heron said" }, true},
		{"unit", "Grey Heron", func(p *catalog.Photo) { p.Observations[1].Unit = "boxes of GreyHeron" }, true},
		{"unit of the vocabulary", "Grey Heron", func(p *catalog.Photo) { p.Observations[0].UnitNames.Plural = "grey herons; grey heron" }, true},
		{"part of a unit of the vocabulary", "iece", func(*catalog.Photo) {}, false},
		{"pack", "Grey Heron", func(p *catalog.Photo) { p.Observations[0].Determination.Pack = "grey-heron 1" }, true},
		{"note of goods", "Grey Heron", func(p *catalog.Photo) { p.Observations[1].Note = "says Grey Heron" }, true},
		{"label of goods", "Grey Heron", func(p *catalog.Photo) { p.Observations[1].Label = "GREYHERON" }, true},
		{"exemptions", "Grey Heron", func(p *catalog.Photo) { p.Observations[0].Determination.Exemptions = "as Grey Heron says" }, true},
		{"what does not leave", "Grey Heron", func(p *catalog.Photo) { p.SourceName = "Grey Heron" }, false},
		{"by", "Grey Heron", func(p *catalog.Photo) { p.Observations[0].Determination.By = "grey heron" }, true},
		{"route", "Grey Heron", func(p *catalog.Photo) { p.RouteName = "the Grey Heron way" }, true},
		{"item", "Grey Heron", func(p *catalog.Photo) { p.Observations[1].ItemName = "goods of Grey Heron" }, true},
		{"part of a word of an item", "eram", func(*catalog.Photo) {}, false},
		{"original name", "Grey Heron", func(p *catalog.Photo) { p.Name = "grey_heron.jpg" }, true},
		{"batch", "Grey Heron", func(p *catalog.Photo) { p.BatchName = "GreyHeron 2" }, true},
		{"short once folded, elsewhere", "--a-", func(*catalog.Photo) {}, false},
		{"short once folded, as a word", "--q-", func(p *catalog.Photo) { p.Note = "by q." }, true},
	} {
		o := options(t.TempDir())
		o.Names, o.Aliases = true, []string{"Someone Else", c.alias}
		p := carts(t)
		c.set(&p)
		_, err := export.Stage(t.Context(), o, pages([]catalog.Photo{bare(), p}))
		if (catalog.CodeOf(err) == catalog.ErrAliasLeak) != c.leaks || (err != nil) != c.leaks {
			t.Errorf("%s: got %v", c.name, err)
		}
		if e, ok := errors.AsType[*catalog.Error](err); ok && (e.Subject != "P-000007" || strings.Contains(strings.ToLower(err.Error()), "heron")) {
			t.Errorf("%s: the error is %v", c.name, err)
		}
	}
}

// What does not leave does not hold back the rest.
func TestWhatStaysMayNameTheSource(t *testing.T) {
	p := carts(t)
	p.Name, p.BatchName = "Grey Heron.jpg", "Grey Heron"
	o := options(t.TempDir())
	o.Formats, o.Aliases = []export.Format{export.CSV}, []string{"Grey Heron"}
	write(t, o, []catalog.Photo{p})
	if strings.Contains(read(t, o.Folder, "photos.csv"), "Heron") {
		t.Error("the alias left")
	}
}
