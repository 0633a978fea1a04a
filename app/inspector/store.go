package inspector

import (
	"context"

	"waybill/catalog"
	"waybill/catalog/workspace"
)

// Store is what the inspector reads from and writes to.
type Store interface {
	Photos(ctx context.Context, ids []catalog.PhotoID) ([]catalog.Photo, error)
	Thumbnail(ctx context.Context, p catalog.Photo) ([]byte, error)
	EmbeddedThumbnail(ctx context.Context, p catalog.Photo) ([]byte, error)
	Assess(ctx context.Context, id catalog.PhotoID) (workspace.Assessment, error)
	Near(ctx context.Context, id catalog.PhotoID) ([]workspace.Similar, error)
	Arrivals(ctx context.Context, id catalog.PhotoID) ([]catalog.Arrival, error)
	Batch(ctx context.Context, id catalog.BatchID) (catalog.Batch, error)
	Determinations(ctx context.Context, observation int64) ([]catalog.Determination, error)
	History(ctx context.Context, photo catalog.PhotoID, before catalog.StepID, limit int) ([]catalog.Step, error)
	Items(ctx context.Context) ([]catalog.Item, error)
	Routes(ctx context.Context) ([]catalog.Route, error)
	Sources(ctx context.Context) ([]catalog.Source, error)
	UnderstandPlace(ctx context.Context, about catalog.Property, text string) (catalog.Statement, error)
	UnderstandEntry(about catalog.Property, entry, called string) (catalog.Statement, error) // quick
	Locate(p catalog.Place) catalog.Where                                                    // quick
	PlaceNames(text string, limit int) []catalog.Near                                        // quick
	Apply(ctx context.Context, e catalog.Edit) (catalog.Step, error)
	Assessor
	Batch
	Given
	Templates
	Guide
	Lots
}
