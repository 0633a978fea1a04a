package work

import (
	"time"

	"waybill/app/present"
	"waybill/app/task"
)

// Show is a strip for the tasks of a window that tell how far they are. Of several
// it shows the one that began first.
type Show struct {
	*Strip
	OnChange func() // it begins or ends to show something
	running  []*task.Work
	shown    *task.Work
	left     Left
	stopped  map[*task.Work]bool
}

// NewShow returns one that shows nothing.
func NewShow(words *present.Words) *Show {
	s := &Show{Strip: New(words), stopped: map[*task.Work]bool{}}
	s.OnCancel = func() { s.stop(s.shown) }
	return s
}

// Busy tells whether anything runs that was told of.
func (s *Show) Busy() bool { return len(s.running) > 0 }

// StopAll ends all that runs; each takes its moment.
func (s *Show) StopAll() {
	for _, w := range s.running {
		s.stop(w)
	}
}

func (s *Show) stop(w *task.Work) {
	if w == nil || s.stopped[w] {
		return
	}
	s.stopped[w] = true
	if w == s.shown {
		s.Strip.Stopping()
	}
	w.Cancel()
}

// Watch is told of a task: see task.Runner.Watch.
func (s *Show) Watch(w *task.Work) {
	at := -1
	for i, other := range s.running {
		if other == w {
			at = i
		}
	}
	switch {
	case w.Over && at < 0:
		return
	case w.Over:
		s.running = append(s.running[:at], s.running[at+1:]...)
		delete(s.stopped, w)
	case at < 0:
		s.running = append(s.running, w)
	}
	s.present(w)
}

// present shows the first of what runs.
func (s *Show) present(news *task.Work) {
	if len(s.running) == 0 {
		s.shown = nil
		s.Clear()
		s.changed()
		return
	}
	first := s.running[0]
	if first != s.shown {
		s.shown, s.left = first, Left{}
		s.Start(s.words.Doing(first.Doing), s.words.T("work.starting"))
		if s.stopped[first] {
			s.Strip.Stopping()
		}
		s.changed()
	}
	if first == news && !s.stopped[first] && first.Total > 0 {
		part := float64(first.Done) / float64(first.Total)
		s.Progress(part, Numbers(s.words, first.Done, first.Total, s.left.Look(part, first.Elapsed)))
	}
}

func (s *Show) changed() {
	if s.OnChange != nil {
		s.OnChange()
	}
}

// Numbers says how far a work is and how long it still takes; 0 is not known.
func Numbers(words *present.Words, done, total int, left time.Duration) string {
	text := words.T("work.progress", "n", done, "total", total)
	if left > 0 {
		text = words.T("work.progress.left", "progress", text, "time", words.Duration(left))
	}
	return text
}

// Of is what is shown of a work whose parts are not those that are counted: 0 is
// not known.
func (l *Left) Of(words *present.Words, done, total int, elapsed time.Duration) string {
	return Numbers(words, done, total, l.Look(float64(done)/float64(max(total, 1)), elapsed))
}
