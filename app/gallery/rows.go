package gallery

import (
	"waybill/app/rows"
	"waybill/app/task"
	"waybill/catalog"
)

func (v *View) newRows(tasks *task.Runner) *rows.Cache {
	return rows.New(rows.Options{
		Source: v.source, Tasks: tasks, Visible: func() (int, int) { return v.grid.VisibleRange() },
		Missing: v.missing, Came: v.came, Report: v.report,
	})
}

// missing lists the photos without a row: nothing when all that are visible
// have one, else also those a screen before and behind.
func (v *View) missing(from, to int) []catalog.PhotoID {
	ids := v.unknown(nil, from, to)
	if len(ids) == 0 {
		return nil
	}
	screen := to - from
	ids = v.unknown(ids, to, to+screen)
	return v.unknown(ids, from-screen, from)
}

func (v *View) unknown(ids []catalog.PhotoID, from, to int) []catalog.PhotoID {
	for i := max(from, 0); i < min(to, len(v.ids)) && len(ids) < rows.MaxFetch; i++ {
		if id := v.ids[i]; !v.rows.Known(id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// came shows rows where they are visible.
func (v *View) came(fresh map[catalog.PhotoID]bool) {
	from, to := v.grid.VisibleRange()
	for i := from; i < min(to, len(v.ids)); i++ {
		if fresh[v.ids[i]] {
			v.grid.RefreshItem(i)
		}
	}
}
