package catalog_test

import (
	"strings"
	"testing"

	"waybill/catalog"
)

func TestParseKind(t *testing.T) {
	for text, want := range map[string]catalog.Kind{
		"": "", "scene": catalog.KindScene, "장면": catalog.KindScene, "现场": catalog.KindScene, "Screen Photo": catalog.KindScreen, "screen_photo": catalog.KindScreen,
		"화면사진": catalog.KindScreen, "翻拍": catalog.KindScreen, "SCREENSHOT": catalog.KindScreenshot, "스크린샷": catalog.KindScreenshot, "截图": catalog.KindScreenshot,
		"label": catalog.KindDocument, "문서": catalog.KindDocument, "标签": catalog.KindDocument, "frame": catalog.KindFrame, "视频帧": catalog.KindFrame,
		"자료사진": catalog.KindFile, "资料图": catalog.KindFile, "collage": catalog.KindComposite, "합성": catalog.KindComposite, "拼图": catalog.KindComposite,
	} {
		if got, err := catalog.ParseKind(text); err != nil || got != want {
			t.Errorf("%q is %q, %v; want %q", text, got, err, want)
		}
	}
	for _, k := range catalog.Kinds() {
		if got, err := catalog.ParseKind(string(k)); err != nil || got != k {
			t.Errorf("%q is %q, %v", k, got, err)
		}
	}
	for _, text := range []string{"painting", "scen", " ", "장"} {
		if got, err := catalog.ParseKind(text); catalog.CodeOf(err) != catalog.ErrInvalid || got != "" {
			t.Errorf("%q is %q, %v", text, got, err)
		}
	}
}

// TestDigitalSourceType: the terms are those of the IPTC NewsCodes; where none
// says what we mean there is none.
func TestDigitalSourceType(t *testing.T) {
	const vocabulary = "http://cv.iptc.org/newscodes/digitalsourcetype/"
	want := map[catalog.Kind]string{
		catalog.KindScene: "digitalCapture", catalog.KindDocument: "digitalCapture", catalog.KindScreenshot: "screenCapture", catalog.KindComposite: "composite",
	}
	for _, k := range append(catalog.Kinds(), "", "painting") {
		if got := strings.TrimPrefix(k.DigitalSourceType(), vocabulary); got != want[k] {
			t.Errorf("%q is %q, want %q", k, got, want[k])
		}
	}
}

func TestProposeKind(t *testing.T) {
	size := func(w, h int) catalog.Reading { return catalog.Reading{Format: "png", Width: &w, Height: &h} }
	jpeg := size(1080, 2340)
	jpeg.Format = "jpeg"
	for name, tt := range map[string]struct {
		read   catalog.Reading
		claims []string
		want   catalog.Kind
	}{
		"a phone upright":        {size(1080, 2340), nil, catalog.KindScreenshot},
		"a phone on its side":    {size(2532, 1170), nil, catalog.KindScreenshot},
		"a computer":             {size(1920, 1080), nil, catalog.KindScreenshot},
		"a square":               {size(1080, 1080), nil, ""},
		"too long for a phone":   {size(1080, 2600), nil, ""},
		"just wide enough":       {size(720, 1280), nil, catalog.KindScreenshot},
		"a camera's size":        {size(4000, 3000), nil, ""},
		"a JPEG":                 {jpeg, nil, ""},
		"of no known size":       {catalog.Reading{Format: "png"}, nil, ""},
		"by a camera":            {size(1080, 2340), []string{"exif make HUAWEI"}, ""},
		"with an exposure":       {size(1080, 2340), []string{"xmp exposure 1/125"}, ""},
		"with a program's stamp": {size(1080, 2340), []string{"xmp software Screenshot"}, catalog.KindScreenshot},
	} {
		got := catalog.ProposeKind(tt.read, said(t, tt.claims...))
		switch {
		case tt.want == "" && got != nil:
			t.Errorf("%s: %+v", name, got)
		case tt.want != "" && (len(got) != 1 || got[0].Value != string(tt.want) || got[0].Origin != catalog.OriginFilesystem || !strings.HasPrefix(got[0].Raw, "png ")):
			t.Errorf("%s: %+v", name, got)
		}
	}
}
