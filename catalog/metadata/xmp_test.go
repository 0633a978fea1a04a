package metadata

import (
	"slices"
	"strings"
	"testing"

	"waybill/catalog"
	"waybill/catalog/edtf"
)

// values gives the values of one origin about a property, usable or not.
func values(claims []catalog.Claim, o catalog.Origin, p catalog.Property) (v []string) {
	for _, c := range claims {
		if c.Origin == o && c.Property == p {
			v = append(v, c.Value)
		}
	}
	return v
}

func TestXMPTime(t *testing.T) {
	tests := []struct{ text, value string }{
		{"2023", "2023"},
		{"2023-07", "2023-07"},
		{"2023-07-03", "2023-07-03"},
		{"2023-07-03T14:05", "[2023-07-03T14:05:00..2023-07-03T14:05:59]"},
		{"2023-07-03T14:05+09:00", "[2023-07-03T14:05:00+09:00..2023-07-03T14:05:59+09:00]"},
		{"2023-07-03T14:05Z", "[2023-07-03T14:05:00Z..2023-07-03T14:05:59Z]"},
		{"2023-07-03T14:05:00", "2023-07-03T14:05:00"},
		{"2023-07-03T14:05:00.731+09:00", "2023-07-03T14:05:00+09:00"},
		{"2023-07-03T14:05:00Z", "2023-07-03T14:05:00Z"},
		{"2023-07-03T14:05:00+00:00", "2023-07-03T14:05:00+00:00"},
		{"2023-07-03T14:05:00-00:00", "2023-07-03T14:05:00Z"},
		{"2023-07-03T14:05:00+0900", "2023-07-03T14:05:00+09:00"},
		{"2023-07-03T14:05:00+9:00", "2023-07-03T14:05:00+09:00"},
		{"2023-07-03T14:05:00 +08:30", "2023-07-03T14:05:00+08:30"},
		{"2023-07-03T14:05:00+25:00", "2023-07-03T14:05:00"},
		{"2023:07:03 14:05:00", "2023-07-03T14:05:00"},
		{" 2023-07-03 ", "2023-07-03"},
		{"2023-07-00", "2023-07"},
		{"2023-00-00T00:00:00", "2023"},
		{"2023-12-31T23:59:60", "2024-01-01T00:00:00"},

		{"0000-00-00T00:00:00", ""},
		{"2023-13", ""},
		{"2023-02-30", ""},
		{"2023-07-03T24:00", ""},
		{"2023-07-03T14", ""},
		{"9999-12-31T23:59:60", ""},
		{"1601-01-01T00:00:00Z", ""},
		{"July 2023", ""},
	}
	for _, tt := range tests {
		claims, err := ReadSidecar(packetOf("<photoshop:DateCreated>" + tt.text + "</photoshop:DateCreated>"))
		raw, value, ok := said(t, claims, catalog.PropTaken)
		if err != nil || !ok || raw != tt.text || value != tt.value {
			t.Errorf("%q: %q, %q, %v, %v, want %q", tt.text, raw, value, ok, err, tt.value)
		}
		if _, err := edtf.Parse(value); value != "" && err != nil {
			t.Errorf("%q: %v", tt.text, err)
		}
	}
}

func TestXMPTimesInOrder(t *testing.T) {
	claims, err := ReadSidecar(packetOf(`<photoshop:DateCreated>2023-07</photoshop:DateCreated>
		<exif:DateTimeOriginal>2023-07-03T14:05:00</exif:DateTimeOriginal>
		<exif:DateTimeDigitized>2024-01-02</exif:DateTimeDigitized><xmp:CreateDate>2024-01-02</xmp:CreateDate>
		<xmp:ModifyDate>2024-05-05T01:02:03Z</xmp:ModifyDate>`))
	if err != nil {
		t.Fatal(err)
	}
	for p, want := range map[catalog.Property][]string{
		catalog.PropTaken:     {"2023-07-03T14:05:00", "2023-07"},
		catalog.PropDigitized: {"2024-01-02"},
		catalog.PropModified:  {"2024-05-05T01:02:03Z"},
	} {
		if got := values(claims, catalog.OriginXMP, p); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", p, got, want)
		}
	}
	for _, c := range claims {
		if c.Property == catalog.PropTaken && (c.N == 0) != (c.Raw == "2023-07-03T14:05:00") {
			t.Errorf("%q is number %d", c.Raw, c.N)
		}
	}
}

