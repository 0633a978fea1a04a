package app

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// viewName is under what a catalogue keeps how its window was left.
const viewName = "window"

// Bounds of what is believed of it.
const (
	minWindow, maxWindow = 320, 16_384 // pixels
	maxQuery             = 8_192       // bytes
)

// lastView is how the window of a catalogue was left. It is kept inside the
// catalogue, outside of its history.
type lastView struct {
	width, height         float32 // of the window, in pixels; 0: unknown
	leftHidden            bool
	rightHidden           bool
	leftWidth, rightWidth float32 // in pixels; 0: as usual
	sort                  catalog.Sort
	grouping              catalog.Grouping
	captions              bool
	cell                  float32 // in pixels
	page                  page
	query                 string
	photo                 catalog.PhotoID // selected, 0: none
	top                   catalog.PhotoID // in the first row that is seen, 0: none
}

// usualView is how a catalogue is shown for the first time.
func usualView() lastView {
	return lastView{sort: catalog.SortTaken, captions: true, cell: defaultCell}
}

// pageNames are how pages are written down.
func pageNames() map[page]string {
	return map[page]string{galleryPage: "photos", versionsPage: "versions", loupePage: "loupe", vocabularyPage: "vocabulary", lawPage: "law", historyPage: "history"}
}

// written is a lastView as JSON.
type written struct {
	Width      float32          `json:"width,omitempty"`
	Height     float32          `json:"height,omitempty"`
	Filters    bool             `json:"filters"`
	Inspector  bool             `json:"inspector"`
	LeftWidth  float32          `json:"filtersWidth,omitempty"`
	RightWidth float32          `json:"inspectorWidth,omitempty"`
	Sort       catalog.Sort     `json:"sort"`
	Grouping   catalog.Grouping `json:"grouping,omitempty"`
	Captions   bool             `json:"captions"`
	Cell       float32          `json:"cell"`
	Page       string           `json:"page"`
	Query      string           `json:"query,omitempty"`
	Photo      catalog.PhotoID  `json:"photo,omitempty"`
	Top        catalog.PhotoID  `json:"top,omitempty"`
}

// text writes it down.
func (v lastView) text() (string, error) {
	b, err := json.Marshal(written{
		Width: v.width, Height: v.height, Filters: !v.leftHidden, Inspector: !v.rightHidden, LeftWidth: v.leftWidth, RightWidth: v.rightWidth,
		Sort: v.sort, Grouping: v.grouping, Captions: v.captions, Cell: v.cell, Page: pageNames()[v.page], Query: v.query, Photo: v.photo, Top: v.top,
	})
	return string(b), err
}

// readView reads what was written down, perhaps by another version or damaged:
// each field by itself, and what is not there or makes no sense is as usual.
func readView(text string) lastView {
	v := usualView()
	var fields map[string]json.RawMessage
	if json.Unmarshal([]byte(text), &fields) != nil {
		return v
	}
	var width, height float32
	within(fields["width"], minWindow, maxWindow, &width)
	within(fields["height"], minWindow, maxWindow, &height)
	if width > 0 && height > 0 {
		v.width, v.height = width, height
	}
	take(fields["filters"], func(shown bool) { v.leftHidden = !shown })
	take(fields["inspector"], func(shown bool) { v.rightHidden = !shown })
	within(fields["filtersWidth"], leftSpan.least, leftSpan.far, &v.leftWidth)
	within(fields["inspectorWidth"], rightSpan.least, rightSpan.far, &v.rightWidth)
	within(fields["cell"], minCell, maxCell, &v.cell)
	take(fields["captions"], func(on bool) { v.captions = on })
	take(fields["sort"], func(s catalog.Sort) {
		if slices.Contains(sorts(), s) {
			v.sort = s
		}
	})
	take(fields["grouping"], func(g catalog.Grouping) {
		if slices.Contains(catalog.Groupings(), g) {
			v.grouping = g
		}
	})
	take(fields["page"], func(name string) {
		for p, n := range pageNames() {
			if n == name {
				v.page = p
			}
		}
	})
	take(fields["query"], func(query string) {
		if _, err := catalog.ParseQuery(query); err == nil && len(query) <= maxQuery {
			v.query = query
		}
	})
	take(fields["photo"], func(id catalog.PhotoID) { v.photo = believed(id) })
	take(fields["top"], func(id catalog.PhotoID) { v.top = believed(id) })
	return v
}

// take reads one field; nothing happens when it is not of the right kind.
func take[T any](raw json.RawMessage, set func(T)) {
	var value T
	if raw != nil && json.Unmarshal(raw, &value) == nil {
		set(value)
	}
}

// within reads a number of pixels that lies between two bounds.
func within(raw json.RawMessage, least, most float32, into *float32) {
	take(raw, func(value float32) {
		if value >= least && value <= most {
			*into = value
		}
	})
}

func believed(id catalog.PhotoID) catalog.PhotoID {
	if id < 0 || id > catalog.MaxPhotos {
		return 0
	}
	return id
}

// size is that of the window; ok is false when nobody knows.
func (v lastView) size() (size fyne.Size, ok bool) {
	return fyne.NewSize(v.width, v.height), v.width > 0
}
