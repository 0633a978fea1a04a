package work

import (
	"math"
	"time"
)

// An estimate is shown once it rests on so much.
const (
	leastTime = 2 * time.Second
	leastPart = 0.02
	// memory is how long the pace of before counts: work that gets slower or faster
	// is followed, one slow file is not.
	memory = 8 * time.Second
)

// Left estimates how long a work still takes. The zero value knows nothing. Its
// parts are of what takes the time: bytes rather than files, where both are known.
type Left struct {
	part float64       // done at the last look, from 0 to 1
	at   time.Duration // since the beginning
	rate float64       // smoothed, parts a second
}

// Look notes how much is done, from 0 to 1, so long after the beginning, and
// gives how long the rest will take: 0 while that is not known.
func (l *Left) Look(part float64, elapsed time.Duration) time.Duration {
	if part < l.part || elapsed < l.at { // another work, or one that found more to do
		*l = Left{part: part, at: elapsed}
		return 0
	}
	if d := (elapsed - l.at).Seconds(); d > 0 {
		now, weight := (part-l.part)/d, 1-math.Exp(-d/memory.Seconds())
		if l.rate == 0 {
			now, weight = part/elapsed.Seconds(), 1
		}
		l.rate += weight * (now - l.rate)
		l.part, l.at = part, elapsed
	}
	if elapsed < leastTime || part < leastPart || part >= 1 || l.rate <= 0 {
		return 0
	}
	left := time.Duration((1 - part) / l.rate * float64(time.Second))
	return max(left.Round(time.Second), time.Second)
}
