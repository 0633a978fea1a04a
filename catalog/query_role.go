package catalog

import "slices"

// Role says how a value of a field takes part in a query.
type Role string

// Roles.
const (
	RoleNone Role = ""    // it does not
	RoleAny  Role = "any" // a photo has it, or another that has this role
	RoleAll  Role = "all" // a photo has it besides whatever else is asked for
	RoleNot  Role = "not" // no photo has it
)

// Role tells how a value takes part in a query. t is a term of that value alone,
// without a minus.
func (q Query) Role(t Term) Role {
	alone, role := 0, RoleNone
	for _, u := range q.Terms {
		if u.Field != t.Field {
			continue
		}
		if !u.Not {
			alone++
		}
		switch has := u.has(t); {
		case has && u.Not:
			return RoleNot
		case has && len(u.Or) > 0:
			role = RoleAny
		case has && role == RoleNone:
			role = RoleAll
		}
	}
	if role == RoleAll && alone == 1 {
		return RoleAny
	}
	return role
}

// WithRole gives the query in which a value takes part in another way. One of
// any joins the last term of its field; of a field of which a photo has one
// value, such as the status, all are of any. Positions are those of the text that
// String gives.
func (q Query) WithRole(t Term, role Role) Query {
	t.Not, t.Or = false, nil
	terms := q.withoutValue(t)
	if role == RoleAll && t.Field.hasOne() {
		role = RoleAny
	}
	at := -1
	if role == RoleAny {
		for i, u := range terms {
			if u.Field == t.Field && !u.Not {
				at = i
			}
		}
	}
	t.Not = role == RoleNot
	switch {
	case at >= 0:
		terms[at] = JoinChoices(append(terms[at].Choices(), t))
	case role != RoleNone:
		terms = append(terms, t)
	}
	return Query{Terms: terms}.renumbered()
}

// has tells whether a value is one of those of a term, whether or not it has a minus.
func (t Term) has(value Term) bool { return slices.Contains(t.folded(), foldValue(value.Value)) }

// withoutValue gives the terms of a query without a value in any of them.
func (q Query) withoutValue(t Term) []Term {
	var terms []Term
	for _, u := range q.Terms {
		if u.Field != t.Field || !u.has(t) {
			terms = append(terms, u)
			continue
		}
		left := slices.DeleteFunc(u.Choices(), func(c Term) bool { return foldValue(c.Value) == foldValue(t.Value) })
		if len(left) > 0 {
			terms = append(terms, JoinChoices(left))
		}
	}
	return terms
}

// hasOne tells whether a photo has one value of a field at most.
func (f Field) hasOne() bool {
	switch f {
	case FieldStatus, FieldType, FieldKind, FieldRoute, FieldPlace, FieldMonth, FieldCamera, FieldReview, FieldIs:
		return true
	}
	return false
}
