package ingest

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
)

func TestWalk(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"b.jpg", "a/2.jpg", "a/1.jpg", "a/z/deep.jpg", ".hidden.jpg", ".git/x.jpg", "c.waybill/originals/x.jpg", "사진/훈춘.jpg"} {
		write(t, filepath.Join(root, name), []byte("x"))
	}
	for link, target := range map[string]string{"a/loop": "..", "a/again": "z", "link.jpg": "b.jpg", "broken": "nowhere"} {
		if err := os.Symlink(target, filepath.Join(root, link)); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	codes := map[string]catalog.Code{}
	err := walk(t.Context(), []string{root, filepath.Join(root, ".hidden.jpg")}, func(f found) error {
		rel, err := filepath.Rel(root, f.path)
		if f.err != nil {
			codes[rel] = catalog.CodeOf(f.err)
			return err
		}
		got = append(got, rel)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"a/1.jpg", "a/2.jpg", "a/again/deep.jpg", "b.jpg", "link.jpg", "사진/훈춘.jpg", ".hidden.jpg"}
	if !slices.Equal(got, want) {
		t.Errorf("walked %q, want %q", got, want)
	}
	if codes["broken"] != catalog.FileVanished || len(codes) != 1 {
		t.Errorf("codes: %v", codes)
	}
}

func TestResultsInTheOrderOfTheWalk(t *testing.T) {
	root := t.TempDir()
	for n := range 30 {
		side := 8
		if n%5 == 0 {
			side = 900 // these take longer
		}
		write(t, filepath.Join(root, fmt.Sprintf("%02d.png", n)), pngOf(t, n, side))
	}
	write(t, filepath.Join(root, "07 again.png"), pngOf(t, 7, 8))
	write(t, filepath.Join(root, "note.txt"), []byte("no picture"))
	write(t, filepath.Join(root, "empty.jpg"), nil)
	write(t, filepath.Join(root, "broken.png"), pngOf(t, 99, 50)[:100])
	im, n, thumbs := importer(t)
	var names []string
	results := map[Result]int{}
	im.OnFile = func(f File) {
		names = append(names, filepath.Base(f.Path))
		results[f.Result]++
	}
	summary, err := im.Run(t.Context(), []string{root})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSorted(names) || len(names) != 34 {
		t.Errorf("%d results in the order %q", len(names), names)
	}
	if summary.Imported != 31 || summary.Duplicate != 1 || summary.Skipped != 2 || summary.Failed != 0 || !n.finished {
		t.Errorf("%+v, finished: %v", summary, n.finished)
	}
	if len(thumbs) != 30 {
		t.Errorf("%d thumbnails", len(thumbs))
	}
	state := im.Progress.State()
	if state.Files != 34 || state.TotalFiles != 34 || !state.Counted || state.Bytes != state.TotalBytes {
		t.Errorf("%+v", state)
	}
	broken := n.photos[slices.IndexFunc(n.photos, func(p catalog.NewPhoto) bool { return p.Arrival.Name == "broken.png" })]
	if broken.Problem != catalog.FileDamaged || *broken.Width != 50 || broken.Path == "" {
		t.Errorf("the broken one: %+v", broken)
	}
}

// TestTooLargeToHold: what does not fit the budget is hashed and copied piece by
// piece, and its claims are read from its beginning.
func TestTooLargeToHold(t *testing.T) {
	root := t.TempDir()
	data := append(pngOf(t, 1, 300), make([]byte, 3<<20)...)
	write(t, filepath.Join(root, "large.png"), data)
	im, n, _ := importer(t)
	im.Budget = 6 << 20
	summary, err := im.Run(t.Context(), []string{root})
	if err != nil || summary.Imported != 1 {
		t.Fatalf("%+v, %v", summary, err)
	}
	p := n.photos[0]
	if p.SHA256 != sum(data) || p.Problem != catalog.FileTooLarge || p.Size != int64(len(data)) {
		t.Errorf("%+v", p)
	}
	if err := im.Originals.Prove(t.Context(), p.Path, false, p.SHA256); err != nil {
		t.Error(err)
	}
}

// TestBombs: pictures whose headers promise more than fits are stored and cost
// next to nothing.
func TestBombs(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "bomb.png"), pngHeader(60_000, 60_000))
	write(t, filepath.Join(root, "progressive.jpg"), progressiveHeader(t, 16_320, 12_240))
	im, n, _ := importer(t)
	if _, err := im.Run(t.Context(), []string{root}); err != nil {
		t.Fatal(err)
	}
	for _, p := range n.photos {
		if p.Problem != catalog.FileTooLarge || p.Width == nil {
			t.Errorf("%s: %s", p.Arrival.Name, p.Problem)
		}
	}
	if len(n.photos) != 2 {
		t.Errorf("%d stored", len(n.photos))
	}
}

