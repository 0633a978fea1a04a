package workspace_test

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/ingest"
	"waybill/catalog/workspace"
)

// TestTwoImportsAtOnce: the second is turned away and says so, and nothing of
// the first is lost.
func TestTwoImportsAtOnce(t *testing.T) {
	dir, from := create(t, "c.waybill"), writePNGs(t, 40)
	var wait sync.WaitGroup
	errs := make([]error, 2)
	for i := range errs {
		wait.Go(func() { _, errs[i] = importInto(t.Context(), dir, []string{from}, nil) })
	}
	wait.Wait()
	done := 0
	for _, err := range errs {
		switch {
		case err == nil:
			done++
		case catalog.CodeOf(err) != catalog.ErrOpen:
			t.Error(err)
		}
	}
	c := open(t, dir)
	if n := len(allPhotos(t, c)); done == 0 || n != 35 {
		t.Errorf("%d imports ended well, %d photos, want 35", done, n)
	}
	verifyClean(t, c)
}

func TestReadOnlyFolder(t *testing.T) {
	dir := create(t, "c.waybill")
	if _, err := importInto(t.Context(), dir, []string{writePNGs(t, 5)}, nil); err != nil {
		t.Fatal(err)
	}
	readOnlyMount(t, dir)
	c := open(t, dir)
	photos := allPhotos(t, c)
	if len(photos) != 5 || !c.ReadOnly() {
		t.Fatalf("%d photos, read-only: %v", len(photos), c.ReadOnly())
	}
	if _, err := c.Thumbnail(t.Context(), photos[0]); err != nil {
		t.Error(err)
	}
	note := "x"
	if _, err := c.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{1}, Note: &note}); catalog.CodeOf(err) != catalog.ErrReadOnly {
		t.Errorf("a write: %v", err)
	}
	if _, err := c.Import(t.Context(), workspace.ImportOptions{Paths: []string{dir}}); catalog.CodeOf(err) != catalog.ErrReadOnly {
		t.Errorf("an import: %v", err)
	}
	verifyClean(t, c)
}

func TestReadOnlyFolderWithALogIsRefused(t *testing.T) {
	dir := create(t, "c.waybill")
	if err := os.WriteFile(filepath.Join(dir, "catalog.db-wal"), []byte("not written back"), 0o600); err != nil {
		t.Fatal(err)
	}
	readOnlyMount(t, dir)
	if _, err := workspace.Open(t.Context(), dir); catalog.CodeOf(err) != catalog.ErrNotClean {
		t.Errorf("open: %v", err)
	}
}

func TestCreateInAReadOnlyFolder(t *testing.T) {
	parent := t.TempDir()
	readOnlyMount(t, parent)
	err := workspace.Create(t.Context(), filepath.Join(parent, "c.waybill"), assets.Vocabulary, "")
	if catalog.CodeOf(err) != catalog.ErrReadOnly {
		t.Errorf("create: %v", err)
	}
}

