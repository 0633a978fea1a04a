package catalog

// ItemID is the number of a kind of goods in its catalogue; 0 is none.
type ItemID int64

// Names are the names of an item or a route. Each string holds one label and
// may hold variants after "/", "·" or ";".
type Names struct {
	English     string `json:"en,omitempty"`
	Korean      string `json:"ko,omitempty"`
	KoreanNorth string `json:"ko_dprk,omitempty"` // as spelt in the DPRK
	Chinese     string `json:"zh,omitempty"`      // simplified
	AlsoKnownAs string `json:"also,omitempty"`    // other spellings, in any language
}

// Item is a kind of goods.
type Item struct {
	ID    ItemID
	UUID  string
	Key   string // "refrigerator": stable, lower case, as in the shipped vocabulary
	Names Names
	HS    string // heading or subheading of the Harmonized System 2022, "" when unknown
	Own   bool   // added by the newsroom, not shipped
	Used  int    // photos that show it or are reported to

	Recent int64 // number of the latest observation of it, which orders items by use; 0 for none

	Parent  ItemID // the goods that it is a kind of; 0 for none
	Caption CaptionForms
}

// ItemEntry is an item as a table of the vocabulary holds it: its parent by key.
type ItemEntry struct {
	Item
	ParentKey string // "" for none
}

// CaptionForms are how a kind of goods is named in a caption. Each may be "".
type CaptionForms struct {
	Singular       string `json:"en_singular,omitempty"`
	Plural         string `json:"en_plural,omitempty"`
	Korean         string `json:"ko,omitempty"`
	KoreanCounter  string `json:"ko_counter,omitempty"` // such as 대
	Chinese        string `json:"zh,omitempty"`
	ChineseCounter string `json:"zh_counter,omitempty"` // such as 台
}

// UnspecifiedKey is the key of the item that stands in when a status is set on
// a photo of which nobody said yet what it shows.
const UnspecifiedKey = "unspecified"

// Label gives the name people read, in the first language that has one.
func (n Names) Label() string {
	for _, name := range []string{n.English, n.Korean, n.Chinese} {
		if name != "" {
			return name
		}
	}
	return n.AlsoKnownAs
}
