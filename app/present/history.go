package present

import (
	"strings"

	"waybill/catalog"
)

// Step says what a step of the history did, from its action and the facts in
// its detail. The facts may come straight from the store or from its JSON.
func (w *Words) Step(s catalog.Step) string { return w.step(s, 0) }

// maxUndone is how many undone steps a sentence goes back.
const maxUndone = 3

func (w *Words) step(s catalog.Step, depth int) string {
	d := facts(s.Detail)
	switch s.Action {
	case catalog.ActionCreate:
		return w.T("step.create")
	case catalog.ActionImport:
		return w.stepImport(d)
	case catalog.ActionTag:
		return w.stepTag(d)
	case catalog.ActionExport:
		return w.stepExport(d)
	case catalog.ActionObserve, catalog.ActionDetermine, catalog.ActionReview, catalog.ActionLot, catalog.ActionPack:
		return w.stepEvidence(s.Action, d)
	case catalog.ActionComplete:
		return w.T("step.complete")
	case catalog.ActionWords:
		return w.stepWords(d)
	case catalog.ActionReread:
		return w.N("step.reread", d.number("photos"))
	case catalog.ActionRemove:
		return w.N("step.remove", d.number("photos"))
	case catalog.ActionRestore:
		return w.N("step.restore", d.number("photos"))
	case catalog.ActionSearch:
		return w.titled("step.search", "step.search."+d.text("did"), d)
	case catalog.ActionTemplate:
		return w.titled("step.template", "step.template."+d.text("did"), d)
	case catalog.ActionUnite:
		return w.N("step.unite", d.number("photos"))
	case catalog.ActionSetting:
		name := d.text("name")
		if !w.has("setting." + name) {
			return w.T("step.setting")
		}
		switch d.text("value") {
		case "on":
			return w.T("step.setting.on", "name", w.T("setting."+name))
		case "off":
			return w.T("step.setting.off", "name", w.T("setting."+name))
		}
		return w.T("step.setting.name", "name", w.T("setting."+name))
	case catalog.ActionUndo, catalog.ActionRedo:
		key := "step.undo"
		if s.Action == catalog.ActionRedo {
			key = "step.redo"
		}
		of, _ := d["of_detail"].(map[string]any)
		if d.text("of_action") == "" || depth == maxUndone {
			return w.T(key+".plain", "n", int64(s.Of))
		}
		return w.T(key, "step", w.step(catalog.Step{Action: catalog.Action(d.text("of_action")), Of: s.Of, Detail: of}, depth+1))
	}
	return w.T("step.other", "action", string(s.Action))
}

// titled says what was done to what a person named; a name that the history
// leaves out is left out here, too.
func (w *Words) titled(plain, key string, d facts) string {
	if d.text("name") == "" || !w.has(key) {
		return w.T(plain)
	}
	return w.T(key, "name", harmless(d.text("name")))
}

// stepWords says what was done to the vocabulary: to one entry, or to many.
func (w *Words) stepWords(d facts) string {
	name, into := w.Called(d.text("name")), w.Called(d.text("into"))
	switch d.text("did") {
	case "added":
		return w.T("step.vocabulary.added", "name", name)
	case "changed":
		return w.T("step.vocabulary.changed", "name", name)
	case "renamed":
		return w.T("step.vocabulary.renamed", "name", name, "into", into)
	case "merged":
		return w.T("step.vocabulary.merged", "name", name, "into", into)
	case "removed":
		return w.T("step.vocabulary.removed", "name", name)
	case "shipped":
		return w.N("step.vocabulary.shipped", d.number("entries"), "version", d.text("version"))
	}
	return w.N("step.vocabulary", d.number("entries"))
}

// stepEvidence says what was noted and judged.
func (w *Words) stepEvidence(a catalog.Action, d facts) string {
	switch a {
	case catalog.ActionObserve:
		text := w.N("step.observe", d.number("photos"))
		if items := d.list("items"); len(items) > 0 {
			text = w.T("step.observe.what", "text", text, "items", w.pair(w.calledAll(items)))
		}
		return text
	case catalog.ActionDetermine:
		return w.N("step.determine", d.number("photos"))
	case catalog.ActionLot:
		return w.N("step.lot", d.number("observations"))
	case catalog.ActionPack:
		return w.T("step.pack", "pack", d.text("pack"), "version", d.text("version"))
	}
	review := d.text("review")
	if !w.has("step.review." + review) {
		review = string(catalog.Agrees)
	}
	return w.T("step.review." + review)
}