// TestFullDisk fills a small disk with an import: it stops, says so, what is in
// the catalogue is proved, and it goes on when there is room.
func TestFullDisk(t *testing.T) {
	parent := t.TempDir()
	smallDisk(t, parent, 3<<20)
	dir := filepath.Join(parent, "c.waybill")
	if err := workspace.Create(t.Context(), dir, assets.Vocabulary, ""); err != nil {
		t.Fatal(err)
	}
	from := samples(t)
	settled := 0
	count := func(f ingest.File) {
		if f.Result == ingest.Imported {
			settled++
		}
	}
	if _, err := importInto(t.Context(), dir, files(t, from)[:2], count); err != nil {
		t.Fatal(err)
	}
	_, err := importInto(t.Context(), dir, []string{from}, count)
	if catalog.CodeOf(err) != catalog.ErrDiskFull {
		t.Fatalf("import: %v", err)
	}
	c, err := workspace.OpenSession(t.Context(), dir, "test")
	if err != nil {
		t.Fatal(err)
	}
	had := len(allPhotos(t, c))
	if had != settled || had >= len(files(t, from)) {
		t.Errorf("%d photos when the disk was full, %d were reported", had, settled)
	}
	verifyClean(t, c)
	if err := c.Close(); err != nil {
		t.Error(err)
	}
	roomier(t, parent, 64<<20)
	if _, err := importInto(t.Context(), dir, []string{from}, nil); err != nil {
		t.Fatal(err)
	}
	whole := create(t, "whole.waybill")
	for _, paths := range [][]string{files(t, from)[:2], {from}} {
		if _, err := importInto(t.Context(), whole, paths, nil); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := contents(t, dir), contents(t, whole); got != want {
		t.Errorf("the catalogue differs: %s", firstDifference(got, want))
	}
}

// files lists the pictures of a folder.
func files(t *testing.T, dir string) []string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(dir, "*.jpg"))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestDamagedDatabases(t *testing.T) {
	from := writePNGs(t, 5)
	for name, c := range map[string]struct {
		damage func(t *testing.T, db []byte) []byte
		want   catalog.Code
	}{
		"truncated":   {func(_ *testing.T, db []byte) []byte { return db[:len(db)/2] }, catalog.ErrCorrupt},
		"cut short":   {func(_ *testing.T, db []byte) []byte { return db[:len(db)-1] }, catalog.ErrCorrupt},
		"a few bytes": {func(_ *testing.T, db []byte) []byte { return db[:50] }, catalog.ErrCorrupt},
		"empty":       {func(*testing.T, []byte) []byte { return nil }, catalog.ErrCorrupt},
		"future": {func(_ *testing.T, db []byte) []byte {
			binary.BigEndian.PutUint32(db[60:], 9999) // user_version
			return db
		}, catalog.ErrFuture},
		"of another program": {func(_ *testing.T, db []byte) []byte {
			binary.BigEndian.PutUint32(db[68:], 7) // application_id
			return db
		}, catalog.ErrNotCatalog},
	} {
		t.Run(name, func(t *testing.T) {
			dir := create(t, "c.waybill")
			if _, err := importInto(t.Context(), dir, []string{from}, nil); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(dir, "catalog.db")
			db, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			damaged := c.damage(t, db)
			if err := os.WriteFile(path, damaged, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := workspace.OpenSession(t.Context(), dir, "test"); catalog.CodeOf(err) != c.want {
				t.Errorf("open: %v, want %s", err, c.want)
			}
			if after, err := os.ReadFile(path); err != nil || string(after) != string(damaged) {
				t.Error("opening changed the damaged file")
			}
		})
	}
}

// TestVerifyNamesDamage changes what no program should change.
func TestVerifyNamesDamage(t *testing.T) {
	for name, c := range map[string]struct {
		damage string // SQL, or the change of an original
		want   catalog.Code
		names  string
	}{
		"flipped byte":     {"flip", catalog.FoundAltered, "P-000002"},
		"missing original": {"remove", catalog.FoundMissing, "P-000002"},
		"edited payload":   {`UPDATE change SET payload = replace(payload, 'shot', 'shut') WHERE entity = 'photo' AND row = 3`, catalog.FoundStepEdited, "Step 2"},
		"edited words":     {`UPDATE step SET payload = replace(payload, '"actor":""', '"actor":"someone"') WHERE id = 2`, catalog.FoundStepEdited, "Step 2"},
		"edited time":      {`UPDATE step SET at = '2020-01-01T00:00:00Z' WHERE id = 1`, catalog.FoundStepEdited, "Step 1"},
		"removed step":     {`DELETE FROM change WHERE step = 2; DELETE FROM step WHERE id = 2`, catalog.FoundStepGone, "Step 2"},
		"removed tail":     {`DELETE FROM change WHERE step = (SELECT max(id) FROM step); DELETE FROM step WHERE id = (SELECT max(id) FROM step)`, catalog.FoundStepGone, "Step"}, // the last one: an import on a busy machine takes more of them
		"removed change":   {`DELETE FROM change WHERE step = 2 AND n = 3`, catalog.FoundStepEdited, "Step 2"},
		"edited row":       {`UPDATE photo SET caption = 'nobody wrote this' WHERE id = 4`, catalog.FoundRowEdited, "P-000004"},
		"removed row":      {`DELETE FROM arrival WHERE id = 5`, catalog.FoundRowEdited, "arrival 5"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := damaged(t, c.damage)
			var found []catalog.Finding
			opened := open(t, dir)
			if err := opened.Verify(t.Context(), func(f catalog.Finding) { found = append(found, f) }, nil); err != nil {
				t.Fatal(err)
			}
			for _, f := range found {
				if f.Code == c.want && strings.HasPrefix(f.Subject, c.names) {
					return
				}
			}
			t.Errorf("found %+v, want %s of %s", found, c.want, c.names)
		})
	}
}

// TestDestroyedPayloadsDoNotBreakTheChain: what purge destroys leaves the chain whole.
func TestDestroyedPayloadsDoNotBreakTheChain(t *testing.T) {
	dir := damaged(t, `UPDATE change SET payload = NULL, salt = NULL WHERE step = 2; UPDATE step SET payload = NULL, salt = NULL WHERE id = 2`)
	c := open(t, dir)
	verifyClean(t, c)
	if _, err := c.History(t.Context(), 0, 0, 10); err != nil {
		t.Error(err)
	}
}

// damaged makes a catalogue of steps (1 create, 2 and 3 import, 4 tag) and
// damages it.
func damaged(t *testing.T, how string) string {
	t.Helper()
	dir := create(t, "c.waybill")
	if _, err := importInto(t.Context(), dir, []string{writePNGs(t, 5)}, nil); err != nil {
		t.Fatal(err)
	}
	c, err := workspace.OpenSession(t.Context(), dir, "test")
	if err != nil {
		t.Fatal(err)
	}
	note := "seen from the road"
	_, err = c.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{1, 2}, Note: &note})
	if err != nil {
		t.Fatal(err)
	}
	original := c.OriginalPath(allPhotos(t, c)[1])
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	switch how {
	case "flip":
		err = flip(original)
	case "remove":
		err = os.Remove(original)
	default:
		for _, statement := range strings.Split(how, ";") {
			execSQL(t, dir, statement)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func flip(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	data[len(data)/2] ^= 1
	if err := os.Chmod(path, 0o600); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o600)
}
