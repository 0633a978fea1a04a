package main

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

// patience is how long Fyne's loop may take to return once it was told to end.
const patience = 5 * time.Second

// ending ends the program where Fyne 2.8.1 does not: its loop, when it ends,
// hands a last function to a queue that it closes in the same moment, and waits
// for ever when the queue was faster. Nothing is lost by exit: the window closes
// its catalogue before it tells Fyne to end, and after a signal the catalogue is
// as safe as when the computer stops.
type ending struct {
	signals chan os.Signal
	told    chan struct{}
	over    chan struct{}
	gone    chan struct{}
}

// newEnding begins to listen for signals. exit is called when the loop has not
// returned in time.
func newEnding(wait time.Duration, exit func()) *ending {
	e := &ending{signals: make(chan os.Signal, 1), told: make(chan struct{}, 1), over: make(chan struct{}), gone: make(chan struct{})}
	signal.Notify(e.signals, os.Interrupt, syscall.SIGTERM) // Fyne listens too, and ends its loop
	go func() {
		defer close(e.gone)
		select {
		case <-e.signals:
		case <-e.told:
		case <-e.over:
			return
		}
		select {
		case <-time.After(wait):
			exit()
		case <-e.over:
		}
	}()
	return e
}

// begin says that the loop was told to end.
func (e *ending) begin() {
	select {
	case e.told <- struct{}{}:
	default: // it was already
	}
}

// finish says that the loop has returned.
func (e *ending) finish() {
	signal.Stop(e.signals)
	close(e.over)
	<-e.gone
}
