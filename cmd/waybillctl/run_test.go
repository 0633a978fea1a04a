package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"waybill/app/apptest"
	"waybill/catalog/ingest"
	"waybill/catalog/workspace"
)

// call runs waybillctl and gives what it wrote.
func call(t *testing.T, want int, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	if got := run(t.Context(), args, &out, &err); got != want {
		t.Fatalf("waybillctl %s ends with %d, want %d: %s", strings.Join(args, " "), got, want, &err)
	}
	return out.String(), err.String()
}

// stopper calls cancel with the first thing that is written.
type stopper struct {
	bytes.Buffer
	cancel func()
}

func (s *stopper) Write(p []byte) (int, error) {
	s.cancel()
	return s.Buffer.Write(p)
}

// A stopped import keeps what it did, says how to go on, and does go on.
func TestImportStopped(t *testing.T) {
	const files = 400 // more than one transaction
	cat, in := filepath.Join(t.TempDir(), "c.waybill"), apptest.PNGs(t, files)
	call(t, exitFine, "init", cat)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	out, errs := stopper{cancel: cancel}, bytes.Buffer{}
	if got := run(ctx, []string{"import", cat, in, "--json"}, &out, &errs); got != exitError {
		t.Fatalf("a stopped import ends with %d", got)
	}
	if !strings.Contains(errs.String(), "give the same command again") {
		t.Errorf("it says %q", &errs)
	}
	if last := strings.Split(strings.TrimSpace(out.String()), "\n"); !strings.HasPrefix(last[len(last)-1], `{"summary":`) {
		t.Errorf("its last line is %s", last[len(last)-1])
	}
	kept, _ := call(t, exitFine, "find", cat, "--json")
	if n := strings.Count(kept, "\n"); n == 0 || n != strings.Count(out.String(), `"result":"imported"`) {
		t.Errorf("%d photos are kept, %d were reported", n, strings.Count(out.String(), `"result":"imported"`))
	}
	rest, _ := call(t, exitFine, "import", cat, in)
	if !strings.Contains(rest, fmt.Sprintf("All %d files stored", files)) {
		t.Errorf("the second import says %s", rest)
	}
	all, _ := call(t, exitFine, "find", cat, "--json")
	if strings.Count(all, "\n") != files {
		t.Errorf("%d photos in the end", strings.Count(all, "\n"))
	}
	call(t, exitFine, "verify", cat)
}

// Beside a window an import waits its turn, and everything else works.
func TestBesideASession(t *testing.T) {
	dir := t.TempDir()
	cat, in := filepath.Join(dir, "c.waybill"), filepath.Join(dir, "1.png")
	apptest.WritePNG(t, in, apptest.Picture(1))
	call(t, exitFine, "init", cat)
	call(t, exitFine, "import", cat, in)
	c, err := workspace.OpenSession(t.Context(), cat, "the window")
	if err != nil {
		t.Fatal(err)
	}
	_, stderr := call(t, exitError, "import", cat, in)
	if !strings.Contains(stderr, "already open by the window") {
		t.Errorf("it says %q", stderr)
	}
	call(t, exitFine, "tag", cat, "1", "--note", "x")
	call(t, exitFine, "export", cat, filepath.Join(dir, "out"))
	if stdout, _ := call(t, exitFine, "find", cat, "has:note", "--json"); strings.Count(stdout, "\n") != 1 {
		t.Errorf("found %q", stdout)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	call(t, exitFine, "import", cat, in)
}

// full fails as a full disk does.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestOutputThatFails(t *testing.T) {
	cat := filepath.Join(t.TempDir(), "c.waybill")
	call(t, exitFine, "init", cat)
	var errs bytes.Buffer
	if got := run(t.Context(), []string{"history", cat}, full{}, &errs); got != exitError || errs.Len() == 0 {
		t.Errorf("it ends with %d and says %q", got, &errs)
	}
}

func TestDashWords(t *testing.T) {
	for text, want := range map[string]string{
		"find c -cart":                  "find -- c -cart",
		"find c --json -cart tile":      "find --json -- c -cart tile",
		"find c --limit 5 -item:x":      "find --limit 5 -- c -item:x",
		"find c --sort=name -a":         "find --sort=name -- c -a",
		"find c -- --json":              "find -- c --json",
		"find -h":                       "find -h",
		"find --limit":                  "find --limit",
		"tag c 1 --where -cart --json":  "tag c 1 --where -cart --json",
		"place c 1 -33.9,151.2 --shown": "place c 1 --shown -- -33.9,151.2",
		"place c 1 -n Quanhe":           "place c 1 -n Quanhe",
		"place c 1 -- -33.9,151.2":      "place c 1 -- -33.9,151.2",
	} {
		if got := dashWords(strings.Fields(text)); !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%s becomes %q", text, got)
		}
	}
}

func TestProgressLine(t *testing.T) {
	p := &program{words: apptest.Words(t)}
	for want, s := range map[string]ingest.State{
		"[....................] 3 of at least 9 files, 1 MB, 1 MB/s": {Files: 3, TotalFiles: 9, Bytes: 1e6, Elapsed: time.Second},
		"[##########..........] 5 of 10 files, 2 MB of 4 MB, 1 MB/s, 2 s left": {
			Files: 5, TotalFiles: 10, Bytes: 2e6, TotalBytes: 4e6, Elapsed: 2 * time.Second, Counted: true, Left: 2 * time.Second,
		},
	} {
		if got := p.importLine(s); got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

// The line is drawn while the work goes on and gone when it is over.
func TestShowProgress(t *testing.T) {
	drawn := make(chan struct{})
	b := &stopper{cancel: sync.OnceFunc(func() { close(drawn) })}
	p := &program{words: apptest.Words(t), err: b, terminal: true, width: 40}
	stop := p.showProgress(func() string { return p.importLine(ingest.State{}) })
	<-drawn
	stop()
	if text := b.String(); !strings.HasPrefix(text, "\r[....................] 0 of at least 0…") ||
		!strings.HasSuffix(text, "\r"+strings.Repeat(" ", 39)+"\r") {
		t.Errorf("drawn: %q", text)
	}
	p.terminal = false
	stop = p.showProgress(func() string {
		t.Error("a line is drawn in a pipe")
		return ""
	})
	stop()
}

func TestColumns(t *testing.T) {
	for text, want := range map[string]int{"": 0, "abc": 3, "훈춘": 4, "\u1112\u116E\u11AB": 2, "e\u0301": 1, "珲春a": 5} {
		if got := columns(text); got != want {
			t.Errorf("%q takes %d columns, want %d", text, got, want)
		}
	}
	if got := cell("훈춘 시장 사진", 8); columns(got) != 8 || !strings.HasPrefix(got, "훈춘") {
		t.Errorf("the cell is %q", got)
	}
	if got := clean("a\x1b[31m\u202Eb\nc"); strings.ContainsAny(got, "\x1b\u202E\n") {
		t.Errorf("cleaned: %q", got)
	}
}

func TestErrorsKeepOutputAndErrorApart(t *testing.T) {
	stdout, stderr := call(t, exitUsage, "frobnicate")
	if stdout != "" || !strings.HasPrefix(stderr, name+": ") {
		t.Errorf("stdout %q, stderr %q", stdout, stderr)
	}
	if got := run(t.Context(), nil, io.Discard, io.Discard); got != exitUsage {
		t.Errorf("nothing asked ends with %d", got)
	}
}
