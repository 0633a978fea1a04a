package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/image/draw"
	"golang.org/x/image/tiff"

	"waybill/assets"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){name: main})
}

func TestScripts(t *testing.T) {
	scripts := []string{"*"}
	if testing.Short() { // what works with several goroutines
		scripts = []string{"import", "export", "find", "reread", "verify"}
	}
	var files []string
	for _, script := range scripts {
		found, err := filepath.Glob(filepath.Join("testdata", "script", script+".txtar"))
		if err != nil || len(found) == 0 {
			t.Fatal("no script ", script, err)
		}
		files = append(files, found...)
	}
	testscript.Run(t, testscript.Params{
		Files: files,
		Setup: pictures,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "field": field, "fields": fields, "lines": lines, "keep": keep, "flip": flip, "nowhere": nowhere, "bytes": beginsWithBytes, "recompress": recompress, "swap": swap,
		},
	})
}

// pictures puts into each script's folder a small picture of every kind that
// decodes, in pics, the sample photos, in samples, and the shipped rule pack, in rules.
func pictures(env *testscript.Env) error {
	env.Setenv("LANG", "ko_KR.UTF-8") // scripts read English wherever they run
	dir := filepath.Join(env.WorkDir, "pics")
	if err := os.CopyFS(filepath.Join(env.WorkDir, "samples"), assets.Samples()); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if err := shippedPack(filepath.Join(env.WorkDir, "rules")); err != nil {
		return err
	}
	for file, encode := range map[string]func(io.Writer, image.Image) error{
		"a.jpg": func(w io.Writer, m image.Image) error { return jpeg.Encode(w, m, nil) },
		"b.png": png.Encode,
		"c.gif": func(w io.Writer, m image.Image) error { return gif.Encode(w, m, nil) },
		"d.tif": func(w io.Writer, m image.Image) error { return tiff.Encode(w, m, nil) },
	} {
		if err := paint(filepath.Join(dir, file), file[0], encode); err != nil {
			return err
		}
	}
	return nil
}

// shippedPack writes the rule pack that comes with the program into a folder.
func shippedPack(dir string) error {
	if err := os.Mkdir(dir, 0o700); err != nil {
		return err
	}
	for _, table := range []string{"pack.tsv", "measures.tsv", "goods.tsv"} {
		b, err := assets.RuleTable(assets.DefaultRulePack, table)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, table), b, 0o600); err != nil {
			return err
		}
	}
	return nil
}

func paint(path string, shade byte, encode func(io.Writer, image.Image) error) error {
	m := image.NewRGBA(image.Rect(0, 0, 40, 30))
	for i := range 40 * 30 {
		m.Set(i%40, i/40, color.RGBA{R: shade, G: byte(i), B: byte(i / 8), A: 255})
	}
	var b bytes.Buffer
	if err := encode(&b, m); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o600)
}

// exits N COMMAND...: it ends with that status.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		e, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = e.ExitCode()
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("it ends with %d", got)
	}
}

// value finds a field, such as summary.files or items.0, in a line of JSON of
// the last output. Lines count from 1, and from the end when negative.
func value(ts *testscript.TestScript, line, path string) any {
	all := strings.Split(strings.TrimSpace(ts.ReadFile("stdout")), "\n")
	n, err := strconv.Atoi(line)
	ts.Check(err)
	if n < 0 {
		n += len(all) + 1
	}
	if n < 1 || n > len(all) {
		ts.Fatalf("there is no line %s", line)
	}
	var v any
	if err := json.Unmarshal([]byte(all[n-1]), &v); err != nil {
		ts.Fatalf("line %s is no JSON: %v", line, err)
	}
	for _, key := range strings.Split(path, ".") {
		var ok bool
		switch at := v.(type) {
		case map[string]any:
			v, ok = at[key]
		case []any:
			var i int
			if i, err = strconv.Atoi(key); err == nil && i < len(at) {
				v, ok = at[i], true
			}
		}
		if !ok {
			ts.Fatalf("line %s has no %s: %s", line, path, all[n-1])
		}
	}
	return v
}

