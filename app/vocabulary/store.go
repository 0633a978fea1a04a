package vocabulary

import (
	"context"

	"waybill/catalog"
	tables "waybill/catalog/vocabulary"
)

// Store is where the words are read from and written to. Everything that it
// writes is one step of the history.
type Store interface {
	Items(ctx context.Context) ([]catalog.Item, error)
	SaveItem(ctx context.Context, i catalog.Item, by string) (catalog.ItemID, catalog.Step, error)
	MergeItems(ctx context.Context, from, into catalog.ItemID, by string) (catalog.Step, error)
	RemoveItem(ctx context.Context, id catalog.ItemID, by string) (catalog.Step, error)

	Routes(ctx context.Context) ([]catalog.Route, error)
	SaveRoute(ctx context.Context, r catalog.Route, by string) (catalog.RouteID, catalog.Step, error)
	MergeRoutes(ctx context.Context, from, into catalog.RouteID, by string) (catalog.Step, error)
	RemoveRoute(ctx context.Context, id catalog.RouteID, by string) (catalog.Step, error)

	Units(ctx context.Context) ([]catalog.Unit, error)
	SaveUnit(ctx context.Context, u catalog.Unit, by string) (catalog.UnitID, catalog.Step, error)
	MergeUnits(ctx context.Context, from, into catalog.UnitID, by string) (catalog.Step, error)
	RemoveUnit(ctx context.Context, id catalog.UnitID, by string) (catalog.Step, error)

	Places(ctx context.Context) ([]catalog.PlaceEntry, error)
	SavePlace(ctx context.Context, p catalog.PlaceEntry, by string) (string, catalog.Step, error)
	MergePlaces(ctx context.Context, fromKey, intoKey, by string) (catalog.Step, error)
	RemovePlace(ctx context.Context, key, by string) (catalog.Step, error)

	ExportVocabulary(ctx context.Context, dir string) ([]string, error)
}

// Taken says what became of tables that were imported.
type Taken struct{ Added, Changed, Same int }

// Import takes the tables of a folder, as one step. When anything is wrong with
// one of them nothing is taken and what is wrong is listed.
type Import func(ctx context.Context, dir string) (Taken, []tables.Rejected, catalog.Step, error)
