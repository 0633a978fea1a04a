package gallery

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"waybill/catalog"
)

// generated is a source of photos that are made up when they are asked for.
type generated struct{ thumb []byte }

func (g generated) Photos(_ context.Context, ids []catalog.PhotoID) ([]catalog.Photo, error) {
	photos := make([]catalog.Photo, len(ids))
	for i, id := range ids {
		photos[i] = catalog.Photo{
			ID: id, SHA256: fmt.Sprint(id), Name: fmt.Sprintf("IMG_%d.jpg", id), Status: catalog.Statuses()[id%6],
			Chosen:       catalog.Chosen{Date: catalog.DateAt(time.Date(2023, 7, 1, 0, 0, int(id), 0, time.UTC), catalog.OriginExif)},
			Observations: []catalog.Observation{{Item: 1, ItemName: "refrigerator", Visible: true}},
		}
	}
	return photos, nil
}

func (g generated) RoutesAmong(_ context.Context, ids []catalog.PhotoID) ([]catalog.Facet, error) {
	return []catalog.Facet{{Field: catalog.FieldRoute, Label: "Quanhe", Count: len(ids)}}, nil
}

func (g generated) Thumbnail(context.Context, catalog.Photo) ([]byte, error) { return g.thumb, nil }

// BenchmarkScrollFrame is the UI thread's work for one notch of the wheel in a
// gallery of 1,000,000 photos, with the rows and pictures that arrive; painting
// is not in it.
func BenchmarkScrollFrame(b *testing.B) {
	var thumb bytes.Buffer
	if err := jpeg.Encode(&thumb, image.NewGray(image.Rect(0, 0, 320, 240)), nil); err != nil {
		b.Fatal(err)
	}
	f := newFixture(b, generated{thumb.Bytes()})
	f.window.Resize(fyne.NewSize(1400, 900))
	f.Reset(count(1, 1_000_000))
	f.settle()
	notch := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)}
	b.ResetTimer()
	for b.Loop() {
		f.grid.Scrolled(notch)
		f.ui.Drain()
	}
}

// BenchmarkReset is the UI thread's work for another list of 1,000,000 photos
// with 1,000 of them selected.
func BenchmarkReset(b *testing.B) {
	f := newFixture(b, generated{})
	ids := count(1, 1_000_000)
	f.Reset(ids)
	f.Select(count(500_000, 500_999))
	for b.Loop() {
		f.Reset(ids)
		f.ui.Drain()
	}
}
