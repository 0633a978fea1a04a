package present_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"waybill/catalog"
)

type detail = map[string]any

func TestStep(t *testing.T) {
	w := load(t)
	for _, c := range []struct {
		action catalog.Action
		detail detail
		want   string
	}{
		{catalog.ActionCreate, nil, "Created the catalogue"},
		{catalog.ActionImport, detail{"batch": "SD card", "imported": 1234, "duplicate": 0}, "Imported 1,234 photos into “SD card”"},
		{catalog.ActionImport, detail{"batch": "", "imported": int64(1), "duplicate": 1}, "Imported 1 photo; 1 was here already"},
		{catalog.ActionImport, detail{"batch": "b", "imported": 0, "duplicate": 2}, "Imported 0 photos into “b”; 2 were here already"},
		{catalog.ActionTag, detail{"photos": 38}, "Changed 38 photos"},
		{
			catalog.ActionTag,
			detail{"photos": 1, "added": []string{"refrigerator", "tile"}, "removed": []string{"cart"}},
			"Changed 1 photo: added refrigerator and tile; removed cart",
		},
		{
			catalog.ActionTag,
			detail{"photos": 2, "status": "sanctioned", "items": []string{"refrigerator"}, "route": "Quanhe", "source": true, "caption": true},
			"Changed 2 photos: status Sanctioned for refrigerator; route Quanhe; source; caption",
		},
		{catalog.ActionTag, detail{"photos": 2, "direction": "into"}, "Changed 2 photos: goods went into the DPRK"},
		{catalog.ActionTag, detail{"photos": 2, "direction": ""}, "Changed 2 photos: direction removed"},
		{catalog.ActionTag, detail{"photos": 2, "status": "disputed"}, "Changed 2 photos: status Disputed"},
		{catalog.ActionTag, detail{"photos": 2, "status": "not-assessed"}, "Changed 2 photos: status withdrawn"},
		{catalog.ActionTag, detail{"photos": 2, "status": "not-assessed", "items": []any{"tile"}}, "Changed 2 photos: status withdrawn for tile"},
		{
			catalog.ActionTag,
			detail{"photos": 2, "route": "", "note": true, "credit": true, "visible": true, "caption": false},
			"Changed 2 photos: route removed; note; credit; visible or reported",
		},
		{
			catalog.ActionTag,
			detail{"photos": 1, "added": []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}},
			"Changed 1 photo: added 1, 2, 3, 4, 5, 6, 7, 8 and 2 more",
		},
		{
			catalog.ActionTag,
			detail{"photos": 2, "taken": "[2023-07-01~..2023-07-10~]", "place": "圈河", "place_shown": "", "kind": "screen-photo"},
			"Changed 2 photos: date early July 2023; place 圈河; place shown removed; kind photo of a screen",
		},
		{catalog.ActionTag, detail{"photos": 2, "template": "Market stall", "caption": true}, "Changed 2 photos: template “Market stall”; caption"},
		{catalog.ActionTag, detail{"photos": 2, "added_text": []any{"caption", "note"}, "removed_text": []string{"credit"}}, "Changed 2 photos: added to the caption and note; took something out of the credit"},
		{catalog.ActionImport, detail{"imported": 2, "template": "Market stall"}, "Imported 2 photos, with the template “Market stall”"},
		{catalog.ActionTag, detail{"photos": 2, "stage": "customs", "made_in": "CN", "packaging": ""}, "Changed 2 photos: customs; made in China; packaging not known"},
		{catalog.ActionTag, detail{"photos": 2, "made_in": ""}, "Changed 2 photos: country of manufacture removed"},
		{catalog.ActionRemove, detail{"photos": 38}, "Moved 38 photos into the bin"},
		{catalog.ActionRestore, detail{"photos": 1}, "Brought 1 photo back from the bin"},
		{catalog.ActionSearch, detail{"did": "added", "name": "To publish"}, "Saved the search “To publish”"},
		{catalog.ActionSearch, detail{"did": "renamed", "name": "To publish"}, "Renamed the saved search “To publish”"},
		{catalog.ActionSearch, detail{"did": "removed"}, "Changed the saved searches"},
		{catalog.ActionTemplate, detail{"did": "changed", "name": "Market stall"}, "Changed the template “Market stall”"},
		{catalog.ActionTemplate, detail{"did": "removed", "name": "Market stall"}, "Deleted the template “Market stall”"},
		{catalog.ActionWords, detail{"entries": 1234, "added": 1, "changed": 1233}, "Took 1,234 entries into the vocabulary"},
		{catalog.ActionWords, detail{"entries": 1, "noun": "item", "did": "added", "name": "pump"}, "Added “pump” to the vocabulary"},
		{catalog.ActionWords, detail{"entries": 1, "noun": "place", "did": "changed", "name": "圈河"}, "Changed “圈河” in the vocabulary"},
		{catalog.ActionWords, detail{"did": "renamed", "name": "fridge", "into": "refrigerator"}, "Renamed “fridge” to “refrigerator”"},
		{catalog.ActionWords, detail{"did": "merged", "name": "fridge", "into": "refrigerator"}, "Merged “fridge” into “refrigerator”"},
		{catalog.ActionWords, detail{"did": "removed", "name": "fridge"}, "Removed “fridge” from the vocabulary"},
		{catalog.ActionWords, detail{"entries": 1, "did": "shipped", "version": "2027-01-31"}, "Took 1 entry of the shipped vocabulary of 2027-01-31"},
		{catalog.ActionComplete, detail{"entries": 26}, "Completed the vocabulary with what ships with the program"},
		{
			catalog.ActionUndo,
			detail{"of_action": "vocabulary", "of_detail": detail{"did": "removed", "name": "fridge"}},
			"Undid: Removed “fridge” from the vocabulary",
		},
		{catalog.ActionSetting, detail{"name": "editor"}, "Changed the setting “editor’s name”"},
		{catalog.ActionSetting, detail{"name": "x"}, "Changed a setting"},
		{catalog.ActionExport, detail{"photos": 12, "formats": []string{"csv", "json"}, "originals": true}, "Exported 12 photos as CSV and JSON, with the originals"},
		{catalog.ActionExport, detail{"photos": 1, "formats": []string{"csv"}, "originals": false}, "Exported 1 photo as CSV"},
		{catalog.ActionUndo, detail{"of_action": "tag", "of_detail": detail{"photos": 38}}, "Undid: Changed 38 photos"},
		{
			catalog.ActionRedo,
			detail{"of_action": "undo", "of_detail": detail{"of_action": "tag", "of_detail": detail{"photos": 1}}},
			"Redid: Undid: Changed 1 photo",
		},
		{catalog.ActionUndo, nil, "Undid step 1,234"},
		{"paint", nil, "Changed the catalogue (paint)"},
		{catalog.ActionTag, detail{"photos": "many", "added": 7, "route": 1, "status": nil, "source": "Swallow"}, "Changed 0 photos"},
	} {
		for name, d := range map[string]detail{"as made": c.detail, "from JSON": throughJSON(t, c.detail, false), "from JSON with numbers": throughJSON(t, c.detail, true)} {
			if got := w.Step(catalog.Step{Action: c.action, Detail: d, Of: 1234}); got != c.want {
				t.Errorf("%s %s\n got %s\nwant %s", c.action, name, got, c.want)
			}
		}
	}
}

func throughJSON(t *testing.T, d detail, numbers bool) detail {
	t.Helper()
	b, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(b))
	if numbers {
		decoder.UseNumber()
	}
	var out detail
	if err := decoder.Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out
}

// An undo of an undo of … in a forged history ends.
func TestStepEnds(t *testing.T) {
	d := detail{}
	for range 100_000 {
		d = detail{"of_action": "undo", "of_detail": d}
	}
	check(t, load(t).Step(catalog.Step{Action: catalog.ActionUndo, Detail: d, Of: 7}), "Undid: Undid: Undid: Undid step 7")
}