func asText(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	b, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(b)
}

// field LINE PATH VALUE: a string as it is, anything else as JSON.
func field(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("field LINE PATH VALUE")
	}
	if got := asText(value(ts, args[0], args[1])); (got == args[2]) == neg {
		ts.Fatalf("%s is %q, want %q, not: %v", args[1], got, args[2], neg)
	}
}

// fields LINE NAME...: the object has exactly these fields.
func fields(ts *testscript.TestScript, neg bool, args []string) {
	all := strings.Split(strings.TrimSpace(ts.ReadFile("stdout")), "\n")
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	var got map[string]any
	ts.Check(json.Unmarshal([]byte(all[n-1]), &got))
	for _, name := range args[1:] {
		if _, ok := got[name]; !ok {
			ts.Fatalf("line %d lacks %s", n, name)
		}
		delete(got, name)
	}
	if len(got) > 0 != neg {
		ts.Fatalf("line %d has also %v", n, got)
	}
}

// lines N: so many lines were written.
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if got := strings.Count(ts.ReadFile("stdout"), "\n"); (strconv.Itoa(got) == args[0]) == neg {
		ts.Fatalf("%d lines", got)
	}
}

// keep NAME LINE PATH: sets an environment variable to a field.
func keep(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv(args[0], asText(value(ts, args[1], args[2])))
}

// flip FILE: turns over one bit in its middle.
func flip(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	b, err := os.ReadFile(path)
	ts.Check(err)
	b[len(b)/2] ^= 1
	ts.Check(os.Chmod(path, 0o600))
	ts.Check(os.WriteFile(path, b, 0o600))
}

// swap FILE OLD NEW: puts NEW in the place of the one OLD; \t and \n stand for a
// tab and a line feed.
func swap(ts *testscript.TestScript, _ bool, args []string) {
	signs := strings.NewReplacer(`\t`, "\t", `\n`, "\n")
	text, old := ts.ReadFile(args[0]), signs.Replace(args[1])
	if n := strings.Count(text, old); n != 1 {
		ts.Fatalf("%q is there %d times", old, n)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, old, signs.Replace(args[2]), 1)), 0o600))
}

// nowhere TEXT FOLDER: TEXT stands in no file and no file name below FOLDER,
// in any case.
func nowhere(ts *testscript.TestScript, neg bool, args []string) {
	text, found := strings.ToLower(args[0]), ""
	err := filepath.WalkDir(ts.MkAbs(args[1]), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if strings.Contains(strings.ToLower(d.Name()+"\n"+string(b)), text) {
			found = path
		}
		return err
	})
	ts.Check(err)
	if (found != "") != neg {
		ts.Fatalf("%q stands in %q", args[0], found)
	}
}

// recompress FILE NEW WIDTH QUALITY: writes a smaller JPEG without metadata, as
// messengers do.
func recompress(ts *testscript.TestScript, _ bool, args []string) {
	file, err := os.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	defer file.Close()
	m, err := jpeg.Decode(file)
	ts.Check(err)
	width, err := strconv.Atoi(args[2])
	ts.Check(err)
	quality, err := strconv.Atoi(args[3])
	ts.Check(err)
	small := image.NewRGBA(image.Rect(0, 0, width, width*m.Bounds().Dy()/m.Bounds().Dx()))
	draw.ApproxBiLinear.Scale(small, small.Bounds(), m, m.Bounds(), draw.Src, nil)
	var b bytes.Buffer
	ts.Check(jpeg.Encode(&b, small, &jpeg.Options{Quality: quality}))
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[1])), 0o700))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o600))
}

// bytes FILE HEX: the file begins with these bytes.
func beginsWithBytes(ts *testscript.TestScript, neg bool, args []string) {
	got := fmt.Sprintf("%x", ts.ReadFile(args[0]))
	if strings.HasPrefix(got, args[1]) == neg {
		ts.Fatalf("it begins with %.20s", got)
	}
}
