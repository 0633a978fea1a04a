package sqlite

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waybill/catalog"
)

// lotted is a store with three more photos with the same refrigerator, which is only
// reported in the third, as one lot. The first shows tiles too, and is reported
// to have steel.
type lotted struct {
	*Store
	t        *testing.T
	photos   []catalog.PhotoID
	observed map[string]int64 // "1 fridge"
	edit     bool             // judge by Apply, else by Determine
}

func newLotted(t *testing.T, s *Store, first int, edit bool) *lotted {
	t.Helper()
	l := &lotted{Store: s, t: t, observed: map[string]int64{}, edit: edit}
	l.photos = addFiles(t, l.Store, catalog.Intake{}, first, first+3)
	fridge := itemOf(t, l.Store, "refrigerator")
	ids, _, err := l.Observe(t.Context(), []catalog.Observation{
		{Photo: l.photos[0], Item: fridge, Visible: true},
		{Photo: l.photos[1], Item: fridge, Visible: true},
		{Photo: l.photos[2], Item: fridge},
		{Photo: l.photos[0], Item: itemOf(t, l.Store, "tile"), Visible: true},
		{Photo: l.photos[0], Item: itemOf(t, l.Store, "steel")},
	}, "AB")
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"1 fridge", "2 fridge", "3 fridge", "1 tile", "1 steel"} {
		l.observed[name] = ids[i]
	}
	l.do("join")
	return l
}

// do carries out one line of a table, such as "1 fridge sanctioned", "1 fridge
// none", "2 fridge part", "2 fridge disagree", "join", "undo" or "redo".
func (l *lotted) do(line string) {
	l.t.Helper()
	ctx := l.t.Context()
	at := strings.LastIndexByte(line, ' ')
	o, verb := l.observed[line[:max(at, 0)]], line[at+1:]
	var err error
	switch verb {
	case "":
	case "join":
		_, err = l.Join(ctx, []int64{l.observed["1 fridge"], l.observed["2 fridge"], l.observed["3 fridge"]}, "AB")
	case "part":
		_, err = l.Part(ctx, []int64{o}, "AB")
	case "remove":
		_, err = l.Apply(ctx, catalog.Edit{Photos: []catalog.PhotoID{l.photoOf(o)}, RemoveItems: []catalog.ItemID{l.itemOf(o)}})
	case "undo":
		_, err = l.Undo(ctx, "")
	case "redo":
		_, err = l.Redo(ctx, "")
	case "disagree":
		line := l.line(o)
		_, err = l.Review(ctx, line[len(line)-1].ID, catalog.Disagrees, "no motor", "CD")
	default:
		err = l.judge(o, verb)
	}
	if err != nil {
		l.t.Fatalf("%s: %v", line, err)
	}
}

func (l *lotted) judge(o int64, as string) error {
	s, err := catalog.ParseStatus(as)
	if err != nil {
		return err
	}
	if l.edit {
		_, err = l.Apply(l.t.Context(), catalog.Edit{Photos: []catalog.PhotoID{l.photoOf(o)}, Status: &s, StatusItems: []catalog.ItemID{l.itemOf(o)}})
	} else {
		_, err = l.Determine(l.t.Context(), []Judgement{{Observations: []int64{o}, Status: s}}, "AB")
	}
	return err
}

func (l *lotted) read(o int64) catalog.Observation {
	l.t.Helper()
	observation, err := l.Observation(l.t.Context(), o)
	if err != nil {
		l.t.Fatal(err)
	}
	return observation
}

func (l *lotted) photoOf(o int64) catalog.PhotoID { return l.read(o).Photo }
func (l *lotted) itemOf(o int64) catalog.ItemID   { return l.read(o).Item }

func (l *lotted) line(o int64) []catalog.Determination {
	l.t.Helper()
	list, err := l.Determinations(l.t.Context(), o)
	if err != nil {
		l.t.Fatal(err)
	}
	return list
}

// statuses gives those of the photos, as their rows and their observations have
// them.
func (l *lotted) statuses() (rows, observed string) {
	l.t.Helper()
	var a, b []string
	for _, id := range l.photos {
		p, err := l.Photo(l.t.Context(), id)
		if err != nil {
			l.t.Fatal(err)
		}
		a, b = append(a, string(p.Status)), append(b, string(catalog.PhotoStatus(p.Observations)))
	}
	return strings.Join(a, " "), strings.Join(b, " ")
}