func (w *Words) stepImport(d facts) string {
	text := w.N("step.import", d.number("imported"))
	if batch := d.text("batch"); batch != "" {
		text = w.T("step.import.batch", "text", text, "batch", batch)
	}
	if n := d.number("duplicate"); n > 0 {
		text = w.N("step.import.duplicate", n, "text", text)
	}
	if template := d.text("template"); template != "" {
		text = w.T("step.import.template", "text", text, "template", harmless(template))
	}
	return text
}

func (w *Words) stepTag(d facts) string {
	text := w.N("step.tag", d.number("photos"))
	var parts []string
	if template := d.text("template"); template != "" {
		parts = append(parts, w.T("step.part.template", "template", harmless(template)))
	}
	if names := d.list("added"); len(names) > 0 {
		parts = append(parts, w.T("step.part.added", "items", w.pair(w.calledAll(names))))
	}
	if names := d.list("removed"); len(names) > 0 {
		parts = append(parts, w.T("step.part.removed", "items", w.pair(w.calledAll(names))))
	}
	if way, ok := d["direction"].(string); ok {
		parts = append(parts, w.directionPart(catalog.Direction(way)))
	}
	parts = append(parts, w.goodsParts(d)...)
	if status := catalog.Status(d.text("status")); status != "" {
		parts = append(parts, w.statusPart(status, d.list("items")))
	}
	if route, ok := d["route"].(string); ok && route != "" {
		parts = append(parts, w.T("step.part.route", "route", w.Called(route)))
	} else if ok {
		parts = append(parts, w.T("step.part.route_removed"))
	}
	parts = append(append(parts, w.statements(d)...), w.amended(d)...)
	for _, name := range []string{"source", "caption", "note", "credit", "visible"} {
		if changed, _ := d[name].(bool); changed {
			parts = append(parts, w.T("step.part."+name))
		}
	}
	if len(parts) == 0 {
		return text
	}
	return w.T("step.tag.what", "text", text, "what", strings.Join(parts, w.T("step.tag.separator")))
}

// statements says which dates, places and kinds were stated or taken back.
func (w *Words) statements(d facts) []string {
	var parts []string
	for _, p := range []catalog.Property{catalog.PropTaken, catalog.PropPlace, catalog.PropPlaceShown, catalog.PropKind} {
		value, ok := d[string(p)].(string)
		if !ok {
			continue
		}
		key := "step.part." + string(p)
		if value == "" {
			parts = append(parts, w.T(key+"_removed"))
			continue
		}
		switch p {
		case catalog.PropKind:
			value = w.Kind(catalog.Kind(value))
		case catalog.PropTaken:
			value = w.EDTF(value)
		}
		parts = append(parts, w.T(key, "value", value))
	}
	return parts
}

func (w *Words) directionPart(d catalog.Direction) string {
	switch d {
	case catalog.Into:
		return w.T("step.part.direction_into")
	case catalog.OutOf:
		return w.T("step.part.direction_out")
	}
	return w.T("step.part.direction_removed")
}

func (w *Words) statusPart(status catalog.Status, items []string) string {
	key := "step.part.status"
	if status == catalog.NotAssessed {
		key = "step.part.status_withdrawn"
	}
	if len(items) > 0 {
		key += "_items"
	}
	return w.T(key, "status", w.Status(status), "items", w.pair(w.calledAll(items)))
}

func (w *Words) stepExport(d facts) string {
	text := w.N("step.export", d.number("photos"))
	var formats []string
	for _, f := range d.list("formats") {
		formats = append(formats, strings.ToUpper(f))
	}
	if len(formats) > 0 {
		text = w.T("step.export.formats", "text", text, "formats", w.pair(formats))
	}
	if originals, _ := d["originals"].(bool); originals {
		text = w.T("step.export.originals", "text", text)
	}
	return text
}

// amended says which texts something was added to, or taken out of.
func (w *Words) amended(d facts) []string {
	var parts []string
	for _, name := range []string{"added_text", "removed_text"} {
		var fields []string
		for _, field := range d.list(name) {
			fields = append(fields, w.T("step.part."+field))
		}
		if len(fields) > 0 {
			parts = append(parts, w.T("step.part."+name, "fields", w.pair(fields)))
		}
	}
	return parts
}

// goodsParts says what was noted of goods besides their direction.
func (w *Words) goodsParts(d facts) []string {
	var parts []string
	if stage, ok := d["stage"].(string); ok {
		parts = append(parts, w.Stage(catalog.Stage(stage)))
	}
	if country, ok := d["made_in"].(string); ok && country != "" {
		parts = append(parts, w.T("step.part.made_in", "country", w.Country(country)))
	} else if ok {
		parts = append(parts, w.T("step.part.made_in_removed"))
	}
	if packed, ok := d["packaging"].(string); ok {
		parts = append(parts, w.Packaging(catalog.Packaging(packed)))
	}
	return parts
}
