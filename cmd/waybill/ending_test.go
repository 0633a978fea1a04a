package main

import (
	"os"
	"testing"
	"time"
)

func TestLoopThatDoesNotReturnIsEnded(t *testing.T) {
	for name, tell := range map[string]func(*ending){
		"told":   func(e *ending) { e.begin(); e.begin() },
		"signal": func(e *ending) { e.signals <- os.Interrupt },
	} {
		ended := make(chan struct{})
		e := newEnding(time.Millisecond, func() { close(ended) })
		tell(e)
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			t.Errorf("%s: the program goes on", name)
		}
		e.finish()
	}
}

func TestLoopThatReturnsIsLeftAlone(t *testing.T) {
	exit := func() { t.Error("the program was ended") }
	e := newEnding(time.Hour, exit)
	e.finish()
	e = newEnding(time.Hour, exit)
	e.begin()
	e.finish()
}
