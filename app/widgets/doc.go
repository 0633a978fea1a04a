// Package widgets holds reusable desktop widgets: a virtual grid, a picture loader for its cells, status badges, chips,
// notes for empty pages and an entry with completions. It must know nothing of the catalogue: whoever uses a widget says what is in it by callbacks.
//
// Everything is for the UI goroutine alone, except where a comment says otherwise.
package widgets
