// Package loupe is the large view of one photo among others: it zooms, pans, and
// shows where in the picture the goods are. Regions are drawn, moved and named on
// it, and what comes of that is told by callbacks: it changes nothing itself. It
// reads and decodes nothing on the UI thread and knows no other view.
package loupe
