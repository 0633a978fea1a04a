package originals

import (
	"errors"
	"syscall"
)

// Error numbers of winerror.h.
const (
	errWriteProtect = syscall.Errno(19)
	errDiskFull     = syscall.Errno(112)
)

// IsDiskFull tells whether err says that nothing more fits on the disk.
func IsDiskFull(err error) bool { return errors.Is(err, errDiskFull) }

// IsReadOnly tells whether err says that the disk is write-protected.
func IsReadOnly(err error) bool { return errors.Is(err, errWriteProtect) }

// syncDir has nothing to do: NTFS logs renames itself.
func syncDir(string) error { return nil }
