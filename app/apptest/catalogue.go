package apptest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"waybill/app/present"
	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/workspace"
	"waybill/catalog/workspace/workspacetest"
)

// empty writes a new, empty catalogue of the editor AB.
var empty = workspacetest.Of("AB")

// Words gives the words of the program in English.
func Words(t testing.TB) *present.Words {
	t.Helper()
	words, err := present.Load(assets.Translations(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// Catalogue opens a new, empty catalogue of the editor AB for one session, in a
// folder that is not called in Latin letters. It is closed when the test ends.
func Catalogue(t testing.TB) *workspace.Catalogue {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "훈춘.waybill")
	if err := empty(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	c, err := workspace.OpenSession(t.Context(), dir, "test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

// Import imports files and folders into a catalogue as one batch. Photos get
// their numbers, from 1 on in an empty catalogue, in the order of their names.
func Import(t testing.TB, c *workspace.Catalogue, in catalog.Intake, paths ...string) {
	t.Helper()
	if _, err := c.Import(t.Context(), workspace.ImportOptions{Paths: paths, Intake: in}); err != nil {
		t.Fatal(err)
	}
}

// Imported gives a function that writes a catalogue of an editor with the named
// sample photos in one batch.
func Imported(editor, batch string, samples ...string) func(ctx context.Context, dir string) error {
	return workspacetest.Copies(func(ctx context.Context, dir string) (err error) {
		from, err := os.MkdirTemp("", "samples")
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(from)) }()
		if err := writeSamples(from, samples); err != nil {
			return err
		}
		if err := workspace.Create(ctx, dir, assets.Vocabulary, editor); err != nil {
			return err
		}
		c, err := workspace.OpenSession(ctx, dir, "test")
		if err != nil {
			return err
		}
		_, err = c.Import(ctx, workspace.ImportOptions{Paths: []string{from}, Intake: catalog.Intake{Name: batch}})
		return errors.Join(err, c.Close())
	})
}
