// Package rules reads rule packs, which say what sanctions measures cover, and
// suggests from them what may hold for goods that went one way. It decides
// nothing, reads no files (a pack's tables are handed to it), and knows neither
// database nor window. The format of a pack is in assets/rules/README.md.
package rules
