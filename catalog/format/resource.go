package format

import "encoding/binary"

// ResourceIPTC is the image resource that holds IPTC-NAA records.
const ResourceIPTC = 0x0404

// PhotoshopResource returns the bytes of the first image resource of that
// number (Adobe Photoshop File Formats, "Image Resource Blocks"), nil when there
// is none.
func PhotoshopResource(data []byte, id uint16) []byte {
	for len(data) >= 12 {
		switch string(data[:4]) {
		case "8BIM", "PHUT", "DCSR", "AgHg", "MeSa":
		default:
			return nil
		}
		found := binary.BigEndian.Uint16(data[4:])
		name := 1 + int(data[6])
		name += name % 2
		if len(data) < 6+name+4 {
			return nil
		}
		size := uint64(binary.BigEndian.Uint32(data[6+name:]))
		data = data[6+name+4:]
		size = min(size, uint64(len(data)))
		if found == id {
			return data[:size]
		}
		data = data[min(size+size%2, uint64(len(data))):]
	}
	return nil
}

// maxResources bounds image resources that are joined from several segments.
const maxResources = 1 << 20

// PhotoshopPayload returns the image resources of a JPEG, joined when they are
// spread over several segments; nil when there are none.
func PhotoshopPayload(data []byte) []byte {
	const signature = "Photoshop 3.0\x00"
	var all []byte
	for s := range Segments(data) {
		if s.Marker != MarkerAPP13 || len(s.Payload) < len(signature) || string(s.Payload[:len(signature)]) != signature {
			continue
		}
		part := s.Payload[len(signature):]
		switch {
		case len(all)+len(part) > maxResources:
			return all
		case all == nil:
			all = part[:len(part):len(part)]
		default:
			all = append(all, part...)
		}
	}
	return all
}
