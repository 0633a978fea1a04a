package app

import (
	"fyne.io/fyne/v2"

	"waybill/app/actions"
)

// ways are the keys that lead through a list.
func ways() []actions.Key {
	var keys []actions.Key
	for _, name := range []fyne.KeyName{
		fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd,
	} {
		keys = append(keys, actions.Alone(name))
	}
	return keys
}

// upDown are those of a list with one row for each entry.
func upDown() []actions.Key {
	return []actions.Key{
		actions.Alone(fyne.KeyUp), actions.Alone(fyne.KeyDown), actions.Alone(fyne.KeyPageUp), actions.Alone(fyne.KeyPageDown),
		actions.Alone(fyne.KeyHome), actions.Alone(fyne.KeyEnd),
	}
}

// heldKeys are the keys and movements that the widgets of the views take by
// themselves. They are told in the help, and no action can have them.
func heldKeys() []actions.Action {
	escape, enter := []actions.Key{actions.Alone(fyne.KeyEscape)}, []actions.Key{actions.Alone(fyne.KeyReturn)}
	return []actions.Action{
		{ID: "keys.gallery.move", By: "keys.gallery.move.by", Keys: ways(), Where: actions.Gallery},
		{ID: "keys.gallery.click", By: "keys.gallery.click.by", Where: actions.Gallery},
		{ID: "keys.gallery.toggle", Keys: []actions.Key{actions.Ctrl(fyne.KeySpace)}, Where: actions.Gallery},
		{ID: "keys.gallery.band", By: "keys.gallery.band.by", Where: actions.Gallery},
		{ID: "keys.gallery.size", By: "keys.gallery.size.by", Where: actions.Gallery},
		{ID: "keys.gallery.open", By: "keys.gallery.open.by", Where: actions.Gallery},
		{ID: "keys.gallery.clear", Keys: escape, Where: actions.Gallery},

		{ID: "keys.loupe.move", By: "keys.loupe.move.by", Keys: ways(), Where: actions.Loupe},
		{ID: "keys.loupe.leave", Keys: escape, Where: actions.Loupe},
		{ID: "keys.loupe.wheel", By: "keys.loupe.wheel.by", Where: actions.Loupe},
		{ID: "keys.loupe.draw", By: "keys.loupe.draw.by", Keys: []actions.Key{actions.Alone(fyne.KeyInsert)}, Where: actions.Loupe},
		{ID: "keys.loupe.marks", Keys: []actions.Key{actions.Alone(fyne.KeyTab), actions.Shift(fyne.KeyTab)}, Where: actions.Loupe},
		{ID: "keys.loupe.rename", Keys: []actions.Key{actions.Alone(fyne.KeyF2)}, Where: actions.Loupe},
		{ID: "keys.loupe.remove", Keys: []actions.Key{actions.Alone(fyne.KeyDelete)}, Where: actions.Loupe},
		{ID: "keys.loupe.nudge", By: "keys.loupe.nudge.by", Where: actions.Loupe},

		{ID: "keys.versions.move", By: "keys.versions.move.by", Keys: ways(), Where: actions.Versions},
		{ID: "keys.versions.show", Keys: append(enter, actions.Alone(fyne.KeySpace)), Where: actions.Versions},
		{ID: "keys.versions.unite", Keys: []actions.Key{actions.Alone("+")}, Where: actions.Versions},
		{ID: "keys.versions.leave", Keys: escape, Where: actions.Versions},

		{ID: "keys.law.move", By: "keys.law.move.by", Keys: upDown(), Where: actions.Law},
		{ID: "keys.law.show", Keys: append(enter, actions.Alone(fyne.KeySpace)), Where: actions.Law},
		{ID: "keys.law.take", Keys: []actions.Key{actions.Alone("+")}, Where: actions.Law},
		{ID: "keys.law.stand", Keys: []actions.Key{actions.Alone(fyne.KeyEqual)}, Where: actions.Law},
		{ID: "keys.law.leave", Keys: escape, Where: actions.Law},

		{ID: "keys.history.move", By: "keys.history.move.by", Keys: upDown(), Where: actions.History},
		{ID: "keys.history.show", Keys: append(enter, actions.Alone(fyne.KeySpace)), Where: actions.History},
		{ID: "keys.history.lines", Keys: []actions.Key{actions.Alone(fyne.KeyRight), actions.Alone(fyne.KeyLeft)}, Where: actions.History},
		{ID: "keys.history.leave", Keys: escape, Where: actions.History},

		{
			ID: "keys.vocabulary.kinds", By: "keys.vocabulary.kinds.by", Where: actions.Vocabulary,
			Keys: []actions.Key{actions.Alone(fyne.Key1), actions.Alone(fyne.Key2), actions.Alone(fyne.Key3), actions.Alone(fyne.Key4)},
		},
		{ID: "keys.vocabulary.move", By: "keys.vocabulary.move.by", Keys: upDown(), Where: actions.Vocabulary},
		{ID: "keys.vocabulary.form", Keys: append(enter, actions.Alone(fyne.KeyRight)), Where: actions.Vocabulary},
		{ID: "keys.vocabulary.leave", Keys: escape, Where: actions.Vocabulary},

		{ID: "keys.field.offers", By: "keys.field.offers.by", Where: actions.Field},
		{ID: "keys.field.save", Keys: []actions.Key{actions.Ctrl(fyne.KeyReturn)}, Where: actions.Field},
		{ID: "keys.field.leave", Keys: escape, Where: actions.Field},
	}
}
