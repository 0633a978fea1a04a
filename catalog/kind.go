package catalog

import "fmt"

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

// ProposeKind gives a claim of what sort of picture a file holds by its format
// and size alone: a PNG without a camera, as large as the screen of a phone or a
// computer, is taken for a screenshot. It gives none when it has no idea.
func ProposeKind(read Reading, claims []Claim) []Claim {
	if read.Format != "png" || read.Width == nil || read.Height == nil {
		return nil
	}
	for _, c := range claims {
		if c.Property == PropMake && c.Value != "" || c.Property == PropExposure && c.Value != "" {
			return nil
		}
	}
	short, long := min(*read.Width, *read.Height), max(*read.Width, *read.Height)
	if !isScreen(short, long) {
		return nil
	}
	raw := fmt.Sprintf("%s %d×%d", read.Format, *read.Width, *read.Height)
	return []Claim{{Origin: OriginFilesystem, Property: PropKind, Raw: raw, Value: string(KindScreenshot)}}
}

// isScreen knows the screens of phones by their width in pixels and shape, and
// the common ones of computers.
func isScreen(short, long int) bool {
	for _, s := range [][2]int{{768, 1366}, {900, 1440}, {900, 1600}, {1050, 1680}, {1080, 1920}, {1200, 1920}, {1440, 2560}, {1600, 2560}, {1664, 2560}, {1800, 2880}, {2160, 3840}} {
		if short == s[0] && long == s[1] {
			return true
		}
	}
	for _, width := range []int{640, 720, 750, 828, 1080, 1125, 1170, 1179, 1206, 1242, 1260, 1284, 1290, 1320, 1440} {
		if short == width && long*9 >= short*16 && long*9 <= short*21 {
			return true
		}
	}
	return false
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
