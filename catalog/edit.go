package catalog

// Edit is one user action on one or many photos: what is nil or empty stays as
// it is.
type Edit struct {
	Photos []PhotoID

	AddItems    []ItemID // as visible, unless Reported
	RemoveItems []ItemID // where they are
	ClearItems  bool     // all observations go but those of what is added
	NewItems    []string // names that become new items and are added
	Reported    bool     // AddItems and NewItems are the source's word, not in the picture

	RemoveObservations []int64 // just these, where RemoveItems takes all of an item; those of other photos stay

	Visible map[int64]bool // observation: whether the picture shows it

	// Direction is that of the observations of the items that are named: AddItems,
	// NewItems and StatusItems; of all of the photo when none is. One that changes
	// has no basis any more.
	Direction *Direction

	Stage     *Stage  // of the same observations as Direction; "" is not known, as for the next two
	MadeIn    *string // ISO 3166-1 alpha-2
	Packaging *Packaging

	Status      *Status  // NotAssessed withdraws
	StatusItems []ItemID // whose status; empty: the photo's only one
	AllItems    bool     // the status is for every item of the photo
	Reason      *string  // of the status; nil keeps the one of a status that stays

	Route   *RouteID // 0 takes the photo's own route away
	Source  *string  // alias; "" takes the photo's own away
	Caption *string
	Note    *string
	Credit  *string

	// AddText and RemoveText change a part of FieldCaption, FieldNote or FieldCredit
	// where the whole is left alone: text that goes behind what is there, unless it
	// is in it, and text that is taken out of it.
	AddText, RemoveText map[Field]string

	Statements []Statement // about date, place and kind
	StatedBy   Origin      // whose word they are: OriginEditor, also when it is "", or OriginSource

	Template string // name of the one that it comes from, for the history; "" for none
	By       string // who does it; "" is the catalogue's editor
}

// Empty tells whether the edit would change nothing.
func (e *Edit) Empty() bool {
	return len(e.AddItems) == 0 && len(e.RemoveItems) == 0 && len(e.RemoveObservations) == 0 && len(e.NewItems) == 0 && len(e.Visible) == 0 &&
		e.Stage == nil && e.MadeIn == nil && e.Packaging == nil && !e.ClearItems && len(e.AddText) == 0 && len(e.RemoveText) == 0 && e.Direction == nil && e.Status == nil && e.Route == nil && e.Source == nil && e.Caption == nil && e.Note == nil && e.Credit == nil && len(e.Statements) == 0
}

// Statement is what a person says about one property of a photo.
type Statement struct {
	Property Property // PropTaken, PropPlace, PropPlaceShown or PropKind
	Raw      string   // as typed
	Value    string   // as understood; "" takes the person's word back
}

// Check refuses a value that does not belong to its property.
func (s Statement) Check() error {
	if s.Value == "" {
		return nil
	}
	switch s.Property {
	case PropTaken:
		_, err := ParseDate(s.Value)
		return err
	case PropPlace, PropPlaceShown:
		_, err := ParsePlace(s.Value)
		return err
	case PropKind:
		_, err := ParseKind(s.Value)
		return err
	}
	return &Error{Code: ErrInvalid, Op: "state", Subject: string(s.Property)}
}
