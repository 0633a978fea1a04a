package transfer

import (
	"context"
	"errors"
	"math"
	"strings"

	"waybill/app/present"
	"waybill/app/task"
	"waybill/app/work"
	"waybill/catalog"
	"waybill/catalog/ingest"
	"waybill/catalog/workspace"
)

// startImport runs an import. Its sheet comes back if the catalogue refuses
// what was entered.
func (t *Transfer) startImport(s *importSheet, o workspace.ImportOptions) {
	j := &job{}
	found := &findings{}
	var left work.Left
	o.Progress = &ingest.Progress{}
	o.OnFile = found.add
	o.OnStep = func(step catalog.Step) {
		t.tasks.Post(func() {
			if t.OnStep != nil {
				t.OnStep(step)
			}
		})
	}
	name := importName(t.words, o)
	t.begin(j)
	t.strip.Start(name, t.words.T("transfer.starting"))
	j.cancel = task.Run(t.tasks, func(ctx context.Context) (ingest.Summary, error) {
		defer t.watch(j, func() {
			state := o.Progress.State()
			state.Left = left.Look(part(state), state.Elapsed)
			t.strip.Progress(part(state), importText(t.words, state))
		})()
		return t.store.Import(ctx, o)
	}, func(sum ingest.Summary, err error) {
		t.end(func() { t.imported(s, o, sum, err, found) })
	})
}

// importName says what is being imported.
func importName(w *present.Words, o workspace.ImportOptions) string {
	if o.Intake.Name == "" {
		return w.T("transfer.importing")
	}
	return w.T("transfer.importing.batch", "batch", o.Intake.Name)
}

// part gives how much is done, from 0 to 1; 0 until the whole is known.
func part(s ingest.State) float64 {
	switch {
	case !s.Counted:
		return 0
	case s.TotalBytes > 0:
		return min(1, float64(s.Bytes)/float64(s.TotalBytes))
	}
	return min(1, float64(s.Files)/float64(max(1, s.TotalFiles)))
}

// importText says how far an import is, how fast, and how long it will take.
func importText(w *present.Words, s ingest.State) string {
	parts := []string{w.T("transfer.progress.so_far", "n", s.Files)}
	if s.Counted {
		parts[0] = w.T("transfer.progress", "n", s.Files, "total", s.TotalFiles)
	}
	if rate := int(math.Round(s.Rate())); rate > 0 {
		parts = append(parts, w.N("transfer.progress.rate", rate))
	}
	if s.Left > 0 {
		parts = append(parts, w.T("transfer.progress.left", "time", w.Duration(s.Left)))
	}
	return strings.Join(parts, w.T("transfer.progress.separator"))
}

// imported shows how an import ended and tells the window.
func (t *Transfer) imported(s *importSheet, o workspace.ImportOptions, sum ingest.Summary, err error, found *findings) {
	if name, refused := refusedField(err); refused && sum.Files == 0 && t.open == nil {
		t.strip.Clear()
		t.show(s)
		s.refuse(name, err)
		return
	}
	text, importance := t.outcome(o, sum, err, found)
	t.strip.Done(text, importance, t.words.T("transfer.show_list"), t.listOf(found))
	if t.OnDone != nil {
		t.OnDone(sum)
	}
}

// refusedField gives the field whose value the catalogue does not take.
func refusedField(err error) (fieldName, bool) {
	e, ok := errors.AsType[*catalog.Error](err)
	if !ok {
		return 0, false
	}
	switch {
	case e.Code == catalog.ErrAliasWord, e.Code == catalog.ErrInvalid && e.Op == "source alias":
		return fieldSource, true
	case e.Code == catalog.ErrInvalid && e.Op == "date":
		return fieldReceived, true
	case e.Code == catalog.ErrNotFound, e.Code == catalog.ErrAmbiguous:
		return fieldRoute, true
	}
	return 0, false
}

// outcome gives the line that says how an import ended.
func (t *Transfer) outcome(o workspace.ImportOptions, sum ingest.Summary, err error, found *findings) (string, work.Tone) {
	w := t.words
	kept := sum.Imported + sum.Duplicate
	switch {
	case catalog.CodeOf(err) == catalog.ErrCancelled:
		return w.N("transfer.done.stopped", kept), work.Warning
	case err != nil:
		return w.T("transfer.sentences", "first", w.Error(err), "then", w.N("transfer.done.stopped", kept)), work.Grave
	case sum.Files == 0:
		return w.T("transfer.import.no_files"), work.Warning
	}
	stored := w.N("transfer.done.stored", kept)
	if o.Reference {
		stored = w.N("transfer.done.reference", kept)
	}
	if kept == sum.Files {
		stored = w.N("transfer.done.all_stored", kept)
		if o.Reference {
			stored = w.N("transfer.done.all_reference", kept)
		}
	}
	for _, p := range []struct {
		key string
		n   int
	}{{"transfer.done.failed", sum.Failed}, {"transfer.done.not_shown", found.notShown}, {"transfer.done.skipped", sum.Skipped}, {"transfer.done.duplicate", sum.Duplicate}} {
		if p.n > 0 {
			stored = w.T("transfer.sentences", "first", stored, "then", w.N(p.key, p.n))
		}
	}
	importance := work.Good
	if sum.Failed > 0 {
		importance = work.Grave
	} else if found.notShown+sum.Skipped > 0 {
		importance = work.Warning
	}
	return stored, importance
}

// listOf gives what opens the list of what was not imported or not shown; nil
// when there is nothing to list.
func (t *Transfer) listOf(found *findings) func() {
	if len(found.groups) == 0 {
		return nil
	}
	return func() { t.showReport(found) }
}
