package sqlite

import (
	"strings"

	"waybill/catalog"
)

// detail gives the facts from which the history's words are made. It never
// holds an alias or the text of a caption or note.
func (a *editing) detail(photos int) (map[string]any, error) {
	e := a.e
	detail := map[string]any{"photos": photos}
	if len(a.items) > 0 {
		detail["added"] = a.d.itemNames(a.items)
	}
	if len(e.RemoveItems) > 0 {
		detail["removed"] = a.d.itemNames(e.RemoveItems)
	} else if len(a.removed) > 0 {
		detail["removed"] = a.d.itemNames(a.removed)
	}
	if e.Direction != nil {
		detail["direction"] = string(*e.Direction)
	}
	if e.Stage != nil {
		detail["stage"] = string(*e.Stage)
	}
	if e.MadeIn != nil {
		detail["made_in"] = *e.MadeIn
	}
	if e.Packaging != nil {
		detail["packaging"] = string(*e.Packaging)
	}
	if e.Status != nil {
		detail["status"] = string(*e.Status)
		if len(e.StatusItems) > 0 {
			detail["items"] = a.d.itemNames(e.StatusItems)
		}
	}
	if e.Route != nil {
		detail["route"] = ""
		if *e.Route != 0 {
			if label, err := labelOf(a.d.ctx, a.d, entRoute, int64(*e.Route)); err == nil {
				detail["route"] = label
			}
		}
	}
	for name, add := range map[string]bool{"added_text": true, "removed_text": false} {
		if fields := textFields(e, add); len(fields) > 0 {
			detail[name] = fields
		}
	}
	if e.Template != "" {
		named, err := a.d.titleDetail("", e.Template)
		if err != nil {
			return nil, err
		}
		detail["template"], _ = named["name"].(string)
	}
	for _, s := range e.Statements {
		switch s.Property {
		case catalog.PropTaken, catalog.PropKind:
			detail[string(s.Property)] = s.Value
		case catalog.PropPlace, catalog.PropPlaceShown:
			place, _ := catalog.ParsePlace(s.Value)
			if place.Entry == "" && place.Latitude != nil {
				place.Name = "" // a pin's name is anybody's words, perhaps a source's
			}
			detail[string(s.Property)] = place.Label()
		}
	}
	for key, set := range map[string]bool{
		"source": e.Source != nil, "caption": e.Caption != nil, "note": e.Note != nil, "credit": e.Credit != nil,
		"visible": len(e.Visible) > 0,
	} {
		if set {
			detail[key] = true
		}
	}
	return detail, nil
}

func (d *door) itemNames(items []catalog.ItemID) []string {
	labels := make([]string, 0, len(items))
	for _, item := range items {
		if label, err := labelOf(d.ctx, d, entItem, int64(item)); err == nil {
			labels = append(labels, label)
		}
	}
	return labels
}

func (d *door) labelsText(items []catalog.ItemID) string {
	return strings.Join(d.itemNames(items), ", ")
}
