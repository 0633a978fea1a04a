package work

import (
	"testing"
	"time"
)

func TestLeftIsNotShownBeforeItIsKnown(t *testing.T) {
	var l Left
	for _, c := range []struct {
		part    float64
		elapsed time.Duration
	}{{0, time.Second}, {0.3, time.Second}, {0.01, 3 * time.Second}, {1, 9 * time.Second}} {
		l = Left{}
		if got := l.Look(c.part, c.elapsed); got != 0 {
			t.Errorf("with %.2f done in %v it says %v", c.part, c.elapsed, got)
		}
	}
}

func TestLeftOfSteadyWork(t *testing.T) {
	var l Left
	for s := 1; s <= 50; s++ {
		got := l.Look(float64(s)/100, time.Duration(s)*time.Second)
		if want := time.Duration(100-s) * time.Second; s >= 2 && got != want {
			t.Fatalf("after %d of 100 s it says %v", s, got)
		}
	}
}

// Work that becomes four times slower is followed, one that halts for a moment
// changes little.
func TestLeftIsSmoothed(t *testing.T) {
	var l Left
	part, at := 0.0, time.Duration(0)
	step := func(rate float64) (left time.Duration) {
		at += 200 * time.Millisecond
		part += rate / 5
		return l.Look(part, at)
	}
	var before time.Duration
	for range 100 { // 20 s at 1 % a second
		before = step(0.01)
	}
	if after := step(0); after > before+5*time.Second {
		t.Errorf("a moment without news makes %v of %v", after, before)
	}
	for range 150 { // 30 s at a quarter of that
		before = step(0.0025)
	}
	honest := time.Duration((1 - part) / 0.0025 * float64(time.Second))
	if before < honest*8/10 || before > honest*12/10 {
		t.Errorf("of slow work it says %v, want about %v", before, honest)
	}
	if l.Look(0.1, time.Second) != 0 || l.rate != 0 {
		t.Error("another work is estimated by the one before")
	}
}
