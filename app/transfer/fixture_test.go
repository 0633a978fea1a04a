package transfer

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waybill/app/present"
	"waybill/app/task"
	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/ingest"
	"waybill/catalog/workspace"
)

// fixture is a transfer in a window over a real catalogue.
type fixture struct {
	*Transfer
	t         *testing.T
	queue     chan func()
	tasks     *task.Runner
	catalogue *workspace.Catalogue
	window    fyne.Window
	steps     []catalog.Step
	sums      []ingest.Summary
	exports   []workspace.ExportSummary
	ends      int
	errs      []error
}

func words(t *testing.T) *present.Words {
	t.Helper()
	w, err := present.Load(assets.Translations(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func openCatalogue(t *testing.T) *workspace.Catalogue {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "훈춘.waybill")
	if err := workspace.Create(t.Context(), dir, assets.Vocabulary, "AB"); err != nil {
		t.Fatal(err)
	}
	c, err := workspace.OpenSession(t.Context(), dir, "test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	c := openCatalogue(t)
	return newFixtureOver(t, c, c)
}

func newFixtureOver(t *testing.T, store Store, c *workspace.Catalogue) *fixture {
	t.Helper()
	test.NewTempApp(t)
	f := &fixture{t: t, queue: make(chan func(), 1024), catalogue: c}
	f.tasks = task.New(t.Context(), func(do func()) { f.queue <- do })
	t.Cleanup(f.tasks.Close)
	f.window = test.NewTempWindow(t, widget.NewLabel(""))
	f.Transfer = New(store, f.tasks, words(t), f.window)
	f.OnStep = func(s catalog.Step) { f.steps = append(f.steps, s) }
	f.OnDone = func(s ingest.Summary) { f.sums = append(f.sums, s) }
	f.OnExported = func(s workspace.ExportSummary) { f.exports = append(f.exports, s) }
	f.OnEnd = func() { f.ends++ }
	f.OnError = func(err error) { f.errs = append(f.errs, err) }
	f.window.SetContent(container.NewBorder(nil, f.Strip(), nil, nil))
	f.window.Resize(fyne.NewSize(900, 700))
	return f
}

// until runs what comes onto the UI thread until ok holds.
func (f *fixture) until(what string, ok func() bool) {
	f.t.Helper()
	late := time.After(20 * time.Second)
	for !ok() {
		select {
		case do := <-f.queue:
			do()
		case <-late:
			f.t.Fatalf("waited too long for %s", what)
		}
	}
}

// importSheet opens the sheet and waits until it knows everything.
func (f *fixture) importSheet(paths ...string) *importSheet {
	f.t.Helper()
	f.ShowImport(paths)
	s, ok := f.open.(*importSheet)
	if !ok {
		f.t.Fatalf("the sheet is %T", f.open)
	}
	f.until("the count", func() bool { return s.counted != nil && s.form.known.routes != nil })
	return s
}

// run presses the sheet's button and waits for the end.
func (f *fixture) run(press fyne.Tappable) {
	f.t.Helper()
	ends := f.ends
	test.Tap(press)
	f.until("the end", func() bool { return f.ends > ends })
}

func (f *fixture) typeInto(e fyne.Focusable, text string) {
	f.window.Canvas().Focus(e)
	for _, r := range text {
		e.TypedRune(r)
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// pictureBytes gives a small picture that differs from those of other numbers.
func pictureBytes(t *testing.T, n int, encode func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 12, 9))
	for i := range 12 {
		img.SetNRGBA(i, i%9, color.NRGBA{R: uint8(n), G: uint8(n >> 8), B: uint8(20 * i), A: 255})
	}
	var b bytes.Buffer
	if err := encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngBytes(t *testing.T, n int) []byte {
	return pictureBytes(t, n, func(b *bytes.Buffer, img image.Image) error { return png.Encode(b, img) })
}

func jpegBytes(t *testing.T, n int) []byte {
	return pictureBytes(t, n, func(b *bytes.Buffer, img image.Image) error { return jpeg.Encode(b, img, nil) })
}

// photos makes a folder with some pictures.
func photos(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		write(t, filepath.Join(dir, "IMG_"+strconv.Itoa(1000+i)+".png"), pngBytes(t, i))
	}
	return dir
}

// held is a store whose imports and exports wait until they are let or cancelled.
type held struct {
	*workspace.Catalogue
	let chan struct{}
}

func (h held) Import(ctx context.Context, o workspace.ImportOptions) (ingest.Summary, error) {
	select {
	case <-h.let:
	case <-ctx.Done():
	}
	return h.Catalogue.Import(ctx, o)
}

// failing is a store that cannot be read or written.
type failing struct {
	*workspace.Catalogue
	err error
}

func (s failing) Batches(context.Context) ([]catalog.Batch, error) { return nil, s.err }
func (s failing) Import(context.Context, workspace.ImportOptions) (ingest.Summary, error) {
	return ingest.Summary{Files: 7, Imported: 5}, s.err
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
