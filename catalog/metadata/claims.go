package metadata

import (
	"fmt"

	"waybill/catalog"
)

// maxClaims bounds how often one origin is heard about one property.
const maxClaims = 16

// collector keeps what the parts of a file say.
type collector struct {
	claims []catalog.Claim
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

func (c *collector) note(err error) { c.errs = append(c.errs, err) }

// part runs what reads one part of a file. A panic inside, which decoders have
// for what they did not foresee, costs that part only.
func (c *collector) part(name string, read func()) {
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