// TestStatusThroughLots is the table of the evidence model where goods of one lot
// are judged: each case does its lines one after the other and reads the status
// of the three photos back. Photo 3 has only what is reported.
func TestStatusThroughLots(t *testing.T) {
	stores := map[bool]*Store{false: newStore(t), true: newStore(t)} // judged by Determine, by Apply
	for i, c := range []struct {
		name, do, want string
	}{
		{"nobody has judged", "", "not-assessed not-assessed not-assessed"},
		{"one judges all", "1 fridge sanctioned", "sanctioned sanctioned not-assessed"},
		{"also from where it is only reported", "3 fridge sanctioned", "sanctioned sanctioned not-assessed"},
		{"other goods are not judged with it", "1 tile sanctioned", "sanctioned not-assessed not-assessed"},
		{"exempt beside tiles that nobody judged", "2 fridge exempt", "not-assessed exempt not-assessed"},
		{"not listed beside tiles that nobody judged", "2 fridge not-listed", "not-assessed not-listed not-assessed"},
		{"exempt beats not listed", "2 fridge exempt; 1 tile not-listed", "exempt exempt not-assessed"},
		{"all not listed", "2 fridge not-listed; 1 tile not-listed", "not-listed not-listed not-assessed"},
		{"disputed beats exempt", "2 fridge disputed; 1 tile exempt", "disputed disputed not-assessed"},
		{"suspected beats disputed", "2 fridge suspected; 1 tile disputed", "suspected suspected not-assessed"},
		{"sanctioned beats suspected", "2 fridge suspected; 1 tile sanctioned", "sanctioned suspected not-assessed"},
		{"reported steel never decides", "2 fridge not-listed; 1 tile not-listed; 1 steel sanctioned", "not-listed not-listed not-assessed"},

		{"withdrawn from another photo", "1 fridge sanctioned; 2 fridge none", "not-assessed not-assessed not-assessed"},
		{"withdrawn, the tiles are left", "1 tile disputed; 1 fridge sanctioned; 3 fridge none", "disputed not-assessed not-assessed"},
		{"judged again after a withdrawal", "1 fridge sanctioned; 2 fridge none; 3 fridge suspected", "suspected suspected not-assessed"},
		{"one undo takes all back", "1 fridge sanctioned; undo", "not-assessed not-assessed not-assessed"},
		{"one redo brings all back", "1 fridge sanctioned; undo; redo", "sanctioned sanctioned not-assessed"},
		{"an undo shows what was before", "1 fridge suspected; 2 fridge sanctioned; undo", "suspected suspected not-assessed"},
		{"a withdrawal is undone", "1 fridge sanctioned; 2 fridge none; undo", "sanctioned sanctioned not-assessed"},
		{"a withdrawal is redone", "1 fridge sanctioned; 2 fridge none; undo; redo", "not-assessed not-assessed not-assessed"},

		{"a disagreement changes nothing", "1 fridge sanctioned; 2 fridge disagree", "sanctioned sanctioned not-assessed"},
		{"judged anew after a disagreement", "1 fridge sanctioned; 2 fridge disagree; 1 fridge not-listed", "not-assessed not-listed not-assessed"},

		{"parted before", "2 fridge part; 1 fridge sanctioned", "sanctioned not-assessed not-assessed"},
		{"parting changes no status", "1 fridge sanctioned; 2 fridge part", "sanctioned sanctioned not-assessed"},
		{"parted, it is judged alone", "1 fridge sanctioned; 2 fridge part; 2 fridge exempt", "sanctioned exempt not-assessed"},
		{"joined again, it keeps its own", "1 fridge sanctioned; 2 fridge part; 2 fridge exempt; join", "sanctioned exempt not-assessed"},
		{"joined again and judged", "1 fridge sanctioned; 2 fridge part; 2 fridge exempt; join; 3 fridge disputed", "disputed disputed not-assessed"},
		{"that undone, each has its own again", "1 fridge sanctioned; 2 fridge part; 2 fridge exempt; join; 3 fridge disputed; undo", "sanctioned exempt not-assessed"},
		{"the same again makes them alike", "1 fridge sanctioned; 2 fridge part; 2 fridge exempt; join; 1 fridge sanctioned", "sanctioned sanctioned not-assessed"},
		{"what was removed is not judged", "2 fridge remove; 1 fridge sanctioned; undo; undo", "not-assessed not-assessed not-assessed"},
		{"nor its photo", "2 fridge remove; 1 fridge sanctioned", "sanctioned not-assessed not-assessed"},
	} {
		for edit, s := range stores {
			t.Run(c.name, func(t *testing.T) {
				l := newLotted(t, s, 3*i, edit)
				for line := range strings.SplitSeq(c.do, "; ") {
					l.do(line)
				}
				if rows, observed := l.statuses(); rows != c.want || observed != c.want {
					t.Errorf("after %q, by an edit: %t, the photos are\n%s, by their observations\n%s, want\n%s", c.do, edit, rows, observed, c.want)
				}
			})
		}
	}
	for _, s := range stores {
		verifyClean(t, s)
	}
}

