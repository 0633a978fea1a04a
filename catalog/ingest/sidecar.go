package ingest

import (
	"bytes"
	"context"
	"io/fs"
	"path/filepath"
	"strings"

	"waybill/catalog"
	"waybill/catalog/metadata"
	"waybill/catalog/originals"
)

// maxSidecar is the largest .xmp file that is read, in bytes.
const maxSidecar = 1 << 20

// isSidecar tells whether a file's name is that of a sidecar.
func isSidecar(name string) bool { return strings.EqualFold(filepath.Ext(name), ".xmp") }

// besides gives the names that the sidecar of a file may have: programs put
// .xmp behind the whole name or in place of its extension.
func besides(path string) []string {
	stem := strings.TrimSuffix(path, filepath.Ext(path))
	return []string{path + ".xmp", path + ".XMP", stem + ".xmp", stem + ".XMP"}
}

// sidecarOf finds and reads the sidecar of a file and gives what it claims; nil
// when the file has none. Its errors have the code FileSidecar.
func sidecarOf(path string) ([]byte, []catalog.Claim, error) {
	for _, name := range besides(path) {
		file, info, err := openRegular(name)
		if err != nil {
			continue
		}
		defer file.Close()
		if info.Size() > maxSidecar {
			return nil, nil, &catalog.Error{Code: catalog.FileSidecar, Op: "read sidecar", Subject: name}
		}
		var claims []catalog.Claim
		data, err := readAll(file, info.Size())
		if err == nil {
			claims, err = metadata.ReadSidecar(data)
		}
		if err != nil {
			return nil, nil, &catalog.Error{Code: catalog.FileSidecar, Op: "read sidecar", Subject: name, Err: err}
		}
		return data, claims, nil
	}
	return nil, nil, nil
}

// keepSidecar stores a copy of a sidecar and gives where it lies.
func (r *run) keepSidecar(ctx context.Context, data []byte) (string, error) {
	if data == nil {
		return "", nil
	}
	return r.Originals.Put(ctx, bytes.NewReader(data), originals.HashBytes(data), "xmp")
}

// files gives the names in a folder, without their extensions and whole, of
// what a sidecar may belong to.
func files(entries []fs.DirEntry) map[string]bool {
	names := map[string]bool{}
	for _, e := range entries {
		if name := e.Name(); !isSidecar(name) && !e.IsDir() {
			names[name], names[strings.TrimSuffix(name, filepath.Ext(name))] = true, true
		}
	}
	return names
}
