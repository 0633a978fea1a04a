package main

import (
	"waybill/catalog"
	"waybill/catalog/ingest"
)

// maxListed is how many files a report in words lists one by one.
const maxListed = 1000

// report tells what became of the files of an import: in JSON each at once, in
// words at the end and only what needs telling.
type report struct {
	p         *program
	asJSON    bool
	reference bool // the files stay where they are
	err       error

	left    []ingest.File // failed or skipped, up to maxListed
	unshown []ingest.File // stored, but their picture cannot be shown; likewise
	inBin   []ingest.File // here already, and in the bin; likewise
	more    int           // beyond maxListed
}

// fileLine is a finished file in import --json.
type fileLine struct {
	Path       string  `json:"path"`
	Result     string  `json:"result"`
	Photo      *string `json:"photo"`
	ReasonCode *string `json:"reason_code"`
	Reason     *string `json:"reason"`
}

// summaryLine is the last line of import --json.
type summaryLine struct {
	Summary struct {
		Files     int     `json:"files"`
		Imported  int     `json:"imported"`
		Duplicate int     `json:"duplicate"`
		Failed    int     `json:"failed"`
		Skipped   int     `json:"skipped"`
		Bytes     int64   `json:"bytes"`
		Seconds   float64 `json:"seconds"`
	} `json:"summary"`
}

// file takes note of one file.
func (r *report) file(f ingest.File) {
	if !r.asJSON {
		r.note(f)
		return
	}
	line := fileLine{Path: f.Path, Result: string(f.Result), ReasonCode: known(string(f.Code)), Reason: known(r.p.words.FileReason(f.Code))}
	if f.Photo != 0 {
		line.Photo = known(f.Photo.String())
	}
	if r.err == nil {
		r.err = r.p.line(line)
	}
	if r.err == nil {
		r.err = r.p.out.Flush() // who reads along wants each file when it is done
	}
}

func (r *report) note(f ingest.File) {
	list := &r.left
	switch {
	case f.Code == catalog.ErrInBin:
		list = &r.inBin
	case f.Result == ingest.Imported && f.Code != "":
		list = &r.unshown
	case f.Result == ingest.Imported, f.Result == ingest.Duplicate:
		return
	}
	if len(*list) == maxListed {
		r.more++
		return
	}
	*list = append(*list, ingest.File{Path: f.Path, Code: f.Code, Photo: f.Photo})
}

// finish tells how it ended. complete is false when the import was stopped.
func (r *report) finish(s ingest.Summary, complete bool) error {
	if r.asJSON {
		var line summaryLine
		l := &line.Summary
		l.Files, l.Imported, l.Duplicate, l.Failed, l.Skipped = s.Files, s.Imported, s.Duplicate, s.Failed, s.Skipped
		l.Bytes, l.Seconds = s.Bytes, s.Elapsed.Seconds()
		return r.p.line(line)
	}
	return r.inWords(s, complete)
}

func (r *report) inWords(s ingest.Summary, complete bool) error {
	w := r.p.words
	kept := s.Imported + s.Duplicate
	text := w.N("cli.import.some", kept, "files", s.Files)
	switch {
	case !complete:
		text = w.N("cli.import.until_stopped", kept)
	case s.Files == 0:
		text = w.T("cli.import.nothing")
	case kept == s.Files && r.reference:
		text = w.N("cli.import.all_reference", s.Files)
	case kept == s.Files:
		text = w.N("cli.import.all", s.Files)
	}
	lines := []string{text}
	if s.Files > 0 {
		lines = append(lines, w.T("cli.import.counts", "imported", s.Imported, "duplicate", s.Duplicate, "failed", s.Failed,
			"skipped", s.Skipped, "bytes", w.Bytes(s.Bytes), "time", w.Duration(s.Elapsed)))
	}
	if len(r.left) > 0 {
		lines = append(lines, w.T("cli.import.left"))
		lines = append(lines, r.lines(r.left)...)
	}
	if len(r.unshown) > 0 {
		lines = append(lines, w.T("cli.import.unshown"))
		lines = append(lines, r.lines(r.unshown)...)
	}
	if len(r.inBin) > 0 {
		lines = append(lines, w.T("cli.import.in_bin"))
		for _, f := range r.inBin {
			lines = append(lines, "  "+f.Photo.String()+"  "+clean(f.Path))
		}
	}
	if r.more > 0 {
		lines = append(lines, w.N("cli.import.more", r.more))
	}
	for _, line := range lines {
		if err := r.p.say(line); err != nil {
			return err
		}
	}
	return nil
}

func (r *report) lines(files []ingest.File) []string {
	lines := make([]string, len(files))
	for i, f := range files {
		lines[i] = "  " + r.p.words.Error(&catalog.Error{Code: f.Code, Subject: clean(f.Path)})
	}
	return lines
}
