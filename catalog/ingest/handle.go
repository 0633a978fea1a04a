package ingest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"waybill/catalog"
	"waybill/catalog/format"
	"waybill/catalog/originals"
)

// outcome is what a worker made of one file.
type outcome struct {
	result  Result // Imported when photo is to be added
	code    catalog.Code
	err     error
	photo   catalog.NewPhoto
	thumb   []byte
	stopped bool // the import ended before the file was dealt with
}

func failed(err error) outcome {
	code := catalog.CodeOf(err)
	if code == "" {
		code = catalog.FileUnreadable
	}
	result := Failed
	if code == catalog.FileNotImage || code == catalog.FileEmpty {
		result = Skipped
	}
	return outcome{result: result, code: code, err: err, stopped: errors.Is(err, context.Canceled)}
}

// handle reads, hashes, understands and stores one file.
func (r *run) handle(ctx context.Context, f found) outcome {
	if f.err != nil {
		return failed(f.err)
	}
	file, info, err := openRegular(f.path)
	if err != nil {
		return failed(err)
	}
	defer file.Close()
	size := info.Size()
	if size == 0 {
		return failed(&catalog.Error{Code: catalog.FileEmpty, Op: "import", Subject: f.path})
	}
	photo := catalog.NewPhoto{
		Size: size, Referenced: r.Reference,
		Arrival: catalog.Arrival{Name: filepath.Base(f.path), Path: f.path, MTime: info.ModTime()},
	}
	if size > r.Budget/6 {
		return r.stream(ctx, file, photo)
	}
	if err := r.files.Acquire(ctx, size); err != nil {
		return outcome{stopped: true}
	}
	defer r.files.Release(size)
	data, err := readAll(file, size)
	if err != nil {
		return failed(&catalog.Error{Code: readCode(err), Op: "read", Subject: f.path, Err: err})
	}
	return r.understand(ctx, data, photo)
}

// openRegular opens a file for reading only. What is no regular file would
// block or never end.
func openRegular(path string) (*os.File, os.FileInfo, error) {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		return nil, nil, &catalog.Error{Code: catalog.FileNotImage, Op: "open", Subject: path}
	}
	if err != nil {
		return nil, nil, &catalog.Error{Code: readCode(err), Op: "open", Subject: path, Err: err}
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, &catalog.Error{Code: readCode(err), Op: "open", Subject: path, Err: err}
	}
	return file, info, nil
}

func readCode(err error) catalog.Code {
	if errors.Is(err, fs.ErrNotExist) {
		return catalog.FileVanished
	}
	return catalog.FileUnreadable
}

var errChanged = errors.New("the file changed while it was read")

// readAll reads a whole file of a known size.
func readAll(r io.Reader, size int64) ([]byte, error) {
	data := make([]byte, size)
	if _, err := io.ReadFull(r, data); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
			err = errChanged
		}
		return nil, err
	}
	if n, _ := r.Read(make([]byte, 1)); n > 0 {
		return nil, errChanged
	}
	return data, nil
}

// understand makes hash, claims, size, thumbnail and copy from the same bytes.
func (r *run) understand(ctx context.Context, data []byte, photo catalog.NewPhoto) outcome {
	kind := FormatOf(data, photo.Arrival.Name)
	if kind == "" {
		return failed(&catalog.Error{Code: catalog.FileNotImage, Op: "import", Subject: photo.Arrival.Path})
	}
	photo.SHA256, photo.Format = originals.HashBytes(data), string(kind)
	known, err := r.Journal.Known(ctx, photo.SHA256)
	if err != nil {
		return failed(err)
	}
	out := outcome{result: Imported, photo: photo}
	if err := r.look(ctx, Source{Data: data}, known, &out); err != nil {
		return failed(err)
	}
	if r.Reference {
		out.photo.Path = photo.Arrival.Path
		return out
	}
	out.photo.Path, err = r.Originals.Put(ctx, bytes.NewReader(data), photo.SHA256, kind.Ext())
	if err != nil {
		return failed(err)
	}
	return out
}

// look fills in what a file says and shows, with the sidecar beside it. Of what
// is known already only what another name and sidecar add is looked at. A
// picture that cannot be shown keeps the reason.
func (r *run) look(ctx context.Context, s Source, known bool, out *outcome) (err error) {
	sidecar, beside, errSidecar := sidecarOf(out.photo.Arrival.Path)
	out.code, out.err = catalog.CodeOf(errSidecar), errSidecar
	if out.photo.Arrival.Sidecar, err = r.keepSidecar(ctx, sidecar); err != nil {
		return err
	}
	if known {
		out.photo.Claims = append(beside, r.reader.NameClaims(out.photo.Arrival.Name, format.Format(out.photo.Format))...)
		return nil
	}
	s.Names, s.Beside = []string{out.photo.Arrival.Name}, beside
	out.photo.Reading, out.thumb, err = r.reader.Read(ctx, s)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if out.photo.Problem != "" {
		out.code = out.photo.Problem
	}
	out.err = errors.Join(err, errSidecar)
	return nil
}

// headLen is how much of a file that is too large to hold is read for claims.
const headLen = 1 << 20

// stream deals with a file that is too large to hold: it is hashed and copied
// piece by piece, and its picture is not decoded.
func (r *run) stream(ctx context.Context, file io.ReadSeeker, photo catalog.NewPhoto) outcome {
	head := make([]byte, headLen)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return failed(&catalog.Error{Code: catalog.FileUnreadable, Op: "read", Subject: photo.Arrival.Path, Err: err})
	}
	head = head[:n]
	kind := FormatOf(head, photo.Arrival.Name)
	if kind == "" {
		return failed(&catalog.Error{Code: catalog.FileNotImage, Op: "import", Subject: photo.Arrival.Path})
	}
	out := outcome{result: Imported, photo: photo}
	if err := r.look(ctx, Source{Data: head, Head: true}, false, &out); err != nil {
		return failed(err)
	}
	out.photo.SHA256, err = originals.Hash(ctx, io.MultiReader(bytes.NewReader(head), file))
	if err == nil && !r.Reference {
		if _, err = file.Seek(0, io.SeekStart); err == nil {
			out.photo.Path, err = r.Originals.Put(ctx, file, out.photo.SHA256, kind.Ext())
		}
	} else if err == nil {
		out.photo.Path = photo.Arrival.Path
	}
	if err != nil {
		return failed(err)
	}
	return out
}
