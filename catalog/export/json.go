package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"

	"waybill/catalog"
)

// Schema names the form of photos.json. Its number changes when a field is
// taken away or means something else, not when one is added.
const Schema = "waybill.photos/1"

const jsonHead = `{"schema":"` + Schema + `","photos":[`

// jsonTable writes the data of docs/formats.md, one photo a line.
type jsonTable struct {
	*output
	names bool
	next  string // what stands before the next photo
}

func newJSON(out *output, o Options) *jsonTable {
	return &jsonTable{output: out, names: o.Names, next: jsonHead + "\n"}
}

func (t *jsonTable) add(p *catalog.Photo, file string) error {
	var b bytes.Buffer
	b.WriteString(t.next)
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(t.photo(p, file)); err != nil {
		return err
	}
	t.next = ","
	_, err := t.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
	return errors.Join(err, t.WriteByte('\n'))
}

func (t *jsonTable) finish() error {
	if t.next == "," {
		t.next = ""
	}
	_, err := t.WriteString(t.next + "]}\n")
	return errors.Join(err, t.output.finish())
}

// photo is a photo as docs/formats.md describes it. Unknown is null.
type photo struct {
	ID           string  `json:"id"`
	SHA256       string  `json:"sha256"`
	File         *string `json:"file"`
	OriginalName *string `json:"original_name,omitempty"`
	Batch        *string `json:"batch,omitempty"`
	Facts
	Date           *string       `json:"date"` // EDTF
	Kind           *string       `json:"kind"`
	Place          *string       `json:"place"`
	PlacePrecision *string       `json:"place_precision"`
	Observations   []observation `json:"observations"`
}

func (t *jsonTable) photo(p *catalog.Photo, file string) photo {
	out := photo{
		ID: p.UUID, SHA256: p.SHA256, File: known(file), Facts: FactsOf(p), Observations: []observation{},
		Date: known(edtfOf(p)), Kind: known(string(p.Kind)), Place: known(placeName(p)), PlacePrecision: known(precision(p)),
	}
	if t.names {
		out.OriginalName, out.Batch = &p.Name, &p.BatchName
	}
	for i := range p.Observations {
		out.Observations = append(out.Observations, observationOf(&p.Observations[i]))
	}
	return out
}

// known gives nil for "", which stands for what nobody said.
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// itemNames lists the items that a photo shows, or those only reported, each
// once, in the order in which they were added.
func itemNames(p *catalog.Photo, visible bool) []string {
	var names []string
	for _, o := range p.Observations {
		if o.Visible == visible && !slices.Contains(names, o.ItemName) {
			names = append(names, o.ItemName)
		}
	}
	return names
}
