package present

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"waybill/catalog"
)

// Claim says who claims what: "EXIF: 3 July 2023, 14:05", "file name: saved 9
// July 2024, 08:05 (UTC)". Of a claim that says nothing usable it gives the text
// as read.
func (w *Words) Claim(c catalog.Claim) string {
	return w.T("claim.of", "origin", w.Origin(c.Origin), "what", w.claimed(c))
}

// ClaimValue says what a claim was understood as, "" when it says nothing that
// can be used.
func (w *Words) ClaimValue(c catalog.Claim) string {
	if c.Value == "" {
		return ""
	}
	switch c.Property {
	case catalog.PropTaken, catalog.PropDigitized, catalog.PropModified, catalog.PropGPSTime,
		catalog.PropSaved, catalog.PropReceived, catalog.PropScreenshot:
		return w.EDTF(c.Value)
	case catalog.PropPosition:
		if lat, lon, ok := catalog.ParsePosition(c.Value); ok {
			return w.Position(lat, lon)
		}
	case catalog.PropPlace, catalog.PropPlaceShown:
		if p, err := catalog.ParsePlace(c.Value); err == nil {
			return w.place(p)
		}
	case catalog.PropKind:
		if k, err := catalog.ParseKind(c.Value); err == nil {
			return w.Kind(k)
		}
	case catalog.PropAltitude, catalog.PropPositionError:
		return w.T("claim.metres", "n", c.Value)
	case catalog.PropDirection:
		return w.Bearing(c.Value)
	case catalog.PropFormat:
		return strings.ToUpper(c.Value)
	case catalog.PropThumbnail:
		return w.T("claim.another_picture")
	}
	return harmless(c.Value)
}

// Bearing says a direction of view, see catalog.PropDirection: "214°", "214°
// from magnetic north". It gives "" for "".
func (w *Words) Bearing(value string) string {
	if value == "" {
		return ""
	}
	if degrees, magnetic := strings.CutSuffix(value, "M"); magnetic {
		return w.T("claim.bearing_magnetic", "degrees", degrees)
	}
	return w.T("claim.bearing", "degrees", value)
}

// claimed says what is claimed, with the property where that would not be clear.
func (w *Words) claimed(c catalog.Claim) string {
	value := w.ClaimValue(c)
	if value == "" {
		return w.T("claim.unusable", "property", w.Property(c.Property), "raw", clip(c.Raw))
	}
	switch c.Property {
	case catalog.PropTaken, catalog.PropGPSTime, catalog.PropPosition, catalog.PropPlace, catalog.PropKind:
		return value
	case catalog.PropFormat:
		return w.T("claim.format", "value", value, "raw", clip(c.Raw))
	}
	if key := "claim." + string(c.Property); w.has(key) {
		return w.T(key, "value", value)
	}
	return w.T("claim.about", "property", w.Property(c.Property), "value", value)
}

// WarningText says what a person should look at, which claims are about it, and
// what to do next: "Two dates cannot both be right. EXIF says 3 July 2023,
// 14:05; the batch says 5 July 2023. Set …".
func (w *Words) WarningText(x catalog.Warning) string {
	var said []string
	for _, c := range x.Claims[:min(len(x.Claims), maxListed)] {
		if c.Property != catalog.PropThumbnail {
			said = append(said, w.T("says."+string(c.Origin), "what", w.claimed(c)))
		}
	}
	key, next := "warning.said", "advice."+string(x.Code)
	if len(said) == 0 {
		key = "warning.only"
	}
	return w.T(key, "text", w.Warning(x.Code), "claims", capital(strings.Join(said, w.T("warning.separator"))), "next", w.T(next))
}

// capital makes the first letter of a sentence large.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
