package catalog

// Selection is some photos: those named, or all that a query finds.
type Selection struct {
	Photos []PhotoID
	Query  *Query // instead of Photos when it is not nil
}

// MaxValues is how many values of a field Values lists.
const MaxValues = 50

// Values is what some photos have in each field.
type Values struct {
	Photos int
	Fields map[Field]FieldValues // of ValueFields; all of them are there
}

// FieldValues is what some photos have in one field. In a field that holds many
// values, such as FieldItem, a photo counts for each.
type FieldValues struct {
	List []Value // the most frequent first, at most MaxValues
	More int     // further values
	None int     // photos that have none
}

// Value is a value with how many photos have it.
type Value struct {
	ID    int64  // of an item, route, batch or source; else 0
	Value string // the key of an item, route or place that has one, else what is kept; a date to the day; "" for a place that is a point alone
	Label string // what people read for an item, route, batch, source or place, else Value
	Count int
}

// ValueFields lists the fields of Values. Route, source and credit are those that
// a photo has from its batch where it has none itself; FieldDate and FieldPlace
// are what was chosen from the claims.
func ValueFields() []Field {
	return []Field{
		FieldStatus, FieldItem, FieldVisible, FieldReported, FieldDirection, FieldStage, FieldMadeIn, FieldPackaging, FieldMeasure, FieldReview,
		FieldRoute, FieldSource, FieldBatch, FieldKind, FieldType, FieldDate, FieldPlace, FieldCaption, FieldNote, FieldCredit,
	}
}
