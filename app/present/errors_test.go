package present_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"waybill/catalog"
)

func TestError(t *testing.T) {
	w := load(t)
	fail := func(code catalog.Code, op, subject string, matches ...string) error {
		return fmt.Errorf("wrapped: %w", &catalog.Error{Code: code, Op: op, Subject: subject, Matches: matches})
	}
	for _, c := range []struct {
		err  error
		want string
	}{
		{nil, ""},
		{fail(catalog.ErrUnknownItem, "find item", "fridgge"), "No item is called “fridgge”. Check the spelling, or add it as a new item."},
		{
			fail(catalog.ErrUnknownItem, "find item", "fridgge", "fridge"),
			"No item is called “fridgge”. Check the spelling, or add it as a new item. Did you mean fridge?",
		},
		{fail(catalog.ErrAmbiguous, "find item", "타일", "ceramic tile", "roof tile"), "“타일” fits more than one: ceramic tile, roof tile. Write more of the name."},
		{fail(catalog.ErrAmbiguous, "find source", "Swal", "Swallow", "Swale"), "“Swal” fits more than one. Write more of the name."},
		{fail(catalog.ErrNotFound, "find source", "Swal", "Swallow"), "“Swal” is not in this catalogue. Check the number or the name."},
		{fail(catalog.ErrNotFound, "show", ""), "It is not in this catalogue. Check the number or the name."},
		{
			fail(catalog.ErrAliasLeak, "export", "P-000123", "Swallow"),
			"A text of P-000123 contains the alias of a source, so nothing left the catalogue. Take the alias out of its caption, note, credit, reasons and names, then try again.",
		},
		{
			fail(catalog.ErrAliasLeak, "export", "Swallow"),
			"A text contains the alias of a source, so nothing left the catalogue. Take the alias out of captions, notes, credits, reasons and names, then try again.",
		},
		{
			fail(catalog.ErrOpen, "open", "A.waybill", "an import since 14:05"),
			"“A.waybill” is already open by an import since 14:05. Close it there, or wait until it has finished, and try again.",
		},
		{fail(catalog.ErrNothing, "undo", ""), "There is nothing to undo."},
		{fail(catalog.ErrNothing, "redo", ""), "There is nothing to redo."},
		{fail(catalog.ErrInvalid, "something", "x"), "“x” does not fit here. Check it and enter it again."},
		{fail(catalog.FileDamaged, "import", "IMG_0231.HEIC"), "“IMG_0231.HEIC”: The file ends early or is damaged. It is stored; its picture is not shown."},
		{fail(catalog.FileEmpty, "import", ""), "The file is empty. It was skipped."},
		{fail("brand_new", "do", "it"), "Something went wrong: wrapped: do: brand_new it"},
		{errors.New("the moon is full"), "Something went wrong: the moon is full"},
		{fmt.Errorf("import: %w", context.Canceled), "Stopped as you asked. What was finished before is kept."},
		{&fs.PathError{Op: "open", Path: "a.jpg", Err: fs.ErrPermission}, "“a.jpg” may not be opened. Check that you have the right to read and write it."},
		{&fs.PathError{Op: "read", Path: "a.jpg", Err: errors.New("odd")}, "Something went wrong: read a.jpg: odd"},
	} {
		check(t, w.Error(c.err), c.want)
	}
	missing := filepath.Join(t.TempDir(), "none")
	_, err := os.Open(missing)
	check(t, w.Error(err), "“"+missing+"” is not there. Check the name and that the disk is connected.")
}

func TestErrorReason(t *testing.T) {
	w := load(t)
	for _, c := range []struct {
		cause error
		want  string
	}{
		{fs.ErrPermission, "access is not allowed"},
		{&fs.PathError{Op: "open", Path: "/x", Err: syscall.ENOENT}, "it is not there"},
		{&fs.PathError{Op: "read", Path: "/x", Err: syscall.EIO}, syscall.EIO.Error()},
		{nil, "the system did not say why"},
		{errors.New("query of Swallow failed"), "the system did not say why"},
	} {
		got := w.Error(&catalog.Error{Code: catalog.ErrIO, Subject: "x", Err: c.cause})
		check(t, got, "“x” could not be read or written: "+c.want+
			". Check that the disk is connected and that you may use the folder, then try again.")
	}
}

// The values that catalog refuses are put into words that say what fits.
func TestErrorOfInvalidValues(t *testing.T) {
	w := load(t)
	_, badDate := catalog.ParseDate("July")
	_, badTime := catalog.ParseWallTime("noon")
	_, badDirection := catalog.ParseDirection("up")
	_, badStatus := catalog.ParseStatus("bad")
	_, badPhoto := catalog.ParsePhotoID("P-x")
	_, badAlias := catalog.CleanAlias("Al")
	for want, err := range map[string]error{
		"“J” (character 1) cannot stand there. Write the date like 2023, 2023-07 or 2023-07-03.":              badDate,
		"“noon” is not a date with a time. Write it like 2023-07-03T14:05:00.":                                badTime,
		"“up” is not a direction. Use into or out, or leave it empty.":                                        badDirection,
		"“bad” is not a status. Use one of these: sanctioned, suspected, disputed, exempt, not-listed, none.": badStatus,
		"“P-x” is not the number of a photo. Photo numbers look like P-000123.":                               badPhoto,
		"“Al” is too short for an alias. Use at least 4 characters, and never a real name.":                   badAlias,
	} {
		check(t, w.Error(err), want)
	}
}

func TestErrorOfQueries(t *testing.T) {
	w := load(t)
	for text, want := range map[string]string{
		"타일 itm:cart": "There is no search field “itm” (character 4). To look for the words themselves, put them in quotes. Did you mean item?",
		"item:":       "Nothing to look for follows at character 1 (“item:”). Write it right behind, without a space.",
		"date:July":   "“July” (character 6) is not a date. Write it like 2023, 2023-07, 2023-07-03 or 2023-07-01..2023-07-10.",
		"status:s":    "“s” (character 8) is not a status, or fits more than one. Use one of these: sanctioned, suspected, disputed, exempt, not-listed, none.",
		"has:legs":    "“legs” (character 5) is nothing that a photo can have or lack. Use one of these: gps, date, item, route, source, caption, warning, note.",
		`a "b`:        "The quotation that begins at character 3 has no end. Add the closing quotation mark.",
		"a -":         "The minus at character 3 has nothing behind it. Write it right before what should not be found, such as -cart.",
		strings.Repeat("ab ", catalog.MaxQueryTerms+1): "The search has more than 64 parts (see character 193). Shorten it.",
		strings.Repeat("a", catalog.MaxQueryRunes+1):   "The search is longer than 4,096 characters. Shorten it.",
		"date:" + strings.Repeat("9", 100):             "“" + strings.Repeat("9", 59) + "…” (character 6) is not a date. Write it like 2023, 2023-07, 2023-07-03 or 2023-07-01..2023-07-10.",
	} {
		_, err := catalog.ParseQuery(text)
		check(t, w.Error(fmt.Errorf("find: %w", err)), want)
	}
	check(t, w.Error(&catalog.QueryError{Token: "tyle", Pos: 5, Reason: catalog.QueryUnknownName, Suggest: "tile"}),
		"Nothing in this catalogue is called “tyle” (character 6). Check the spelling. Did you mean tile?")
	check(t, w.Error(&catalog.QueryError{Token: "x", Reason: "brand_new"}), "The search cannot be understood at character 1 (“x”). Check it there.")
}
