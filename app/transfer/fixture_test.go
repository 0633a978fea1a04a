package transfer

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waybill/app/apptest"
	"waybill/app/task"
	"waybill/catalog"
	"waybill/catalog/ingest"
	"waybill/catalog/workspace"
)

// fixture is a transfer in a window over a real catalogue.
type fixture struct {
	*Transfer
	t         *testing.T
	queue     *apptest.Queue
	tasks     *task.Runner
	catalogue *workspace.Catalogue
	window    fyne.Window
	steps     []catalog.Step
	sums      []ingest.Summary
	exports   []workspace.ExportSummary
	ends      int
	errs      []error
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	c := apptest.Catalogue(t)
	return newFixtureOver(t, c, c)
}

func newFixtureOver(t *testing.T, store Store, c *workspace.Catalogue) *fixture {
	t.Helper()
	test.NewTempApp(t)
	f := &fixture{t: t, queue: apptest.NewQueue(), catalogue: c}
	f.tasks = task.New(t.Context(), f.queue.Post)
	t.Cleanup(f.tasks.Close)
	f.window = test.NewTempWindow(t, widget.NewLabel(""))
	f.Transfer = New(store, f.tasks, apptest.Words(t), f.window)
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
	f.queue.Until(f.t, what, ok)
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
