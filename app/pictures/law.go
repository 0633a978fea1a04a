package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"waybill/assets"
)

// law looks at a rule pack before it is loaded, loads it, and looks at what it
// concerns.
func (s *studio) law() {
	dir := filepath.Join(s.temp, "rules 2")
	s.note(nextPack(dir))
	s.window.ProposePack(dir)
	s.queue.settle()
	s.shoot("law-proposal", normal)
	s.press(s.words.T("law.load"))
	s.choose("menu.view.photos")
	s.choose("menu.view.law")
	s.key(fyne.KeyDown)
	s.shoot("law-light", normal)
	s.choose("menu.view.dark")
	s.shoot("law-dark", normal)
	s.shoot("law-small", small)
	s.choose("menu.view.light")
	s.note(os.WriteFile(filepath.Join(dir, "goods.tsv"), []byte("wrong\n"), 0o600))
	s.window.ProposePack(dir)
	s.queue.settle()
	s.shoot("law-refused", small)
	s.choose("menu.view.photos")
}

// nextPack writes another version of the shipped rule pack, in which paragraph 7
// has another title.
func nextPack(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	for _, name := range []string{"pack.tsv", "measures.tsv", "goods.tsv"} {
		table, err := assets.RuleTable(assets.DefaultRulePack, name)
		if err != nil {
			return err
		}
		text := string(table)
		for _, change := range [][2]string{
			{"version\t1\n", "version\t2\n"},
			{"All industrial machinery (84, 85)", "Industrial machinery and parts of it (84, 85)"},
		} {
			text = strings.Replace(text, change[0], change[1], 1)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			return errors.Join(fmt.Errorf("write %s", name), err)
		}
	}
	return nil
}
