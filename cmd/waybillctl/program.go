package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"waybill/app/present"
	"waybill/catalog"
	"waybill/catalog/export"
	"waybill/catalog/workspace"
)

// Exit status.
const (
	exitFine       = 0
	exitError      = 1
	exitUsage      = 2
	exitIncomplete = 3 // done, but some files failed or verify found damage
)

// program is one run of waybillctl.
type program struct {
	words    *present.Words
	out      *bufio.Writer
	err      io.Writer
	terminal bool // a person looks at what is written
	width    int  // of the terminal, in columns
}

// run carries out a command line and gives the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	language, args := takeLanguage(args)
	words, err := loadWords(language)
	if words == nil {
		fmt.Fprintln(stderr, err)
		return exitError
	}
	p := &program{words: words, out: bufio.NewWriter(stdout), err: stderr}
	p.terminal, p.width = terminal(stdout, stderr)
	root := p.root()
	root.SetArgs(dashWords(args))
	root.SetOut(p.out)
	root.SetErr(stderr)
	if err == nil {
		err = root.ExecuteContext(ctx)
	}
	if errFlush := p.out.Flush(); err == nil {
		err = errFlush
	}
	if err == nil {
		return exitFine
	}
	fmt.Fprintln(stderr, words.T("cli.error", "text", p.message(err)))
	return status(err)
}

// terminal tells whether both outputs go to a person, and how wide that is.
func terminal(stdout, stderr io.Writer) (bool, int) {
	width := 0
	for _, w := range []io.Writer{stdout, stderr} {
		f, ok := w.(*os.File)
		if !ok || !term.IsTerminal(int(f.Fd())) {
			return false, 0
		}
		width, _, _ = term.GetSize(int(f.Fd())) // 0 when it cannot be told
	}
	return true, width
}

// usageError is a command line that cannot be carried out, in words.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

// usage makes an error of wrong usage out of one that says what is wrong.
func (p *program) usage(err error) error {
	if err == nil {
		return nil
	}
	return &usageError{p.words.Error(err)}
}

func status(err error) int {
	if _, ok := errors.AsType[*usageError](err); ok {
		return exitUsage
	}
	switch catalog.CodeOf(err) {
	case catalog.ErrQuery:
		return exitUsage
	case catalog.ErrIncomplete, catalog.ErrDamage:
		return exitIncomplete
	}
	return exitError
}

// message puts an error into words. Where the command line knows more about
// what to do next than present does, it says so.
func (p *program) message(err error) string {
	if e, ok := errors.AsType[*usageError](err); ok {
		return e.text
	}
	e, ok := errors.AsType[*catalog.Error](err)
	if !ok {
		return p.words.Error(err)
	}
	switch {
	case e.Code == catalog.ErrExists && e.Op == export.OpReplace:
		return p.words.T("cli.export.not_ours", "folder", e.Subject)
	case e.Code == catalog.ErrExists && e.Op == "export":
		return p.words.T("cli.export.exists", "folder", e.Subject)
	case e.Code == catalog.FoundMissing, e.Code == catalog.FoundAltered, e.Code == catalog.FoundUnreadable:
		return p.words.Finding(catalog.Finding{Code: e.Code, Subject: e.Subject})
	case e.Code == catalog.ErrManyItems:
		return p.words.T("cli.tag.many_items", "text", p.words.Error(err))
	case e.Code == catalog.ErrUnknownItem:
		return p.words.T("cli.tag.unknown_item", "text", p.words.Error(err))
	case e.Code == catalog.ErrCancelled && e.Op == "import":
		return p.words.T("cli.import.stopped")
	}
	return p.words.Error(err)
}

// with opens a catalogue for a command that may run beside a window.
func (p *program) with(ctx context.Context, dir string, work func(*workspace.Catalogue) error) error {
	c, err := workspace.Open(ctx, dir)
	if err != nil {
		return err
	}
	err = p.words.LearnFrom(ctx, c.Names)
	if err == nil {
		err = work(c)
	}
	return errors.Join(err, c.Close())
}

// say writes a line of text.
func (p *program) say(text string) error {
	_, err := p.out.WriteString(text + "\n")
	return err
}

// line writes a value as one line of JSON.
func (p *program) line(v any) error {
	enc := json.NewEncoder(p.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// known gives nil, which JSON writes as null, for "": nobody said.
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
