package main

import (
	"runtime"
	"strings"
	"testing"

	"waybill/app/apptest"
)

func TestRunWithoutWindow(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the environment names no display here")
	}
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	words := apptest.Words(t)
	for _, c := range []struct {
		args   []string
		status int
		says   string
	}{
		{[]string{"--help"}, statusUsage, "usage: waybill"},
		{[]string{"a.waybill", "b.waybill"}, statusUsage, "usage: waybill"},
		{nil, statusError, "no display"},
		{[]string{"a.waybill"}, statusError, "waybillctl"},
	} {
		status, text := run(words, c.args)
		if status != c.status || !strings.Contains(text, c.says) {
			t.Errorf("%v ends with %d and %q", c.args, status, text)
		}
	}
}
