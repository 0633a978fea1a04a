// Package format tells what a file is from its bytes: which picture or video
// format it has, where the segments of a JPEG lie and what the first directory
// of a TIFF says. It never decodes pixels, trusts no size or offset it reads,
// allocates nothing in proportion to one, and imports only the standard library,
// so that metadata, picture and ingest can share it.
package format
