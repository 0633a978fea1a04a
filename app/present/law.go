package present

import (
	"regexp"
	"strings"
	"time"

	"waybill/catalog"
	"waybill/catalog/rules"
)

var (
	// resolution reads the symbol of a resolution of the Security Council.
	resolution = regexp.MustCompile(`^S/RES/(\d{1,5}) ?\((\d{4})\)$`)
	// announcement reads the name of one of China's ministry of commerce and customs.
	announcement = regexp.MustCompile(`^MOFCOM/GACC Announcement (\d{4}) No\.(\d{1,4})$`)
	// annexed reads a paragraph that works through an annex: "39 + Annex IV".
	annexed = regexp.MustCompile(`^(.+?) \+ Annex ([IVX]+)$`)
)

// Instrument names a sanctions instrument: "Resolution 2397 (2017)" for
// S/RES/2397(2017), others by the name that the pack gives.
func (w *Words) Instrument(symbol string) string {
	if m := resolution.FindStringSubmatch(symbol); m != nil {
		return w.T("measure.resolution", "number", m[1], "year", m[2])
	}
	if m := announcement.FindStringSubmatch(symbol); m != nil {
		return w.T("measure.announcement", "year", m[1], "number", m[2])
	}
	return symbol
}

// Measure names a paragraph: "Resolution 2397 (2017), paragraph 7", "Resolution
// 2270 (2016), paragraph 39 with Annex IV".
func (w *Words) Measure(instrument, paragraph string) string {
	if m := annexed.FindStringSubmatch(paragraph); m != nil {
		return w.T("measure.annex", "measure", w.Measure(instrument, m[1]), "annex", m[2])
	}
	instrument = w.Instrument(instrument)
	switch {
	case paragraph == "":
		return instrument
	case strings.ContainsAny(strings.TrimRight(paragraph, "-"), ",-"):
		list := strings.Split(paragraph, ",")
		for i := range list {
			list[i] = strings.TrimSpace(list[i])
		}
		return w.T("measure.paragraphs", "instrument", instrument, "paragraph", w.list(list))
	}
	return w.T("measure.paragraph", "instrument", instrument, "paragraph", paragraph)
}

// MeasureTitle gives the title of a measure in the language of the words, as far as
// it is that of the shipped rule pack; another as the pack has it.
func (w *Words) MeasureTitle(id, title string) string {
	return w.shippedTitle("measure.title."+strings.ToLower(id), title)
}

// PackTitle likewise gives the title of a rule pack.
func (w *Words) PackTitle(id, title string) string {
	return w.shippedTitle("measure.pack."+strings.ToLower(id), title)
}

func (w *Words) shippedTitle(key, title string) string {
	if w.english[key] != title {
		return harmless(title)
	}
	return w.T(key)
}

// Heading names a chapter, heading or subheading of the HS by its digits.
func (w *Words) Heading(digits string) string {
	switch {
	case digits == "":
		return ""
	case len(digits) <= 2:
		return w.T("heading.chapter", "code", digits)
	case len(digits) <= 4:
		return w.T("heading.heading", "code", digits)
	}
	return w.T("heading.subheading", "code", digits[:4]+"."+digits[4:])
}

// SuggestionKind says how goods come to be under a measure, with the heading
// that it is about where there is one: digits of the HS, or "".
func (w *Words) SuggestionKind(k catalog.SuggestionKind, heading string) string {
	key := "suggestion." + string(k)
	if heading == "" && w.has(key+".bare") {
		key += ".bare"
	}
	return w.T(key, "heading", w.Heading(heading))
}

// InForce says how a photo's date lies to the days of a measure.
func (w *Words) InForce(f catalog.InForce) string { return w.T("inforce." + string(f)) }

// Certainty says how much of a statement was checked in its source.
func (w *Words) Certainty(c catalog.Certainty) string { return w.T("checked." + string(c.Checked())) }

// Mapping says who put a measure's goods under headings; "" when nobody did.
func (w *Words) Mapping(m catalog.Mapping) string {
	if m == "" {
		return ""
	}
	return w.T("mapping." + string(m))
}

// Missing says what must be known before there can be a suggestion.
func (w *Words) Missing(m rules.Missing) string { return w.T("missing." + string(m)) }

