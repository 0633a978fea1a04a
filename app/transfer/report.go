package transfer

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waybill/app/widgets"
	"waybill/app/work"
)

// reportSheet lists what was not imported or cannot be shown, by reason.
type reportSheet struct {
	*sheet
	t      *Transfer
	groups []*group
	folded map[*group]bool
	rows   []reportRow
	list   *widget.List
	height float32             // of all rows
	tall   []widget.ListItemID // the rows that were given a height of their own
	width  float32             // for which they were measured
}

// reportRow is the title of a group, one of its files, or what is not named.
type reportRow struct {
	group *group
	file  int // index, -1 for the title, len(files) for the rest
}

// showReport opens the list. What was skipped is folded: it is no picture, and
// often there is much of it.
func (t *Transfer) showReport(found *findings) {
	w := t.words
	s := &reportSheet{t: t, groups: found.sorted(), folded: map[*group]bool{}}
	for _, g := range s.groups {
		s.folded[g] = g.kind == kindSkipped
	}
	s.list = widget.NewList(func() int { return len(s.rows) }, newReportItem, s.update)
	s.list.HideSeparators = true
	s.list.OnSelected = s.selected
	hand := widgets.Hand{Escape: t.hide}
	copyAll := widgets.NewButton(hand, w.T("transfer.report.copy"), theme.ContentCopyIcon(), nil)
	copyAll.OnTapped = func() {
		fyne.CurrentApp().Clipboard().SetContent(found.text(w))
		s.say(w.T("transfer.report.copied"), widget.MediumImportance)
	}
	closing := widgets.NewButton(hand, w.T("transfer.close"), nil, t.hide)
	closing.Importance = widget.HighImportance
	s.sheet = newSheet(w.T("transfer.report.title"), container.New(reportLayout{s}, s.list), true, copyAll, closing)
	s.onClose = t.hide
	s.arrange()
	t.show(s)
	s.focus(closing)
}

func (s *reportSheet) base() *sheet { return s.sheet }

func (s *reportSheet) busy(bool) {}

// arrange lists the rows that are not folded away.
func (s *reportSheet) arrange() {
	s.rows = s.rows[:0]
	for _, g := range s.groups {
		s.rows = append(s.rows, reportRow{g, -1})
		if s.folded[g] {
			continue
		}
		for i := range g.files {
			s.rows = append(s.rows, reportRow{g, i})
		}
		if g.total > len(g.files) {
			s.rows = append(s.rows, reportRow{g, len(g.files)})
		}
	}
	s.measure()
}

// measure gives titles the height that their text takes. Only titles are told
// to the list, for there are few of them.
func (s *reportSheet) measure() {
	probe := newReportItem().(*reportItem)
	plain := probe.MinSize().Height
	for _, i := range s.tall {
		s.list.SetItemHeight(i, plain)
	}
	s.tall, s.height = s.tall[:0], float32(len(s.rows))*(plain+theme.Padding())
	for i, row := range s.rows {
		if row.file < 0 {
			s.fill(probe, row)
			height := widgets.HeightAt(probe, s.width)
			s.list.SetItemHeight(i, height)
			s.height += height - plain
			s.tall = append(s.tall, i)
		}
	}
}

// selected folds a group or unfolds it.
func (s *reportSheet) selected(i widget.ListItemID) {
	s.list.UnselectAll()
	if i < len(s.rows) && s.rows[i].file < 0 {
		g := s.rows[i].group
		s.folded[g] = !s.folded[g]
		s.arrange()
		s.list.Refresh()
		s.Refresh()
	}
}

func (s *reportSheet) update(i widget.ListItemID, o fyne.CanvasObject) {
	if i < len(s.rows) {
		s.fill(o.(*reportItem), s.rows[i])
	}
}

// fill puts a row into an item of the list.
func (s *reportSheet) fill(item *reportItem, row reportRow) {
	w := s.t.words
	switch {
	case row.file < 0:
		icon := theme.MenuDropDownIcon()
		if s.folded[row.group] {
			icon = theme.MenuExpandIcon()
		}
		item.setTitle(icon, row.group.title(w), row.group.kind == kindFailed)
	case row.file == len(row.group.files):
		item.setFile(row.group.more(w), "", "")
	default:
		file, photo := row.group.files[row.file], ""
		if file.photo != 0 {
			photo = file.photo.String()
		}
		item.setFile(filepath.Base(file.path), filepath.Dir(file.path), photo)
	}
}

