package work

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waybill/app/apptest"
	"waybill/app/task"
	look "waybill/app/theme"
	"waybill/catalog"
)

func TestShowTellsOfTheFirstWork(t *testing.T) {
	apptest.App(t, look.ModeLight)
	s := NewShow(apptest.Words(t))
	test.NewTempWindow(t, s.Strip).Resize(fyne.NewSize(700, 40))
	var stops [2]int
	works := [2]*task.Work{
		{Advance: catalog.Advance{Doing: catalog.DoingUpgrade}, Cancel: func() { stops[0]++ }},
		{Advance: catalog.Advance{Doing: catalog.DoingChange, Done: 1, Total: 10}, Cancel: func() { stops[1]++ }},
	}
	if s.Visible() || s.Busy() {
		t.Error("it shows something before anything runs")
	}
	s.Watch(works[0])
	s.Watch(works[1])
	if s.Text.Text != "Bringing the catalogue up to date" || s.State.Text != "Starting…" || !s.Visible() {
		t.Errorf("it says %q, %q", s.Text.Text, s.State.Text)
	}
	works[0].Done, works[0].Total, works[0].Elapsed = 2500, 10_000, 5*time.Second
	s.Watch(works[0])
	if s.State.Text != "2,500 of 10,000, 15 s left" || s.Bar.Value != 0.25 {
		t.Errorf("it says %q at %v", s.State.Text, s.Bar.Value)
	}
	test.Tap(s.Stop)
	test.Tap(s.Stop)
	works[0].Done = 2600
	s.Watch(works[0])
	if stops != [2]int{1, 0} || s.State.Text != "Stopping…" {
		t.Errorf("stopped are %v, it says %q", stops, s.State.Text)
	}
	works[0].Over = true
	s.Watch(works[0])
	s.Watch(works[1])
	if s.Text.Text != "Changing photos" || !strings.HasPrefix(s.State.Text, "1 of 10") {
		t.Errorf("of the second it says %q, %q", s.Text.Text, s.State.Text)
	}
	s.StopAll()
	works[1].Over = true
	s.Watch(works[1])
	if s.Visible() || s.Busy() || stops != [2]int{1, 1} {
		t.Errorf("it shows %q, stopped are %v", s.Text.Text, stops)
	}
}
