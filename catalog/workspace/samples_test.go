package workspace_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// fewSamples are two small photos and what is said about one of them.
func fewSamples(t *testing.T, manifest string) workspace.Samples {
	t.Helper()
	photos := fstest.MapFS{"samples.tsv": {Data: []byte(manifest)}}
	for _, name := range []string{"IMG_20230702_101530.jpg", "20230702_091204.jpg"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "assets", "samples", name))
		if err != nil {
			t.Fatal(err)
		}
		photos[name] = &fstest.MapFile{Data: data}
	}
	return workspace.Samples{Photos: photos, Words: assets.Vocabulary, Intake: catalog.Intake{Name: "Samples"}}
}

const header = "file\titems\troute\tstatus\tcaption\n"

func TestCreateSampleCatalogue(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	dir := filepath.Join(t.TempDir(), "try.waybill")
	line := "IMG_20230702_101530.jpg\trefrigerator\thunchun-quanhe-wonjong-rason\tsanctioned\tRefrigerators in Hunchun.\n"
	summary, err := workspace.CreateSampleCatalogue(t.Context(), dir, fewSamples(t, header+line+"20230702_091204.jpg\t\t\t\t\n"))
	if err != nil || summary.Imported != 2 {
		t.Fatalf("imported %+v, %v", summary, err)
	}
	c := open(t, dir)
	photos, err := c.Photos(t.Context(), []catalog.PhotoID{1, 2})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range photos {
		tagged := p.Name == "IMG_20230702_101530.jpg"
		if got := p.Status == catalog.Sanctioned && p.Caption == "Refrigerators in Hunchun." && p.RouteName != "" && len(p.Observations) == 1; got != tagged {
			t.Errorf("%s tagged is %t, want %t: %+v", p.Name, got, tagged, p)
		}
		if p.BatchName != "Samples" {
			t.Errorf("%s is in batch %q", p.Name, p.BatchName)
		}
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) != 0 {
		t.Errorf("left in the temporary folder: %v, %v", left, err)
	}
}

func TestSampleCatalogueThatCannotBeFinished(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "try.waybill")
	for _, line := range []string{"too few cells\n", "20230702_091204.jpg\tno such goods\t\t\t\n", "20230702_091204.jpg\t\t\tno status\t\n"} {
		if _, err := workspace.CreateSampleCatalogue(t.Context(), dir, fewSamples(t, header+line)); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q gave %v, want an error of line 2", line, err)
		}
		if _, err := os.Stat(dir); !os.IsNotExist(err) {
			t.Errorf("%q left the catalogue: %v", line, err)
		}
	}
}

func TestSampleCatalogueKeepsWhatIsThere(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "mine"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := workspace.CreateSampleCatalogue(t.Context(), dir, fewSamples(t, header)); catalog.CodeOf(err) != catalog.ErrExists {
		t.Errorf("a folder with something in it gave %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "mine")); err != nil {
		t.Error(err)
	}
}
