package workspace_test

import (
	"database/sql"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
)

// mount runs mount(8), which only root may; without it the test is skipped.
func mount(t *testing.T, at string, args ...string) {
	t.Helper()
	if out, err := exec.Command("mount", append(args, at)...).CombinedOutput(); err != nil {
		t.Skipf("cannot mount here: %v: %s", err, out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", "-l", at).CombinedOutput(); err != nil {
			t.Errorf("umount: %v: %s", err, out)
		}
	})
}

// readOnlyMount makes a folder impossible to write to, even for root.
func readOnlyMount(t *testing.T, dir string) {
	t.Helper()
	mount(t, dir, "--bind", dir)
	if out, err := exec.Command("mount", "-o", "remount,bind,ro", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// smallDisk puts a disk of so many bytes at an empty folder.
func smallDisk(t *testing.T, dir string, size int) {
	t.Helper()
	mount(t, dir, "-t", "tmpfs", "-o", "size="+strconv.Itoa(size), "tmpfs")
}

// roomier makes a small disk larger.
func roomier(t *testing.T, dir string, size int) {
	t.Helper()
	if out, err := exec.Command("mount", "-o", "remount,size="+strconv.Itoa(size), dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

func execSQL(t *testing.T, dir, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "catalog.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	result, err := db.Exec(statement)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		t.Fatalf("%s: changed %d rows, %v", statement, n, err)
	}
}
