package widgets

import (
	"container/list"
	"context"
	"errors"
	"fmt"
	"image"
	"sync"

	"fyne.io/fyne/v2"
)

// ErrNoPicture is what a cell is told when Load returned neither a picture nor an error.
var ErrNoPicture = errors.New("no picture")

// LoaderOptions says how a Loader gets its pictures. Load is required.
type LoaderOptions[K comparable] struct {
	// Load returns the picture of a key, ready to be painted: never a nil pointer in the interface. It runs on several
	// goroutines at once; ctx ends when nobody waits for this picture any more. A panic in it is an error of this key.
	Load       func(ctx context.Context, key K) (image.Image, error)
	Workers    int   // how many Loads run at once; at least 1
	CacheBytes int64 // memory for pictures kept for later; 0 keeps none
	// Post runs a function on the UI goroutine, later, in the order of the calls; nil means fyne.Do. It must not wait for
	// the function, or Close would wait for itself.
	Post func(func())
}

// Loader brings pictures to cells that are reused while the pictures are on their way. A cell asks by Request and takes its
// Ticket back by Cancel when it goes on to another picture; whether a ticket still counts is looked at on the UI goroutine
// right before the delivery, so that no picture can land in a cell that has since become another's.
//
// The key should name the picture and its version (say, a photo id and a generation): a picture that changed is another key.
// Request, Cancel and the deliveries belong to the UI goroutine.
type Loader[K comparable] struct {
	opts   LoaderOptions[K]
	ctx    context.Context
	cancel context.CancelFunc
	done   sync.WaitGroup

	mu    sync.Mutex
	wake  *sync.Cond
	cache *pictureCache[K]
	jobs  map[K]*job[K] // what is queued or being loaded, for whoever asks for the same
	queue *list.List    // of *job[K]: what is wanted, in the order asked for
}

// job is one key that somebody waits for. Its fields belong to the loader's mutex.
type job[K comparable] struct {
	key     K
	tickets []*Ticket[K]
	waiting int           // tickets not cancelled
	queued  *list.Element // nil once a worker has it
	ctx     context.Context
	cancel  context.CancelFunc
}

// Ticket is one request on its way. A nil Ticket is none.
type Ticket[K comparable] struct {
	loader  *Loader[K]
	job     *job[K]
	deliver func(image.Image, error)
	over    bool // delivered or cancelled
}

// NewLoader starts the workers. They end with ctx or by Close, which must be called in either case.
func NewLoader[K comparable](ctx context.Context, opts LoaderOptions[K]) *Loader[K] {
	if opts.Post == nil {
		opts.Post = fyne.Do
	}
	l := &Loader[K]{
		opts:  opts,
		cache: newPictureCache[K](opts.CacheBytes),
		jobs:  map[K]*job[K]{},
		queue: list.New(),
	}
	l.ctx, l.cancel = context.WithCancel(ctx)
	l.wake = sync.NewCond(&l.mu)
	for range max(1, opts.Workers) {
		l.done.Go(l.work)
	}
	l.done.Go(l.awaitEnd)
	return l
}

// awaitEnd sends the workers home when the context ends.
func (l *Loader[K]) awaitEnd() {
	<-l.ctx.Done()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.wake.Broadcast()
}

// Request asks for the picture of a key. A picture in the cache is delivered before Request returns, and there is no ticket.
// Otherwise deliver is called once, later, with the picture or the reason why there is none, unless the ticket is cancelled.
func (l *Loader[K]) Request(key K, deliver func(image.Image, error)) *Ticket[K] {
	l.mu.Lock()
	if img, ok := l.cache.get(key); ok {
		l.mu.Unlock()
		deliver(img, nil)
		return nil
	}
	defer l.mu.Unlock()
	if l.closed() {
		return nil
	}
	j := l.jobs[key]
	if j == nil {
		j = &job[K]{key: key}
		j.ctx, j.cancel = context.WithCancel(l.ctx)
		j.queued = l.queue.PushBack(j)
		l.jobs[key] = j
		l.wake.Signal()
	}
	t := &Ticket[K]{loader: l, job: j, deliver: deliver}
	j.tickets = append(j.tickets, t)
	j.waiting++
	return t
}

