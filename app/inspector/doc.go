// Package inspector shows what is known about the selected photos, one or many,
// and takes what their editor says about them. Each change is one edit handed to
// the store; what was not touched stays as it is. It holds no truth: after each
// change it reads again. It knows no other view.
package inspector
