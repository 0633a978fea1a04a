package inspector

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"waybill/catalog"
)

// Several fields are one step, by Ctrl+Enter from where one types; what names no
// value, or none that can be, is said and not written.
func TestBatchManyFieldsAreOneStep(t *testing.T) {
	f := batched(t, 3)
	said := ""
	f.OnSay = func(text string) { said = text }
	f.say(catalog.FieldItem, "refrigerator")
	f.say(catalog.FieldItem, "창고에서 새로 본 아주 긴 이름의 품목")
	f.say(catalog.FieldStage, "warehouse")
	f.batchField(catalog.FieldCaption).choose(set)
	if got := f.foreseenText(); got != "Caption: say what it becomes, or choose “leave”." || !f.batch.apply.Disabled() {
		t.Errorf("without a caption it says %q", got)
	}
	f.written()
	if len(f.store.edits) != 0 || f.window.Canvas().Focused() != f.batchField(catalog.FieldCaption).input.focus() {
		t.Error("what lacks a value was written, or is not shown")
	}
	f.say(catalog.FieldCaption, "창고")
	f.say(catalog.FieldMadeIn, "Atlantis")
	if got := f.foreseenText(); !strings.Contains(got, "ATLANTIS") || !f.batch.apply.Disabled() {
		t.Errorf("of no country it says %q", got)
	}
	f.batchField(catalog.FieldMadeIn).reset()
	if got := f.foreseenText(); got != "All 3 photos change." || f.batch.apply.Text != "Change 3 photos" {
		t.Errorf("it says %q on %q", got, f.batch.apply.Text)
	}
	prose := f.batchField(catalog.FieldCaption).input.(*batchProse)
	prose.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	f.ui.Until(t, "the writing", func() bool { return !f.batch.writing && !f.Busy() && len(f.steps) == 1 })
	f.ui.Until(t, "the word", func() bool { return said == "3 photos changed." })
	for _, id := range count(1, 3) {
		if p := f.photo(id); p.Caption != "창고" || len(p.Observations) != map[catalog.PhotoID]int{1: 3, 2: 3, 3: 2}[id] || p.Observations[len(p.Observations)-1].Stage != catalog.StageWarehouse {
			t.Errorf("%v: %q, %d goods", id, p.Caption, len(p.Observations))
		}
	}
	if p := f.photo(1); p.Observations[0].Stage != catalog.StageCustoms {
		t.Errorf("goods that were not named are at %q", p.Observations[0].Stage)
	}
}

// previews is a store whose answers wait until they are let go.
type previews struct {
	*watched
	asked chan catalog.Edit
	let   chan int
}

func (p *previews) Preview(ctx context.Context, e catalog.Edit) (int, error) {
	p.asked <- e
	return <-p.let, nil // even when nobody waits any more
}

func TestBatchOlderPreviewNeverOverwrites(t *testing.T) {
	f := batched(t, 3)
	slow := &previews{watched: f.store, asked: make(chan catalog.Edit, 9), let: make(chan int, 9)}
	f.View.store = slow
	f.batchField(catalog.FieldStatus).choose(clean)
	<-slow.asked
	f.batchField(catalog.FieldStage).choose(clean)
	<-slow.asked
	slow.let <- 1
	slow.let <- 1
	f.batch.reset()
	f.batchField(catalog.FieldStage).choose(clean)
	<-slow.asked
	ran := false
	f.tasks.Post(func() { ran = true })
	f.ui.Until(t, "the older answers", func() bool { return ran })
	if f.batch.preview.Text != f.words.T("batch.counting") || !f.batch.apply.Disabled() {
		t.Errorf("an older answer says %q", f.batch.preview.Text)
	}
	slow.let <- 2
	if got := f.foreseenText(); got != "2 of 3 photos change; 1 are so already." {
		t.Errorf("it says %q", got)
	}
}

// What takes long shows a bar and can be stopped, and then nothing has changed.
func TestBatchCanBeStopped(t *testing.T) {
	f := batched(t, 3)
	said := ""
	f.OnSay = func(text string) { said = text }
	gate := make(chan struct{})
	f.store.set(func() { f.store.gate = gate })
	f.say(catalog.FieldNote, "x")
	f.foreseenText()
	f.batch.submit()
	f.ui.Until(t, "the bar", func() bool { return f.batch.working.Visible() && f.batch.cancel.Visible() })
	if f.window.Canvas().Focused() != fyne.Focusable(f.batch.cancel) {
		t.Error("the keyboard is not at the button that stops")
	}
	key(f.batch.cancel, fyne.KeyEscape)
	f.ui.Until(t, "the end", func() bool { return !f.batch.writing })
	if said != "Stopped. Nothing was changed." || len(f.steps) != 0 || f.photo(3).Note != "" || f.batch.working.Visible() || len(f.errors) > 0 {
		t.Errorf("it says %q: %v, %q, %v", said, f.steps, f.photo(3).Note, f.errors)
	}
	if f.batchField(catalog.FieldNote).way() != set {
		t.Error("what was chosen is gone")
	}
}
