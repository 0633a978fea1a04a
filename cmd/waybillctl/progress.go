package main

import (
	"fmt"
	"strings"
	"time"

	"waybill/catalog/ingest"
)

// showProgress draws a line about an import until the function it returns is
// called, which takes the line away.
func (p *program) showProgress(progress *ingest.Progress) (stop func()) {
	quit, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		tick := time.NewTicker(200 * time.Millisecond)
		defer tick.Stop()
		drawn := 0
		for {
			select {
			case <-quit:
				fmt.Fprintf(p.err, "\r%s\r", strings.Repeat(" ", drawn))
				return
			case <-tick.C:
				line := p.progressLine(progress.State())
				fmt.Fprintf(p.err, "\r%s%s", line, strings.Repeat(" ", max(0, drawn-columns(line))))
				drawn = columns(line)
			}
		}
	}()
	return func() {
		close(quit)
		<-done
	}
}

const barColumns = 20

func (p *program) progressLine(s ingest.State) string {
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
	full := min(barColumns, int(share*barColumns))
	line := "[" + strings.Repeat("#", full) + strings.Repeat(".", barColumns-full) + "] " + text
	if p.width > 0 {
		line = clip(line, p.width-1) // a longer one would wrap and not be overwritten
	}
	return line
}
