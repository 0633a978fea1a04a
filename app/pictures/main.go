// Command pictures paints the window as PNG files without a display: "go run
// -tags ci,nodynamic ./app/pictures docs/pictures". It drives the real window
// with a catalogue of the sample photos, as its user would.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waybill/app"
	"waybill/app/present"
	"waybill/app/widgets"
	"waybill/assets"
)

func main() {
	flags := flag.NewFlagSet("pictures", flag.ExitOnError)
	catalogue := flags.String("catalogue", "", "paint the window on this catalogue into one file")
	language := flags.String("language", "en", "speak this language")
	only := flags.String("only", "", "paint only these views, with commas between their names")
	flags.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: pictures [-language LANGUAGE] [-only NAMES] FOLDER | pictures [-language LANGUAGE] -catalogue CATALOGUE FILE.png")
	}
	_ = flags.Parse(os.Args[1:]) // ends the program itself
	if flags.NArg() != 1 {
		flags.Usage()
		os.Exit(2)
	}
	order := order{language: *language}
	if *only != "" {
		order.only = strings.Split(*only, ",")
	}
	work := order.allViews
	if *catalogue != "" {
		work = func(ctx context.Context, file string) error { return order.oneView(ctx, *catalogue, file) }
	}
	if err := work(context.Background(), flags.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

// order is what to paint.
type order struct {
	language string
	only     []string // names of pictures; none for all
}

// studio is a window without a display, and the folder its pictures go to.
type studio struct {
	order
	out    string
	temp   string
	queue  *queue
	words  *present.Words
	window *app.Window
	failed error // the first picture that could not be written
}

// allViews paints every view into a folder.
func (o order) allViews(ctx context.Context, out string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	return o.inStudio(ctx, out, (*studio).scenes)
}

// oneView paints the window on a catalogue into one file.
func (o order) oneView(ctx context.Context, catalogue, file string) error {
	catalogue, err := filepath.Abs(catalogue) // the window shows and keeps whole paths
	if err != nil {
		return err
	}
	return o.inStudio(ctx, filepath.Dir(file), func(s *studio) {
		welcome := s.window.Window().Title()
		s.window.OpenCatalogue(catalogue)
		s.queue.until(func() bool { return s.window.Window().Title() != welcome })
		s.clear() // what it asks at first
		s.choose("menu.view.photos")
		s.key(fyne.KeyHome)
		s.shoot(strings.TrimSuffix(filepath.Base(file), ".png"), normal)
	})
}

// inStudio works with a window that has a home folder of its own.
func (o order) inStudio(ctx context.Context, out string, work func(*studio)) (err error) {
	temp, err := home()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	words, err := present.Load(assets.Translations(), o.language)
	if err != nil {
		return err
	}
	s := &studio{order: o, out: out, temp: temp, queue: &queue{}, words: words}
	s.window = app.New(ctx, app.Options{
		App: test.NewApp(), Words: words, RecentFile: filepath.Join(temp, "recent.json"), Folder: temp,
		Post: s.queue.post, Quit: func() {},
	})
	s.window.Window().Canvas().(software.WindowlessCanvas).SetScale(1)
	s.frame()
	work(s)
	return errors.Join(s.window.Close(), s.failed)
}

// home makes a home folder for a user who has nothing yet. Its name is seen in
// the pictures, so it is always the same.
func home() (string, error) {
	dir := filepath.Join(os.TempDir(), "waybill-pictures")
	return dir, errors.Join(os.RemoveAll(dir), os.MkdirAll(dir, 0o700), os.Setenv("HOME", dir))
}

// shoot writes what the window shows now.
func (s *studio) shoot(name string, size fyne.Size) {
	w := s.window.Window()
	w.Resize(size)
	for range 3 { // texts that wrap know their height only after a first layout
		s.queue.settle()
		w.Content().Refresh()
	}
	s.queue.settle()
	picture := w.Canvas().Capture() // always: Fyne forgets what is not painted for a minute
	if len(s.only) > 0 && !slices.Contains(s.only, name) {
		return
	}
	f, err := os.Create(filepath.Join(s.out, name+".png"))
	if err == nil {
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		err = encoder.Encode(f, picture)
		if closing := f.Close(); err == nil {
			err = closing
		}
	}
	if err != nil {
		s.note(fmt.Errorf("picture %s: %w", name, err))
	}
}

// choose runs an entry of the menu, named by the key of its words.
func (s *studio) choose(key string) {
	label := s.words.T(key)
	for _, menu := range s.window.Window().MainMenu().Items {
		if item := offered(menu, label); item != nil {
			item.Action()
			s.queue.settle()
			return
		}
	}
	s.note(fmt.Errorf("the menu offers no %q", label))
}

// offered finds an entry in a menu or below it.
func offered(menu *fyne.Menu, label string) *fyne.MenuItem {
	for _, item := range menu.Items {
		if item.Label == label && !item.Disabled {
			return item
		}
		if item.ChildMenu != nil {
			if found := offered(item.ChildMenu, label); found != nil {
				return found
			}
		}
	}
	return nil
}

// search types a query and leaves the field.
func (s *studio) search(text string) {
	s.choose("menu.edit.find")
	canvas := s.window.Window().Canvas()
	if field, ok := canvas.Focused().(interface {
		fyne.Focusable
		SelectedText() string
	}); ok {
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) // what was there is selected
		test.Type(field, text)
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	s.queue.settle()
}

// clear takes away what lies over the window.
func (s *studio) clear() {
	overlays := s.window.Window().Canvas().Overlays()
	for _, o := range overlays.List() {
		if f, ok := o.(fyne.Focusable); ok {
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
		overlays.Remove(o)
	}
	s.queue.settle()
}

// press taps the button or the chip of that text.
func (s *studio) press(text string) {
	if o := named(s.window.Window().Content(), text); o != nil {
		o.Tapped(nil)
		s.queue.settle()
		return
	}
	s.note(fmt.Errorf("there is no button %q", text))
}

// named gives the visible button or chip of a text below an object. It lays
// nothing out: what test.LaidOutObjects does makes texts miss what comes next.
func named(o fyne.CanvasObject, text string) fyne.Tappable {
	if !o.Visible() {
		return nil
	}
	var below []fyne.CanvasObject
	switch o := o.(type) {
	case *widget.Button:
		if o.Text == text {
			return o
		}
	case *widgets.Chip:
		if o.Text() == text {
			return o
		}
	case interface {
		fyne.Tappable
		Title() string
	}:
		if o.Title() == text {
			return o
		}
	case *fyne.Container:
		below = o.Objects
	case fyne.Widget:
		below = test.WidgetRenderer(o).Objects()
	}
	for _, o := range below {
		if found := named(o, text); found != nil {
			return found
		}
	}
	return nil
}

// note keeps the first failure.
func (s *studio) note(err error) {
	if s.failed == nil {
		s.failed = err
	}
}

// drop drops files on the window.
func (s *studio) drop(paths ...string) {
	var uris []fyne.URI
	for _, path := range paths {
		uris = append(uris, storage.NewFileURI(path))
	}
	s.window.HandleDropped(uris)
	s.queue.settle()
}
