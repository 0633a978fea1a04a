package app

import (
	"context"
	"slices"

	"waybill/app/inspector"
	"waybill/app/loupe"
	"waybill/app/task"
	"waybill/catalog"
)

// mark draws a region in the middle of what is seen of the photo.
func (s *session) mark() {
	if s.looking() && !s.catalogue.ReadOnly() {
		s.loupe.Focus()
		s.loupe.Mark()
	}
}

// regionIn is a rectangle of the loupe as the catalogue keeps it.
func regionIn(r loupe.Rect) *catalog.Region { return &catalog.Region{X: r.X, Y: r.Y, W: r.W, H: r.H} }

// marked keeps where goods are in the picture.
func (s *session) marked(id int64, r loupe.Rect) {
	s.reobserve(id, func(o *catalog.Observation) { o.Region = regionIn(r) }, s.marking)
}

// marking is told how the writing of a region ended: what could not be written
// is not shown either.
func (s *session) marking(err error) {
	s.fail(err)
	if err != nil {
		s.readRegions()
	}
}

// unmark takes the mark of goods away, or goods without one out of the photo.
func (s *session) unmark(id int64) {
	photo, ok := s.loupe.Shown()
	if !ok || s.catalogue.ReadOnly() {
		return
	}
	task.Run(s.tasks, func(ctx context.Context) (struct{}, error) {
		observations, at, err := s.observation(ctx, photo, id)
		if err != nil {
			return struct{}{}, err
		}
		o := observations[at]
		if o.Region != nil {
			o.Region = nil
			_, _, err = s.catalogue.Observe(ctx, []catalog.Observation{o}, "")
			return struct{}{}, err
		}
		_, err = s.catalogue.Apply(ctx, catalog.Edit{Photos: []catalog.PhotoID{photo}, RemoveObservations: []int64{o.ID}})
		return struct{}{}, err
	}, func(_ struct{}, err error) {
		s.marking(err)
		s.changes.stepped()
	})
}

// reobserve changes an observation of the photo in the loupe, as it is in the
// catalogue now, in one step.
func (s *session) reobserve(id int64, change func(*catalog.Observation), done func(error)) {
	photo, ok := s.loupe.Shown()
	if !ok || s.catalogue.ReadOnly() {
		return
	}
	task.Run(s.tasks, func(ctx context.Context) (struct{}, error) {
		observations, at, err := s.observation(ctx, photo, id)
		if err == nil {
			o := observations[at]
			change(&o)
			_, _, err = s.catalogue.Observe(ctx, []catalog.Observation{o}, "")
		}
		return struct{}{}, err
	}, func(_ struct{}, err error) {
		done(err)
		s.changes.stepped()
	})
}

// observation reads what is observed in a photo, and where in that list one is.
func (s *session) observation(ctx context.Context, photo catalog.PhotoID, id int64) ([]catalog.Observation, int, error) {
	p, err := s.catalogue.Photo(ctx, photo)
	if err != nil {
		return nil, 0, err
	}
	at := slices.IndexFunc(p.Observations, func(o catalog.Observation) bool { return o.ID == id })
	if at < 0 {
		return nil, 0, &catalog.Error{Code: catalog.ErrNotFound, Op: "mark goods", Subject: catalog.ObservationID(id)}
	}
	return p.Observations, at, nil
}

// rename asks what goods in the loupe are, where they are marked.
func (s *session) rename(id int64) {
	photo, ok := s.loupe.Shown()
	if !ok || s.catalogue.ReadOnly() {
		return
	}
	task.Run(s.tasks, func(ctx context.Context) (catalog.Observation, error) {
		observations, at, err := s.observation(ctx, photo, id)
		if err != nil {
			return catalog.Observation{}, err
		}
		return observations[at], nil
	}, func(o catalog.Observation, err error) {
		s.fail(err)
		if at, ok := s.loupe.Shown(); err == nil && ok && at == photo {
			s.naming.openFor(o)
		}
	})
}

// named gives new goods at a region their name, or those of an observation
// another one.
func (s *session) named(n naming, choice any, done func(error)) {
	photo, ok := s.loupe.Shown()
	if !ok {
		return
	}
	task.Run(s.tasks, func(ctx context.Context) (struct{}, error) {
		o, err := s.goodsCalled(ctx, photo, n.of, choice)
		if err != nil {
			return struct{}{}, err
		}
		if n.of == 0 {
			o.Region = regionIn(n.area)
		}
		_, _, err = s.catalogue.Observe(ctx, []catalog.Observation{o}, "")
		return struct{}{}, err
	}, func(_ struct{}, err error) {
		done(err)
		s.changes.stepped()
	})
}

// goodsCalled gives an observation of a photo under the name that was chosen: the
// one that it is about, else one to be added.
func (s *session) goodsCalled(ctx context.Context, photo catalog.PhotoID, of int64, choice any) (catalog.Observation, error) {
	o := catalog.Observation{Photo: photo, Visible: true}
	if of != 0 {
		list, at, err := s.observation(ctx, photo, of)
		if err != nil {
			return o, err
		}
		o = list[at]
	}
	switch value := choice.(type) {
	case catalog.ItemID:
		o.Item = value
	case inspector.NewItem:
		o.Item, o.ItemName = 0, string(value)
	}
	return o, nil
}
