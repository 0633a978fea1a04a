// Package box decodes WebP, HEIC and AVIF in a child process: the program
// itself, started again. Their decoders run in WebAssembly, know no deadline and
// take the memory that a file makes them take; a process can be given limits and
// be killed. A child decodes many pictures, one at a time, since setting its
// decoders up takes up to half a second each, and is replaced when it fails.
//
// A program that uses a Box calls ServeIfChild first of all in main. It must be
// built with the tag nodynamic, without which the decoders would load libraries
// of the system into the program itself.
//
// Child and parent talk through the child's standard input and output; see
// wire.go. The child has no environment but the variable that marks it, writes
// no files, and ends when its input does.
package box
