package widgets

import (
	"container/list"
	"image"
)

// pictureCache keeps the pictures used last, up to a number of bytes. It is not safe for use by several goroutines.
type pictureCache[K comparable] struct {
	limit, used int64
	order       *list.List // of *cached[K], the last used in front
	entries     map[K]*list.Element
}

type cached[K comparable] struct {
	key  K
	img  image.Image
	size int64
}

func newPictureCache[K comparable](limit int64) *pictureCache[K] {
	return &pictureCache[K]{limit: limit, order: list.New(), entries: map[K]*list.Element{}}
}

func (c *pictureCache[K]) get(key K) (image.Image, bool) {
	e, ok := c.entries[key]
	if !ok {
		return nil, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*cached[K]).img, true
}

// put keeps a picture and drops the ones not used for longest. A picture greater than the limit is not kept.
func (c *pictureCache[K]) put(key K, img image.Image) {
	c.drop(key)
	size := pictureBytes(img)
	if size > c.limit {
		return
	}
	c.entries[key] = c.order.PushFront(&cached[K]{key, img, size})
	c.used += size
	for c.used > c.limit {
		c.drop(c.order.Back().Value.(*cached[K]).key)
	}
}

func (c *pictureCache[K]) drop(key K) {
	if e, ok := c.entries[key]; ok {
		c.used -= c.order.Remove(e).(*cached[K]).size
		delete(c.entries, key)
	}
}

func (c *pictureCache[K]) clear() {
	c.order.Init()
	clear(c.entries)
	c.used = 0
}

// pictureBytes is how much memory the pixels of a picture take; for a kind it does not know, four bytes a pixel.
func pictureBytes(img image.Image) int64 {
	switch p := img.(type) {
	case *Pyramid:
		return p.Bytes()
	case *image.RGBA:
		return int64(cap(p.Pix))
	case *image.NRGBA:
		return int64(cap(p.Pix))
	case *image.YCbCr:
		return int64(cap(p.Y)) + int64(cap(p.Cb)) + int64(cap(p.Cr))
	case *image.Gray:
		return int64(cap(p.Pix))
	}
	return 4 * int64(img.Bounds().Dx()) * int64(img.Bounds().Dy())
}
