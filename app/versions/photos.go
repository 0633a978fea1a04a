package versions

import (
	"waybill/app/rows"
	"waybill/catalog"
	"waybill/catalog/workspace"
)

// maxGroup is how many photos of a group are read: those beyond them can be
// reached by the keyboard one after another, and are read then.
const maxGroup = 60

func (v *View) newPhotos() *rows.Cache {
	return rows.New(rows.Options{
		Source: v.source, Tasks: v.tasks, Visible: func() (int, int) { return v.list.InSight() },
		Missing: v.missing, Came: func(map[catalog.PhotoID]bool) { v.list.Refresh() }, Report: v.report,
	})
}

// missing lists the photos of visible groups that are not here; when there are
// any, also those of as many groups behind them.
func (v *View) missing(from, to int) []catalog.PhotoID {
	if !v.root.Visible() {
		return nil
	}
	var ids []catalog.PhotoID
	for i := from; i < min(2*to-from, len(v.groups)); i++ {
		if i == to && len(ids) == 0 {
			break
		}
		ids = v.unknown(ids, i, v.groups[i])
	}
	return ids
}

// unknown adds the photos of a group that are not here.
func (v *View) unknown(ids []catalog.PhotoID, index int, g workspace.Group) []catalog.PhotoID {
	for n, s := range g.Photos {
		if n >= maxGroup && (index != v.at || n < v.version-maxGroup/2 || n > v.version+maxGroup/2) {
			continue
		}
		if !v.photos.Known(s.Photo) && len(ids) < rows.MaxFetch {
			ids = append(ids, s.Photo)
		}
	}
	return ids
}
