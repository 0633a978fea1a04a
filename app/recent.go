package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// maxRecent is how many catalogues are remembered.
const maxRecent = 10

// recentList remembers the catalogues that were opened last, in a file that
// holds their paths and nothing else.
type recentList struct{ file string }

// recent is one of them.
type recent struct {
	path    string
	missing bool // there is no catalogue now
}

// load reads the list, the latest first. A file that is missing or damaged is
// as good as empty: the list is only a convenience.
func (l recentList) load() ([]recent, error) {
	paths, err := l.paths()
	if err != nil {
		return nil, err
	}
	list := make([]recent, len(paths))
	for i, path := range paths {
		_, err := os.Stat(path)
		list[i] = recent{path: path, missing: err != nil}
	}
	return list, nil
}

func (l recentList) paths() ([]string, error) {
	text, err := os.ReadFile(l.file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the list of recent catalogues: %w", err)
	}
	var paths []string
	if json.Unmarshal(text, &paths) != nil {
		return nil, nil
	}
	return paths[:min(len(paths), maxRecent)], nil
}

// add puts a catalogue at the head of the list.
func (l recentList) add(path string) error {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	paths, err := l.paths()
	if err != nil {
		return err
	}
	paths = slices.DeleteFunc(paths, func(p string) bool { return p == path })
	return l.write(slices.Insert(paths, 0, path))
}

// clear forgets all of them: nothing stays on the disk.
func (l recentList) clear() error {
	if err := os.Remove(l.file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("clear the list of recent catalogues: %w", err)
	}
	return nil
}

// write replaces the file whole, so that a reader never sees half of it.
func (l recentList) write(paths []string) error {
	text, err := json.MarshalIndent(paths[:min(len(paths), maxRecent)], "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(l.file), 0o700); err != nil {
		return fmt.Errorf("write the list of recent catalogues: %w", err)
	}
	temp, err := os.CreateTemp(filepath.Dir(l.file), ".recent-*")
	if err != nil {
		return fmt.Errorf("write the list of recent catalogues: %w", err)
	}
	_, err = temp.Write(append(text, '\n'))
	if err = errors.Join(err, temp.Close()); err == nil {
		err = os.Rename(temp.Name(), l.file)
	}
	if err != nil {
		return fmt.Errorf("write the list of recent catalogues: %w", errors.Join(err, os.Remove(temp.Name())))
	}
	return nil
}
