// Package gallery shows a list of photos, a million as easily as ten, as a grid
// of their pictures, each with its status, number of items and time. It reads
// only what is visible, off the UI thread. It changes nothing and knows neither
// the query that made the list nor the other views.
package gallery