func TestXMPPosition(t *testing.T) {
	tests := []struct{ lat, lon, value string }{
		{"42,33.87N", "130,21,57.96E", "42.5645,130.3661"},
		{"42,33,52N", "130,21E", "42.5644444,130.35"},
		{"42.5645N", "130.3661W", "42.5645,-130.3661"},
		{"-42.5645", "130.3661", "-42.5645,130.3661"},
		{"0,0,0S", "130,21E", "0,130.35"},
		{" 42,33.87n ", "130,21 e", "42.5645,130.35"},

		{"0,0N", "0,0E", ""},
		{"42,33.87", "130,21E", ""},
		{"42,33.87E", "130,21E", ""},
		{"-42,33.87S", "130,21E", ""},
		{"91,0N", "130,21E", ""},
		{"42,61N", "130,21E", ""},
		{"42,33.87N", "181,0E", ""},
		{"42,33.87N", "", ""},
		{"NaN", "130,21E", ""},
	}
	for _, tt := range tests {
		claims, err := ReadSidecar(packetOf("<exif:GPSLatitude>" + tt.lat + "</exif:GPSLatitude><exif:GPSLongitude>" + tt.lon + "</exif:GPSLongitude>"))
		_, value, ok := said(t, claims, catalog.PropPosition)
		if err != nil || !ok || value != tt.value {
			t.Errorf("%q %q: %q, %v, %v, want %q", tt.lat, tt.lon, value, ok, err, tt.value)
		}
	}
}

func TestXMPGPS(t *testing.T) {
	tests := []struct {
		elements   string
		property   catalog.Property
		raw, value string
	}{
		{"<exif:GPSAltitude>2391/10</exif:GPSAltitude><exif:GPSAltitudeRef>1</exif:GPSAltitudeRef>", catalog.PropAltitude, "2391/10 1", "-239.1"},
		{"<exif:GPSAltitude>12.5</exif:GPSAltitude>", catalog.PropAltitude, "12.5", "12.5"},
		{"<exif:GPSAltitude>1/0</exif:GPSAltitude>", catalog.PropAltitude, "1/0", ""},
		{"<exif:GPSAltitude>12</exif:GPSAltitude><exif:GPSAltitudeRef>above</exif:GPSAltitudeRef>", catalog.PropAltitude, "12 above", ""},
		{"<exif:GPSImgDirection>423/2</exif:GPSImgDirection><exif:GPSImgDirectionRef>M</exif:GPSImgDirectionRef>", catalog.PropDirection, "423/2 M", "211.5M"},
		{"<exif:GPSImgDirection>400</exif:GPSImgDirection>", catalog.PropDirection, "400", ""},
		{"<exif:GPSHPositioningError>47/10</exif:GPSHPositioningError>", catalog.PropPositionError, "47/10", "4.7"},
		{"<exif:GPSTimeStamp>2023-07-03T05:04:59Z</exif:GPSTimeStamp>", catalog.PropGPSTime, "2023-07-03T05:04:59Z", "2023-07-03T05:04:59Z"},
		{"<exif:GPSTimeStamp>2023-07-03T14:04:59.5+09:00</exif:GPSTimeStamp>", catalog.PropGPSTime, "2023-07-03T14:04:59.5+09:00", "2023-07-03T05:04:59Z"},
		{"<exif:GPSTimeStamp>2023-07-03T05:04:59</exif:GPSTimeStamp>", catalog.PropGPSTime, "2023-07-03T05:04:59", "2023-07-03T05:04:59Z"},
		{"<exif:GPSTimeStamp>05:04:59</exif:GPSTimeStamp>", catalog.PropGPSTime, "05:04:59", ""},
		{"<exif:GPSTimeStamp>2023-07-03</exif:GPSTimeStamp>", catalog.PropGPSTime, "2023-07-03", ""},
	}
	for _, tt := range tests {
		claims, err := ReadSidecar(packetOf(tt.elements))
		raw, value, ok := said(t, claims, tt.property)
		if err != nil || !ok || raw != tt.raw || value != tt.value {
			t.Errorf("%s: %q, %q, %v, %v, want %q, %q", tt.elements, raw, value, ok, err, tt.raw, tt.value)
		}
	}
	if claims, _ := ReadSidecar(packetOf("<exif:GPSAltitudeRef>0</exif:GPSAltitudeRef><exif:GPSImgDirectionRef>T</exif:GPSImgDirectionRef>")); len(claims) > 0 {
		t.Errorf("references alone are claims: %v", claims)
	}
}

// TestXMPForms reads one property in every form that RDF has for it.
func TestXMPForms(t *testing.T) {
	open, rdf := `<rdf:RDF xmlns:rdf="`+nsRDF+`">`, `</rdf:RDF>`
	forms := map[string]string{
		"element":          string(packetOf("<tiff:Make>Canon</tiff:Make>")),
		"attribute":        open + `<rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Make="Canon"/>` + rdf,
		"another prefix":   open + `<rdf:Description xmlns:t="http://ns.adobe.com/tiff/1.0/" t:Make='Canon'/>` + rdf,
		"no declaration":   open + `<rdf:Description tiff:Make="Canon"/>` + rdf,
		"second one":       open + `<rdf:Description/><rdf:Description xmlns:tiff="http://ns.adobe.com/tiff/1.0/"><tiff:Make>Canon</tiff:Make></rdf:Description>` + rdf,
		"list":             string(packetOf(`<tiff:Make><rdf:Alt><rdf:li xml:lang="x-default">Canon</rdf:li><rdf:li xml:lang="ko">캐논</rdf:li></rdf:Alt></tiff:Make>`)),
		"qualified":        string(packetOf(`<tiff:Make rdf:parseType="Resource"><rdf:value>Canon</rdf:value><xmp:note>x</xmp:note></tiff:Make>`)),
		"resource":         string(packetOf(`<tiff:Make rdf:resource="Canon"/>`)),
		"reference":        string(packetOf("<tiff:Make>&#67;anon</tiff:Make>")),
		"control inside":   string(packetOf("<tiff:Make>Ca\x01non</tiff:Make>")) + "\x00\x00",
		"behind strangers": string(packetOf(`<x:y xmlns:x="urn:x"><rdf:Bag><rdf:li>z</rdf:li></rdf:Bag></x:y><tiff:Make>Canon</tiff:Make>`)),
	}
	forms["UTF-16"] = utf16BE("\uFEFF" + forms["element"])
	for name, packet := range forms {
		claims, err := ReadSidecar([]byte(packet))
		if _, value, _ := said(t, claims, catalog.PropMake); value != "Canon" || err != nil || len(claims) != 1 {
			t.Errorf("%s: %v, %v", name, claims, err)
		}
	}
}

