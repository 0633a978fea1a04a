package workspace

import (
	"context"
	"fmt"
	"slices"

	"waybill/catalog"
)

// Given reads what a photo has as an edit that gives it to others: its visible
// goods, or else those that are only reported, with what all of them have in
// common; route, source and credit, of its batch too; its texts; and what an
// editor stated about it.
func (c *Catalogue) Given(ctx context.Context, id catalog.PhotoID) (catalog.Edit, error) {
	p, err := c.Photo(ctx, id)
	if err != nil {
		return catalog.Edit{}, err
	}
	claims, err := c.Claims(ctx, id)
	if err != nil {
		return catalog.Edit{}, err
	}
	var e catalog.Edit
	giveGoods(&e, p.Observations)
	if route := p.Route.Value; route != 0 {
		e.Route = &route
	}
	e.Source, e.Caption, e.Note, e.Credit = unlessEmpty(p.SourceName), unlessEmpty(p.Caption), unlessEmpty(p.Note), unlessEmpty(p.Credit.Value)
	stated := []catalog.Property{catalog.PropTaken, catalog.PropPlace, catalog.PropPlaceShown, catalog.PropKind}
	for _, claim := range claims {
		if claim.Origin == catalog.OriginEditor && claim.Value != "" && slices.Contains(stated, claim.Property) {
			e.Statements = append(e.Statements, catalog.Statement{Property: claim.Property, Raw: claim.Raw, Value: claim.Value})
		}
	}
	return e, nil
}

// giveGoods puts goods into an edit, with what all of them have in common.
func giveGoods(e *catalog.Edit, all []catalog.Observation) {
	e.Reported = !slices.ContainsFunc(all, func(o catalog.Observation) bool { return o.Visible })
	var goods []catalog.Observation
	for _, o := range all {
		if o.Visible == !e.Reported && o.ItemKey != catalog.UnspecifiedKey {
			goods = append(goods, o)
			if !slices.Contains(e.AddItems, o.Item) {
				e.AddItems = append(e.AddItems, o.Item)
			}
		}
	}
	e.Direction = common(goods, func(o *catalog.Observation) catalog.Direction { return o.Direction })
	e.Stage = common(goods, func(o *catalog.Observation) catalog.Stage { return o.Stage })
	e.MadeIn = common(goods, func(o *catalog.Observation) string { return o.MadeIn })
	e.Packaging = common(goods, func(o *catalog.Observation) catalog.Packaging { return o.Packaging })
	if e.Status = common(goods, (*catalog.Observation).Status); e.Status != nil {
		if *e.Status == catalog.NotAssessed {
			e.Status = nil
		}
		e.StatusItems = e.AddItems
	}
}

// common gives the value that all goods have, nil for none or several.
func common[T comparable](goods []catalog.Observation, of func(*catalog.Observation) T) *T {
	var none, value T
	for i := range goods {
		if v := of(&goods[i]); i == 0 {
			value = v
		} else if v != value {
			return nil
		}
	}
	if value == none {
		return nil
	}
	return &value
}

func unlessEmpty(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// Template gives what an edit sets as the values of a template. whole is false
// when it does more than a template can: what it takes away of goods and texts,
// and what it adds to texts.
func (c *Catalogue) Template(ctx context.Context, e catalog.Edit) (v catalog.TemplateValues, whole bool, err error) {
	v = catalog.TemplateValues{
		Reported: e.Reported && len(e.AddItems) > 0, Direction: e.Direction, Stage: e.Stage, MadeIn: e.MadeIn, Packaging: e.Packaging,
		Status: e.Status, Reason: e.Reason, Source: e.Source, Caption: e.Caption, Note: e.Note, Credit: e.Credit,
	}
	if len(e.AddItems) > 0 {
		items, err := c.Items(ctx)
		if err != nil {
			return v, false, err
		}
		for _, id := range e.AddItems {
			at := slices.IndexFunc(items, func(i catalog.Item) bool { return i.ID == id })
			if at < 0 {
				return v, false, &catalog.Error{Code: catalog.ErrUnknownItem, Op: "make template", Subject: fmt.Sprint(id)}
			}
			v.Items = append(v.Items, items[at].Key)
		}
	}
	if e.Route != nil {
		key := ""
		if *e.Route != 0 {
			routes, err := c.Routes(ctx)
			if err != nil {
				return v, false, err
			}
			at := slices.IndexFunc(routes, func(r catalog.Route) bool { return r.ID == *e.Route })
			if at < 0 {
				return v, false, &catalog.Error{Code: catalog.ErrNotFound, Op: "make template", Subject: fmt.Sprint(*e.Route)}
			}
			key = routes[at].Key
		}
		v.Route = &key
	}
	for _, s := range e.Statements {
		v.States = append(v.States, catalog.TemplateStatement(s))
	}
	whole = len(e.NewItems)+len(e.RemoveItems)+len(e.RemoveObservations)+len(e.AddText)+len(e.RemoveText) == 0 && !e.ClearItems
	return v, whole, nil
}
