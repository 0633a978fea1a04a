package main

import (
	"encoding/json"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"waybill/app/present"
	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/citation"
	"waybill/catalog/sqlite"
	"waybill/catalog/workspace"
)

// told is one of the five pictures of the story, with what an editor says of it
// and how it is cited.
type told struct {
	file, item string
	seen       catalog.Seen
	judgement  sqlite.Judgement
	cited      string
}

// story is the five pictures of the article.
func story() []told {
	two := 2.0
	seven := catalog.Legal{Measure: "UN2397-7", Pack: "un-dprk-2397 1", Direction: catalog.Into}
	return []told{
		{
			"20230702_140911.jpg", "smart_watch",
			catalog.Seen{Direction: catalog.Into, Basis: catalog.BasisSource, Quantity: new(1.0)},
			sqlite.Judgement{Status: catalog.Suspected, Legal: seven, Reason: "plain watch or not"},
			`One smartwatch, visible in the photo. On the way into the DPRK (the source says so). Taken on 2 July 2023 in Hunchun, according to the photo’s own data. ` +
				`Credit: withheld for safety. Smartwatches: suspected to fall under Resolution 2397 (2017), paragraph 7; assessed by A. Bell on DAY.`,
		},
		{
			"IMG_20230702_101530.jpg", "refrigerator",
			catalog.Seen{Direction: catalog.Into, Basis: catalog.BasisInferred, Quantity: new(38.0), Estimated: true},
			sqlite.Judgement{Status: catalog.Sanctioned, Legal: seven},
			`About 38 refrigerators, visible in the photo. On the way into the DPRK (inferred). Taken on 2 July 2023 in Hunchun, according to the photo’s own data. ` +
				`Credit: withheld for safety. Refrigerators: sanctioned under Resolution 2397 (2017), paragraph 7; assessed by A. Bell on DAY.`,
		},
		{
			"IMG_20230702_160012.jpg", "motorcycle_engine",
			catalog.Seen{Quantity: &two, Unit: "pallets"},
			sqlite.Judgement{Status: catalog.Sanctioned, Legal: seven},
			`2 pallets of motorcycle motors, visible in the photo. Taken on 2 July 2023 in Hunchun, according to the photo’s own data. ` +
				`Credit: withheld for safety. Motorcycle motors: sanctioned under Resolution 2397 (2017), paragraph 7; assessed by A. Bell on DAY.`,
		},
		{
			"IMG_20230703_093210.jpg", "shopping_cart",
			catalog.Seen{Direction: catalog.Into, Basis: catalog.BasisSeen},
			sqlite.Judgement{Status: catalog.Disputed, Legal: seven},
			`Supermarket carts, visible in the photo. On the way into the DPRK (seen in the picture). Taken on 3 July 2023 in Hunchun, according to the photo’s own data. ` +
				`Credit: withheld for safety. Supermarket carts: disputed, for readings of Resolution 2397 (2017), paragraph 7 differ; assessed by A. Bell on DAY. ` +
				`By HS subheading 8716.80 they fall under Resolution 2397 (2017), paragraph 7; the newsroom reads it as not covering them.`,
		},
		{
			"IMG_20230703_094108.jpg", "ceramic_tile",
			catalog.Seen{Direction: catalog.Into},
			sqlite.Judgement{Status: catalog.NotListed},
			`Tiles, visible in the photo. On the way into the DPRK. Taken on 3 July 2023 in Hunchun, according to the photo’s own data. ` +
				`Credit: withheld for safety. Tiles: no measure found that covers them; assessed by A. Bell on DAY.`,
		},
	}
}

