package inspector

import (
	"context"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"waybill/app/task"
	"waybill/app/widgets"
	"waybill/catalog"
)

// where is where the camera stood and what is shown: what was chosen, what else
// is claimed, and what a person says about one of the two.
type where struct {
	view                         *View
	place, origin, detail, shown *widget.Label
	claims                       *claimList
	role                         *widget.RadioGroup
	input                        *widgets.CompleteEntry
	entry                        *stated
	asking                       task.Latest
	box                          *fyne.Container
}

// roles are what a place can be of a photo.
func roles() []catalog.Property {
	return []catalog.Property{catalog.PropPlace, catalog.PropPlaceShown}
}

// draftNames tell what was typed about one role from that about the other.
var draftNames = map[catalog.Property]string{catalog.PropPlace: "where", catalog.PropPlaceShown: "shown"}

func newWhere(v *View) *where {
	p := &where{
		view: v, place: newText(plain), origin: newText(muted), detail: newText(muted), shown: newText(muted), claims: newClaimList(v),
	}
	p.input = widgets.NewCompleteEntry(p.complete)
	p.input.Eager = true
	p.entry = newStated(v, draftNames[catalog.PropPlace], v.words.T("inspector.where"), p.input, &p.input.Entry, p.understand)
	p.entry.explain = p.explain
	p.input.OnChosen = p.chosen
	p.input.OnSubmitted = func(string) { p.entry.commit() }
	p.input.OnEscape = p.entry.escape
	p.role = widget.NewRadioGroup([]string{v.words.T("inspector.where.created"), v.words.T("inspector.where.shown")}, nil)
	p.role.Horizontal, p.role.Required = true, true
	p.role.Selected = p.role.Options[0]
	p.role.OnChanged = func(string) { p.turn() }
	p.box = p.entry.section(newTight(p.place, p.origin, p.detail, p.shown, p.claims.box), container.New(&column{0}, p.role, p.input))
	return p
}

// about is the role that the entry speaks of.
func (p *where) about() catalog.Property {
	if p.role.Selected == p.role.Options[1] {
		return catalog.PropPlaceShown
	}
	return catalog.PropPlace
}

// turn makes the entry speak of the other role; what is typed and not saved
// stays, and is about that now.
func (p *where) turn() {
	p.entry.name = draftNames[p.about()]
	p.entry.explained = ""
	p.showEntry()
	p.view.relayout()
}

// setRole chooses a role without asking the user.
func (p *where) setRole(about catalog.Property) {
	for i, r := range roles() {
		if r == about && p.about() != about {
			p.role.SetSelected(p.role.Options[i])
		}
	}
}

// restoring turns to the role that texts of an earlier visit are about.
func (p *where) restoring(texts map[string]string) {
	if _, typed := texts[draftNames[catalog.PropPlaceShown]]; typed {
		p.setRole(catalog.PropPlaceShown)
	}
}

// complete offers the places that fit, each with its other names.
func (p *where) complete(text string, show func([]widgets.Option)) {
	var options []widgets.Option
	for _, n := range p.view.store.PlaceNames(text, maxOffered) {
		options = append(options, newCandidate(p.view.words, n, 0, n.Names).option)
	}
	show(options)
}

// chosen saves the place that was chosen from the list: a port may be called as
// its town is, so that its name alone would not do.
func (p *where) chosen(o widgets.Option) {
	near, about, store := o.Value.(catalog.Near), p.about(), p.view.store
	p.input.SetText(o.Text)
	p.entry.send(o.Text, job{understand: func(context.Context) (catalog.Statement, error) {
		return store.UnderstandEntry(about, near.Entry, o.Text)
	}})
}

func (p *where) understand(text string) understanding {
	about, store := p.about(), p.view.store
	return func(ctx context.Context) (catalog.Statement, error) { return store.UnderstandPlace(ctx, about, text) }
}

// explain says what was understood of a typed place. That may need the
// catalogue, for the place of another photo.
func (p *where) explain(text string, tell func(string, error)) {
	store, about, w := p.view.store, p.about(), p.view.words
	task.Ask(p.view.tasks, &p.asking, func(ctx context.Context, say func(string)) error {
		s, err := store.UnderstandPlace(ctx, about, text)
		if err != nil {
			return err
		}
		place, err := catalog.ParsePlace(s.Value)
		if err != nil {
			return err
		}
		at := store.Locate(place)
		say(w.Where(&at, place.Latitude, place.Longitude))
		return nil
	}, func(words string) { tell(words, nil) }, func(err error) {
		if err != nil {
			tell("", err)
		}
	})
}

