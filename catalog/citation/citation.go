// Package citation chooses the facts that a citation of a photo or of goods in it
// may tell, for an audience, and proves a public text empty of what must stay
// inside. It makes no sentences: app/present does. It knows no database.
package citation

import (
	"slices"
	"strings"
	"time"

	"waybill/catalog"
	"waybill/catalog/naming"
)

// Audience says for whom a citation is.
type Audience string

// Audiences.
const (
	Public  Audience = "public"  // readers: coarse, and without any id, hash or name of a file
	Archive Audience = "archive" // who must find the very photo again: everything exact
)

// ParseAudience reads an audience; "" is Public. Its error has the code ErrInvalid.
func ParseAudience(s string) (Audience, error) {
	switch a := Audience(s); a {
	case "":
		return Public, nil
	case Public, Archive:
		return a, nil
	}
	return "", &catalog.Error{Code: catalog.ErrInvalid, Op: "audience", Subject: s}
}

// Basis says on whose word something is known.
type Basis string

// Bases.
const (
	BasisOwn    Basis = "own" // the photo's own data
	BasisSource Basis = "source"
	BasisEditor Basis = "editor"
)

// Input is what is known of what is cited.
type Input struct {
	Photo        catalog.Photo
	Observations []catalog.Observation // those that are cited
	Items        map[catalog.ItemID]catalog.Item
	Measure      func(pack, id string) (catalog.Measure, bool)  // of a pack as a determination names it
	Conflicts    func(catalog.Observation) []catalog.Suggestion // suggestions that readings differ about, may be nil
	Version      *Version                                       // of another photo, nil when it is none
}

// Version says that a photo is a smaller version of another one.
type Version struct {
	Of string `json:"of"` // UUID of the best version
}

// Citation is what a citation tells. Unknown is nil or "".
type Citation struct {
	Audience Audience `json:"audience"`
	Goods    []Goods  `json:"goods"` // visible ones first
	Date     *Date    `json:"date"`
	Place    *Place   `json:"place"`
	Credit   string   `json:"credit"` // "" is withheld for safety
	Exact    *Exact   `json:"exact,omitempty"`
}

// Goods are the goods of one observation.
type Goods struct {
	Names     catalog.Names        `json:"names"` // one label in each language
	Forms     catalog.CaptionForms `json:"forms"`
	Visible   bool                 `json:"visible"` // else the source says so
	Quantity  *float64             `json:"quantity"`
	Unit      string               `json:"unit"` // key of one of the vocabulary, another as typed
	UnitNames catalog.UnitNames    `json:"-"`
	Estimated bool                 `json:"estimated"`
	Direction catalog.Direction    `json:"direction"`
	Basis     catalog.Basis        `json:"direction_basis"`

	Assessment *Assessment `json:"assessment"` // nil when not assessed
	Readings   []Reading   `json:"readings"`   // of the law, that differ
	Exact      *ExactGoods `json:"exact,omitempty"`
}

// Assessment is the determination in force.
type Assessment struct {
	Status     catalog.Status `json:"status"`
	Instrument string         `json:"instrument"`
	Paragraph  string         `json:"paragraph"`
	By         string         `json:"by"`
	On         time.Time      `json:"on"`        // the day, UTC
	Contested  bool           `json:"contested"` // somebody disagrees, and it is not resolved
}

// Reading is a measure under which goods lie by their heading, and which the
// newsroom reads otherwise.
type Reading struct {
	Instrument string `json:"instrument"`
	Paragraph  string `json:"paragraph"`
	HS         string `json:"hs"`                  // digits
	Otherwise  string `json:"otherwise,omitempty"` // how the other reading is worded; only for an archive
}

// Date is when the photo was taken.
type Date struct {
	EDTF  string `json:"edtf"`
	Basis Basis  `json:"basis"`
}

// Place is a crossing, a port, a town or, far from any border, a country.
type Place struct {
	Names    catalog.Names `json:"names"` // without coordinates; empty when only the country is told
	Crossing bool          `json:"crossing"`
	At       bool          `json:"at"`      // else near it
	Shown    bool          `json:"shown"`   // by the picture; else the camera stood there
	Country  string        `json:"country"` // ISO 3166-1 alpha-2, only when there are no names
	Basis    Basis         `json:"basis"`
}

