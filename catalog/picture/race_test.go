//go:build race

package picture

// raceDetector tells that the race detector is on, under which allocations are
// not those of the program.
const raceDetector = true
