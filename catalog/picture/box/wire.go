package box

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"io"

	"waybill/catalog"
	"waybill/catalog/picture"
)

// A request is requestMagic, the longest side wanted and the length of the
// file, each four bytes and the least significant first, and the file. The
// child tells the format from the bytes, as the parent did.
//
// An answer is answerMagic, what became of it in one byte, whether the child
// ends now in another, two bytes of zero, the size before scaling and the size
// of what follows, in four bytes each: pixels as NRGBA, row by row. When the
// picture could not be decoded, the width is the length of the reason instead
// and the rest is zero.
const (
	requestMagic = 0x51424257 // "WBBQ"
	answerMagic  = 0x41424257 // "WBBA"
	requestLen   = 12
	answerLen    = 24
)

// Limits of what either side believes.
const (
	maxFile   = 1 << 30 // bytes of a file
	maxSide   = 1 << 20 // pixels
	maxReason = 1 << 10 // bytes of the reason why a picture could not be decoded
)

// results are the codes an answer can have, by their number in it.
var results = [...]catalog.Code{"", catalog.FileDamaged, catalog.FileUnsupported, catalog.FileTooLarge, catalog.FileDecoderFailed}

var errProtocol = errors.New("not what a decoder sends")

func writeRequest(w io.Writer, data []byte, side int) error {
	if len(data) > maxFile {
		return fmt.Errorf("a file of %d bytes", len(data))
	}
	b := binary.LittleEndian.AppendUint32(nil, requestMagic)
	b = binary.LittleEndian.AppendUint32(b, uint32(min(max(side, 0), maxSide)))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(data)))
	if _, err := w.Write(b); err != nil {
		return err
	}
	_, err := w.Write(data)
	return err
}

// readRequest returns io.EOF when there are no more.
func readRequest(r io.Reader) (data []byte, side int, err error) {
	var b [requestLen]byte
	if _, err := io.ReadFull(r, b[:]); err != nil {
		return nil, 0, err
	}
	length := binary.LittleEndian.Uint32(b[8:])
	if binary.LittleEndian.Uint32(b[:]) != requestMagic || length > maxFile {
		return nil, 0, errProtocol
	}
	data = make([]byte, length)
	_, err = io.ReadFull(r, data)
	return data, int(binary.LittleEndian.Uint32(b[4:])), err
}

// answer is what a child says about one picture.
type answer struct {
	img  *image.NRGBA // nil when err is not
	w, h int          // before scaling, upright
	last bool         // the child ends and takes no more
	err  error        // a *catalog.Error
}

func writeAnswer(w io.Writer, a answer) error {
	b := binary.LittleEndian.AppendUint32(nil, answerMagic)
	last := byte(0)
	if a.last {
		last = 1
	}
	if a.err != nil {
		reason := a.err.Error()
		if e, ok := errors.AsType[*catalog.Error](a.err); ok && e.Err != nil {
			reason = e.Err.Error() // the parent puts code and operation before it
		}
		reason = reason[:min(len(reason), maxReason)]
		b = append(b, resultOf(a.err), last, 0, 0)
		b = binary.LittleEndian.AppendUint32(b, uint32(len(reason)))
		b = append(append(b, make([]byte, answerLen-len(b))...), reason...)
		_, err := w.Write(b)
		return err
	}
	size := a.img.Rect.Size()
	b = append(b, 0, last, 0, 0)
	for _, v := range [...]int{a.w, a.h, size.X, size.Y} {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	if _, err := w.Write(b); err != nil {
		return err
	}
	_, err := w.Write(a.img.Pix[:4*size.X*size.Y]) // made by picture: rows lie close
	return err
}

func resultOf(err error) byte {
	for i, code := range results {
		if i > 0 && code == catalog.CodeOf(err) {
			return byte(i)
		}
	}
	return byte(len(results) - 1)
}

// readAnswer reads the answer to a request for this side. A picture larger than
// maxPixels is not read; the error says that the decoder is not to be trusted.
func readAnswer(r io.Reader, side int, maxPixels int64) (answer, error) {
	var b [answerLen]byte
	if _, err := io.ReadFull(r, b[:]); err != nil {
		return answer{}, err
	}
	var v [4]int
	for i := range v {
		n := binary.LittleEndian.Uint32(b[8+4*i:])
		if n > maxSide {
			return answer{}, errProtocol
		}
		v[i] = int(n)
	}
	if binary.LittleEndian.Uint32(b[:]) != answerMagic || int(b[4]) >= len(results) {
		return answer{}, errProtocol
	}
	a := answer{last: b[5] == 1}
	if b[4] > 0 {
		return readReason(r, a, results[b[4]], v[0])
	}
	w, h := picture.ScaledSize(v[0], v[1], side)
	if v[0] < 1 || v[1] < 1 || v[2] != w || v[3] != h || int64(w)*int64(h) > maxPixels {
		return answer{}, errProtocol
	}
	a.w, a.h, a.img = v[0], v[1], image.NewNRGBA(image.Rect(0, 0, w, h))
	_, err := io.ReadFull(r, a.img.Pix)
	return a, err
}

func readReason(r io.Reader, a answer, code catalog.Code, length int) (answer, error) {
	if length > maxReason {
		return answer{}, errProtocol
	}
	reason := make([]byte, length)
	if _, err := io.ReadFull(r, reason); err != nil {
		return answer{}, err
	}
	a.err = failure(code, errors.New(string(reason)))
	return a, nil
}

func failure(code catalog.Code, err error) error {
	return &catalog.Error{Code: code, Op: "decode", Err: err}
}