// Facts chooses what a citation tells to an audience.
func Facts(in Input, audience Audience) *Citation {
	c := &Citation{Audience: audience, Goods: []Goods{}, Credit: in.Photo.Credit.Value}
	for _, visible := range []bool{true, false} {
		for _, o := range in.Observations {
			if o.Visible == visible {
				c.Goods = append(c.Goods, in.goods(o, audience))
			}
		}
	}
	if audience == Archive {
		c.Exact = in.exact()
		return c
	}
	c.Date, c.Place = date(in.Photo.Date), place(&in.Photo.Chosen)
	return c
}

func (in *Input) goods(o catalog.Observation, audience Audience) Goods {
	item, ok := in.Items[o.Item]
	if !ok {
		item.Names.English = o.ItemName
	}
	g := Goods{
		Names: labels(item.Names), Forms: item.Caption, Visible: o.Visible,
		Quantity: o.Quantity, Unit: o.Unit, UnitNames: o.UnitNames, Estimated: o.Estimated, Direction: o.Direction, Basis: o.Basis, Readings: []Reading{},
	}
	if o.Direction == "" && in.Photo.BatchDirection != "" {
		g.Direction, g.Basis = in.Photo.BatchDirection, ""
	}
	if in.Conflicts != nil {
		for _, s := range in.Conflicts(o) {
			r := Reading{Instrument: s.Instrument, Paragraph: s.Paragraph, HS: s.HS}
			if audience == Archive {
				r.Otherwise = s.SourceReading
			}
			g.Readings = append(g.Readings, r)
		}
	}
	if o.Determination != nil {
		g.Assessment = in.assessment(o.Determination)
	}
	if audience == Archive {
		g.Exact = exactGoods(&o)
	}
	return g
}

func (in *Input) assessment(t *catalog.Determination) *Assessment {
	a := &Assessment{Status: t.Status, By: t.By, On: t.At.UTC().Truncate(24 * time.Hour)}
	if t.Measure != "" && in.Measure != nil {
		if m, ok := in.Measure(t.Pack, t.Measure); ok {
			a.Instrument, a.Paragraph = m.Instrument, m.Paragraph
		}
	}
	a.Contested = slices.ContainsFunc(t.Reviews, func(r catalog.Review) bool { return r.Kind == catalog.Disagrees && !r.Resolved })
	return a
}

// labels gives of each name what people would write: a vocabulary's "camera /
// CCTV" is a camera, and what stands in brackets is for editors.
func labels(n catalog.Names) catalog.Names {
	return catalog.Names{
		English: label(n.English), Korean: label(n.Korean), KoreanNorth: label(n.KoreanNorth), Chinese: label(n.Chinese),
	}
}

func label(names string) string {
	variants := naming.Variants(names)
	if len(variants) == 0 {
		return ""
	}
	first := variants[0]
	if open := strings.IndexAny(first, "(（"); open > 0 {
		first = first[:open]
	}
	return strings.TrimSpace(first)
}

// free lists the texts of a citation that somebody wrote as they liked.
func (c *Citation) free() []string {
	texts := []string{c.Credit}
	for _, g := range c.Goods {
		if g.UnitNames.Label() == "" { // as it was typed
			texts = append(texts, g.Unit)
		}
		if g.Assessment != nil {
			texts = append(texts, g.Assessment.By)
		}
	}
	return texts
}

// values lists all texts of a citation that come from the catalogue.
func (c *Citation) values() []string {
	texts := c.free()
	names := func(n catalog.Names) { texts = append(texts, n.English, n.Korean, n.KoreanNorth, n.Chinese) }
	for _, g := range c.Goods {
		names(g.Names)
		names(g.UnitNames.Names)
		texts = append(texts, g.Unit, g.UnitNames.Plural)
		f := g.Forms
		texts = append(texts, f.Singular, f.Plural, f.Korean, f.KoreanCounter, f.Chinese, f.ChineseCounter)
		if g.Assessment != nil {
			texts = append(texts, g.Assessment.Instrument, g.Assessment.Paragraph)
		}
		for _, r := range g.Readings {
			texts = append(texts, r.Instrument, r.Paragraph)
		}
	}
	if c.Place != nil {
		names(c.Place.Names)
	}
	return texts
}
