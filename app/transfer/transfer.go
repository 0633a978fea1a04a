// Package transfer brings files into the catalogue and photos out of it: the
// sheets that ask for what is needed, the strip that shows how far it is, and
// the list of what was not taken in and why. It decides nothing about what an
// import or an export does.
package transfer

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"waybill/app/present"
	"waybill/app/task"
	"waybill/app/work"
	"waybill/catalog"
	"waybill/catalog/ingest"
	"waybill/catalog/workspace"
)

// Store is what of a catalogue is needed here.
type Store interface {
	Batches(ctx context.Context) ([]catalog.Batch, error)
	Sources(ctx context.Context) ([]catalog.Source, error)
	Routes(ctx context.Context) ([]catalog.Route, error)
	Templates(ctx context.Context) ([]catalog.Template, error)
	FindRoute(ctx context.Context, text string) (catalog.RouteID, error)
	Count(ctx context.Context, q catalog.Query) (int, error)
	ReviewBeforeExport(ctx context.Context) (bool, error)
	CountWaiting(ctx context.Context, q catalog.Query) (int, error)
	WaitingIn(ctx context.Context, photos []catalog.PhotoID) ([]catalog.PhotoID, error)
	UnderstandPlace(ctx context.Context, about catalog.Property, text string) (catalog.Statement, error)
	UnderstandEntry(about catalog.Property, entry, called string) (catalog.Statement, error) // quick
	Locate(p catalog.Place) catalog.Where                                                    // quick
	PlaceNames(text string, limit int) []catalog.Near                                        // quick
	Import(ctx context.Context, o workspace.ImportOptions) (ingest.Summary, error)
	Export(ctx context.Context, o workspace.ExportOptions) (workspace.ExportSummary, error)
}

// Transfer runs one import or export of a catalogue at a time. Its methods are
// for the UI thread, and there its callbacks are called; set them before use.
type Transfer struct {
	OnStep     func(catalog.Step)            // after each transaction of an import
	OnDone     func(ingest.Summary)          // after an import, also one that was stopped or failed on the way
	OnExported func(workspace.ExportSummary) // after an export that is complete
	OnEnd      func()                        // after every import and export, however it ended, behind the others
	OnFind     func(catalog.Query)           // the user wants to see what a query finds
	OnShow     func([]catalog.PhotoID)       // the user wants to see some photos
	OnError    func(error)                   // for what no sheet and no strip has a place for

	store  Store
	tasks  *task.Runner
	words  *present.Words
	window fyne.Window
	strip  *work.Strip
	job    *job  // running, nil when none is
	open   shown // the sheet in the window, nil when there is none

	exportedTo string // the folder in which the last export was made
}

// job is an import or export under way.
type job struct {
	cancel  context.CancelFunc
	stopped bool // the user cancelled it
}

// shown is a sheet that follows whether something runs.
type shown interface {
	base() *sheet
	busy(bool)
}

// New makes a transfer without one running. Whoever closes tasks ends what runs.
func New(store Store, tasks *task.Runner, words *present.Words, window fyne.Window) *Transfer {
	t := &Transfer{store: store, tasks: tasks, words: words, window: window}
	t.strip = work.New(words)
	t.strip.OnCancel = t.Cancel
	return t
}

// Strip is what to put into the window's bottom bar. It takes no room while
// there is nothing to say.
func (t *Transfer) Strip() fyne.CanvasObject { return t.strip }

// Busy tells whether an import or export runs.
func (t *Transfer) Busy() bool { return t.job != nil }

// Cancel stops what runs; it ends a moment later.
func (t *Transfer) Cancel() {
	if t.job == nil || t.job.stopped {
		return
	}
	t.job.stopped = true
	t.job.cancel()
	t.strip.Stopping()
}

// Open tells whether a sheet is in the window.
func (t *Transfer) Open() bool { return t.open != nil }

// show puts a sheet into the window.
func (t *Transfer) show(s shown) {
	t.hide()
	t.open = s
	s.busy(t.Busy())
	s.base().show(t.window.Canvas())
}

// hide takes the sheet out of the window.
func (t *Transfer) hide() {
	if t.open != nil {
		t.open.base().hide()
		t.open = nil
	}
}

// begin notes that a job runs.
func (t *Transfer) begin(j *job) {
	t.job = j
	if t.open != nil {
		t.open.busy(true)
	}
}

// end notes that the job has ended, shows how, and tells the window.
func (t *Transfer) end(show func()) {
	t.job = nil
	if t.open != nil {
		t.open.busy(false)
	}
	show()
	if t.OnEnd != nil {
		t.OnEnd()
	}
}

// pace is how often progress is shown.
const pace = 200 * time.Millisecond

// watch posts look to the UI thread again and again while j runs, until the
// function that it returns is called, which waits for the end of it.
func (t *Transfer) watch(j *job, look func()) (stop func()) {
	done := make(chan struct{})
	var wait sync.WaitGroup
	wait.Go(func() {
		tick := time.NewTicker(pace)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				t.tasks.Post(func() {
					if t.job == j && !j.stopped {
						look()
					}
				})
			}
		}
	})
	return func() {
		close(done)
		wait.Wait()
	}
}

// fail tells about an error that has no other place.
func (t *Transfer) fail(err error) {
	if err != nil && t.OnError != nil && catalog.CodeOf(err) != catalog.ErrCancelled {
		t.OnError(err)
	}
}