func (p *where) show() {
	c, w := &p.view.content, p.view.words
	p.showEntry()
	if c.one == nil {
		p.showMany()
		return
	}
	a := &c.one.assessed
	p.place.SetText(orNone(w, "inspector.no_place", w.Where(a.Where, a.Latitude, a.Longitude)))
	p.place.Show()
	origin := ""
	if a.Where != nil {
		origin = w.T("inspector.according_to", "origins", w.Origin(a.Where.Origin))
		if a.PositionError != nil {
			origin += " · " + w.T("inspector.position_error", "distance", w.Distance(*a.PositionError))
		}
	}
	setText(p.origin, origin)
	setText(p.detail, p.detailText(&a.Chosen))
	shown := ""
	if a.Shown != nil {
		lat, lon := shownPoint(a.Claims)
		shown = w.T("inspector.shows", "place", w.Where(a.Shown, lat, lon), "origin", w.Origin(a.Shown.Origin))
	}
	setText(p.shown, shown)
	p.claims.show(aboutPlaces(w, a))
}

func (p *where) showMany() {
	c, w := &p.view.content, p.view.words
	p.claims.show(evidence{})
	for _, l := range []*widget.Label{p.place, p.origin, p.detail, p.shown} {
		setText(l, "")
	}
	if c.read == 0 { // nothing is known yet
		return
	}
	v, common := c.sum.places.common()
	if common {
		setText(p.place, orNone(w, "inspector.no_place", v.text))
		return
	}
	setText(p.place, w.N("inspector.placed", c.sum.placed))
	setText(p.origin, lacking(w, "inspector.without_place", c.sum.photos-c.sum.placed, c.sum.placed))
}

// showEntry tells the entry what a person said of its role.
func (p *where) showEntry() {
	c, w := &p.view.content, p.view.words
	switch {
	case c.one != nil:
		own := spoken(c.one.assessed.Claims, p.about())
		p.entry.show(own.Raw, own.Value != "", p.hint())
		setText(p.entry.counts, "")
	case c.read == 0:
		p.entry.show("", false, "")
		setText(p.entry.counts, "")
	default:
		values := map[catalog.Property]*tally{catalog.PropPlace: &c.sum.places, catalog.PropPlaceShown: &c.sum.shown}[p.about()]
		setText(p.entry.counts, manyLine(w, values))
		p.entry.show("", c.sum.stated[p.about()] > 0, w.N("inspector.change_photos", len(c.ids)))
	}
}

// hint is what stands in the entry while nobody has said anything.
func (p *where) hint() string {
	hint := p.view.words.T("inspector.where.hint")
	if p.about() != catalog.PropPlace {
		return hint
	}
	return p.view.locks.pending(catalog.FieldPlace, hint)
}

// detailText gives the altitude and where the camera looked.
func (p *where) detailText(c *catalog.Chosen) string {
	w := p.view.words
	var parts []string
	if c.Altitude != nil {
		parts = append(parts, w.T("inspector.altitude", "m", strconv.FormatFloat(*c.Altitude, 'f', 0, 64)))
	}
	if name := compass(c.Direction); name != "" {
		parts = append(parts, w.T("inspector.looking", "compass", w.T(name), "bearing", w.Bearing(c.Direction)))
	}
	return strings.Join(parts, " · ")
}

// compassKeys are the eight points of the compass, from north, clockwise.
var compassKeys = [...]string{
	"inspector.compass.n", "inspector.compass.ne", "inspector.compass.e", "inspector.compass.se",
	"inspector.compass.s", "inspector.compass.sw", "inspector.compass.w", "inspector.compass.nw",
}

// compass gives the key of the point of the compass next to a direction, see
// catalog.PropDirection; "" for none.
func compass(direction string) string {
	degrees, err := strconv.ParseFloat(strings.TrimSuffix(direction, "M"), 64)
	if err != nil || degrees < 0 || degrees > 360 {
		return ""
	}
	return compassKeys[int(math.Round(degrees/45))%len(compassKeys)]
}

// shownPoint gives the point of what is shown, as the claim that was followed
// for it says.
func shownPoint(claims []catalog.Claim) (lat, lon *float64) {
	alone := make([]catalog.Claim, 0, len(claims))
	for _, c := range claims {
		if c.Property == catalog.PropPlaceShown {
			c.Property = catalog.PropPlace
			alone = append(alone, c)
		}
	}
	chosen := catalog.Choose(alone, catalog.Circumstances{})
	return chosen.Latitude, chosen.Longitude
}