// pngHeader makes a PNG that promises a size and ends after its first pixels.
func pngHeader(w, h uint32) []byte {
	var b bytes.Buffer
	b.WriteString("\x89PNG\r\n\x1a\n")
	ihdr := append([]byte("IHDR"), make([]byte, 13)...)
	binary.BigEndian.PutUint32(ihdr[4:], w)
	binary.BigEndian.PutUint32(ihdr[8:], h)
	ihdr[12], ihdr[13] = 8, 6
	for _, chunk := range [][]byte{ihdr, []byte("IDAT\x78\x9c\x63\x00")} {
		_ = binary.Write(&b, binary.BigEndian, uint32(len(chunk)-4))
		b.Write(chunk)
		_ = binary.Write(&b, binary.BigEndian, crc32.ChecksumIEEE(chunk))
	}
	return b.Bytes()
}

// progressiveHeader turns a small JPEG into one that says it is progressive and
// of another size.
func progressiveHeader(t *testing.T, w, h uint16) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewYCbCr(image.Rect(0, 0, 16, 16), image.YCbCrSubsampleRatio420), nil); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	at := bytes.Index(data, []byte{0xff, 0xc0})
	data[at+1] = 0xc2
	binary.BigEndian.PutUint16(data[at+5:], h)
	binary.BigEndian.PutUint16(data[at+7:], w)
	return data
}

// TestCancelKeepsWhatWasReported: a cancel loses nothing that was reported and
// leaves no unfinished copies.
func TestCancelKeepsWhatWasReported(t *testing.T) {
	root := t.TempDir()
	for n := range 400 {
		write(t, filepath.Join(root, fmt.Sprintf("%03d.png", n)), pngOf(t, n, 9+n%7))
	}
	im, n, _ := importer(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	reported := 0
	im.OnFile = func(File) {
		reported++
		cancel()
	}
	summary, err := im.Run(ctx, []string{root})
	if catalog.CodeOf(err) != catalog.ErrCancelled || n.finished {
		t.Fatalf("%v, finished: %v", err, n.finished)
	}
	if reported == 0 || reported == 400 || reported != summary.Files || len(n.photos) != reported {
		t.Errorf("%d reported, %d in the summary, %d written", reported, summary.Files, len(n.photos))
	}
	if _, err := os.Stat(im.Originals.Path("originals/arriving", false)); !os.IsNotExist(err) {
		t.Errorf("unfinished copies are left: %v", err)
	}
}

func TestReferenceLeavesFilesWhereTheyAre(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "a.png"), pngOf(t, 1, 8))
	im, n, _ := importer(t)
	im.Reference = true
	if _, err := im.Run(t.Context(), []string{root}); err != nil {
		t.Fatal(err)
	}
	if p := n.photos[0]; p.Path != filepath.Join(root, "a.png") || !p.Referenced {
		t.Errorf("%+v", p)
	}
	if _, err := os.Stat(im.Originals.Path("originals", false)); !os.IsNotExist(err) {
		t.Error("something was copied")
	}
}

func TestNothingThere(t *testing.T) {
	im, _, _ := importer(t)
	var got File
	im.OnFile = func(f File) { got = f }
	summary, err := im.Run(t.Context(), []string{filepath.Join(t.TempDir(), "none.jpg")})
	if err != nil || summary.Failed != 1 || got.Code != catalog.FileVanished || !strings.HasSuffix(got.Path, "none.jpg") {
		t.Errorf("%+v, %+v, %v", summary, got, err)
	}
}
