//go:build !race

package box

// RaceDetector is false when the tests run without the race detector.
const RaceDetector = false