// Cached returns the picture of a key if it is at hand.
func (l *Loader[K]) Cached(key K) (image.Image, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.cache.get(key)
}

// Forget drops the picture of a key from the cache, so that the next Request loads it again.
func (l *Loader[K]) Forget(key K) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cache.drop(key)
	delete(l.jobs, key) // what is being loaded may be the old picture; whoever waits for it still gets it
}

// Cancel withdraws the request: its deliver will not be called. When nobody else waits for the picture, it is not loaded.
func (t *Ticket[K]) Cancel() {
	if t == nil {
		return
	}
	l := t.loader
	l.mu.Lock()
	defer l.mu.Unlock()
	if t.over {
		return
	}
	t.over = true
	if t.job.waiting--; t.job.waiting == 0 {
		l.abandon(t.job)
	}
}

// abandon takes back a job nobody waits for.
func (l *Loader[K]) abandon(j *job[K]) {
	j.cancel()
	if j.queued != nil {
		l.queue.Remove(j.queued)
	}
	l.forgetJob(j)
}

// forgetJob makes the next request for the key begin anew.
func (l *Loader[K]) forgetJob(j *job[K]) {
	if l.jobs[j.key] == j {
		delete(l.jobs, j.key)
	}
}

func (l *Loader[K]) closed() bool { return l.ctx.Err() != nil }

// Close drops what is queued, waits for the loads that run, and empties the cache. Nothing is delivered afterwards.
func (l *Loader[K]) Close() {
	l.cancel()
	l.done.Wait()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cache.clear()
	l.queue.Init()
	clear(l.jobs)
}

// work is one worker's life.
func (l *Loader[K]) work() {
	for j := l.next(); j != nil; j = l.next() {
		img, err := l.load(j)
		l.finish(j, img, err)
	}
}

// next waits for a job; nil means the end.
func (l *Loader[K]) next() *job[K] {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.queue.Len() == 0 && !l.closed() {
		l.wake.Wait()
	}
	if l.closed() {
		return nil
	}
	j := l.queue.Remove(l.queue.Front()).(*job[K])
	j.queued = nil
	return j
}

func (l *Loader[K]) load(j *job[K]) (img image.Image, err error) {
	defer func() {
		if p := recover(); p != nil {
			img, err = nil, fmt.Errorf("load picture %v: panic: %v", j.key, p)
		}
	}()
	img, err = l.opts.Load(j.ctx, j.key)
	if err == nil && img == nil {
		err = fmt.Errorf("load picture %v: %w", j.key, ErrNoPicture)
	}
	return img, err
}

// finish keeps the picture and sends it to those who wait.
func (l *Loader[K]) finish(j *job[K], img image.Image, err error) {
	j.cancel()
	l.mu.Lock()
	if err == nil && l.jobs[j.key] == j && !l.closed() { // else it was forgotten meanwhile
		l.cache.put(j.key, img)
	}
	l.forgetJob(j)
	wanted := j.waiting > 0 && !l.closed()
	l.mu.Unlock()
	if wanted {
		l.opts.Post(func() { l.deliver(j, img, err) })
	}
}

// deliver runs on the UI goroutine.
func (l *Loader[K]) deliver(j *job[K], img image.Image, err error) {
	for _, t := range j.tickets { // complete: since finish nobody can join the job
		if l.claim(t) {
			t.deliver(img, err)
		}
	}
}

// claim reports whether a ticket still counts, and uses it up.
func (l *Loader[K]) claim(t *Ticket[K]) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if t.over || l.closed() {
		return false
	}
	t.over = true
	t.job.waiting--
	return true
}
