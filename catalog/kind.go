package catalog

// Kind says what sort of picture a photo is.
type Kind string

// Kinds; "" is not known.
const (
	KindScene      Kind = "scene"        // what a camera saw where it stood
	KindScreen     Kind = "screen-photo" // a photo of a screen that shows a picture
	KindScreenshot Kind = "screenshot"
	KindDocument   Kind = "document" // a document or a label
	KindFrame      Kind = "video-frame"
	KindFile       Kind = "file-photo" // an older picture that illustrates
	KindComposite  Kind = "composite"  // made of several pictures
)

// Kinds lists the kinds in the order in which they are shown.
func Kinds() []Kind {
	return []Kind{KindScene, KindScreen, KindScreenshot, KindDocument, KindFrame, KindFile, KindComposite}
}

// ParseKind reads a kind by any of its names in the languages of queries; "" is
// not known.
func ParseKind(s string) (Kind, error) {
	if s == "" {
		return "", nil
	}
	if k, ok := findWord(kindWords, s); ok {
		return Kind(k), nil
	}
	return "", &Error{Code: ErrInvalid, Op: "kind", Subject: s}
}

// DatesScene reports whether the time in the file can be the time of what the
// picture shows. A screenshot and a photographed screen show something older.
func (k Kind) DatesScene() bool { return k != KindScreen && k != KindScreenshot }

// DigitalSourceType gives the term of the IPTC NewsCodes vocabulary "Digital
// Source Type" (cv.iptc.org/newscodes/digitalsourcetype) that means the same,
// "" where none does.
func (k Kind) DigitalSourceType() string {
	term := map[Kind]string{
		KindScene: "digitalCapture", KindDocument: "digitalCapture",
		KindScreenshot: "screenCapture", KindComposite: "composite",
	}[k]
	if term == "" {
		return ""
	}
	return "http://cv.iptc.org/newscodes/digitalsourcetype/" + term
}
