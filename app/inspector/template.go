package inspector

import (
	"context"
	"slices"

	"waybill/catalog"
)

// Templates is what giving a template asks of the store.
type Templates interface {
	ApplyTemplate(ctx context.Context, name string, photos []catalog.PhotoID, by string) (catalog.Step, error)
}

// GiveTemplate gives the selected photos the values of the template of a name, in
// one step, and says how many they were.
func (v *View) GiveTemplate(name string) {
	ids := slices.Clone(v.ids)
	v.queue(job{write: func(ctx context.Context, store Store) (catalog.Step, error) {
		step, err := store.ApplyTemplate(ctx, name, ids, "")
		if err == nil {
			v.tasks.Post(func() { v.say(v.words.N("templates.given", step.Touched, "name", name)) })
		}
		return step, err
	}})
}
