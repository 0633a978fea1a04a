// Package filename reads what the names that programs give their files say:
// which program, and when it took, saved or received the picture. It knows the
// patterns only from the table it is given, and opens no file.
package filename

import (
	"regexp"

	"golang.org/x/text/unicode/norm"

	"waybill/catalog"
)

// maxName bounds a name, in bytes. File systems allow 255 UTF-16 units, which
// decomposed Hangul makes 765 bytes of.
const maxName = 1024

// Patterns is a list of patterns of which the first that matches decides. The
// zero value has none. It is never changed, so any number of goroutines may use it.
type Patterns struct{ list []pattern }

// pattern is one row of the table.
type pattern struct {
	id, app string
	regex   *regexp.Regexp
	event   catalog.Property
	clock   Clock
	finest  Precision // what the row trusts the name for; 0 no time at all
}

// Reading is what one name says.
type Reading struct {
	Pattern string           // id of the row that matched
	App     string           // the program, as shown to people
	Event   catalog.Property // what happened at the moment: PropTaken, PropSaved, PropReceived or PropScreenshot
	Moment  *Moment          // nil when the name says none, or one that no calendar has
}

// Before gives the patterns of p, a user's own, followed by those of rest.
func (p *Patterns) Before(rest *Patterns) *Patterns {
	list := make([]pattern, 0, len(p.list)+len(rest.list))
	return &Patterns{list: append(append(list, p.list...), rest.list...)}
}

// Match reads a file's base name in any Unicode form, and tells whether a
// pattern knows it. A name longer than 1024 bytes is not known.
func (p *Patterns) Match(name string) (Reading, bool) {
	if len(name) > maxName {
		return Reading{}, false
	}
	name = norm.NFC.String(name)
	for _, known := range p.list {
		if r, ok := known.read(name); ok {
			return r, true
		}
	}
	return Reading{}, false
}

// read matches a name in form C against one pattern.
func (p pattern) read(name string) (Reading, bool) {
	found := p.regex.FindStringSubmatch(name)
	if found == nil {
		return Reading{}, false
	}
	var parts parts
	for i, group := range p.regex.SubexpNames() {
		parts.set(group, found[i])
	}
	return Reading{Pattern: p.id, App: p.app, Event: p.event, Moment: parts.moment(p.clock, p.finest)}, true
}

// Claims gives what a file's base name claims, each with the name as given as
// its raw text: the moment when there is one, the program, and that it is a
// screenshot. A name that no pattern knows claims nothing.
func (p *Patterns) Claims(name string) []catalog.Claim {
	r, ok := p.Match(name)
	if !ok {
		return nil
	}
	var claims []catalog.Claim
	add := func(about catalog.Property, value string) {
		claims = append(claims, catalog.Claim{Origin: catalog.OriginFilename, Property: about, Raw: name, Value: value})
	}
	if r.Moment != nil {
		add(r.Event, r.Moment.EDTF())
	}
	add(catalog.PropApp, r.App)
	if r.Event == catalog.PropScreenshot {
		add(catalog.PropKind, string(catalog.KindScreenshot))
	}
	return claims
}
