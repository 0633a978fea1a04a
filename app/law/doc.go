// Package law shows the rule packs in force, what a new one would change before
// it is loaded, and the judgements that a change of the law is a reason to look at
// again, to be worked through. It holds no truth: what it shows is read when it is
// opened, and again after each change. It knows no other view.
package law
