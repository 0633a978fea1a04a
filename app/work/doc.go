// Package work shows what is under way, wherever it runs: one strip with its
// name, how far it is, how long it will still take, and a button that ends it. It
// starts nothing.
package work
