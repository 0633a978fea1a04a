package catalog

import (
	"fmt"
	"strings"
)

// Field says what a term of a query is about.
type Field string

// Fields. FieldWords is a free word or phrase, looked for in every text of a photo.
const (
	FieldWords  Field = ""
	FieldItem   Field = "item"
	FieldRoute  Field = "route"
	FieldStatus Field = "status"
	FieldDate   Field = "date"
	FieldHas    Field = "has"
	FieldNo     Field = "no"
	FieldBatch  Field = "batch"
	FieldSource Field = "source"
	FieldType   Field = "type"
	FieldKind   Field = "kind"

	FieldMeasure   Field = "measure" // of a determination in force
	FieldDirection Field = "direction"
	FieldStage     Field = "stage"
	FieldMadeIn    Field = "made-in"
	FieldPackaging Field = "packaging"
	FieldVisible   Field = "visible"  // an item that the photo shows
	FieldReported  Field = "reported" // an item that is only reported
	FieldLot       Field = "lot"
	FieldCrossing  Field = "crossing" // of the photo's route, or near where it was taken
	FieldReview    Field = "review"   // one of ReviewStates
	FieldPlace     Field = "place"    // named, or within 10 km
	FieldMonth     Field = "month"    // that the whole of the photo's date lies in
	FieldCamera    Field = "camera"   // make and model, or a part of them
	FieldWarning   Field = "warning"  // a WarningCode

	FieldStep Field = "step" // that the photo was touched by: the number of a step of the history

	FieldIs Field = "is" // only IsRemoved; every query without it finds what does not lie in the bin
)

// Fields that are edited and counted and that no query asks for by name.
const (
	FieldCaption Field = "caption"
	FieldNote    Field = "note"
	FieldCredit  Field = "credit"
)

// IsRemoved is the value of FieldIs for photos that lie in the bin.
const IsRemoved = "removed"

// Limits of a query text, so that no query can cost more than a person would type.
const (
	MaxQueryTerms = 64
	MaxQueryRunes = 4096
)

// Term is one condition of a query: that a photo has the value, or one of several.
type Term struct {
	Field  Field
	Value  string    // without quotes; a Status for status, a Kind for kind, one of HasValues for has and no
	Range  DateRange // for date: the bounds in wall time
	Phrase bool      // its value was quoted
	Or     []Choice  // further values of the field, any of which will do
	Not    bool      // "-" stood before it: that a photo has none of the values
	Pos    int       // where it begins in the text, in runes from 0
}

// Choice is a further value of a term, see there.
type Choice struct {
	Value  string
	Range  DateRange
	Phrase bool
}

// Choices gives a term of one value for each that will do, all with the field,
// the minus and the place of the whole.
func (t Term) Choices() []Term {
	list := make([]Term, 0, 1+len(t.Or))
	first := t
	first.Or = nil
	list = append(list, first)
	for _, c := range t.Or {
		list = append(list, Term{Field: t.Field, Value: c.Value, Range: c.Range, Phrase: c.Phrase, Not: t.Not, Pos: t.Pos})
	}
	return list
}

// JoinChoices joins terms of one value each, at least one, to a term for which any
// of them will do: the first with the further values.
func JoinChoices(choices []Term) Term {
	t := choices[0]
	for _, c := range choices[1:] {
		t.Or = append(t.Or, Choice{Value: c.Value, Range: c.Range, Phrase: c.Phrase})
	}
	return t
}

// Query is a list of conditions that must all hold; without any it finds everything.
type Query struct {
	Terms []Term
}

// String gives a text that parses to the same query, with the English field
// names and straight quotes. Terms must be such as ParseQuery gives; free words
// that would be read as something else are quoted.
func (q Query) String() string {
	texts := make([]string, len(q.Terms))
	for i, t := range q.Terms {
		texts[i] = t.text()
	}
	return strings.Join(texts, " ")
}

func (t Term) text() string {
	var b strings.Builder
	if t.Not {
		b.WriteByte('-')
	}
	if t.Field != FieldWords {
		b.WriteString(string(t.Field) + ":")
	}
	for i, c := range t.Choices() {
		if i > 0 {
			b.WriteByte('|')
		}
		if c.Phrase || !c.bare(i == 0) {
			b.WriteString(`"` + strings.ReplaceAll(c.Value, `"`, `""`) + `"`)
		} else {
			b.WriteString(c.Value)
		}
	}
	return b.String()
}

// bare tells whether the value can stand without quotes.
func (t Term) bare(first bool) bool {
	runes := []rune(t.Value)
	if len(runes) == 0 || valueEnd(runes, 0) < len(runes) || closing(runes[0]) != 0 {
		return false
	}
	if t.Field != FieldWords {
		return true
	}
	_, isField := fieldColon(runes)
	return !isField && !(first && isMinus(runes[0]))
}

// HasValues lists what has: and no: can ask for, in the order in which they are
// shown: gps is a position, date a time of taking.
func HasValues() []string {
	values := make([]string, len(hasWords))
	for i, w := range hasWords {
		values[i] = w.means
	}
	return values
}

// QueryReason names what is wrong with a query text. app/present has the words.
type QueryReason string

// Reasons.
const (
	QueryUnknownField  QueryReason = "unknown_field"  // no such field; Token is its name
	QueryEmptyValue    QueryReason = "empty_value"    // nothing after the colon or between the quotes
	QueryBadDate       QueryReason = "bad_date"       // no date, or a range that ends before it begins
	QueryBadStatus     QueryReason = "bad_status"     // no status, or a prefix that fits several
	QueryBadHas        QueryReason = "bad_has"        // not one of HasValues
	QueryBadKind       QueryReason = "bad_kind"       // no kind of picture, or a prefix that fits several
	QueryBadTerm       QueryReason = "bad_term"       // none of the values that the field takes
	QueryUnclosedQuote QueryReason = "unclosed_quote" // Token is the opening quote
	QueryUnknownName   QueryReason = "unknown_name"   // no item, route, batch or source is called so; the store finds out
	QueryStrayMinus    QueryReason = "stray_minus"    // a minus with nothing after it
	QueryMixedFields   QueryReason = "mixed_fields"   // "|" before another field: it joins values of one
	QueryManyTerms     QueryReason = "many_terms"     // more than MaxQueryTerms
	QueryTooLong       QueryReason = "too_long"       // more than MaxQueryRunes
)

// QueryError says where a query text cannot be understood and why. CodeOf gives ErrQuery.
type QueryError struct {
	Pos     int    // of Token in the text, in runes from 0
	Token   string // the part that is wrong, as typed
	Reason  QueryReason
	Suggest string // what may have been meant, "" when nothing comes close
}

// Error gives the text for logs and developers; app/present has the words for users.
func (e *QueryError) Error() string {
	s := fmt.Sprintf("query: %s at %d: %q", e.Reason, e.Pos, e.Token)
	if e.Suggest != "" {
		s += fmt.Sprintf(" (%s?)", e.Suggest)
	}
	return s
}

// Unwrap gives the error under its general code.
func (e *QueryError) Unwrap() error { return &Error{Code: ErrQuery, Op: "query", Subject: e.Token} }
