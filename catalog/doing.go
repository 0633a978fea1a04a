package catalog

import "context"

// Doing names what a long work is at, for whoever shows it.
type Doing string

// What takes long enough to be shown.
const (
	DoingChange  Doing = "change"  // photos are changed, in one step: cut off, none is
	DoingReread  Doing = "reread"  // files are read again: cut off, what was read is kept
	DoingUpgrade Doing = "upgrade" // an older catalogue is brought up to date: cut off, the next opening goes on
)

// Advance is how far a long work is. Total is 0 where nobody knows yet.
type Advance struct {
	Doing       Doing
	Done, Total int
}

// watching is the key under which a context carries who is told.
type watching struct{}

// Watching gives a context in which long works tell how far they are. tell is
// called on their goroutines, often, and must be quick.
func Watching(ctx context.Context, tell func(Advance)) context.Context {
	return context.WithValue(ctx, watching{}, tell)
}

// Tell says how far a long work is, to whoever watches its context.
func Tell(ctx context.Context, a Advance) {
	if tell, ok := ctx.Value(watching{}).(func(Advance)); ok {
		tell(a)
	}
}
