package ingest

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"waybill/catalog"
	"waybill/catalog/format"
	"waybill/catalog/picture/box"
	"waybill/catalog/picture/box/boxtest"
)

func TestMain(m *testing.M) {
	boxtest.ServeIfChild()
	os.Exit(m.Run())
}

// A decoder that hangs, eats memory, crashes or talks nonsense costs its picture
// and nothing else: the import goes on, also with the pictures of its format.
func TestImportGoesOnAfterADecoder(t *testing.T) {
	for behaviour, want := range map[boxtest.Behaviour]catalog.Code{
		boxtest.Hang:    catalog.FileDecoderSlow,
		boxtest.Hungry:  catalog.FileTooLarge,
		boxtest.Panic:   catalog.FileDecoderFailed,
		boxtest.Garbage: catalog.FileDecoderFailed,
		boxtest.Exit:    catalog.FileDecoderFailed,
	} {
		t.Run(string(behaviour), func(t *testing.T) {
			options := box.Options{
				Env:     boxtest.Misbehave(map[format.Format]boxtest.Behaviour{format.WebP: behaviour}),
				Timeout: 2 * time.Minute, // a busy machine may need it for the sound picture
			}
			switch behaviour {
			case boxtest.Hang:
				options.Timeout = 8 * time.Second
			case boxtest.Hungry:
				options.MemoryLimit = 512 << 20
			}
			if testing.Short() && (behaviour == boxtest.Hang || behaviour == boxtest.Hungry) {
				t.Skip("the race detector makes the sound picture reach these limits too")
			}
			from := t.TempDir()
			for _, name := range []string{"phone.webp", "phone.heic"} {
				data, err := os.ReadFile(filepath.Join("..", "picture", "testdata", name))
				if err != nil {
					t.Fatal(err)
				}
				write(t, filepath.Join(from, name), data)
			}
			for n, name := range []string{"a.png", "q.png", "z.png"} {
				write(t, filepath.Join(from, name), pngOf(t, n, 40))
			}
			decoders := box.New(options)
			defer decoders.Close()
			im, n, thumbs := importer(t)
			im.Remote = decoders
			codes := map[string]catalog.Code{}
			im.OnFile = func(f File) { codes[filepath.Base(f.Path)] = f.Code }
			summary, err := im.Run(t.Context(), []string{from})
			if err != nil || summary.Imported != 5 || summary.Failed != 0 {
				t.Fatalf("%+v, %v", summary, err)
			}
			if codes["phone.webp"] != want {
				t.Errorf("the picture is %q, want %q", codes["phone.webp"], want)
			}
			for _, p := range n.photos {
				bad := p.Arrival.Name == "phone.webp"
				if (thumbs[p.SHA256] == nil) != bad || (p.Problem != "") != bad {
					t.Errorf("%s: problem %q, thumbnail %v", p.Arrival.Name, p.Problem, thumbs[p.SHA256] != nil)
				}
			}
		})
	}
}
