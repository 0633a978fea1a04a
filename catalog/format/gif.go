package format

// GIFApplication returns the bytes behind the header of the first application
// extension of that name (GIF89a, section 26: identifier and authentication
// code, eleven bytes), up to its terminator, sub-block lengths included. It is
// nil when there is none.
func GIFApplication(data []byte, name string) []byte {
	const (
		extension, application = 0x21, 0xff
		image                  = 0x2c
		screenLen, imageLen    = 13, 10 // up to the colour table
	)
	if Sniff(data) != GIF || len(data) < screenLen {
		return nil
	}
	pos := screenLen + colourTable(data[10])
	for pos+2 <= len(data) {
		switch data[pos] {
		case extension:
			label, start := data[pos+1], pos+2
			pos = skipBlocks(data, start)
			start += 1 + len(name)
			if label == application && start < pos && string(data[start-len(name):start]) == name {
				return data[start : pos-1]
			}
		case image:
			if pos+imageLen > len(data) {
				return nil
			}
			pos = skipBlocks(data, pos+imageLen+colourTable(data[pos+imageLen-1])+1)
		default: // the trailer, or no GIF any more
			return nil
		}
	}
	return nil
}

// colourTable gives the bytes of the table that the flags of a GIF announce.
func colourTable(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// skipBlocks returns where the sub-blocks from pos on end, or the end of data.
func skipBlocks(data []byte, pos int) int {
	for pos < len(data) {
		n := int(data[pos])
		pos += 1 + n
		if n == 0 {
			return pos
		}
	}
	return len(data)
}
