package metadata

import (
	"fmt"

	"waybill/catalog"
)

// What is kept of one file.
const (
	maxClaims = 16 // of one origin about one property
	maxParts  = 4  // of one name
	maxNotes  = 64
)

// collector keeps what the parts of a file say.
type collector struct {
	claims []catalog.Claim
	parts  map[string]int // how many of each name were read
	errs   []error
}

// claim keeps what one field, or several that belong together, say. Nothing
// written is nothing claimed, and what an origin says twice is said once.
func (c *collector) claim(o catalog.Origin, p catalog.Property, raw, value string) {
	if raw == "" {
		return
	}
	n := 0
	for _, said := range c.claims {
		if said.Origin != o || said.Property != p {
			continue
		}
		if said.Value == value && (value != "" || said.Raw == raw) {
			return
		}
		n++
	}
	if n < maxClaims {
		c.claims = append(c.claims, catalog.Claim{Origin: o, Property: p, N: n, Raw: raw, Value: value})
	}
}

func (c *collector) note(err error) {
	if len(c.errs) < maxNotes {
		c.errs = append(c.errs, err)
	}
}

// part runs what reads one part of a file. A panic inside, which decoders have
// for what they did not foresee, costs that part only. Of more parts of one name
// than any file has the rest is not read.
func (c *collector) part(name string, read func()) {
	if c.parts == nil {
		c.parts = map[string]int{}
	}
	if c.parts[name]++; c.parts[name] > maxParts {
		return
	}
	before := len(c.errs)
	defer func() {
		if p := recover(); p != nil {
			c.note(fmt.Errorf("panic: %v", p))
		}
		for i := before; i < len(c.errs); i++ {
			c.errs[i] = fmt.Errorf("%s: %w", name, c.errs[i])
		}
	}()
	read()
}
