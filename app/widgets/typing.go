package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Typing stands around everything in a window, as its content, and tells each
// TextField in it, also in dialogs, what to do while somebody types.
type Typing struct {
	widget.BaseWidget
	// Expand, when given, is asked after each character with the text and the
	// cursor, in characters from its start, and gives both anew when something is
	// to be replaced before the cursor. It must not take long.
	Expand func(text string, cursor int) (string, int, bool)
	// Late, when given, is asked before each character; one for which it says true
	// belongs to an earlier key and is dropped.
	Late func(r rune) bool

	content fyne.CanvasObject
}

// NewTyping stands around an object.
func NewTyping(content fyne.CanvasObject) *Typing {
	t := &Typing{content: content}
	t.ExtendBaseWidget(t)
	return t
}

// Refresh refreshes what it stands around, as a container does.
func (t *Typing) Refresh() { t.content.Refresh() }

// CreateRenderer implements fyne.Widget.
func (t *Typing) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }

// typingAround finds what stands around an object; nil for nothing.
func typingAround(o fyne.CanvasObject) *Typing {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		t, _ := c.Content().(*Typing)
		return t
	}
	return nil
}
