package inspector

import (
	"context"
	"slices"

	"waybill/catalog"
)

// Templates is what giving a template asks of the store.
type Templates interface {
	ApplyTemplate(ctx context.Context, name string, photos []catalog.PhotoID, by string) (catalog.Step, error)
	TemplateEdit(ctx context.Context, name string) (catalog.Edit, error)
}

// GiveTemplate gives the selected photos the values of the template of a name, in
// one step, and says how many they were. The fields that it names are locked.
func (v *View) GiveTemplate(name string, locks []string) {
	ids := slices.Clone(v.ids)
	var values catalog.Edit
	v.queue(job{write: func(ctx context.Context, store Store) (catalog.Step, error) {
		step, err := store.ApplyTemplate(ctx, name, ids, "")
		if err == nil {
			v.tasks.Post(func() { v.say(v.words.N("templates.given", step.Touched, "name", name)) })
		}
		if err == nil && len(locks) > 0 {
			values, err = store.TemplateEdit(ctx, name)
		}
		return step, err
	}, done: func(err error) bool {
		if err == nil && len(locks) > 0 {
			v.locks.engage(values, locks)
		}
		return false
	}})
}
