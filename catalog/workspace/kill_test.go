package workspace_test

import (
	"context"
	"database/sql"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// writePNGs makes n small pictures, every seventh the same as the one before.
func writePNGs(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		img := image.NewGray(image.Rect(0, 0, 24, 16))
		same := i
		if i%7 == 6 {
			same--
		}
		img.SetGray(same%24, same/24%16, color.Gray{Y: 200})
		img.SetGray(0, 15, color.Gray{Y: uint8(same)})
		f, err := os.Create(filepath.Join(dir, fmt.Sprintf("shot %04d.png", i)))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(f, img); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestKillAndContinue kills an import with SIGKILL at random moments and
// imports again: the catalogue must equal one that was made in one go.
func TestKillAndContinue(t *testing.T) {
	killAndContinue(t, 20, create)
}

// TestKillAndContinueWithTemplate does the same with an import that gives each new
// photo goods, a status and a caption.
func TestKillAndContinueWithTemplate(t *testing.T) {
	t.Setenv(filling, "stall")
	killAndContinue(t, 8, func(t testing.TB, name string) string {
		t.Helper()
		dir := create(t, name)
		c, err := workspace.OpenSession(t.Context(), dir, "test")
		if err != nil {
			t.Fatal(err)
		}
		into, suspected, caption := catalog.Into, catalog.Suspected, "At a stall"
		stall := catalog.Template{Name: "Stall", Values: catalog.TemplateValues{Items: []string{"refrigerator"}, Direction: &into, Status: &suspected, Caption: &caption}}
		if _, err := c.SaveTemplate(t.Context(), stall, ""); err != nil {
			t.Fatal(err)
		}
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
		return dir
	})
}

func killAndContinue(t *testing.T, kills int, create func(testing.TB, string) string) {
	t.Helper()
	if testing.Short() {
		t.Skip("many imports in other processes take long")
	}
	from := writePNGs(t, 150)
	whole := create(t, "whole.waybill")
	started := time.Now()
	if out, err := importProcess(t.Context(), whole, from).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	took := time.Since(started)
	want := contents(t, whole)
	killed := 0
	for n := 0; killed < kills && n < 5*kills; n++ {
		dir := create(t, fmt.Sprintf("killed%d.waybill", n))
		cmd := importProcess(t.Context(), dir, from)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(took)))) // the moment of the kill is the point
		_ = cmd.Process.Kill()
		if cmd.Wait() == nil {
			took = took * 9 / 10 // it had ended: aim earlier
			continue
		}
		killed++
		if _, err := importInto(t.Context(), dir, []string{from}, nil); err != nil {
			t.Fatal(err)
		}
		if got := contents(t, dir); got != want {
			t.Errorf("kill %d: the catalogue differs:\n%s", n, firstDifference(got, want))
		}
		c, err := workspace.OpenSession(t.Context(), dir, "test")
		if err != nil {
			t.Fatal(err)
		}
		verifyClean(t, c)
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}
	if killed < kills {
		t.Errorf("only %d imports were killed before they ended", killed)
	}
}

func importProcess(ctx context.Context, dir string, paths ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, os.Args[0])
	cmd.Env = append(os.Environ(), importing+"="+dir+"|"+strings.Join(paths, "|"))
	return cmd
}

// contents describes what a catalogue holds: all rows but for random ids, times
// of record and the history, and every file of its folder.
func contents(t testing.TB, dir string) string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "catalog.db")+"?_pragma=query_only(1)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var b strings.Builder
	for _, query := range []string{
		"SELECT id, sha256, size, format, path, width, height, orientation, problem, name, batch, seq, name_key, chosen, status, text_sum FROM photo",
		"SELECT id, photo, batch, name, path, mtime FROM arrival",
		"SELECT id, photo, origin, property, n, raw, value FROM claim",
		"SELECT id, name, finished FROM batch", "SELECT id, caption, removed FROM photo",
		"SELECT id, photo, item, visible, direction FROM observation", "SELECT id, observation, status, measure, pack FROM determination",
		"SELECT kind, value, photos FROM facet WHERE photos > 0 ORDER BY kind, value",
		"SELECT f.kind, f.value, p.seq FROM photo_facet p JOIN facet f ON f.id = p.facet ORDER BY 1, 2, 3",
		"SELECT entity, last FROM counter",
	} {
		rows, err := db.Query(query)
		if err != nil {
			t.Fatal(err)
		}
		columns, _ := rows.Columns()
		for rows.Next() {
			values := make([]any, len(columns))
			targets := make([]any, len(columns))
			for i := range values {
				targets[i] = &values[i]
			}
			if err := rows.Scan(targets...); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintln(&b, values...)
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, path)
		if !strings.HasSuffix(rel, "-wal") && !strings.HasSuffix(rel, "-shm") {
			fmt.Fprintln(&b, rel)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d: %q, want %q", i, g[i], w[i])
		}
	}
	extra := slices.Concat(g[min(len(g), len(w)):], w[min(len(g), len(w)):])
	return fmt.Sprintf("%d lines, want %d: %q", len(g), len(w), extra[0])
}
