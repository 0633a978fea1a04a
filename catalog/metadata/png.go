package metadata

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"waybill/catalog"
	"waybill/catalog/format"
)

// maxText bounds what a compressed text in a PNG may become, in bytes.
const maxText = 1 << 20

// png reads the eXIf chunk and the texts of a PNG (PNG 3rd edition, sections
// 11.3.3 and 11.3.6) that hold XMP, or the profiles that ImageMagick writes. The
// times among the texts are those of files or of no agreed form, and are no
// claims.
func (c *collector) png(data []byte) {
	var texts []pngText
	seen := map[string]bool{}
	for chunk := range format.PNGChunks(data) {
		switch chunk.Type {
		case "eXIf":
			c.exif(withoutName(chunk.Data))
		case "tEXt", "zTXt", "iTXt":
			if t, ok := readText(chunk); ok && !seen[t.keyword] {
				seen[t.keyword] = true
				texts = append(texts, t)
			}
		}
	}
	for _, t := range texts {
		c.pngText(t)
	}
}

// pngText is a keyword with what stands behind it.
type pngText struct {
	keyword    string
	text       []byte
	compressed bool
	utf8       bool // else Latin-1
}

// pngKeywords are the keywords that say something, and what they hold.
var pngKeywords = map[string]string{
	"XML:com.adobe.xmp":     "xmp",
	"Raw profile type xmp":  "xmp in hex",
	"Raw profile type exif": "exif in hex",
	"Raw profile type APP1": "app1 in hex",
	"Raw profile type iptc": "iptc in hex",
	"Software":              "software",
}

// readText splits the chunk of a text whose keyword says something.
func readText(chunk format.Chunk) (pngText, bool) {
	keyword, rest, found := bytes.Cut(chunk.Data, []byte{0})
	t := pngText{keyword: string(keyword[:min(len(keyword), 79)]), text: rest}
	if !found || pngKeywords[t.keyword] == "" {
		return t, false
	}
	switch chunk.Type {
	case "zTXt":
		if len(rest) < 1 || rest[0] != 0 {
			return t, false
		}
		t.text, t.compressed = rest[1:], true
	case "iTXt":
		if len(rest) < 2 || rest[1] != 0 {
			return t, false
		}
		_, translated, _ := bytes.Cut(rest[2:], []byte{0}) // behind the language
		_, t.text, _ = bytes.Cut(translated, []byte{0})
		t.compressed, t.utf8 = rest[0] == 1, true
	}
	return t, true
}

func (c *collector) pngText(t pngText) {
	text, err := t.plain()
	if err != nil {
		c.note(fmt.Errorf("png %s: %w", t.keyword, err))
		return
	}
	holds, isHex := strings.CutSuffix(pngKeywords[t.keyword], " in hex")
	if isHex {
		text = profile(text)
	}
	switch holds {
	case "software":
		raw := string(text)
		if !t.utf8 {
			raw = latin1(text)
		}
		if raw = printable(raw); len(raw) <= maxValue {
			c.claim(catalog.OriginFilesystem, catalog.PropSoftware, raw, cleanText(raw))
		}
	case "xmp":
		c.xmp(text)
	case "exif":
		c.exif(withoutName(text))
	case "app1": // either of them, as in a JPEG
		if bytes.HasPrefix(text, []byte("Exif\x00")) {
			c.exif(withoutName(text))
		} else if _, packet, is := bytes.Cut(text, []byte("xap/1.0/\x00")); is {
			c.xmp(packet)
		}
	case "iptc":
		c.iptc(format.PhotoshopResource(text, format.ResourceIPTC))
	}
}

// plain gives the text uncompressed, up to maxText.
func (t pngText) plain() ([]byte, error) {
	if !t.compressed {
		return t.text, nil
	}
	z, err := zlib.NewReader(bytes.NewReader(t.text))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(z, maxText))
	if len(text) > 0 {
		err = nil // what is there is read
	}
	return text, err
}

// profile reads what ImageMagick writes: a name, a length and the bytes in
// hexadecimal, a line each and many for the last.
func profile(text []byte) []byte {
	lines := bytes.SplitN(bytes.TrimLeft(text, "\n"), []byte("\n"), 3)
	if len(lines) < 3 {
		return nil
	}
	digits := bytes.Join(bytes.Fields(lines[2]), nil)
	b := make([]byte, hex.DecodedLen(len(digits)))
	n, _ := hex.Decode(b, digits) // up to the first that is none
	return b[:n]
}
