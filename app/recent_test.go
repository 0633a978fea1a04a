package app

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func TestRecentList(t *testing.T) {
	l := recentList{file: filepath.Join(t.TempDir(), "not yet", "recent.json")}
	if list, err := l.load(); err != nil || len(list) != 0 {
		t.Fatalf("without a file: %v, %v", list, err)
	}
	here := t.TempDir()
	for _, path := range []string{"/gone/first.waybill", here, "/gone/first.waybill", here} {
		if err := l.add(path); err != nil {
			t.Fatal(err)
		}
	}
	list, err := l.load()
	if err != nil || len(list) != 2 || list[0] != (recent{here, false}) || list[1] != (recent{"/gone/first.waybill", true}) {
		t.Errorf("the list is %v, %v", list, err)
	}
	for i := range 3 * maxRecent {
		if err := l.add(fmt.Sprintf("/many/%d.waybill", i)); err != nil {
			t.Fatal(err)
		}
	}
	if list, err := l.load(); err != nil || len(list) != maxRecent || list[0].path != fmt.Sprintf("/many/%d.waybill", 3*maxRecent-1) {
		t.Errorf("of many it keeps %v, %v", list, err)
	}
	if err := l.clear(); err != nil {
		t.Fatal(err)
	}
	if list, err := l.load(); err != nil || len(list) != 0 {
		t.Errorf("cleared it is %v, %v", list, err)
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(l.file), ".recent-*")); err != nil || len(left) > 0 {
		t.Errorf("left over: %v, %v", left, err)
	}
}

func TestDamagedRecentListIsEmpty(t *testing.T) {
	for _, text := range []string{"", "{", `{"a":1}`, `["a",1]`} {
		l := recentList{file: filepath.Join(t.TempDir(), "recent.json")}
		if err := os.WriteFile(l.file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if list, err := l.load(); err != nil || len(list) != 0 {
			t.Errorf("%q gives %v, %v", text, list, err)
		}
	}
}

func TestWelcomeListsRecentCatalogues(t *testing.T) {
	d := newDesk(t)
	for _, path := range []string{"/gone/Old 珲春.waybill", fewCatalogue(t)} {
		if err := d.recents.add(path); err != nil {
			t.Fatal(err)
		}
	}
	d.ShowWelcome()
	d.until("two are listed", func() bool { return len(d.listed) == 2 })
	items := d.item("Open recent").ChildMenu.Items
	if len(items) != 2 || items[0].Label != "Few 훈춘" || items[0].Disabled || items[1].Label != "Old 珲春" || !items[1].Disabled {
		t.Errorf("the menu lists %+v", items)
	}
	items[0].Action()
	d.until("it is open", func() bool { return d.session != nil })
	d.forgetRecent()
	d.until("the list is empty", func() bool { return len(d.listed) == 0 })
}

func TestCleanName(t *testing.T) {
	for text, want := range map[string]string{
		"Quanhe 2023": "Quanhe 2023", " 훈춘 ": "훈춘", "a/b\\c:d": "a-b-c-d", "x.waybill": "x", "..": "", " . ": "", "": "", "../up": "-up",
	} {
		if got := cleanName(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
