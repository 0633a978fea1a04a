package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"syscall"

	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"waybill/catalog"
)

// wrap turns a driver's error into one with a code; what has one already keeps it.
func wrap(op, subject string, err error) error {
	if err == nil || catalog.CodeOf(err) != "" {
		return err
	}
	return &catalog.Error{Code: codeOf(err), Op: op, Subject: subject, Err: err}
}

func codeOf(err error) catalog.Code {
	var e *driver.Error
	switch {
	case errors.Is(err, context.Canceled):
		return catalog.ErrCancelled
	case errors.Is(err, sql.ErrNoRows):
		return catalog.ErrNotFound
	case errors.Is(err, syscall.ENOSPC):
		return catalog.ErrDiskFull
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return catalog.ErrReadOnly
	case !errors.As(err, &e):
		return catalog.ErrIO
	}
	switch e.Code() & 0xff { // the low byte is the primary code, sqlite.org/rescode.html
	case sqlite3.SQLITE_FULL:
		return catalog.ErrDiskFull
	case sqlite3.SQLITE_READONLY:
		return catalog.ErrReadOnly
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return catalog.ErrBusy
	case sqlite3.SQLITE_CORRUPT:
		return catalog.ErrCorrupt
	case sqlite3.SQLITE_NOTADB:
		return catalog.ErrNotCatalog
	case sqlite3.SQLITE_INTERRUPT:
		return catalog.ErrCancelled
	}
	return catalog.ErrIO
}
