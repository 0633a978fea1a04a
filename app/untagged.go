package app

import (
	"context"
	"slices"

	"waybill/app/task"
	"waybill/catalog"
)

// maxTrail is how many photos can be gone back through.
const maxTrail = 200

// stride is how somebody goes through photos that wait for tags.
type stride struct {
	asked task.Latest
	trail []catalog.PhotoID // that were left for the next one, the last one last
}

// nextUntagged goes to the next photo in which no goods are observed, in the
// order of the list and from its end on from its beginning.
func (s *session) nextUntagged() {
	s.inspector.GiveLocked() // to the photo that is left
	list, from := s.gallery.Listed(), s.whereNow()
	at := slices.Index(list, from)
	task.Ask(s.tasks, &s.stride.asked, func(ctx context.Context, tell func(catalog.PhotoID)) error {
		next, err := s.catalogue.FirstUntagged(ctx, list[at+1:])
		if err == nil && next == 0 && at > 0 {
			next, err = s.catalogue.FirstUntagged(ctx, list[:at])
		}
		if err == nil {
			tell(next)
		}
		return err
	}, func(next catalog.PhotoID) {
		if s.whereNow() != from { // the user has gone elsewhere meanwhile
			return
		}
		if next == 0 {
			s.say(s.words.T("app.no_untagged"))
			return
		}
		if from != 0 {
			s.stride.trail = append(s.stride.trail, from)
			if len(s.stride.trail) > maxTrail {
				s.stride.trail = s.stride.trail[1:]
			}
		}
		s.goTo(next)
	}, s.fail)
}

// goBack leads to the photo that was left for the next untagged one, and when
// there is none any more to the one before in the list.
func (s *session) goBack() {
	s.stride.asked.Cancel()
	list, from := s.gallery.Listed(), s.whereNow()
	for n := len(s.stride.trail); n > 0; n = len(s.stride.trail) {
		id := s.stride.trail[n-1]
		s.stride.trail = s.stride.trail[:n-1]
		if id != from && slices.Contains(list, id) {
			s.goTo(id)
			return
		}
	}
	if at := slices.Index(list, from); at > 0 {
		s.goTo(list[at-1])
	}
}

// whereNow is the photo the keyboard is at, also when it is not selected; 0 for none.
func (s *session) whereNow() catalog.PhotoID {
	var id catalog.PhotoID
	if s.looking() {
		id, _ = s.loupe.Shown()
	} else {
		id, _ = s.gallery.Focused()
	}
	return id
}

// goTo shows a photo of the list in the loupe, or selects it in the gallery.
func (s *session) goTo(id catalog.PhotoID) {
	if s.looking() {
		s.loupe.Show(id)
		s.lookedOn()
		return
	}
	s.gallery.Select([]catalog.PhotoID{id})
}
