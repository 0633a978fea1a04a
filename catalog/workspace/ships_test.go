package workspace

import (
	"path/filepath"
	"strings"
	"testing"

	"waybill/assets"
)

// shipping gives a later program's pack: the shipped one as another version made
// on another day.
func shipping(t *testing.T, version, day string) func() (shippedRules, error) {
	t.Helper()
	return func() (shippedRules, error) {
		var s shippedRules
		var err error
		s.pack, s.tables, err = loadTables(func(name string) ([]byte, error) {
			b, err := assets.RuleTable(assets.DefaultRulePack, name)
			text := string(b)
			if name == "pack.tsv" {
				lines := strings.Split(text, "\n")
				for i, line := range lines {
					switch field, _, _ := strings.Cut(line, "\t"); field {
					case "version":
						lines[i] = "version\t" + version
					case "date":
						lines[i] = "date\t" + day
					}
				}
				text = strings.Join(lines, "\n")
			} else {
				text = strings.Replace(text, "All industrial machinery", "Machinery of "+version, 1)
			}
			return []byte(text), err
		})
		return s, err
	}
}

// What is in force is what was loaded last, until the program ships something
// that is newer than that and that the catalogue has not seen. What was in force
// is kept, so that judgements can be compared with it.
func TestProgramShipsAnotherVersion(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "c"+Suffix)
	if err := Create(t.Context(), dir, assets.Vocabulary, "AB"); err != nil {
		t.Fatal(err)
	}
	c, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}()
	inForce := func(when, want string) {
		t.Helper()
		packs, err := c.Packs(t.Context())
		if err != nil || len(packs) != 1 || packs[0].Version != want {
			t.Fatalf("%s: %+v, want version %s, %v", when, packs, want, err)
		}
	}
	kept := func(version string, want bool) {
		t.Helper()
		p, err := c.PackVersion(t.Context(), assets.DefaultRulePack, version)
		if err != nil || (p != nil) != want {
			t.Fatalf("version %s is kept: %t, want %t, %v", version, p != nil, want, err)
		}
	}
	load := func(version, day string) {
		t.Helper()
		s, err := shipping(t, version, day)()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.StorePack(t.Context(), s.tables, "AB"); err != nil {
			t.Fatal(err)
		}
	}
	c.ship(shipping(t, "1", "2026-01-01"))
	inForce("at first", "1")
	kept("1", false)
	c.ship(shipping(t, "2", "2026-02-01"))
	inForce("a new program, nothing was judged", "2")
	load("2a", "2026-02-01")
	kept("2", true) // though nothing was judged by it
	inForce("a pack of the same day was loaded", "2a")
	c.ship(shipping(t, "1", "2026-01-01"))
	inForce("an old program again", "2a")
	c.ship(shipping(t, "3", "2026-03-01"))
	inForce("a later program", "3")
	load("2b", "2026-02-15")
	kept("3", true)
	inForce("an older one loaded on purpose, for the catalogue knows the shipped one", "2b")
	if _, err := c.Undo(t.Context(), "AB"); err != nil {
		t.Fatal(err)
	}
	kept("3", false)
	inForce("undone", "3")
}
