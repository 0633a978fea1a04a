package main

import (
	"fmt"
	"strings"
	"time"

	"waybill/catalog/ingest"
)

// showProgress draws a line, if a person looks on, until the function it
// returns is called, which takes the line away. line gives it at any moment.
func (p *program) showProgress(line func() string) (stop func()) {
	if !p.terminal {
		return func() {}
	}
	quit, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		tick := time.NewTicker(200 * time.Millisecond)
		defer tick.Stop()
		drawn := 0
		for {
			select {
			case <-quit:
				if drawn > 0 {
					fmt.Fprintf(p.err, "\r%s\r", strings.Repeat(" ", drawn))
				}
				return
			case <-tick.C:
				now := line()
				if p.width > 0 {
					now = clip(now, p.width-1) // a longer one would wrap and not be overwritten
				}
				fmt.Fprintf(p.err, "\r%s%s", now, strings.Repeat(" ", max(0, drawn-columns(now))))
				drawn = columns(now)
			}
		}
	}()
	return func() {
		close(quit)
		<-done
	}
}

const barColumns = 20

func bar(share float64) string {
	full := max(0, min(barColumns, int(share*barColumns)))
	return "[" + strings.Repeat("#", full) + strings.Repeat(".", barColumns-full) + "] "
}

// importLine says how far an import is.
func (p *program) importLine(s ingest.State) string {
	w := p.words
	rate := int64(0)
	if s.Elapsed > 0 {
		rate = int64(float64(s.Bytes) / s.Elapsed.Seconds())
	}
	text := w.T("cli.progress.counting", "done", s.Files, "total", s.TotalFiles, "bytes", w.Bytes(s.Bytes), "rate", w.Bytes(rate))
	share := 0.0
	if s.Counted {
		left := w.T("cli.progress.unknown")
		if s.Left > 0 || s.Bytes > 0 {
			left = w.Duration(s.Left)
		}
		text = w.T("cli.progress.counted", "done", s.Files, "total", s.TotalFiles, "bytes", w.Bytes(s.Bytes),
			"all", w.Bytes(s.TotalBytes), "rate", w.Bytes(rate), "left", left)
		share = float64(s.Bytes) / float64(max(1, s.TotalBytes))
	}
	return bar(share) + text
}

// photosLine says how many photos of all are done.
func (p *program) photosLine(done, total int64) string {
	return bar(float64(done)/float64(max(1, total))) + p.words.T("cli.progress.photos", "done", done, "total", total)
}
