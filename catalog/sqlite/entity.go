package sqlite

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"waybill/catalog"
)

// row is one row of an entity as the history keeps it: column name to value,
// which is nil, int64, float64 or string.
type row map[string]any

// text gives a column of text, "" when it has none.
func (r row) text(column string) string {
	s, _ := r[column].(string)
	return s
}

// entity is a table whose rows are written through the door. The columns are
// the truth that the history keeps; a table may have derived ones besides.
type entity struct {
	name    string
	columns []string
}

const (
	entSource        = "source"
	entItem          = "item"
	entRoute         = "route"
	entLeg           = "leg"
	entBatch         = "batch"
	entPhoto         = "photo"
	entArrival       = "arrival"
	entClaim         = "claim"
	entObservation   = "observation"
	entLot           = "lot"
	entDetermination = "determination"
	entReview        = "review"
	entPack          = "pack"
	entSetting       = "setting"
	entUnit          = "unit"
	entPlace         = "place"
	entSearch        = "saved_search"
	entTemplate      = "template"
)

func entityOf(name string) (entity, error) {
	columns := map[string]string{
		entSource: "uuid alias",
		entItem:   "uuid key en ko ko_dprk zh also hs own parent removed caption",
		entRoute:  "uuid key en ko zh also mode direction own removed",
		entLeg:    "route n kind place en ko zh also latitude longitude accuracy",
		entBatch:  "uuid name received via source message route direction credit added finished fingerprint taken place",
		entPhoto: "uuid sha256 size format path referenced width height orientation problem added name batch " +
			"caption note credit route source phash removed",
		entArrival: "photo batch source name path mtime sidecar",
		entClaim:   "photo origin property n raw value",
		entObservation: "uuid photo item visible removed x y w h stage direction basis use quantity unit estimated " +
			"brand model label made_in packaging note confidence lot",
		entLot:           "uuid item",
		entDetermination: "uuid observation status reason actor at measure pack direction exemptions as_of",
		entReview:        "uuid determination kind text actor at resolved",
		entPack:          "key version head measures goods",
		entSetting:       "name value",
		entUnit:          "uuid key en en_plural ko zh also own removed",
		entPlace:         "uuid key kind en ko ko_dprk zh also countries latitude longitude accuracy removed merged",
		entSearch:        "uuid name query",
		entTemplate:      "uuid name key content",
	}[name]
	if columns == "" {
		return entity{}, fmt.Errorf("no entity %q", name)
	}
	return entity{name: name, columns: strings.Fields(columns)}, nil
}

// has tells whether an entity has a column.
func (e entity) has(column string) bool { return slices.Contains(e.columns, column) }

func (e entity) selectSQL() string {
	return "SELECT " + strings.Join(e.columns, ", ") + " FROM " + e.name + " WHERE id = ?"
}

func (e entity) insertSQL() string {
	return "INSERT INTO " + e.name + " (id, " + strings.Join(e.columns, ", ") + ") VALUES (?" +
		strings.Repeat(", ?", len(e.columns)) + ")"
}

func (e entity) updateSQL() string {
	return "UPDATE " + e.name + " SET " + strings.Join(e.columns, " = ?, ") + " = ? WHERE id = ?"
}

func (e entity) deleteSQL() string { return "DELETE FROM " + e.name + " WHERE id = ?" }

// values gives the row's values in the order of the columns, as SQLite will
// give them back: text is made valid UTF-8, for JSON can hold no other.
func (e entity) values(r row) []any {
	values := make([]any, len(e.columns))
	for i, c := range e.columns {
		values[i] = plain(r[c])
		r[c] = values[i]
	}
	return values
}

// plain reduces a value to what a row may hold.
func plain(v any) any {
	switch v := v.(type) {
	case string:
		return strings.ToValidUTF8(v, "\uFFFD")
	case bool:
		if v {
			return int64(1)
		}
		return int64(0)
	case int:
		return int64(v)
	case *int:
		if v == nil {
			return nil
		}
		return int64(*v)
	case *float64:
		if v == nil {
			return nil
		}
		return *v
	}
	return v
}

// optional is for text in a column that came later than its table: rows from
// before have none there.
func optional(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// ref makes a reference to another row out of an id; 0 is none.
func ref[T ~int64](id T) any {
	if id == 0 {
		return nil
	}
	return int64(id)
}

// canonical writes v as JSON in one form only: keys sorted, no spaces.
func canonical(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// payload is what the history keeps of one change.
type payload struct {
	After  row    `json:"after"`
	Before row    `json:"before"`
	Entity string `json:"entity"`
	Row    int64  `json:"row"`
}

// parsePayload reads a payload back, whole numbers as int64.
func parsePayload(text string) (payload, error) {
	var p payload
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	if err := dec.Decode(&p); err != nil {
		return payload{}, &catalog.Error{Code: catalog.ErrCorrupt, Op: "read history", Err: err}
	}
	for _, r := range []row{p.Before, p.After} {
		for k, v := range r {
			n, ok := v.(json.Number)
			if !ok {
				continue
			}
			if i, err := n.Int64(); err == nil {
				r[k] = i
			} else if f, err := n.Float64(); err == nil {
				r[k] = f
			}
		}
	}
	return p, nil
}
