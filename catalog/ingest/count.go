package ingest

import "context"

// Count walks the files below the paths as Run does, without opening any, and
// gives how many there are and their size in bytes. Files and folders that
// cannot be looked at count as files of no size, for an import reports each of
// them. The error is the context's.
func Count(ctx context.Context, paths []string) (files int, bytes int64, err error) {
	err = walk(ctx, paths, func(f found) error {
		files++
		bytes += f.size
		return nil
	})
	return files, bytes, err
}
