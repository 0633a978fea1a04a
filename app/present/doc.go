// Package present puts everything that people read into words: the texts of the
// window and the command line, errors, dates, places, statuses and the history.
// The words come from the files of assets/translations. It knows no window and
// no database, and does no I/O but reading a translation when it is loaded.
package present