const reportLeast = 160 // height, pixels

// reportLayout lets the list fill and measures the titles for its width.
type reportLayout struct{ sheet *reportSheet }

func (l reportLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, max(reportLeast, l.sheet.height))
}

func (l reportLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if size.Width != l.sheet.width {
		l.sheet.width = size.Width
		l.sheet.measure()
	}
	o[0].Resize(size)
}

// reportItem shows a row: an icon and a text that wraps, or a file's name with
// its folder and its number.
type reportItem struct {
	widget.BaseWidget
	icon                *widget.Icon
	title               *widget.Label
	name, folder, photo *widget.Label
	objects             []fyne.CanvasObject
}

func newReportItem() fyne.CanvasObject {
	i := &reportItem{
		icon: widget.NewIcon(nil), title: widget.NewLabel(""), name: widget.NewLabel(""), folder: widget.NewLabel(""), photo: widget.NewLabel(""),
	}
	i.title.Wrapping, i.title.TextStyle.Bold = fyne.TextWrapWord, true
	i.name.Truncation, i.folder.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	i.folder.Importance, i.photo.Importance = widget.LowImportance, widget.LowImportance
	i.objects = []fyne.CanvasObject{i.icon, i.title, i.name, i.folder, i.photo}
	i.title.Hide()
	i.ExtendBaseWidget(i)
	return i
}

func (i *reportItem) setTitle(icon fyne.Resource, text string, grave bool) {
	i.icon.SetResource(icon)
	i.title.Importance = widget.MediumImportance
	if grave {
		i.title.Importance = widget.DangerImportance
	}
	i.title.SetText(text)
	i.kind(true)
}

func (i *reportItem) setFile(name, folder, photo string) {
	i.name.SetText(name)
	i.folder.SetText(folder)
	i.photo.SetText(photo)
	i.kind(false)
}

func (i *reportItem) kind(title bool) {
	i.icon.Hidden, i.title.Hidden = !title, !title
	i.name.Hidden, i.folder.Hidden, i.photo.Hidden = title, title, title
	i.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (i *reportItem) CreateRenderer() fyne.WidgetRenderer { return &reportItemRenderer{i} }

type reportItemRenderer struct{ item *reportItem }

func (r *reportItemRenderer) Objects() []fyne.CanvasObject { return r.item.objects }
func (r *reportItemRenderer) Destroy()                     {}

func (r *reportItemRenderer) Refresh() {
	r.Layout(r.item.Size())
	for _, o := range r.item.objects {
		o.Refresh()
	}
}

const (
	iconSide = 20 // pixels
	fileLift = 6  // by which a file's row is lower than its label
)

func (r *reportItemRenderer) MinSize() fyne.Size {
	if r.item.title.Visible() {
		return r.item.title.MinSize()
	}
	return fyne.NewSize(0, r.item.name.MinSize().Height-2*fileLift)
}

func (r *reportItemRenderer) Layout(size fyne.Size) {
	i := r.item
	if i.title.Visible() {
		i.icon.Resize(fyne.NewSquareSize(iconSide))
		i.icon.Move(fyne.NewPos(0, (i.photo.MinSize().Height-iconSide)/2))
		i.title.Move(fyne.NewPos(iconSide-4, 0))
		i.title.Resize(fyne.NewSize(max(0, size.Width-iconSide+4), size.Height))
		return
	}
	photo := float32(0)
	if i.photo.Text != "" {
		photo = i.photo.MinSize().Width
	}
	room := max(0, size.Width-iconSide-photo)
	name := min(work.Natural(i.name), max(room*0.6, room-work.Natural(i.folder)))
	x := float32(iconSide - 4)
	for _, part := range []struct {
		label *widget.Label
		width float32
	}{{i.name, name}, {i.folder, room - name}, {i.photo, photo}} {
		part.label.Move(fyne.NewPos(x, -fileLift))
		part.label.Resize(fyne.NewSize(max(0, part.width), size.Height+2*fileLift))
		x += part.width
	}
}
