package catalog

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"time"
)

// Circumstances are what claims are weighed with.
type Circumstances struct {
	Gazetteer Gazetteer // nil knows no place
	Added     time.Time // UTC, when the photo came into the catalogue: a later time is wrong; zero is not known
}

// Choose weighs what is claimed about one photo. For each property the claim of
// the strongest origin that says something usable is followed (see rank).
// An editor's word stands as it is. Of all others, claims about the date and the
// place that can both be true narrow one another: a batch's or a source's "early
// July" never beats an exact time inside it. Those that cannot are warnings, as
// is whatever else a person should look at.
func Choose(claims []Claim, at Circumstances) Chosen {
	return weigh(claims, at).chosen
}

// Followed reports which of the claims Choose follows.
func Followed(claims []Claim, at Circumstances) []bool {
	w := weigh(claims, at)
	followed := make([]bool, len(claims))
	for i := range w.followed {
		followed[i] = true
	}
	return followed
}

// weighing is one photo's claims on their way to what they amount to.
type weighing struct {
	claims   []Claim
	order    []int // of claims, the strongest first
	at       Circumstances
	followed map[int]bool
	warned   map[WarningCode]int
	apartIn  map[Origin]bool // whose position is not the place that is followed
	chosen   Chosen
}

func weigh(claims []Claim, at Circumstances) *weighing {
	w := &weighing{claims: claims, at: at, followed: map[int]bool{}, warned: map[WarningCode]int{}, apartIn: map[Origin]bool{}}
	for i := range claims {
		if rank(claims[i].Origin) >= 0 {
			w.order = append(w.order, i)
		}
	}
	slices.SortStableFunc(w.order, func(a, b int) int {
		return cmp.Or(cmp.Compare(rank(claims[a].Origin), rank(claims[b].Origin)), cmp.Compare(claims[a].N, claims[b].N))
	})
	w.kind()
	w.place()
	w.date()
	w.texts()
	w.remarks()
	return w
}

// first gives the strongest claim about a property that says something usable.
func (w *weighing) first(p Property, usable func(Claim) bool) {
	for _, i := range w.order {
		if c := w.claims[i]; c.Property == p && c.Value != "" && usable(c) {
			w.followed[i] = true
			return
		}
	}
}

func (w *weighing) text(p Property, target *string) {
	w.first(p, func(c Claim) bool {
		*target = c.Value
		return true
	})
}

// standpoint is text about where the camera stood: that of a screen is none.
func (w *weighing) standpoint(p Property, target *string) {
	w.first(p, func(c Claim) bool {
		if w.ofScreen(c) || w.apartIn[c.Origin] {
			return false
		}
		*target = c.Value
		return true
	})
}

// number is a number about where the camera stood.
func (w *weighing) number(p Property, target **float64) {
	w.first(p, func(c Claim) bool {
		n, ok := finite(c.Value)
		if ok = ok && !w.ofScreen(c) && !w.apartIn[c.Origin]; ok {
			*target = &n
		}
		return ok
	})
}

// finite reads a number, but not one that JSON cannot hold.
func finite(s string) (float64, bool) {
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil && !math.IsNaN(n) && !math.IsInf(n, 0)
}

// kind follows who says what the picture is. Of a file that a camera wrote a
// scene is proposed.
func (w *weighing) kind() {
	camera := false
	w.first(PropKind, func(c Claim) bool {
		k, err := ParseKind(c.Value)
		if err != nil || k == "" {
			return false
		}
		w.chosen.Kind, w.chosen.KindOrigin = k, c.Origin
		return true
	})
	for _, c := range w.claims {
		camera = camera || c.Origin == OriginExif && c.Property == PropExposure && c.Value != ""
	}
	if w.chosen.Kind == "" && camera {
		w.chosen.Kind, w.chosen.KindOrigin = KindScene, OriginExif
	}
}

func (w *weighing) texts() {
	w.text(PropMake, &w.chosen.Make)
	w.text(PropModel, &w.chosen.Model)
	w.text(PropLens, &w.chosen.Lens)
	w.text(PropExposure, &w.chosen.Exposure)
	w.standpoint(PropDirection, &w.chosen.Direction)
	w.number(PropAltitude, &w.chosen.Altitude)
	w.number(PropPositionError, &w.chosen.PositionError)
	var ignored string
	w.text(PropOrientation, &ignored)
}

// remarks are claims that are warnings in themselves.
func (w *weighing) remarks() {
	var screen []Claim
	for _, i := range w.order {
		c := w.claims[i]
		switch {
		case c.Value == "":
		case c.Property == PropFormat:
			w.warn(WarnFormat, c)
		case c.Property == PropThumbnail:
			w.warn(WarnThumbnail, c)
		case (c.Property == PropTaken || c.Property == PropPosition) && w.ofScreen(c):
			screen = append(screen, c)
		}
	}
	if len(screen) > 0 {
		w.warn(WarnScene, screen...)
	}
}

// ofScreen reports whether a claim is the file's own word about a picture that
// shows something older and elsewhere.
func (w *weighing) ofScreen(c Claim) bool {
	return !w.chosen.Kind.DatesScene() && !c.Origin.IsPerson() && c.Origin != OriginBatch
}

// maxWarnings is how many warnings of one code are kept, and how many claims in
// one: nobody reads more, and a photo's row must not grow without bounds.
const maxWarnings = 16

// final reports whether a claim stands as it is, whatever narrower ones say: the
// editor sees what the editor wrote.
func (w *weighing) final(i int) bool { return w.claims[i].Origin == OriginEditor }

func (w *weighing) warn(code WarningCode, claims ...Claim) {
	if w.warned[code]++; w.warned[code] > maxWarnings {
		return
	}
	claims = claims[:min(len(claims), maxWarnings)]
	w.chosen.Warnings = append(w.chosen.Warnings, Warning{Code: code, Claims: claims})
}
