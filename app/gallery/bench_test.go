package gallery

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"runtime"
	"runtime/debug"
	"slices"
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
	f := newFixture(b, generated{jpegOf(b)})
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

// BenchmarkEndToEnd goes through 1,000,000 photos from end to end, page by page so
// that every row is seen, without groups and in 100,000 of them, and fails when a
// cell shows another photo. It tells the UI thread's work for a frame, painting
// excluded, in the middle, at the 99th percentile and at worst, and the memory
// that the process has from the system.
func BenchmarkEndToEnd(b *testing.B) {
	for _, by := range []catalog.Grouping{catalog.GroupNone, catalog.GroupDay} {
		b.Run("by "+string(by), func(b *testing.B) {
			defer debug.SetMemoryLimit(debug.SetMemoryLimit(400 << 20)) // as in the program
			f := newFixture(b, generated{jpegOf(b)})
			f.window.Resize(fyne.NewSize(1400, 900))
			for b.Loop() {
				frames := f.endToEnd(millionInGroups(by))
				slices.Sort(frames)
				for name, part := range map[string]float64{"p50-ms": .5, "p99-ms": .99, "max-ms": 1} {
					b.ReportMetric(float64(frames[int(part*float64(len(frames)-1))].Microseconds())/1000, name)
				}
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				b.ReportMetric(float64(m.Sys-m.HeapReleased)/(1<<20), "MB")
			}
		})
	}
}

// endToEnd gives how long each frame took in which there was something to do; the
// first opens the list. At every fiftieth page the rows and pictures are waited for.
func (f *fixture) endToEnd(l catalog.Listing) (frames []time.Duration) {
	frame := func(work func()) {
		begun := time.Now()
		if work != nil {
			work()
		}
		if f.ui.Drain() > 0 || work != nil {
			frames = append(frames, time.Since(begun))
		}
		f.checkAll()
	}
	frame(func() { f.View.Reset(l) })
	for page, top, to := 0, 0, 0; to < len(l.IDs); page++ {
		frame(func() { f.grid.SetTop(top) })
		for page%50 == 0 && !f.settled() {
			time.Sleep(time.Millisecond)
			frame(nil)
		}
		_, to = f.grid.VisibleRange()
		top = max(top+1, to-f.grid.Columns())
	}
	return frames
}

func jpegOf(b *testing.B) []byte {
	var thumb bytes.Buffer
	if err := jpeg.Encode(&thumb, image.NewGray(image.Rect(0, 0, 320, 240)), nil); err != nil {
		b.Fatal(err)
	}
	return thumb.Bytes()
}

// BenchmarkResetGroups is likewise for 100,000 groups.
func BenchmarkResetGroups(b *testing.B) {
	f := newFixture(b, generated{})
	l := millionInGroups(catalog.GroupDay)
	f.window.Resize(fyne.NewSize(1400, 900))
	for b.Loop() {
		f.View.Reset(l)
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