// ReviewKind says what a review says: "disagrees".
func (w *Words) ReviewKind(k catalog.ReviewKind) string { return w.T("review." + string(k)) }

// PackChange says how two rule packs differ in one thing.
func (w *Words) PackChange(k rules.ChangeKind) string { return w.T("packchange." + string(k)) }

// Concern says why a judgement is worth another look.
func (w *Words) Concern(r rules.Reason) string { return w.T("concerns." + string(r)) }

// Suggestion puts a suggestion into one line: measure, title, kind, condition,
// how the photo's date lies to it, and what of it and of the goods' heading nobody
// has checked.
func (w *Words) Suggestion(s *catalog.Suggestion) string {
	kind := w.SuggestionKind(s.Kind, s.Prefix)
	if s.Measure == "" {
		return kind
	}
	parts := []string{kind}
	if s.Condition != "" {
		parts = append(parts, s.Condition)
	}
	parts = append(parts, w.InForce(s.InForce), w.Certainty(s.Certainty))
	if s.Classification != "" && !s.Classification.Verified() {
		parts = append(parts, w.T("suggestion.classification", "checked", w.Certainty(s.Classification)))
	}
	if s.Mapping == catalog.MappingDerived && s.Prefix != "" {
		parts = append(parts, w.Mapping(s.Mapping))
	}
	return w.T("suggestion.line", "measure", w.Measure(s.Instrument, s.Paragraph), "title", w.MeasureTitle(s.Measure, s.Title), "facts", w.facts(parts))
}

// facts joins short facts about one thing.
func (w *Words) facts(parts []string) string { return strings.Join(parts, w.T("suggestion.separator")) }

// Determination puts a judgement into one line with its legal basis. m is its
// measure, nil when it names none or no pack has it any more: then its id stands.
func (w *Words) Determination(t *catalog.Determination, m *catalog.Measure) string {
	var parts []string
	add := func(text string, is bool) {
		if is {
			parts = append(parts, text)
		}
	}
	if m != nil {
		add(w.Measure(m.Instrument, m.Paragraph), true)
	} else {
		add(t.Measure, t.Measure != "")
	}
	add(w.Direction(t.Direction), t.Direction != "")
	add(w.T("determination.reason", "text", t.Reason), t.Reason != "")
	add(w.T("determination.exemptions", "text", t.Exemptions), t.Exemptions != "")
	add(w.T("determination.as_of", "date", w.EDTF(t.AsOf)), t.AsOf != "")
	add(w.T("determination.pack", "pack", t.Pack), t.Pack != "")
	add(w.T("determination.by", "by", t.By, "at", t.At.UTC().Format(time.DateOnly)), t.By != "")
	if len(parts) == 0 {
		return w.Status(t.Status)
	}
	return w.T("determination.line", "status", w.Status(t.Status), "facts", w.facts(parts))
}

// Review puts what somebody says of another's judgement into one line.
func (w *Words) Review(r *catalog.Review) string {
	key := "review.line"
	if r.Text == "" {
		key = "review.line_plain"
	}
	text := w.T(key, "by", r.By, "review", w.ReviewKind(r.Kind), "at", r.At.UTC().Format(time.DateOnly), "text", r.Text)
	if r.Resolved {
		text = w.T("review.resolved", "text", text)
	}
	return text
}

// packError says where a rule pack is wrong and what to do about it.
func (w *Words) packError(e *rules.TableError) string {
	key := "badpack." + string(e.Problem)
	if e.Cell == "" && w.has(key+".bare") {
		key += ".bare"
	}
	place := e.File
	if e.Line > 0 {
		place = w.T("badpack.line", "file", e.File, "line", e.Line)
	}
	switch {
	case e.Number > 0 && e.Column != "":
		place = w.T("badpack.column", "place", place, "number", e.Number, "column", e.Column)
	case e.Number > 0:
		place = w.T("badpack.column_number", "place", place, "number", e.Number)
	case e.Column != "":
		place = w.T("badpack.column_named", "place", place, "column", e.Column)
	}
	return w.T("badpack.at", "place", place, "text", w.T(key, "cell", e.Cell, "column", e.Column))
}
