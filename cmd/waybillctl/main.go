// Command waybillctl works on catalogues without a window: it makes them,
// imports, finds, dates, places, tags, exports, undoes and verifies. Its calls,
// its JSON and its exit status keep their form, for scripts use them.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"waybill/catalog/picture/box"
)

// memoryLimit is the heap, in bytes, beyond which garbage is collected at once.
// An import holds up to 384 MB of files and pixels for a moment; by its default
// the collector would let as much garbage gather beside it.
const memoryLimit = 400 << 20

func main() {
	box.ServeIfChild() // decoders of dangerous formats are this program, started again
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // whoever presses Ctrl+C again does not want to wait
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
