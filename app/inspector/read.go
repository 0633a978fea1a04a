package inspector

import (
	"context"

	"waybill/app/present"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

const (
	pageSize    = 500  // photos read at once
	maxRead     = 5000 // photos that are read of a selection; the others are only counted
	maxArrivals = 50   // listed
	maxSteps    = 20   // of the history, listed
)

// content is what the form shows of some photos.
type content struct {
	ids  []catalog.PhotoID
	read int     // how many of them were read, from the first on
	sum  summary // of those
	one  *single // when it is one photo

	order workspace.Order // where the times of the photos run against their routes
}

// whole tells whether all photos were read.
func (c *content) whole() bool { return c.read == len(c.ids) }

// single is what is known about one photo beyond its row.
type single struct {
	photo    catalog.Photo
	assessed workspace.Assessment
	arrivals []arrival
	more     int // arrivals not listed
	steps    []catalog.Step
	lines    map[int64][]catalog.Determination // of each observation
	lots     map[catalog.LotID][]catalog.Observation
	advice   map[int64]workspace.Suggested // what the rule packs say of each
	near     []workspace.NearRoute         // routes that pass by, of a photo that is on none
	editor   string                        // whose catalogue this is, "" for nobody who is named
}

type arrival struct {
	catalog.Arrival
	batch string
}

// answer is how far reading has come, or its end.
type answer struct {
	content content
	done    bool
}

// read reads a selection page by page.
func read(ctx context.Context, store Store, words *present.Words, ids []catalog.PhotoID, tell func(answer)) error {
	c := content{ids: ids, sum: summary{words: words}}
	wanted := ids[:min(len(ids), maxRead)]
	for from := 0; from < len(wanted); from += pageSize {
		photos, err := store.Photos(ctx, wanted[from:min(from+pageSize, len(wanted))])
		if err != nil {
			return err
		}
		for i := range photos {
			c.sum.add(&photos[i], len(ids) == 1)
		}
		c.read = min(from+pageSize, len(wanted))
		if len(wanted) > pageSize {
			tell(answer{content: content{ids: ids, read: c.read}})
		}
		if len(ids) == 1 {
			if c.one, err = readOne(ctx, store, ids[0], photos); err != nil {
				return err
			}
		}
	}
	var err error
	if c.sum.routed() || c.one != nil { // or of its lot another may be on a route
		if c.order, err = store.RouteOrder(ctx, wanted); err != nil {
			return err
		}
		c.order.Left += len(ids) - len(wanted)
	}
	tell(answer{content: c, done: true})
	return nil
}

func readOne(ctx context.Context, store Store, id catalog.PhotoID, photos []catalog.Photo) (*single, error) {
	if len(photos) == 0 {
		return nil, &catalog.Error{Code: catalog.ErrNotFound, Op: "inspect", Subject: id.String()}
	}
	s := &single{photo: photos[0], lines: map[int64][]catalog.Determination{}}
	var err error
	if s.assessed, err = store.Assess(ctx, id); err != nil {
		return nil, err
	}
	if err := s.readArrivals(ctx, store); err != nil {
		return nil, err
	}
	for _, o := range s.photo.Observations {
		if s.lines[o.ID], err = store.Determinations(ctx, o.ID); err != nil {
			return nil, err
		}
	}
	if err := s.readAdvice(ctx, store); err != nil {
		return nil, err
	}
	if err := s.readNear(ctx, store); err != nil {
		return nil, err
	}
	if err := s.readLots(ctx, store); err != nil {
		return nil, err
	}
	s.steps, err = store.History(ctx, id, 0, maxSteps)
	return s, err
}

func (s *single) readArrivals(ctx context.Context, store Store) error {
	list, err := store.Arrivals(ctx, s.photo.ID)
	if err != nil {
		return err
	}
	s.more = max(0, len(list)-maxArrivals)
	batches := map[catalog.BatchID]string{}
	for _, a := range list[:len(list)-s.more] {
		name, known := batches[a.Batch]
		if !known {
			b, err := store.Batch(ctx, a.Batch)
			if err != nil {
				return err
			}
			name = b.Name
			batches[a.Batch] = name
		}
		s.arrivals = append(s.arrivals, arrival{a, name})
	}
	return nil
}
