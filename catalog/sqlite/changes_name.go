package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"waybill/catalog"
)

// namer puts changes into values that people can read, and finds what rows are
// called, each once.
type namer struct {
	ctx   context.Context
	q     querier
	known map[string]string
}

// changes gives what a change of one row says, column by column.
func (n *namer) changes(c *changed) ([]catalog.Change, error) {
	base := catalog.Change{Step: c.at.Step, Photo: c.photo, Entity: c.Entity, Row: c.Row, Destroyed: c.destroyed}
	if c.destroyed {
		return []catalog.Change{base}, nil
	}
	either := c.After
	if either == nil {
		either = c.Before
	}
	if c.Entity == entClaim {
		origin, _ := either["origin"].(string)
		if base.Origin = catalog.Origin(origin); c.Before == nil && !base.Origin.IsPerson() {
			return nil, nil // read when the file came
		}
		property, _ := either["property"].(string)
		base.Property = catalog.Property(property)
	}
	var err error
	if base.Subject, err = n.subject(c.Entity, either); err != nil {
		return nil, err
	}
	before, after := c.Before, c.After
	if c.Entity == entObservation {
		before, after = standing(before), standing(after)
	}
	if c.Entity == entDetermination {
		if before, after, err = n.judged(c); err != nil {
			return nil, err
		}
	}
	if c.Entity == entPhoto && (before == nil || after == nil) {
		return nil, nil // its arrival tells
	}
	var list []catalog.Change
	for _, column := range shown(c.Entity) {
		change := base
		change.Field = column
		if change.Before, err = n.value(c.Entity, column, before); err != nil {
			return nil, err
		}
		if change.After, err = n.value(c.Entity, column, after); err != nil {
			return nil, err
		}
		change.Alias = c.Entity == entSource || column == "source" || c.Entity == entTemplate && column == "content"
		if change.Before != change.After {
			list = append(list, change)
		}
	}
	return list, nil
}

// standing gives an observation, nil when it was removed.
func standing(r row) row {
	if r["removed"] == int64(1) {
		return nil
	}
	return r
}

// judged gives the judgements between which a determination stands: the one that
// was in force before it was made is there again when it is taken back.
func (n *namer) judged(c *changed) (before, after row, err error) {
	if c.Before != nil && c.After != nil {
		return c.Before, c.After, nil
	}
	own := c.After
	if own == nil {
		own = c.Before
	}
	other, err := n.past(`entity = 'determination' AND row = (SELECT max(row) FROM change WHERE photo = ?2 AND +entity = 'determination' AND +row < ?1
		AND json_extract(payload, '$.after.observation') = ?3)`, c.Row, int64(c.photo), own["observation"])
	if err != nil {
		return nil, nil, err
	}
	if c.After == nil {
		return own, other, nil
	}
	return other, own, nil
}

// past gives the row that the newest change which fits is about, as it was left or
// as it was before it went; nil when there is none.
func (n *namer) past(where string, args ...any) (row, error) {
	var text string
	err := n.q.QueryRowContext(n.ctx, "SELECT payload FROM change WHERE "+where+" AND payload IS NOT NULL ORDER BY step DESC, n DESC LIMIT 1", args...).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	p, err := parsePayload(text)
	if p.After != nil {
		return p.After, err
	}
	return p.Before, err
}

// subject gives what a row is about in words.
func (n *namer) subject(entity string, r row) (string, error) {
	text := func(column string) string { s, _ := r[column].(string); return s }
	switch entity {
	case entObservation:
		return n.name(entItem, r["item"])
	case entDetermination:
		return n.goods(r["observation"])
	case entReview:
		d, err := n.past("entity = 'determination' AND row = ?", r["determination"])
		if err != nil || d == nil {
			return "", err
		}
		return n.goods(d["observation"])
	case entArrival:
		return n.name(entBatch, r["batch"])
	case entLeg:
		return n.name(entRoute, r["route"])
	case entItem, entRoute, entUnit, entPlace:
		return rowLabel(r), nil
	case entPack:
		return text("key"), nil
	}
	return text("name"), nil
}

// goods gives the name of what was observed.
func (n *namer) goods(observation any) (string, error) {
	o, err := n.past("entity = 'observation' AND row = ?", observation)
	if err != nil || o == nil {
		return "", err
	}
	return n.name(entItem, o["item"])
}

// name gives what a row is called; one that is gone as it was called last.
func (n *namer) name(entity string, id any) (string, error) {
	number, ok := id.(int64)
	if !ok {
		return "", nil
	}
	key := nameKey(entity, number)
	if name, ok := n.known[key]; ok {
		return name, nil
	}
	name, err := labelOf(n.ctx, n.q, entity, number)
	if errors.Is(err, sql.ErrNoRows) {
		var r row
		r, err = n.past("entity = ? AND row = ?", entity, number)
		switch entity {
		case entSource:
			name, _ = r["alias"].(string)
		case entBatch:
			name, _ = r["name"].(string)
		default:
			name = rowLabel(r)
		}
	}
	n.known[key] = name
	return name, err
}

// value gives what stands in a column of a row, "" where there is none.
func (n *namer) value(entity, column string, r row) (string, error) {
	if r == nil {
		return "", nil
	}
	v := r[column]
	switch column {
	case "item", "parent":
		return n.name(entItem, v)
	case "route":
		return n.name(entRoute, v)
	case "source":
		return n.name(entSource, v)
	case "batch":
		return n.name(entBatch, v)
	case "region":
		return region(r), nil
	case "point":
		return numbers(r["latitude"], r["longitude"]), nil
	}
	if entity == entClaim && v == "" {
		v = r["raw"] // what could not be understood
	}
	return plainText(v), nil
}

// region writes a region as W3C Media Fragments have it.
func region(r row) string {
	var sides [4]float64
	for i, column := range []string{"x", "y", "w", "h"} {
		switch v := r[column].(type) {
		case nil:
			return ""
		case int64:
			sides[i] = float64(v)
		case float64:
			sides[i] = v
		}
	}
	return fmt.Sprintf("xywh=percent:%.2f,%.2f,%.2f,%.2f", 100*sides[0], 100*sides[1], 100*sides[2], 100*sides[3])
}

// numbers writes those of some values that are there, with ", " between.
func numbers(values ...any) string {
	var parts []string
	for _, v := range values {
		if text := plainText(v); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, ", ")
}

func plainText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}
