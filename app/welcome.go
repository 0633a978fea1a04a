package app

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	look "waybill/app/theme"
	"waybill/assets"
	"waybill/catalog/workspace"
)

// welcomeWidth is how wide the column of the welcome screen is, in pixels.
const welcomeWidth = 520

// welcome is the screen without a catalogue: the ways in, and the catalogues
// that were open before.
type welcome struct {
	words  *present.Words
	open   func(path string)
	forget func()
	recent *fyne.Container
	whole  fyne.CanvasObject
}

// welcomeActions are the ways in.
type welcomeActions struct {
	create, open, samples func()
	reopen                func(path string)
	forget                func()
}

func newWelcome(words *present.Words, do welcomeActions) *welcome {
	w := &welcome{words: words, open: do.reopen, forget: do.forget, recent: container.NewVBox()}
	icon := canvas.NewImageFromResource(fyne.NewStaticResource("waybill.png", assets.Icon()))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(72))
	name := widget.NewLabel(words.T("app.name"))
	name.SizeName, name.TextStyle.Bold = theme.SizeNameHeadingText, true
	purpose := widget.NewLabel(words.T("welcome.purpose"))
	purpose.Wrapping = fyne.TextWrapWord
	head := container.NewBorder(nil, nil, icon, nil, container.New(layout.NewCustomPaddedVBoxLayout(0), name, purpose))

	first := widget.NewButtonWithIcon(words.T("welcome.new"), theme.ContentAddIcon(), do.create)
	first.Importance = widget.HighImportance
	open := widget.NewButtonWithIcon(words.T("welcome.open"), theme.FolderOpenIcon(), do.open)
	samples := widget.NewButtonWithIcon(words.T("welcome.samples"), theme.MediaPhotoIcon(), do.samples)
	ways := container.NewVBox(container.NewGridWithColumns(2, first, open), samples)

	column := container.New(layout.NewCustomPaddedVBoxLayout(3*look.Space), head, ways, w.recent)
	w.whole = container.NewVScroll(container.New(&middleColumn{}, column))
	return w
}

func (w *welcome) object() fyne.CanvasObject { return w.whole }

// show lists the catalogues that were open before.
func (w *welcome) show(list []recent) {
	w.recent.RemoveAll()
	if len(list) > 0 {
		title := widget.NewLabel(w.words.T("welcome.recent"))
		title.TextStyle.Bold = true
		clear := widget.NewButton(w.words.T("welcome.clear"), w.forget)
		clear.Importance = widget.LowImportance
		w.recent.Add(container.NewBorder(nil, nil, title, clear))
		w.recent.Add(widget.NewSeparator())
	}
	for _, r := range list {
		w.recent.Add(w.row(r))
	}
	w.recent.Refresh()
}

// row is a catalogue that can be opened, or that is not there any more.
func (w *welcome) row(r recent) fyne.CanvasObject {
	name := widget.NewButton(displayName(r.path), func() { w.open(r.path) })
	name.Importance, name.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	where := widget.NewLabel(filepath.Dir(r.path))
	if r.missing {
		name.Disable()
		where.SetText(w.words.T("welcome.missing", "folder", filepath.Dir(r.path)))
	}
	where.Importance, where.Truncation, where.SizeName = widget.LowImportance, fyne.TextTruncateEllipsis, theme.SizeNameCaptionText
	middle := container.New(layout.NewCustomPaddedVBoxLayout(0), layout.NewSpacer(), where, layout.NewSpacer())
	return container.NewBorder(nil, nil, name, nil, middle)
}

// displayName is what a catalogue is called: its folder's name without ending.
func displayName(path string) string {
	return strings.TrimSuffix(filepath.Base(path), workspace.Suffix)
}

// middleColumn puts its object into a column in the upper middle.
type middleColumn struct{}

// MinSize implements fyne.Layout.
func (*middleColumn) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(4*look.Space, 8*look.Space)
}

// Layout implements fyne.Layout.
func (*middleColumn) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(welcomeWidth, size.Width-4*look.Space)
	objects[0].Resize(fyne.NewSize(width, objects[0].MinSize().Height))
	height := objects[0].MinSize().Height // now that the text knows its width
	top := max(4*look.Space, (size.Height-height)*2/5)
	objects[0].Resize(fyne.NewSize(width, height))
	objects[0].Move(fyne.NewPos((size.Width-width)/2, top))
}