// Every observation of a lot gets a determination of its own, with the same basis
// in law, in one step.
func TestLotIsJudgedInOneStep(t *testing.T) {
	l := newLotted(t, newStore(t), 0, false)
	law := catalog.Legal{Measure: "UN2397-7", Pack: "un-dprk-2397 1", Direction: catalog.Into, Exemptions: "none", AsOf: "2023-07"}
	judge := func(status catalog.Status, names ...string) catalog.Step {
		t.Helper()
		var list []Judgement
		for _, name := range names {
			list = append(list, Judgement{Observations: []int64{l.observed[name]}, Status: status, Legal: law, Reason: "motor"})
			status = catalog.Exempt
		}
		step, err := l.Determine(t.Context(), list, "AB")
		if err != nil {
			t.Fatal(err)
		}
		return step
	}
	before := state(t, l.Store)
	if step := judge(catalog.Sanctioned, "2 fridge"); step.ID == 0 {
		t.Fatal("nothing was judged")
	}
	for _, name := range []string{"1 fridge", "2 fridge", "3 fridge"} {
		line := l.line(l.observed[name])
		if len(line) != 1 || line[0].Status != catalog.Sanctioned || line[0].Legal != law || line[0].Reason != "motor" || line[0].By != "AB" {
			t.Errorf("%s: %+v", name, line)
		}
	}
	if step := judge(catalog.Sanctioned, "1 fridge"); step.ID != 0 {
		t.Error("what all are judged to be already made a step")
	}
	if _, err := l.Undo(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, state(t, l.Store)); diff != "" {
		t.Errorf("one undo leaves:\n%s", diff)
	}
	verifyClean(t, l.Store)
	// Who is named in a judgement of its own keeps that; the third follows the first.
	judge(catalog.Sanctioned, "1 fridge", "2 fridge")
	for name, want := range map[string]catalog.Status{"1 fridge": catalog.Sanctioned, "2 fridge": catalog.Exempt, "3 fridge": catalog.Sanctioned} {
		if line := l.line(l.observed[name]); len(line) != 1 || line[0].Status != want {
			t.Errorf("%s: %+v, want %s", name, line, want)
		}
	}
}

// The first real item that replaces unspecified goods takes them out of a lot,
// and joining two lots makes them one.
func TestLotsAreOfOneKind(t *testing.T) {
	s := newStore(t)
	photos := addFiles(t, s, catalog.Intake{}, 0, 4)
	if _, err := s.Determine(t.Context(), []Judgement{{Photos: photos, Status: catalog.Suspected}}, "AB"); err != nil {
		t.Fatal(err)
	}
	var ids []int64
	for _, id := range photos {
		p, err := s.Photo(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, p.Observations[0].ID)
	}
	for _, pair := range [][]int64{ids[:2], ids[2:], {ids[3], ids[0]}} {
		if _, err := s.Join(t.Context(), pair, "AB"); err != nil {
			t.Fatal(err)
		}
	}
	whole := func(want int) []catalog.Observation {
		t.Helper()
		o, err := s.Observation(t.Context(), ids[3])
		if err != nil {
			t.Fatal(err)
		}
		lot, err := s.Lot(t.Context(), o.Lot)
		if err != nil || len(lot) != want {
			t.Fatalf("the lot is %+v, want %d, %v", lot, want, err)
		}
		return lot
	}
	for i, o := range whole(4) {
		if o.ID != ids[i] || o.Photo != photos[i] || o.Status() != catalog.Suspected {
			t.Errorf("%+v", o)
		}
	}
	tile := itemOf(t, s, "tile")
	if _, err := s.Apply(t.Context(), catalog.Edit{Photos: photos[:1], AddItems: []catalog.ItemID{tile}}); err != nil {
		t.Fatal(err)
	}
	whole(3)
	if _, _, err := s.Observe(t.Context(), []catalog.Observation{{Photo: photos[1], Item: tile, Visible: true}}, "AB"); err != nil {
		t.Fatal(err)
	}
	whole(2)
	if lot, err := s.Lot(t.Context(), 77); err != nil || len(lot) != 0 {
		t.Errorf("a lot that is not there: %v, %v", lot, err)
	}
	verifyClean(t, s)
}
