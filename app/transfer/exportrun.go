package transfer

import (
	"context"
	"errors"
	"path/filepath"
	"sync/atomic"
	"time"

	"waybill/app/task"
	"waybill/app/work"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// begin exports what the sheet says.
func (s *exportSheet) begin(folder string, force bool) {
	if s.t.Busy() {
		return
	}
	o := workspace.ExportOptions{Folder: folder, Query: s.query, Originals: s.originals.Checked, Names: s.names.Checked, Force: force}
	if !s.whole() {
		o.Photos = s.selection
	}
	if s.csv.Checked {
		o.Formats = append(o.Formats, "csv")
	}
	if s.json.Checked {
		o.Formats = append(o.Formats, "json")
	}
	s.t.exportedTo = filepath.Dir(folder)
	s.t.hide()
	s.t.startExport(s, o)
}

// refuse says why the folder cannot take the export.
func (s *exportSheet) refuse(err error) {
	text := s.words.Error(err)
	if e, ok := errors.AsType[*catalog.Error](err); ok && s.replace != "" {
		text = s.words.T("transfer.export.not_ours", "folder", e.Subject)
	}
	s.replace = ""
	s.update()
	s.nameField.fail(text)
	s.focus(s.name)
}

// startExport runs an export. Its sheet comes back if the folder cannot take it.
func (t *Transfer) startExport(s *exportSheet, o workspace.ExportOptions) {
	j := &job{}
	var done, total atomic.Int64
	var left work.Left
	began := time.Now()
	o.Progress = func(n, of int) {
		done.Store(int64(n))
		total.Store(int64(of))
	}
	t.begin(j)
	t.strip.Start(t.words.T("transfer.exporting", "folder", o.Folder), t.words.T("transfer.starting"))
	j.cancel = task.Run(t.tasks, func(ctx context.Context) (workspace.ExportSummary, error) {
		defer t.watch(j, func() {
			if n, of := done.Load(), total.Load(); of > 0 {
				t.strip.Progress(float64(n)/float64(of), left.Of(t.words, int(n), int(of), time.Since(began)))
			}
		})()
		return t.store.Export(ctx, o)
	}, func(sum workspace.ExportSummary, err error) {
		t.end(func() { t.exported(s, sum, err) })
	})
}

// exported shows how an export ended and tells the window.
func (t *Transfer) exported(s *exportSheet, sum workspace.ExportSummary, err error) {
	w := t.words
	again := func() {
		if t.open == nil {
			t.strip.Clear()
			t.show(s)
			s.countWaiting()
		}
	}
	switch {
	case err == nil:
		t.strip.Done(w.N("transfer.exported", sum.Photos, "folder", sum.Folder), work.Good, "", nil)
		if t.OnExported != nil {
			t.OnExported(sum)
		}
	case catalog.CodeOf(err) == catalog.ErrCancelled:
		t.strip.Done(w.T("transfer.export.stopped"), work.Warning, w.T("transfer.again"), again)
	case catalog.CodeOf(err) == catalog.ErrExists && t.open == nil:
		again()
		s.refuse(err)
	default:
		t.strip.Done(w.Error(err), work.Grave, w.T("transfer.again"), again)
	}
}
