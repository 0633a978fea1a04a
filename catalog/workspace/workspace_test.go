package workspace_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/ingest"
	"waybill/catalog/picture/box"
	"waybill/catalog/workspace"
	"waybill/catalog/workspace/workspacetest"
)

// importing, when set, makes the test binary import the folder into the
// catalogue instead of testing: the program that the tests kill.
const importing = "WAYBILL_TEST_IMPORT"

// filling names the template of its import, and removing makes it move all photos
// of the catalogue into the bin.
const (
	filling  = "WAYBILL_TEST_TEMPLATE"
	removing = "WAYBILL_TEST_REMOVE"
)

func TestMain(m *testing.M) {
	box.ServeIfChild()
	if job := os.Getenv(importing); job != "" {
		dir, paths, _ := strings.Cut(job, "|")
		if _, err := importInto(context.Background(), dir, strings.Split(paths, "|"), nil); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if dir := os.Getenv(removing); dir != "" {
		if err := removeAll(context.Background(), dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func importInto(ctx context.Context, dir string, paths []string, onFile func(ingest.File)) (ingest.Summary, error) {
	c, err := workspace.OpenSession(ctx, dir, "test")
	if err != nil {
		return ingest.Summary{}, err
	}
	summary, err := c.Import(ctx, workspace.ImportOptions{Paths: paths, OnFile: onFile, Intake: catalog.Intake{Template: os.Getenv(filling)}})
	return summary, errors.Join(err, c.Close())
}

// create makes a catalogue below a new folder.
func create(t testing.TB, name string) string {
	t.Helper()
	return createBy(t, name, "")
}

// createBy makes a catalogue with the editor AB or none.
func createBy(t testing.TB, name, editor string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), name)
	write := nameless
	if editor == "AB" {
		write = signed
	}
	if err := write(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// nameless writes a catalogue without an editor, signed one of AB.
var nameless, signed = workspacetest.Of(""), workspacetest.Of("AB")

func open(t testing.TB, dir string) *workspace.Catalogue {
	t.Helper()
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

// samples writes the sample photos into a new folder.
func samples(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, assets.Samples()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// realPhotos gives the folder of real camera files, skipping where there is none.
func realPhotos(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("WAYBILL_PHOTOS")
	if dir == "" {
		t.Skip("WAYBILL_PHOTOS names no folder of real photos")
	}
	if testing.Short() {
		t.Skip("real photos take long")
	}
	return dir
}

func verifyClean(t *testing.T, c *workspace.Catalogue) {
	t.Helper()
	if err := c.Verify(t.Context(), func(f catalog.Finding) { t.Errorf("verify found %+v", f) }, nil); err != nil {
		t.Fatal(err)
	}
}

func allPhotos(t testing.TB, c *workspace.Catalogue) []catalog.Photo {
	t.Helper()
	var photos []catalog.Photo
	for ids, err := range c.FindAll(t.Context(), catalog.Query{}, catalog.SortImported, 500) {
		if err != nil {
			t.Fatal(err)
		}
		page, err := c.Photos(t.Context(), ids)
		if err != nil {
			t.Fatal(err)
		}
		photos = append(photos, page...)
	}
	return photos
}

func TestEveryRealFileEndsSomewhere(t *testing.T) {
	root := realPhotos(t)
	dir := create(t, "real.waybill")
	results := map[ingest.Result]int{}
	seen := map[string]bool{}
	summary, err := importInto(t.Context(), dir, []string{root}, func(f ingest.File) {
		results[f.Result]++
		seen[f.Path] = true
		if f.Result != ingest.Imported && f.Result != ingest.Duplicate && f.Code == "" {
			t.Errorf("%s: %s without a reason", f.Path, f.Result)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		abs, _ := filepath.Abs(path)
		if err == nil && d.Type().IsRegular() && !seen[abs] {
			t.Errorf("%s: no result", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if results[ingest.Failed] > 0 {
		t.Errorf("%d files failed", results[ingest.Failed])
	}
	if summary.Files != len(seen) || summary.Files != summary.Imported+summary.Duplicate+summary.Failed+summary.Skipped {
		t.Errorf("the summary does not add up: %+v, %d seen", summary, len(seen))
	}
	t.Logf("%+v", summary)
	verifyClean(t, open(t, dir))
}

func TestOriginalsAreNeverTouched(t *testing.T) {
	from := samples(t)
	before := listing(t, from)
	dir := create(t, "c.waybill")
	if _, err := importInto(t.Context(), dir, []string{from}, nil); err != nil {
		t.Fatal(err)
	}
	if after := listing(t, from); after != before {
		t.Errorf("the folder changed:\n%s\nwas:\n%s", after, before)
	}
}

// listing describes every file below a folder, down to the time of its last change.
func listing(t testing.TB, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		fmt.Fprintln(&b, path, info.Mode(), info.Size(), info.ModTime().UnixNano())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestOddNames(t *testing.T) {
	for _, name := range []string{"what?.waybill", "a#b.waybill", "100%25 %.waybill", "훈춘 圈河.waybill", "with space & +.waybill", "semi;colon.waybill"} {
		if runtime.GOOS == "windows" && strings.ContainsAny(name, "?") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			dir := create(t, name)
			if _, err := importInto(t.Context(), dir, []string{writePNGs(t, 3)}, nil); err != nil {
				t.Fatal(err)
			}
			c := open(t, dir)
			if n := len(allPhotos(t, c)); n == 0 {
				t.Error("no photos")
			}
			verifyClean(t, c)
			entries, err := os.ReadDir(filepath.Dir(dir))
			if err != nil || len(entries) != 1 {
				t.Errorf("the folder holds %v, %v", entries, err)
			}
		})
	}
}

func TestSecondSessionIsTurnedAway(t *testing.T) {
	dir := create(t, "c.waybill")
	open(t, dir)
	_, err := workspace.OpenSession(t.Context(), dir, "another")
	var e *catalog.Error
	if !errors.As(err, &e) || e.Code != catalog.ErrOpen || len(e.Matches) != 1 || !strings.HasPrefix(e.Matches[0], "test (") {
		t.Errorf("second session: %v", err)
	}
	beside, err := workspace.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer beside.Close()
	if _, err := beside.SetEditor(t.Context(), "KJ"); err != nil {
		t.Errorf("a short write beside a session: %v", err)
	}
}

func TestNoCatalogue(t *testing.T) {
	dir := t.TempDir()
	if _, err := workspace.Open(t.Context(), dir); catalog.CodeOf(err) != catalog.ErrNotCatalog {
		t.Errorf("empty folder: %v", err)
	}
	if _, err := workspace.OpenSession(t.Context(), filepath.Join(dir, "none"), "x"); catalog.CodeOf(err) != catalog.ErrNotCatalog {
		t.Errorf("no folder: %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "catalog.db"), []byte("this is no database, it is a text"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := workspace.Open(t.Context(), dir); catalog.CodeOf(err) != catalog.ErrCorrupt {
		t.Errorf("a text: %v", err)
	}
	if err := workspace.Create(t.Context(), dir, assets.Vocabulary, ""); catalog.CodeOf(err) != catalog.ErrExists {
		t.Errorf("create over something: %v", err)
	}
}
