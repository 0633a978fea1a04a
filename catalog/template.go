package catalog

// Template is a set of values under a name that can be given to photos together,
// at import too.
type Template struct {
	ID     int64
	Name   string
	Key    string // the digit that stands for it, "" for none
	Values TemplateValues
}

// TemplateValues is an edit without photos that stays true when numbers of rows
// are others: items and the route go by their keys, a source by its alias. What
// is nil or empty stays as it is in a photo.
type TemplateValues struct {
	Items     []string            `json:"items,omitempty"`    // keys; added
	Reported  bool                `json:"reported,omitempty"` // they are the source's word
	Direction *Direction          `json:"direction,omitempty"`
	Stage     *Stage              `json:"stage,omitempty"` // of the items, as Direction; of all goods when there are none
	MadeIn    *string             `json:"made_in,omitempty"`
	Packaging *Packaging          `json:"packaging,omitempty"`
	Status    *Status             `json:"status,omitempty"` // of the items; of all goods of the photo when there are none
	Reason    *string             `json:"reason,omitempty"`
	Route     *string             `json:"route,omitempty"`  // key; "" takes the photo's own away
	Source    *string             `json:"source,omitempty"` // alias; "" takes the photo's own away
	Caption   *string             `json:"caption,omitempty"`
	Note      *string             `json:"note,omitempty"`
	Credit    *string             `json:"credit,omitempty"`
	States    []TemplateStatement `json:"statements,omitempty"`
	Locks     []string            `json:"locks,omitempty"` // fields whose value goes to every next photo; the window's own names
}

// TemplateStatement is a Statement as a template keeps it.
type TemplateStatement struct {
	Property Property `json:"property"`
	Raw      string   `json:"raw"`
	Value    string   `json:"value"`
}

// Empty tells whether the values would change nothing.
func (v *TemplateValues) Empty() bool {
	return len(v.Items) == 0 && v.Direction == nil && v.Stage == nil && v.MadeIn == nil && v.Packaging == nil && v.Status == nil && v.Route == nil && v.Source == nil && v.Caption == nil && v.Note == nil &&
		v.Credit == nil && len(v.States) == 0
}

// maxLocks is how many locks a template has at most.
const maxLocks = 64

// Check refuses values that the fields cannot hold. Whether there are such items
// and such a route, the store finds out.
func (v *TemplateValues) Check() error {
	if err := v.seen().Check(); err != nil {
		return err
	}
	if v.Status != nil {
		if _, err := ParseStatus(string(*v.Status)); err != nil {
			return err
		}
	}
	if v.Source != nil && *v.Source != "" {
		if _, err := CleanAlias(*v.Source); err != nil {
			return err
		}
	}
	for _, s := range v.States {
		if err := s.statement().Check(); err != nil {
			return err
		}
	}
	if len(v.Locks) > maxLocks {
		return &Error{Code: ErrInvalid, Op: "locks", Subject: v.Locks[maxLocks]}
	}
	return nil
}

// seen gives what the values say of goods.
func (v *TemplateValues) seen() Seen {
	var s Seen
	if v.Direction != nil {
		s.Direction = *v.Direction
	}
	if v.Stage != nil {
		s.Stage = *v.Stage
	}
	if v.MadeIn != nil {
		s.MadeIn = *v.MadeIn
	}
	if v.Packaging != nil {
		s.Packaging = *v.Packaging
	}
	return s
}

func (s TemplateStatement) statement() Statement { return Statement(s) }

// Edit gives the values as an edit of items and a route that were looked up, in
// the order of the keys; route is only asked for when there is one.
func (t *Template) Edit(items []ItemID, route RouteID) Edit {
	v := &t.Values
	e := Edit{
		Template: t.Name, AddItems: items, Reported: v.Reported,
		Direction: v.Direction, Stage: v.Stage, MadeIn: v.MadeIn, Packaging: v.Packaging, Status: v.Status, Reason: v.Reason,
		Source: v.Source, Caption: v.Caption, Note: v.Note, Credit: v.Credit,
	}
	if v.Status != nil {
		e.StatusItems, e.AllItems = items, len(items) == 0
	}
	if v.Route != nil {
		e.Route = &route
	}
	for _, s := range v.States {
		e.Statements = append(e.Statements, s.statement())
	}
	return e
}

// CheckKey refuses what is no digit and not "".
func CheckKey(key string) error {
	if key == "" || len(key) == 1 && key[0] >= '0' && key[0] <= '9' {
		return nil
	}
	return &Error{Code: ErrInvalid, Op: "template key", Subject: key}
}
