// Package catalog holds the nouns of a photo evidence catalogue and their
// rules: photos and the claims made about them, items, observations, routes,
// determinations, the history, and the query language. It knows no database,
// no file format and no window, and imports nothing but the standard library and the
// grammar of dates, package edtf.
package catalog
