package export

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash/maphash"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"waybill/catalog"
	"waybill/catalog/format"
	"waybill/catalog/naming"
)

const originalsFolder = "originals"

// copies puts copies of the originals into the export.
type copies struct {
	dir   string // of the export; the folder inside is made with the first copy
	open  func(catalog.Photo) (io.ReadCloser, error)
	wants bool
	names bool
	made  bool
	seed  maphash.Seed
	taken map[uint64]bool // hashes of the names given, so that a million of them fit in memory
}

func newCopies(dir string, o Options) *copies {
	return &copies{dir: dir, open: o.Open, wants: o.Originals, names: o.Names, seed: maphash.MakeSeed(), taken: map[uint64]bool{}}
}

// put copies a photo's original and proves it while it is read. It gives the
// path of the copy in the export, with "/", and its size.
func (c *copies) put(ctx context.Context, p *catalog.Photo) (string, int64, error) {
	if !c.wants {
		return "", 0, nil
	}
	folder := filepath.Join(c.dir, originalsFolder)
	if !c.made {
		if err := os.Mkdir(folder, 0o700); err != nil {
			return "", 0, err
		}
		c.made = true
	}
	name := c.name(p)
	n, err := c.copy(ctx, p, filepath.Join(folder, name))
	return originalsFolder + "/" + name, n, err
}

// name gives the name of a photo's copy: its id or, when names are asked for,
// its original name, with the id where that was given before. Names that
// differ in case alone count as one, for other systems take them so.
func (c *copies) name(p *catalog.Photo) string {
	ext := format.Format(p.Format).Ext()
	if !c.names {
		return p.UUID + "." + ext
	}
	stem, suffix := safeName(p.Name)
	if stem == "" {
		return p.UUID + "." + ext
	}
	name := stem + suffix
	h := maphash.String(c.seed, naming.Letters(name))
	if c.taken[h] {
		return stem + "-" + p.UUID + suffix
	}
	c.taken[h] = true
	return name
}

func (c *copies) copy(ctx context.Context, p *catalog.Photo, path string) (int64, error) {
	damage := func(code catalog.Code, err error) error {
		return &catalog.Error{Code: code, Op: "export", Subject: p.ID.String(), Err: err}
	}
	in, err := c.open(*p)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, damage(catalog.FoundMissing, err)
	}
	if err != nil {
		return 0, damage(catalog.FoundUnreadable, err)
	}
	defer in.Close()
	out, err := create(path)
	if err != nil {
		return 0, err
	}
	hash := sha256.New()
	source := &reading{ctx: ctx, r: in}
	n, err := io.Copy(io.MultiWriter(out, hash), source)
	if err = errors.Join(err, out.finish()); err != nil {
		if source.err != nil && ctx.Err() == nil {
			err = damage(catalog.FoundUnreadable, source.err)
		}
		return n, err
	}
	if hex.EncodeToString(hash.Sum(nil)) != p.SHA256 {
		return n, damage(catalog.FoundAltered, nil)
	}
	return n, nil
}

func (c *copies) finish() error {
	if !c.made {
		return nil
	}
	return syncDir(filepath.Join(c.dir, originalsFolder))
}

// reading reads until the context ends, and remembers why it failed.
type reading struct {
	ctx context.Context
	r   io.Reader
	err error
}

func (r *reading) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		r.err = err
	}
	return n, err
}
