package metadata

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Bounds on a packet. encoding/xml expands no entities but those of XML.
const (
	maxPacket  = 2 << 20 // bytes; what lies behind is not read
	maxTokens  = 100_000
	maxNesting = 16 // of properties within one another
)

const nsRDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// namespaces are those of the properties that are read, by the prefix that the
// XMP Specification and IPTC Photo Metadata 2025.1 give them.
var namespaces = map[string]string{
	"http://ns.adobe.com/exif/1.0/":               "exif",
	"http://ns.adobe.com/exif/1.0/aux/":           "aux",
	"http://cipa.jp/exif/1.0/":                    "exifEX",
	"http://ns.adobe.com/tiff/1.0/":               "tiff",
	"http://ns.adobe.com/xap/1.0/":                "xmp",
	"http://ns.adobe.com/photoshop/1.0/":          "photoshop",
	"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
	"http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
}

// node is the value of a property: a text, a list or a structure.
type node struct {
	text   string
	items  []node
	fields properties
}

// properties are values by prefix and name, such as "exif:GPSLatitude", in the
// order written.
type properties map[string][]node

// first gives the text of the first value that has one, in a list that of its
// first item; "" when there is none.
func (p properties) first(name string) string {
	for _, n := range p[name] {
		if text := n.plain(); text != "" {
			return text
		}
	}
	return ""
}

func (n node) plain() string {
	if strings.TrimSpace(n.text) != "" {
		return n.text
	}
	for _, item := range n.items {
		if text := item.plain(); text != "" {
			return text
		}
	}
	return ""
}

// rdfParser reads the RDF of an XMP packet (XMP Specification Part 1, annex C),
// attributes and elements alike.
type rdfParser struct {
	decoder *xml.Decoder
	tokens  int
}

// parsePacket returns the properties of a packet whose namespaces are known.
// What was read before an error is returned beside it.
func parsePacket(packet []byte) (properties, error) {
	cut := len(packet) > maxPacket
	d := xml.NewDecoder(bytes.NewReader(cleanPacket(packet[:min(len(packet), maxPacket)])))
	d.Strict = false
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // cleaned already
	p := rdfParser{decoder: d}
	all := properties{}
	for {
		t, err := p.token()
		switch {
		case errors.Is(err, io.EOF) && !cut:
			return all, nil
		case err != nil:
			return all, err
		}
		if start, is := t.(xml.StartElement); is && start.Name == rdfName("Description") {
			if err := p.description(start, all, 0); err != nil {
				return all, err
			}
		}
	}
}

func rdfName(local string) xml.Name { return xml.Name{Space: nsRDF, Local: local} }

func (p *rdfParser) token() (xml.Token, error) {
	if p.tokens++; p.tokens > maxTokens {
		return nil, fmt.Errorf("more than %d tokens", maxTokens)
	}
	return p.decoder.Token()
}

// description adds the properties of an rdf:Description, or of another element
// that holds some, to those there are.
func (p *rdfParser) description(start xml.StartElement, into properties, depth int) error {
	into.addAttributes(start)
	for {
		t, err := p.token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			if err := p.into(t, into, depth); err != nil {
				return err
			}
		}
	}
}

// into adds the property of an element.
func (p *rdfParser) into(start xml.StartElement, into properties, depth int) error {
	name := prefixed(start.Name)
	if name == "" || depth > maxNesting {
		return p.skip()
	}
	n, err := p.property(start, depth+1)
	into.add(name, n)
	return err
}

// property reads the value of a property element, or of an item of a list.
func (p *rdfParser) property(start xml.StartElement, depth int) (node, error) {
	n := node{fields: properties{}}
	n.fields.addAttributes(start)
	for _, a := range start.Attr {
		if a.Name == rdfName("resource") {
			n.text = limited(a.Value)
		}
	}
	for {
		t, err := p.token()
		if err != nil {
			n.text = limited(n.text)
			return n, err
		}
		switch t := t.(type) {
		case xml.EndElement:
			n.text = limited(n.text)
			return n, nil
		case xml.CharData:
			if len(n.text) <= maxValue { // what is longer is dropped in the end
				n.text += string(t[:min(len(t), maxValue+1)])
			}
		case xml.StartElement:
			if err := p.inside(t, &n, depth); err != nil {
				return n, err
			}
		}
	}
}

// inside reads an element within a property: a structure, a list or its item, a
// value with qualifiers, or a field of a structure.
func (p *rdfParser) inside(start xml.StartElement, n *node, depth int) error {
	if depth > maxNesting {
		return p.skip()
	}
	switch start.Name {
	case rdfName("Description"):
		return p.description(start, n.fields, depth)
	case rdfName("Bag"), rdfName("Seq"), rdfName("Alt"):
		list, err := p.property(start, depth+1)
		n.items = append(n.items, list.items...)
		return err
	case rdfName("li"):
		item, err := p.property(start, depth+1)
		if len(n.items) < maxClaims {
			n.items = append(n.items, item)
		}
		return err
	case rdfName("value"):
		value, err := p.property(start, depth+1)
		n.text = value.text
		return err
	}
	return p.into(start, n.fields, depth)
}

// skip passes over the rest of an element.
func (p *rdfParser) skip() error {
	for depth := 1; depth > 0; {
		t, err := p.token()
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// add keeps one more value, of which more than a few are never looked at.
func (into properties) add(name string, n node) {
	if len(into[name]) < maxClaims {
		into[name] = append(into[name], n)
	}
}

func (into properties) addAttributes(start xml.StartElement) {
	for _, a := range start.Attr {
		if name := prefixed(a.Name); name != "" {
			into.add(name, node{text: limited(a.Value)})
		}
	}
}

// prefixed gives the name of a property that may be read, "" for others. A
// prefix that is nowhere declared stands for itself.
func prefixed(name xml.Name) string {
	if prefix, known := namespaces[name.Space]; known {
		return prefix + ":" + name.Local
	}
	for _, prefix := range namespaces {
		if prefix == name.Space {
			return prefix + ":" + name.Local
		}
	}
	return ""
}

// limited gives text that is not longer than any that is read.
func limited(text string) string {
	if len(text) > maxValue {
		return ""
	}
	return text
}

// cleanPacket gives a packet in UTF-8 without the characters that XML forbids;
// the padding around it may have some.
func cleanPacket(packet []byte) []byte {
	switch {
	case bytes.HasPrefix(packet, []byte("\xFE\xFF")), bytes.HasPrefix(packet, []byte("\x00<")):
		packet = fromUTF16(packet, func(b []byte) uint16 { return uint16(b[0])<<8 | uint16(b[1]) })
	case bytes.HasPrefix(packet, []byte("\xFF\xFE")), bytes.HasPrefix(packet, []byte("<\x00")):
		packet = fromUTF16(packet, func(b []byte) uint16 { return uint16(b[1])<<8 | uint16(b[0]) })
	}
	return bytes.Map(func(c rune) rune {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0xFFFE || c == 0xFFFF || c == '\uFEFF' {
			return -1
		}
		return c // bytes that are no UTF-8 come as utf8.RuneError
	}, packet)
}

func fromUTF16(b []byte, unit func([]byte) uint16) []byte {
	out := make([]byte, 0, len(b)*3/2)
	for ; len(b) >= 2; b = b[2:] {
		c := rune(unit(b))
		if utf16.IsSurrogate(c) && len(b) >= 4 {
			c = utf16.DecodeRune(c, rune(unit(b[2:])))
			b = b[2:]
		}
		out = utf8.AppendRune(out, c)
	}
	return out
}
