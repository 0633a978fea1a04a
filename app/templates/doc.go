// Package templates is the sheet of templates: sets of values under a name and a
// key, to be given to photos together. It makes one from what it is handed,
// renames, gives keys and deletes; it changes no photo itself.
package templates
