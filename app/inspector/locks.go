package inspector

// Locks names the fields that are locked.
func (v *View) Locks() []string { return nil }
