package present

import (
	"slices"
	"strings"

	"waybill/catalog"
	"waybill/catalog/citation"
	"waybill/catalog/edtf"
)

// Citation puts a citation into words, as text for a footnote.
func (w *Words) Citation(c *citation.Citation) string {
	sentences := w.citedGoods(c.Goods)
	if c.Exact != nil {
		sentences = append(sentences, w.exactWhen(c.Exact), w.exactWhere(c.Exact))
	} else {
		sentences = append(sentences, w.coarse(c)...)
	}
	credit := w.T("cite.credit.withheld")
	if c.Credit != "" {
		credit = w.T("cite.credit", "credit", c.Credit)
	}
	sentences = append(sentences, credit)
	for i := range c.Goods {
		for _, sentence := range w.citedLaw(&c.Goods[i]) {
			if !slices.Contains(sentences, sentence) { // said of goods of the same kind
				sentences = append(sentences, sentence)
			}
		}
	}
	if c.Exact != nil {
		sentences = append(sentences, w.exactPhoto(c.Exact))
	}
	return w.sentences(sentences)
}

// sentences joins what says something.
func (w *Words) sentences(list []string) string {
	var said []string
	for _, s := range list {
		if s != "" {
			said = append(said, s)
		}
	}
	if len(said) == 0 {
		return ""
	}
	text := said[0]
	for _, next := range said[1:] {
		text = w.T("cite.joined", "text", text, "next", next)
	}
	return text
}

// citedGoods says what the photo shows, and what it does not show.
func (w *Words) citedGoods(goods []citation.Goods) []string {
	kinds := map[bool][]string{}
	var ways []string
	for i := range goods {
		g := &goods[i]
		if name := w.counted(g); !slices.Contains(kinds[g.Visible], name) {
			kinds[g.Visible] = append(kinds[g.Visible], name)
		}
		if way := w.citedWay(g); way != "" && (len(ways) == 0 || ways[len(ways)-1] != way) {
			ways = append(ways, way)
		}
	}
	var said []string
	if list := kinds[true]; len(list) > 0 {
		said = append(said, capital(w.T("cite.visible", "goods", w.pair(list))))
	} else {
		said = append(said, w.T("cite.photo"))
	}
	if list := kinds[false]; len(list) > 0 {
		said = append(said, w.T("cite.reported", "goods", w.pair(list)))
	}
	if len(ways) == 1 {
		return append(said, w.T("cite.sentence", "text", capital(ways[0])))
	}
	for i := range goods { // each to its goods
		if way := w.citedWay(&goods[i]); way != "" {
			said = append(said, w.T("cite.about", "goods", capital(w.citedName(&goods[i], true)), "text", way))
		}
	}
	return said
}

// citedWay says which way goods went, and how that is known.
func (w *Words) citedWay(g *citation.Goods) string {
	if g.Direction == "" {
		return ""
	}
	way := w.T("cite.direction." + string(g.Direction))
	if g.Basis == "" {
		return way
	}
	return w.T("cite.direction.because", "way", way, "basis", w.Basis(g.Basis))
}

// counted names goods with how many there are.
func (w *Words) counted(g *citation.Goods) string {
	several := g.Quantity == nil || *g.Quantity != 1
	name := w.citedName(g, several)
	if g.Quantity == nil {
		return name
	}
	n, unit := w.number(*g.Quantity), strings.TrimSpace(harmless(w.Unit(g.Unit, g.UnitNames, *g.Quantity)))
	form := w.citedForm(g, several)
	text := w.T("cite.goods.amount", "n", n, "unit", unit, "goods", w.citedName(g, true))
	switch {
	case form == "":
		text = w.T("cite.goods.unit", "n", n, "unit", unit, "goods", name)
		if unit == "" {
			text = w.T("cite.goods.times", "n", n, "goods", name)
		}
	case unit == "" || g.Unit == "piece" || unit == "pieces":
		text = w.pieces(g, n, form, several)
	}
	if g.Estimated {
		text = w.T("cite.goods.about", "goods", text)
	}
	return text
}

// pieces counts goods one by one, with the counter word of goods that have one.
func (w *Words) pieces(g *citation.Goods, n, form string, several bool) string {
	counter := w.counter(g)
	switch {
	case counter == "" && several:
		return w.T("cite.goods.number", "n", n, "goods", form)
	case counter == "":
		return w.T("cite.goods.one", "goods", form)
	case several:
		return w.T("cite.goods.number_counted", "n", n, "goods", form, "counter", counter)
	}
	return w.T("cite.goods.one_counted", "goods", form, "counter", counter)
}

