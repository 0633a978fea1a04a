package metadata

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"github.com/bep/imagemeta"
)

// Bounds on what imagemeta may do with one file or record.
const (
	maxRead = 16 << 20 // bytes, what is read again too
	maxTags = 5000
	maxTime = 5 * time.Second // true files take milliseconds
)

// packets reads the XMP packets that imagemeta finds in a HEIC or AVIF.
func (c *collector) packets(data []byte) {
	n := 0
	err := decode(data, imagemeta.Options{
		ImageFormat: imagemeta.HEIF,
		Sources:     imagemeta.XMP,
		HandleXMP: func(r io.Reader) error {
			packet, err := io.ReadAll(r)
			c.xmp(packet)
			if n++; err == nil && n == maxParts {
				err = imagemeta.ErrStopWalking
			}
			return err
		},
	})
	if err != nil {
		c.note(fmt.Errorf("xmp: %w", err))
	}
}

// decode runs imagemeta over data. It stops where it is made to read more than
// it needs, or for longer: a box can send it back to where it was.
func decode(data []byte, o imagemeta.Options) error {
	m := &meter{Reader: bytes.NewReader(data), left: maxRead, until: time.Now().Add(maxTime)}
	o.R, o.LimitNumTags, o.LimitTagSize = m, maxTags, maxValue
	if _, err := imagemeta.Decode(o); err != nil {
		return err
	}
	return m.err // which imagemeta takes for an end
}

// meter is a reader that ends after a number of bytes and at a time. Its owner
// needs no second goroutine to be rid of a decoder that goes round in circles.
type meter struct {
	*bytes.Reader
	left  int
	until time.Time
	err   error // why it ended before its time
}

func (m *meter) Read(b []byte) (int, error) {
	if m.left <= 0 || time.Now().After(m.until) {
		m.err = fmt.Errorf("more than %d bytes or %v needed", maxRead, maxTime)
		return 0, m.err
	}
	n, err := m.Reader.Read(b[:min(len(b), m.left)])
	m.left -= n
	return n, err
}
