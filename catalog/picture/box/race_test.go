//go:build race

package box

// RaceDetector is true when the tests run with the race detector, which takes
// memory of its own.
const RaceDetector = true
