// Package vocabulary shows the words of a catalogue, kinds of goods, routes,
// places and units, in a list with a form beside it, where they are edited,
// merged and removed, and takes and gives tables of them. It holds no truth:
// what it shows is read when the page is opened, and again after each change.
// It knows no other view.
package vocabulary
