package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"waybill/assets"
	"waybill/catalog/workspace"
)

// TestVocabUpdate takes what a newer program ships into an older catalogue.
func TestVocabUpdate(t *testing.T) {
	cat := filepath.Join(t.TempDir(), "old.waybill")
	err := workspace.Create(t.Context(), cat, func(name string) ([]byte, error) {
		text, err := assets.Vocabulary(name)
		if name == "version" {
			return []byte("2020-02-02"), nil
		}
		at := bytes.Index(text, []byte("\nrefrigerator\t"))
		if name == "goods.tsv" && at >= 0 {
			end := at + 1 + bytes.IndexByte(text[at+1:], '\n')
			text = append(bytes.Clone(text[:at]), text[end:]...)
		}
		return text, err
	}, "AB")
	if err != nil {
		t.Fatal(err)
	}
	said := func(want int, args ...string) string {
		out, _ := call(t, want, args...)
		return out
	}
	status := said(exitFine, "vocab", "status", cat)
	if !strings.Contains(status, "It adds 1 entry:\n") || !strings.HasSuffix(status, "\n+ household refrigerator\n") {
		t.Errorf("status says %q", status)
	}
	line := said(exitFine, "vocab", "status", cat, "--json")
	if !strings.HasPrefix(line, `{"has":"2020-02-02","ships":"2`) || !strings.HasSuffix(line, `"newer":true,"items":["refrigerator"],"routes":[],"units":[]}`+"\n") {
		t.Errorf("status is %s", line)
	}
	if out := said(exitFine, "vocab", "update", cat, "--by", "CD"); !strings.HasPrefix(out, "Added 1 entry of the vocabulary of 2") {
		t.Errorf("update says %q", out)
	}
	if out := said(exitFine, "vocab", "status", cat); !strings.HasPrefix(out, "The catalogue has the shipped vocabulary of 2") {
		t.Errorf("status says %q", out)
	}
	if out := said(exitFine, "history", cat); !strings.Contains(out, "Took 1 entry of the shipped vocabulary of 2") {
		t.Errorf("history says %q", out)
	}
	said(exitFine, "undo", cat)
	if out := said(exitFine, "vocab", "update", cat, "--json"); !strings.Contains(out, `"added":1,"step":4}`) {
		t.Errorf("update after undo is %s", out)
	}
	said(exitFine, "verify", cat)
}
