//go:build !race

package picture

// raceDetector tells whether the race detector is on.
const raceDetector = false
