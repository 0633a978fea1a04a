// Package assets holds the files that ship inside the program: the font, the
// icon, the seed vocabularies, the gazetteer's tables, the translations and the
// sample photos. It knows nothing of the catalogue or the window and parses nothing.
package assets

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
)

//go:embed fonts/DroidSansFallback.ttf
var font []byte

//go:embed icons/waybill.png
var icon []byte

//go:embed fonts/LICENSE-DroidSansFallback.txt
var fontLicense []byte

//go:embed notices/NOTICES.txt
var notices []byte

//go:embed notices/LGPL-3.0.txt
var lgpl []byte

//go:embed notices/GPL-3.0.txt
var gpl []byte

//go:embed vocabularies/*.tsv vocabularies/version
var vocabularies embed.FS

//go:embed places/*.tsv
var places embed.FS

//go:embed translations
var translations embed.FS

//go:embed samples
var samples embed.FS

// Font returns Droid Sans Fallback (TrueType, Apache 2.0), which has Hangul, Hanzi
// and Kana but no Latin letters: it is a fallback behind a Latin font. The caller
// must not change it.
func Font() []byte { return font }

// FontLicense returns the notice and licence that must accompany Font, as UTF-8 text.
func FontLicense() []byte { return fontLicense }

// Notices returns whose other work is in the program, as UTF-8 text.
func Notices() []byte { return notices }

// Licenses returns the texts of the licences that Notices refers to and that
// must accompany the program: the LGPL 3.0 and the GPL 3.0.
func Licenses() []byte { return slices.Concat(lgpl, []byte("\n\n"), gpl) }

// Icon returns the program's icon, a PNG of 512 by 512 pixels. The caller must
// not change it.
func Icon() []byte { return icon }

// Vocabulary returns one of the tables: goods.tsv, crossings.tsv, routes.tsv,
// units.tsv and caption_forms.tsv, which seed a catalogue, or filename_patterns.tsv
// and codes.tsv (columns: vocabularies/README.md), or "version", which holds the
// version of those that seed. Another name gives an error wrapping fs.ErrNotExist.
func Vocabulary(name string) ([]byte, error) {
	b, err := vocabularies.ReadFile(path.Join("vocabularies", name))
	if err != nil {
		return nil, fmt.Errorf("read vocabulary %s: %w", name, err)
	}
	return b, nil
}

// Place returns one of the gazetteer's tables: towns.tsv, crossing_names.tsv or
// countries.tsv (columns, sources and licences: places/README.md). Another name
// gives an error wrapping fs.ErrNotExist.
func Place(name string) ([]byte, error) {
	b, err := places.ReadFile(path.Join("places", name))
	if err != nil {
		return nil, fmt.Errorf("read place table %s: %w", name, err)
	}
	return b, nil
}

// Samples returns the sample photos (*.jpg) and their manifest samples.tsv,
// all in the root.
func Samples() fs.FS { return sub(samples, "samples") }

// Translations returns the translation files, one per language (en.json …), in the root.
func Translations() fs.FS { return sub(translations, "translations") }

// sub returns dir of fsys. Sub fails only on an invalid path, and dir is a
// constant of this file.
func sub(fsys fs.FS, dir string) fs.FS {
	s, err := fs.Sub(fsys, dir)
	if err != nil {
		panic(err)
	}
	return s
}
