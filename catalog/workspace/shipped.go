package workspace

import (
	"context"

	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/vocabulary"
)

// Shipment is the vocabulary that ships with the program beside that of a
// catalogue.
type Shipment struct {
	Has   string          // the version that the catalogue has, "" when nobody knows
	Ships string          // that of the program, a date
	New   catalog.Shipped // what taking it would add
}

// Newer tells whether the program's vocabulary is newer than the catalogue's.
func (s *Shipment) Newer() bool { return s.Ships > s.Has }

// ShippedVocabulary compares the vocabulary of the catalogue with the one that
// ships with the program.
func (c *Catalogue) ShippedVocabulary(ctx context.Context) (Shipment, error) {
	shipped, err := shippedWords()
	if err != nil {
		return Shipment{}, err
	}
	return c.shipment(ctx, shipped)
}

func (c *Catalogue) shipment(ctx context.Context, shipped catalog.Shipped) (Shipment, error) {
	s := Shipment{Ships: shipped.Version}
	var err error
	if s.Has, err = c.VocabularyVersion(ctx); err != nil || !s.Newer() {
		return s, err
	}
	s.New, err = c.Lacking(ctx, shipped)
	return s, err
}

// TakeShippedVocabulary adds what a newer vocabulary of the program has, as one
// step. It changes nothing that the newsroom changed, and brings nothing back
// that it removed or merged. Without a newer one there is no step.
func (c *Catalogue) TakeShippedVocabulary(ctx context.Context, by string) (catalog.Step, error) {
	shipped, err := shippedWords()
	if err != nil {
		return catalog.Step{}, err
	}
	return c.takeShipment(ctx, shipped, by)
}

func (c *Catalogue) takeShipment(ctx context.Context, shipped catalog.Shipped, by string) (catalog.Step, error) {
	s, err := c.shipment(ctx, shipped)
	if err != nil || !s.Newer() {
		return catalog.Step{}, err
	}
	return c.TakeShipped(ctx, shipped, by)
}

func shippedWords() (catalog.Shipped, error) { return vocabulary.Seed(assets.Vocabulary) }

// completeVocabulary gives a catalogue of before there were units what it lacks.
func (c *Catalogue) completeVocabulary(ctx context.Context) error {
	_, err := c.CompleteVocabulary(ctx, shippedWords)
	return err
}