// storyCatalogue holds the five pictures, in their order, from a source.
func storyCatalogue(t *testing.T) *workspace.Catalogue {
	t.Helper()
	photos := fstest.MapFS{"samples.tsv": {Data: []byte("file\titems\troute\tstatus\tcaption\n")}}
	for _, p := range story() {
		data, err := fs.ReadFile(assets.Samples(), p.file)
		if err != nil {
			t.Fatal(err)
		}
		photos[p.file] = &fstest.MapFile{Data: data}
	}
	dir := filepath.Join(t.TempDir(), "story.waybill")
	_, err := workspace.CreateSampleCatalogue(t.Context(), dir, workspace.Samples{
		Photos: photos, Words: assets.Vocabulary, Intake: catalog.Intake{Name: "July", Source: "Grey Heron"},
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := workspace.Open(t.Context(), dir)
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

// named gives the photo that came with a name.
func named(t *testing.T, c *workspace.Catalogue, name string) catalog.PhotoID {
	t.Helper()
	ids, _, err := c.Find(t.Context(), catalog.Query{}, catalog.SortName, sqlite.Cursor{}, 10)
	if err != nil {
		t.Fatal(err)
	}
	photos, err := c.Photos(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range photos {
		if p.Name == name {
			return p.ID
		}
	}
	t.Fatalf("there is no %s", name)
	return 0
}

// tell notes and judges what an editor says of one picture.
func tell(t *testing.T, c *workspace.Catalogue, p told) (catalog.Photo, int64) {
	t.Helper()
	id := named(t, c, p.file)
	item, err := c.FindItem(t.Context(), p.item)
	if err != nil {
		t.Fatal(err)
	}
	made, _, err := c.Observe(t.Context(), []catalog.Observation{{Photo: id, Item: item, Visible: true, Seen: p.seen}}, "A. Bell")
	if err != nil {
		t.Fatal(err)
	}
	p.judgement.Observations = made
	if _, err := c.Determine(t.Context(), []sqlite.Judgement{p.judgement}, "A. Bell"); err != nil {
		t.Fatal(err)
	}
	photo, err := c.Photo(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return photo, made[0]
}

func english(t *testing.T) *present.Words {
	t.Helper()
	w, err := present.Load(assets.Translations(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// TestFivePicturesAreCited reads the public citations of the story's pictures.
func TestFivePicturesAreCited(t *testing.T) {
	c, w := storyCatalogue(t), english(t)
	for _, p := range story() {
		photo, observation := tell(t, c, p)
		cited, err := c.CitePhoto(t.Context(), photo.ID, citation.Public, w)
		if err != nil {
			t.Fatal(err)
		}
		day := w.Day(catalog.WallTime{Time: photo.Observations[0].Determination.At})
		if want := strings.ReplaceAll(p.cited, "DAY", day); cited.Text != want {
			t.Errorf("%s is cited as\n%s\nwant\n%s", p.item, cited.Text, want)
		}
		data, err := json.Marshal(cited.Citation)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{
			photo.SHA256[:8], photo.UUID, photo.ID.String(), photo.Name, strings.TrimSuffix(p.file, ".jpg"), "Heron",
			photo.Observations[0].UUID, catalog.ObservationID(observation), "130.", "42.", ":09:", ":15:",
		} {
			if strings.Contains(cited.Text+string(data), secret) {
				t.Errorf("%s: the citation holds %q", p.item, secret)
			}
		}
		one, err := c.CiteObservation(t.Context(), observation, citation.Public, w)
		if err != nil || one.Text != cited.Text {
			t.Errorf("the observation is cited as %s, %v", one.Text, err)
		}
	}
}

// TestArchiveIsCitedExactly finds everything exact in a citation for an archive.
func TestArchiveIsCitedExactly(t *testing.T) {
	c, w := storyCatalogue(t), english(t)
	photo, observation := tell(t, c, story()[3])
	cited, err := c.CiteObservation(t.Context(), observation, citation.Archive, w)
	if err != nil {
		t.Fatal(err)
	}
	o := photo.Observations[0]
	for _, part := range []string{
		photo.UUID, photo.SHA256, "original as received", o.UUID, o.Determination.UUID, "UN2397-7", "un-dprk-2397 1", photo.Date.EDTF, "+08:00", "origin: EXIF",
		w.Position(*photo.Latitude, *photo.Longitude), "“NOT on sanctions list”", "origin: GPS",
	} {
		if !strings.Contains(cited.Text, part) {
			t.Errorf("%q is missing in\n%s", part, cited.Text)
		}
	}
	if x := cited.Exact; x == nil || x.Photo != photo.UUID || x.SHA256 != photo.SHA256 || x.Version != nil || *x.Latitude != *photo.Latitude {
		t.Errorf("exact is %+v", x)
	}
	t.Log(cited.Text)
}

// TestCitationThatBetraysIsRefused puts into a credit what must stay inside.
func TestCitationThatBetraysIsRefused(t *testing.T) {
	c, w := storyCatalogue(t), english(t)
	photo, _ := tell(t, c, story()[1])
	for credit, code := range map[string]catalog.Code{
		"Photo Desk":              "",
		"a friend of grey  HERON": catalog.ErrAliasLeak,
		"thegreyheron.example":    catalog.ErrAliasLeak,
		"IMG_20230703_094108.JPG": catalog.ErrInnerLeak, // of another photo
		"see img_20230703_094108": catalog.ErrInnerLeak,
		"our P-000002":            catalog.ErrInnerLeak,
		"sha256 " + photo.SHA256:  catalog.ErrInnerLeak,
		"photo " + photo.UUID:     catalog.ErrInnerLeak,
	} {
		if _, err := c.Apply(t.Context(), catalog.Edit{Photos: []catalog.PhotoID{photo.ID}, Credit: &credit}); err != nil {
			t.Fatal(err)
		}
		cited, err := c.CitePhoto(t.Context(), photo.ID, citation.Public, w)
		if catalog.CodeOf(err) != code || (err != nil) != (cited.Text == "") {
			t.Errorf("%q: %v, %q", credit, err, cited.Text)
		}
		if code == "" && !strings.Contains(cited.Text, "Credit: "+credit+".") {
			t.Errorf("%q: %s", credit, cited.Text)
		}
	}
}
