package present

import "waybill/catalog"

// Doing says what is under way.
func (w *Words) Doing(d catalog.Doing) string {
	switch d {
	case catalog.DoingReread:
		return w.T("work.reread")
	case catalog.DoingUpgrade:
		return w.T("work.upgrade")
	}
	return w.T("work.change")
}
