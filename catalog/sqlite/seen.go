package sqlite

import (
	"database/sql"

	"waybill/catalog"
)

const seenSQL = `o.x, o.y, o.w, o.h, coalesce(o.stage, ''), coalesce(o.direction, ''), coalesce(o.basis, ''), coalesce(o.use, ''),
	o.quantity, coalesce(o.unit, ''), coalesce(o.estimated, 0), coalesce(o.brand, ''), coalesce(o.model, ''), coalesce(o.label, ''),
	coalesce(o.made_in, ''), coalesce(o.packaging, ''), coalesce(o.note, ''), coalesce(o.confidence, '')`

// seenRow scans seenSQL.
type seenRow struct {
	*catalog.Seen
	x, y, w, h sql.NullFloat64
}

func (r *seenRow) targets() []any {
	s := r.Seen
	return []any{
		&r.x, &r.y, &r.w, &r.h, &s.Stage, &s.Direction, &s.Basis, &s.Use, &s.Quantity, &s.Unit, &s.Estimated,
		&s.Brand, &s.Model, &s.Label, &s.MadeIn, &s.Packaging, &s.Note, &s.Confidence,
	}
}

func (r *seenRow) finish() {
	if r.w.Valid {
		r.Region = &catalog.Region{X: r.x.Float64, Y: r.y.Float64, W: r.w.Float64, H: r.h.Float64}
	}
}

// seenColumns gives the columns that hold what is known of goods.
func seenColumns(s catalog.Seen) row {
	r := row{
		"x": nil, "y": nil, "w": nil, "h": nil,
		"stage": optional(string(s.Stage)), "direction": optional(string(s.Direction)), "basis": optional(string(s.Basis)),
		"use": optional(s.Use), "quantity": s.Quantity, "unit": optional(s.Unit), "estimated": nil,
		"brand": optional(s.Brand), "model": optional(s.Model), "label": optional(s.Label), "made_in": optional(s.MadeIn),
		"packaging": optional(string(s.Packaging)), "note": optional(s.Note), "confidence": optional(string(s.Confidence)),
	}
	if s.Region != nil {
		r["x"], r["y"], r["w"], r["h"] = s.Region.X, s.Region.Y, s.Region.W, s.Region.H
	}
	if s.Estimated {
		r["estimated"] = 1
	}
	return r
}
