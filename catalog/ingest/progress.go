package ingest

import (
	"sync/atomic"
	"time"
)

// Progress counts an import while it runs. It may be read at any time, from
// any goroutine.
type Progress struct {
	files, bytes           atomic.Int64
	totalFiles, totalBytes atomic.Int64
	counted                atomic.Bool
	started                atomic.Int64 // Unix nanoseconds
}

// State is what Progress says at one moment.
type State struct {
	Files, Bytes           int64 // done
	TotalFiles, TotalBytes int64 // found so far
	Counted                bool  // the totals are final
	Elapsed                time.Duration
	Left                   time.Duration // estimated; 0 while unknown
}

// Rate gives files per second so far.
func (s State) Rate() float64 {
	if s.Elapsed <= 0 {
		return 0
	}
	return float64(s.Files) / s.Elapsed.Seconds()
}

// State reads the counters.
func (p *Progress) State() State {
	s := State{
		Files: p.files.Load(), Bytes: p.bytes.Load(),
		TotalFiles: p.totalFiles.Load(), TotalBytes: p.totalBytes.Load(), Counted: p.counted.Load(),
	}
	if start := p.started.Load(); start != 0 {
		s.Elapsed = time.Since(time.Unix(0, start))
	}
	if s.Counted && s.Bytes > 0 {
		perByte := float64(s.Elapsed) / float64(s.Bytes)
		s.Left = time.Duration(perByte * float64(max(0, s.TotalBytes-s.Bytes)))
	}
	return s
}
