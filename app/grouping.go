package app

import (
	"context"

	"waybill/app/task"
	"waybill/catalog"
)

// setGrouping puts the photos of the gallery into other groups; what is selected
// and at the top stays so.
func (s *session) setGrouping(by catalog.Grouping) {
	if by == s.grouping {
		return
	}
	s.grouping = by
	s.results.ask(s.search.query, s.search.sort(), by)
	s.onMenu()
}

// toggleCaptions shows the time or name below each picture, or hides it.
func (s *session) toggleCaptions() {
	s.captions = !s.captions
	s.gallery.SetCaptions(s.captions)
	s.onMenu()
}

// maxAlike is how many photos are compared with one another without being asked
// to: it takes 400 bytes a photo, and among 1,000,000 half a minute. In a larger
// catalogue the gallery marks versions once it is grouped by them.
const maxAlike = 200_000

// alike is what is known of photos that look alike.
type alike struct {
	asked task.Latest
	among int // photos when they were compared last
}

// lookAlike marks in the gallery which photos others look like, when there are
// more or fewer photos than before.
func (s *session) lookAlike(photos int) {
	if photos == s.alike.among || photos > maxAlike || s.importing() {
		return
	}
	s.alike.among = photos
	task.Ask(s.tasks, &s.alike.asked, func(ctx context.Context, tell func([]catalog.PhotoID)) error {
		groups, err := s.catalogue.Duplicates(ctx)
		if err != nil {
			return err
		}
		var ids []catalog.PhotoID
		for _, g := range groups {
			for _, p := range g.Photos {
				ids = append(ids, p.Photo)
			}
		}
		tell(ids)
		return nil
	}, s.gallery.SetAlike, s.fail)
}
