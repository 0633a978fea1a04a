package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"waybill/app/task"
	"waybill/catalog"
	"waybill/catalog/citation"
	"waybill/catalog/workspace"
)

// maxCited is how many photos are cited at once.
const maxCited = 200

// cite copies the citation of the goods that are selected in the loupe or in the
// inspector, else of the selected photos, one on each line, as text for a
// footnote.
func (s *session) cite(to citation.Audience) {
	photos, goods := s.chosen(), s.inspector.Goods()
	if len(photos) == 0 || s.transfer.Open() {
		return
	}
	of := len(photos)
	photos = photos[:min(of, maxCited)]
	task.Ask(s.tasks, &s.citing, func(ctx context.Context, tell func([]workspace.Cited)) error {
		cited, err := s.citations(ctx, photos, goods, of == 1, to)
		if err == nil {
			tell(cited)
		}
		return err
	}, func(cited []workspace.Cited) {
		fyne.CurrentApp().Clipboard().SetContent(citedText(cited))
		s.say(s.citedWords(to, len(cited), of))
	}, s.fail)
}

// citations cites some photos, or of one alone the goods, if any are given.
func (s *session) citations(ctx context.Context, photos []catalog.PhotoID, goods int64, alone bool, to citation.Audience) ([]workspace.Cited, error) {
	if !alone || goods == 0 {
		return s.catalogue.CitePhotos(ctx, photos, to, s.words)
	}
	one, err := s.catalogue.CiteObservation(ctx, goods, to, s.words)
	return []workspace.Cited{one}, err
}

// citedText puts citations below one another, each on a line of its own.
func citedText(cited []workspace.Cited) string {
	if len(cited) == 1 {
		return cited[0].Text
	}
	lines := make([]string, len(cited))
	for i, c := range cited {
		lines[i] = strings.Join(strings.Fields(c.Text), " ")
	}
	return strings.Join(lines, "\n")
}

// citedWords says what was copied, and for whom that is.
func (s *session) citedWords(to citation.Audience, n, of int) string {
	text := s.words.N("app.cited", n)
	if to == citation.Archive {
		text = s.words.N("app.cited.archive", n)
	}
	if n < of {
		text = s.words.T("app.cited.some", "text", text, "n", n, "of", of)
	}
	return text
}