func utf16BE(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r >> 8))
		b.WriteByte(byte(r))
	}
	return b.String()
}

func TestXMPPlaces(t *testing.T) {
	claims, err := ReadSidecar(packetOf(`<photoshop:City>훈춘</photoshop:City><photoshop:Country>China</photoshop:Country>
		<Iptc4xmpCore:Location>Quanhe</Iptc4xmpCore:Location>
		<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType="Resource">
			<Iptc4xmpExt:LocationName><rdf:Alt><rdf:li xml:lang="x-default">Quanhe port</rdf:li></rdf:Alt></Iptc4xmpExt:LocationName>
			<Iptc4xmpExt:City>Hunchun</Iptc4xmpExt:City><Iptc4xmpExt:ProvinceState>Jilin</Iptc4xmpExt:ProvinceState>
			<Iptc4xmpExt:CountryName>China</Iptc4xmpExt:CountryName>
			<exif:GPSLatitude>42,30.6N</exif:GPSLatitude><exif:GPSLongitude>130,30.6E</exif:GPSLongitude>
		</rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>
		<Iptc4xmpExt:LocationShown><rdf:Bag>
			<rdf:li><rdf:Description><Iptc4xmpExt:City>Rason</Iptc4xmpExt:City></rdf:Description></rdf:li>
			<rdf:li Iptc4xmpExt:Sublocation="Wonjong" Iptc4xmpExt:CountryName="DPRK"/>
			<rdf:li Iptc4xmpExt:City="-"/>
		</rdf:Bag></Iptc4xmpExt:LocationShown>`))
	if err != nil {
		t.Fatal(err)
	}
	for p, want := range map[catalog.Property][]string{
		catalog.PropLocation:      {"Quanhe, 훈춘, China", "Quanhe port, Hunchun, Jilin, China"},
		catalog.PropLocationShown: {"Rason", "Wonjong, DPRK", ""},
		catalog.PropPosition:      {"42.51,130.51"},
	} {
		if got := values(claims, catalog.OriginXMP, p); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", p, got, want)
		}
	}
}

func TestXMPKind(t *testing.T) {
	const vocabulary = "http://cv.iptc.org/newscodes/digitalsourcetype/"
	for text, want := range map[string]catalog.Kind{
		vocabulary + "screenCapture":           catalog.KindScreenshot,
		vocabulary + "digitalCapture":          catalog.KindScene,
		vocabulary + "compositeCapture":        catalog.KindComposite,
		vocabulary + "trainedAlgorithmicMedia": "",
		"screenCapture":                        catalog.KindScreenshot,
	} {
		claims, err := ReadSidecar(packetOf("<Iptc4xmpExt:DigitalSourceType>" + text + "</Iptc4xmpExt:DigitalSourceType>"))
		raw, value, ok := said(t, claims, catalog.PropKind)
		if err != nil || !ok || raw != text || value != string(want) {
			t.Errorf("%s: %q, %q, %v, %v", text, raw, value, ok, err)
		}
	}
	claims, _ := ReadSidecar(packetOf(`<exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">Screenshot</rdf:li></rdf:Alt></exif:UserComment>`))
	if _, value, _ := said(t, claims, catalog.PropKind); value != string(catalog.KindScreenshot) {
		t.Errorf("a phone's comment: %v", claims)
	}
	// What a person decides maps to a term that is read back as the same.
	for _, k := range catalog.Kinds() {
		if term := k.DigitalSourceType(); term != "" && k != catalog.KindDocument {
			if got := sourceTypes[strings.TrimPrefix(term, vocabulary)]; got != k {
				t.Errorf("%s is read as %q", term, got)
			}
		}
	}
}

// TestXMPDamaged: what stands before the damage is read, and the damage is noted.
func TestXMPDamaged(t *testing.T) {
	whole := packetOf("<tiff:Make>Canon</tiff:Make><tiff:Model>EOS</tiff:Model>")
	at := strings.Index(string(whole), "EOS")
	claims, err := ReadSidecar(whole[:at])
	if _, value, _ := said(t, claims, catalog.PropMake); value != "Canon" || catalog.CodeOf(err) != catalog.FileDamaged {
		t.Errorf("%v, %v", claims, err)
	}
}
