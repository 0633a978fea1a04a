// Package history is the page of the history: who did what and when, of the whole
// catalogue or of one photo, and what each step made otherwise, before and after. It
// changes nothing, and it knows no other view.
package history
