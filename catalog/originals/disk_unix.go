//go:build !windows

package originals

import (
	"errors"
	"os"
	"syscall"
)

// IsDiskFull tells whether err says that nothing more fits on the disk.
func IsDiskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// IsReadOnly tells whether err says that the disk is mounted for reading only.
func IsReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

// syncDir flushes a folder's entries, so that a rename outlives a power cut.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
