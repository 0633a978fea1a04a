package app

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"waybill/app/task"
	"waybill/catalog"
)

// steps is a history that a test writes.
type steps struct {
	mutex  sync.Mutex
	photos []catalog.PhotoID // of the step of each index+1
	err    error
}

func (s *steps) step(photo catalog.PhotoID) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.photos = append(s.photos, photo)
}

func (s *steps) fail(err error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.err = err
}

func (s *steps) Head(context.Context) (catalog.StepID, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return catalog.StepID(len(s.photos)), s.err
}

func (s *steps) Since(_ context.Context, after catalog.StepID) ([]catalog.PhotoID, catalog.StepID, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return slices.Clone(s.photos[after:]), catalog.StepID(len(s.photos)), s.err
}

func (s *steps) Undoable(context.Context) (undo, redo *catalog.Step, err error) {
	head, err := s.Head(context.Background())
	if head > 0 {
		undo = &catalog.Step{ID: head}
	}
	return undo, nil, err
}

// watch starts to look for changes of a history.
func watch(t *testing.T, s *steps) (d *desk, c *changes, told *[]news, failed *int) {
	t.Helper()
	d = deskOf(t)
	tasks := task.New(t.Context(), d.queue.Post)
	t.Cleanup(tasks.Close)
	c = newChanges(s, tasks)
	told, failed = &[]news{}, new(int)
	c.onNews = func(n news) { *told = append(*told, n) }
	c.onError = func(error) { *failed++ }
	c.start()
	return d, c, told, failed
}

func TestChangesAreToldOnceAndInOrder(t *testing.T) {
	s := &steps{photos: []catalog.PhotoID{7}}
	d, c, told, _ := watch(t, s)
	d.until("the beginning is told", func() bool { return len(*told) == 1 })
	if first := (*told)[0]; len(first.photos) != 0 || first.undo == nil || first.head != 1 {
		t.Errorf("the beginning is %+v", first)
	}
	s.step(3)
	s.step(4)
	c.stepped()
	c.stepped()
	d.until("both steps are told", func() bool { return len(*told) == 2 })
	if got := (*told)[1].photos; !slices.Equal(got, []catalog.PhotoID{3, 4}) {
		t.Errorf("told were %v", got)
	}
	s.step(5) // by another program: nobody says so
	begun := time.Now()
	d.until("the third is noticed", func() bool { return len(*told) == 3 })
	if took := time.Since(begun); took > 3*lookEvery {
		t.Errorf("it took %v", took)
	}
}

func TestChangesThatCannotBeReadAreToldOnce(t *testing.T) {
	s := &steps{err: errors.New("gone")}
	d, c, told, failed := watch(t, s)
	d.until("it is told", func() bool { return *failed == 1 })
	c.stepped()
	d.until("it looks again", func() bool { return len(c.kick) == 0 })
	s.fail(nil)
	s.step(1)
	c.stepped()
	d.until("it goes on", func() bool { return len(*told) == 1 })
	if *failed != 1 {
		t.Errorf("the failure was told %d times", *failed)
	}
}
