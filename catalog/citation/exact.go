package citation

import (
	"time"

	"waybill/catalog"
)

// Exact is what an archive is told of a photo beside its goods.
type Exact struct {
	Photo     string         `json:"photo"`   // UUID
	SHA256    string         `json:"sha256"`  // of the file as it was received
	Version   *Version       `json:"version"` // nil for an original
	Kind      catalog.Kind   `json:"kind"`
	Date      *catalog.Date  `json:"date"`
	Latitude  *float64       `json:"latitude"`  // degrees, WGS 84
	Longitude *float64       `json:"longitude"` // degrees, WGS 84
	Where     *catalog.Where `json:"where"`     // the camera stood
	Shown     *catalog.Where `json:"shown"`     // is depicted
}

// ExactGoods is what an archive is told of an observation.
type ExactGoods struct {
	Observation   string              `json:"observation"` // UUID
	Item          string              `json:"item"`        // key in the vocabulary
	Seen          catalog.Seen        `json:"seen"`
	Determination *ExactDetermination `json:"determination"`
}

// ExactDetermination is a determination with all that it rests on.
type ExactDetermination struct {
	ID         string            `json:"id"` // UUID
	Measure    string            `json:"measure"`
	Pack       string            `json:"pack"` // with its version
	Direction  catalog.Direction `json:"direction"`
	Exemptions string            `json:"exemptions"`
	AsOf       string            `json:"as_of"` // EDTF
	Reason     string            `json:"reason"`
	At         time.Time         `json:"at"`
	Reviews    []ExactReview     `json:"reviews"`
}

// ExactReview is what somebody else says of it.
type ExactReview struct {
	Kind     catalog.ReviewKind `json:"kind"`
	Text     string             `json:"text"`
	By       string             `json:"by"`
	At       time.Time          `json:"at"`
	Resolved bool               `json:"resolved"`
}

func (in *Input) exact() *Exact {
	p := &in.Photo
	return &Exact{
		Photo: p.UUID, SHA256: p.SHA256, Version: in.Version, Kind: p.Kind, Date: p.Date,
		Latitude: p.Latitude, Longitude: p.Longitude, Where: p.Where, Shown: p.Shown,
	}
}

func exactGoods(o *catalog.Observation) *ExactGoods {
	g := &ExactGoods{Observation: o.UUID, Item: o.ItemKey, Seen: o.Seen}
	t := o.Determination
	if t == nil {
		return g
	}
	g.Determination = &ExactDetermination{
		ID: t.UUID, Measure: t.Measure, Pack: t.Pack, Direction: t.Direction, Exemptions: t.Exemptions, AsOf: t.AsOf,
		Reason: t.Reason, At: t.At, Reviews: []ExactReview{},
	}
	for _, r := range t.Reviews {
		g.Determination.Reviews = append(g.Determination.Reviews, ExactReview{Kind: r.Kind, Text: r.Text, By: r.By, At: r.At, Resolved: r.Resolved})
	}
	return g
}
