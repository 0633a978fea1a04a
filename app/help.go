package app

import (
	"runtime/debug"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	look "waybill/app/theme"
	"waybill/app/widgets"
	"waybill/assets"
)

// helpSize is how large a page of help is at most, in pixels.
var helpSize = fyne.NewSize(680, 640)

// helpRoom is what stays free around it in a small window.
const helpRoom = 32

// showSearchHelp explains the query language by examples.
func (w *Window) showSearchHelp() {
	var rows []fyne.CanvasObject
	for _, line := range strings.Split(w.words.T("help.search"), "\n") {
		example, text, _ := strings.Cut(line, "\t")
		rows = append(rows, helpRow(example, text))
	}
	w.showHelp(w.words.T("menu.help.search"), container.New(layout.NewCustomPaddedVBoxLayout(0), rows...))
}

// showAbout says what this is and whose work is in it.
func (w *Window) showAbout() {
	about := wrapped(w.words.T("help.about", "version", w.app.Metadata().Version))
	parts := wrapped(w.words.T("help.parts", "list", strings.Join(modules(), "\n")))
	font := wrapped(w.words.T("help.font") + "\n\n" + string(assets.FontLicense()))
	licences := widget.NewButton(w.words.T("help.licences"), func() {
		w.showHelp(w.words.T("help.licences"), wrapped(string(assets.Licenses())))
	})
	w.showHelp(w.words.T("menu.help.about"), container.NewVBox(about, parts, wrapped(string(assets.Notices())), container.NewHBox(licences), font))
}

// showHelp shows a page to read, as large as the window has room for. Its keys
// scroll it, and Escape takes it away.
func (w *Window) showHelp(title string, content fyne.CanvasObject) {
	page := widgets.NewPage(content)
	d := dialog.NewCustom(title, w.words.T("help.close"), page, w.win)
	page.OnKey = func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			d.Hide()
		}
	}
	room := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(helpSize.Width, room.Width-helpRoom), min(helpSize.Height, room.Height-helpRoom)))
	w.ask(d)
	w.win.Canvas().Focus(page)
}

// modules lists the libraries that the program was built from, with their versions.
func modules() []string {
	var list []string
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			list = append(list, m.Path+" "+m.Version)
		}
	}
	return list
}

func wrapped(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// helpRow puts a key or an example beside what it does.
func helpRow(key, text string) fyne.CanvasObject {
	left := widget.NewLabel(key)
	left.TextStyle.Monospace = true
	left.Wrapping = fyne.TextWrapWord
	return container.New(keyColumn{}, left, wrapped(text))
}

// keyColumn gives the first of two objects a column of its own.
type keyColumn struct{}

const keyWidth = 216 // pixels

// MinSize implements fyne.Layout; a text that wraps knows its height by its width.
func (keyColumn) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := max(objects[0].MinSize().Height, objects[1].MinSize().Height)
	return fyne.NewSize(keyWidth+160, height)
}

// Layout implements fyne.Layout.
func (keyColumn) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(keyWidth, size.Height))
	objects[1].Move(fyne.NewPos(keyWidth+look.Space, 0))
	objects[1].Resize(fyne.NewSize(size.Width-keyWidth-look.Space, size.Height))
}