// citedName names goods as in a caption, else by their label.
func (w *Words) citedName(g *citation.Goods, several bool) string {
	if form := w.citedForm(g, several); form != "" {
		return form
	}
	return w.Name(g.Names)
}

// citedForm is the caption form in the language of the words, "" when there is none.
func (w *Words) citedForm(g *citation.Goods, several bool) string {
	form := g.Forms.Plural
	switch language, _, _ := strings.Cut(w.language, "-"); {
	case language == "ko":
		form = g.Forms.Korean
	case language == "zh":
		form = g.Forms.Chinese
	case !several:
		form = g.Forms.Singular
	}
	return harmless(form)
}

// counter is the counter word of a language that has such.
func (w *Words) counter(g *citation.Goods) string {
	switch language, _, _ := strings.Cut(w.language, "-"); language {
	case "ko":
		return harmless(g.Forms.KoreanCounter)
	case "zh":
		return harmless(g.Forms.ChineseCounter)
	}
	return ""
}

// coarse says when and where for the public.
func (w *Words) coarse(c *citation.Citation) []string {
	when, where := w.citedWhen(c.Date), w.citedWhere(c.Place)
	switch {
	case when != "" && where != "" && !c.Place.Shown && c.Date.Basis == c.Place.Basis:
		return []string{w.T("cite.taken.both", "when", when, "where", where, "basis", w.T("cite.basis."+string(c.Date.Basis)))}
	case when == "" && where == "":
		return []string{w.T("cite.undated")}
	}
	var said []string
	if when != "" {
		said = append(said, w.T("cite.taken.when", "when", when, "basis", w.T("cite.basis."+string(c.Date.Basis))))
	} else {
		said = append(said, w.T("cite.undated"))
	}
	if where != "" {
		key := "cite.taken.where"
		if c.Place.Shown {
			key = "cite.shown"
		}
		said = append(said, w.T(key, "where", where, "basis", w.T("cite.basis."+string(c.Place.Basis))))
	}
	return said
}

// citedWhen says a date so that it stands behind "taken".
func (w *Words) citedWhen(d *citation.Date) string {
	if d == nil {
		return ""
	}
	words := w.EDTF(d.EDTF)
	parsed, err := edtf.Parse(d.EDTF)
	if err != nil || parsed.Uncertain() || parsed.Approximate() {
		return w.T("cite.when.other", "date", words)
	}
	switch parsed.Precision() {
	case edtf.Day:
		return w.T("cite.when.day", "date", words)
	case edtf.Month, edtf.Year:
		return w.T("cite.when.month", "date", words)
	}
	return w.T("cite.when.other", "date", words)
}

func (w *Words) citedWhere(p *citation.Place) string {
	if p == nil {
		return ""
	}
	place := w.Name(p.Names)
	switch {
	case place == "":
		return w.T("cite.where.in", "place", w.Country(p.Country))
	case p.Crossing && p.At:
		return w.T("cite.where.at_crossing", "place", place)
	case p.Crossing:
		return w.T("cite.where.near_crossing", "place", place)
	case p.At:
		return w.T("cite.where.in", "place", place)
	}
	return w.T("cite.where.near", "place", place)
}

// citedLaw says how goods are assessed, and where readings of the law differ.
func (w *Words) citedLaw(g *citation.Goods) []string {
	name := capital(w.citedName(g, true))
	about := func(text string) string { return w.T("cite.about", "goods", name, "text", text) }
	said := []string{about(w.T("cite.unassessed"))}
	if a := g.Assessment; a != nil {
		said[0] = about(w.assessed(a))
		if a.Contested {
			said = append(said, w.T("cite.contested"))
		}
	}
	for _, r := range g.Readings {
		said = append(said, w.T("cite.readings", "heading", w.Heading(r.HS), "measure", w.Measure(r.Instrument, r.Paragraph)))
		if r.Otherwise != "" {
			said = append(said, w.T("cite.readings.otherwise", "text", r.Otherwise))
		}
	}
	if g.Exact != nil {
		said = append(said, w.exactGoods(g)...)
	}
	return said
}

func (w *Words) assessed(a *citation.Assessment) string {
	status := w.T("cite.status." + string(a.Status) + ".bare")
	if a.Instrument != "" {
		status = w.T("cite.status."+string(a.Status), "measure", w.Measure(a.Instrument, a.Paragraph))
	}
	day := w.Day(catalog.WallTime{Time: a.On})
	if a.By == "" {
		return w.T("cite.assessed", "status", status, "date", day)
	}
	return w.T("cite.assessed.by", "status", status, "by", a.By, "date", day)
}
