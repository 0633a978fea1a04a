package present_test

import (
	"testing"
	"time"

	"waybill/app/present"
	"waybill/assets"
	"waybill/catalog"
	"waybill/catalog/citation"
)

// loadIn loads the shipped words of a language.
func loadIn(t *testing.T, language string) *present.Words {
	t.Helper()
	w, err := present.Load(assets.Translations(), language)
	if err != nil || w.Language() != language {
		t.Fatalf("the words in %s are %v, %v", language, w, err)
	}
	return w
}

func TestDatesInKoreanAndChinese(t *testing.T) {
	ko, zh := loadIn(t, "ko"), loadIn(t, "zh")
	for _, c := range []struct{ edtf, ko, zh string }{
		{"2023", "2023년", "2023年"},
		{"2023-11", "2023년 11월", "2023年11月"},
		{"2023-11-07", "2023년 11월 7일", "2023年11月7日"},
		{"201X", "2010년대", "2010年代"},
		{"20XX", "2000~2099년", "2000年至2099年"},
		{"2023-21", "2023년 봄", "2023年春"},
		{"2023-24", "2023~2024년 겨울", "2023–2024年冬"},
		{"2023-11-07T14:05:59", "2023년 11월 7일 14:05", "2023年11月7日14:05"},
		{"2023-11-07T14:05:00+09:00", "2023년 11월 7일 14:05(+09:00)", "2023年11月7日14:05（+09:00）"},
		{"2024-07-09T08:05:00Z", "2024년 7월 9일 08:05(UTC)", "2024年7月9日08:05（UTC）"},
		{"2023-11-07~", "2023년 11월 7일경", "2023年11月7日前后"},
		{"2023?", "2023년(불확실)", "2023年（可能）"},
		{"2023-07%", "2023년 7월경(불확실)", "2023年7月前后（可能）"},
		{"[2023-07-01..2023-07-10]", "2023년 7월 1~10일 사이", "2023年7月1日至10日之间"},
		{"[2023-06-28..2023-07-10]", "2023년 6월 28일에서 7월 10일 사이", "2023年6月28日至7月10日之间"},
		{"[2022-12-28..2023-01-10]", "2022년 12월 28일에서 2023년 1월 10일 사이", "2022年12月28日至2023年1月10日之间"},
		{"[2023-06..2023-08]", "2023년 6월~8월 사이", "2023年6月至8月之间"},
		{"[2021..2023]", "2021년에서 2023년 사이", "2021年至2023年之间"},
		{"[2023-07-02~..2023-07-10~]", "대략 2023년 7월 2~10일 사이", "大约2023年7月2日至10日之间"},
		{"[2023-07-02~..2023-07-10]", "2023년 7월 2일경에서 2023년 7월 10일 사이", "2023年7月2日前后至2023年7月10日之间"},
		{"[2023-07-01~..2023-07-10~]", "2023년 7월 초순", "2023年7月上旬"},
		{"[2023-07-11~..2023-07-20~]", "2023년 7월 중순", "2023年7月中旬"},
		{"[2024-02-21~..2024-02-29~]", "2024년 2월 하순", "2024年2月下旬"},
		{"[2023-07-01%..2023-07-10%]", "2023년 7월 초순(불확실)", "2023年7月上旬（可能）"},
		{"[2023-01~..2023-04~]", "2023년 초", "2023年初"},
		{"[2023-05~..2023-08~]", "2023년 중반", "2023年中"},
		{"[2023-09~..2023-12~]", "2023년 말", "2023年末"},
		{"[2023-07-03T12:00:00..2023-07-03T23:59:59]", "2023년 7월 3일 12:00~23:59 사이", "2023年7月3日12:00至23:59之间"},
		{"[2024-07-09T00:00:00Z..2024-07-09T23:59:59Z]", "2024년 7월 9일(UTC)", "2024年7月9日（UTC）"},
		{"[..2024-07-09]", "2024년 7월 9일 이전", "不晚于2024年7月9日"},
		{"[2023-07..]", "2023년 7월 이후", "不早于2023年7月"},
		{"[2023-07,2023-08]", "2023년 7월 또는 2023년 8월", "2023年7月或2023年8月"},
		{"[2019,2021,2023..2025]", "2019년, 2021년 또는 2023년에서 2025년 사이", "2019年、2021年或2023年至2025年之间"},
		{"2023-07-01/2023-07-10", "2023년 7월 1~10일", "2023年7月1日至10日"},
		{"2023-07-01~/2023-07-10~", "대략 2023년 7월 1~10일", "大约2023年7月1日至10日"},
		{"2023-06/2023-08", "2023년 6월~8월", "2023年6月至8月"},
		{"2023/..", "2023년부터", "2023年起"},
		{"../2023", "2023년까지", "截至2023年"},
	} {
		check(t, ko.EDTF(c.edtf), c.ko)
		check(t, zh.EDTF(c.edtf), c.zh)
	}
}

func TestNumbersInKoreanAndChinese(t *testing.T) {
	ko, zh := loadIn(t, "ko"), loadIn(t, "zh")
	from := time.Date(2023, 7, 1, 0, 0, 0, 0, time.UTC)
	pallets := catalog.UnitNames{Names: catalog.Names{English: "pallet", Korean: "팔레트", Chinese: "托盘"}, Plural: "pallets"}
	observation := func(n float64, estimated bool) *catalog.Observation {
		return &catalog.Observation{UnitNames: pallets, Seen: catalog.Seen{Quantity: &n, Unit: "pallet", Estimated: estimated}}
	}
	for _, c := range []struct {
		say    func(*present.Words) string
		ko, zh string
	}{
		{func(w *present.Words) string { return w.Count(1234567) }, "1,234,567", "1,234,567"},
		{func(w *present.Words) string { return w.Bytes(1) }, "1바이트", "1字节"},
		{func(w *present.Words) string { return w.Bytes(1_500_000) }, "1.5 MB", "1.5 MB"},
		{func(w *present.Words) string { return w.Megapixels(4000, 3000) }, "12 메가픽셀", "12百万像素"},
		{func(w *present.Words) string { return w.Duration(80 * time.Minute) }, "1시간 20분", "1小时20分"},
		{func(w *present.Words) string { return w.Duration(42 * time.Second) }, "42초", "42秒"},
		{func(w *present.Words) string { return w.Duration(0) }, "1초 미만", "不到1秒"},
		{func(w *present.Words) string { return w.Position(42.566, 130.53) }, "북위 42.56600°, 동경 130.53000°", "北纬42.56600°，东经130.53000°"},
		{func(w *present.Words) string { return w.Distance(1234) }, "1.2 km", "1.2公里"},
		{func(w *present.Words) string { return w.Quantity(observation(38, true)) }, "약 38팔레트", "约38托盘"},
		{func(w *present.Words) string { return w.Quantity(observation(1, false)) }, "1팔레트", "1托盘"},
		{func(w *present.Words) string { return w.N("search.all", 1) }, "사진 1장", "1张照片"},
		{func(w *present.Words) string { return w.N("search.all", 2345) }, "사진 2,345장", "2,345张照片"},
		{func(w *present.Words) string { return w.N("app.selected", 1) }, "1장 선택", "已选1张"},
		{func(w *present.Words) string { return w.Bounds(&from, nil) }, "2023년 7월 1일 00:00 이후", "不早于2023年7月1日00:00"},
		{func(w *present.Words) string { return w.Country("KP") }, "북한", "朝鲜"},
		{
			func(w *present.Words) string {
				return w.Error(&catalog.Error{Code: catalog.ErrUnknownItem, Subject: "냉장고"})
			},
			"“냉장고” 품목이 없습니다. 맞춤법을 확인하거나 새 품목으로 추가하세요.", "没有名为“냉장고”的货物。检查拼写，或作为新货物添加。",
		},
	} {
		check(t, c.say(ko), c.ko)
		check(t, c.say(zh), c.zh)
	}
}

// Resolutions are called as newsrooms and the United Nations call them.
func TestMeasuresInKoreanAndChinese(t *testing.T) {
	ko, zh := loadIn(t, "ko"), loadIn(t, "zh")
	for _, c := range []struct{ instrument, paragraph, ko, zh string }{
		{"S/RES/2397(2017)", "7", "안보리 결의 2397호(2017) 7항", "安理会第2397（2017）号决议第7段"},
		{"S/RES/2270(2016)", "39 + Annex IV", "안보리 결의 2270호(2016) 39항 및 부속서 IV", "安理会第2270（2016）号决议第39段及附件IV"},
		{"S/RES/2321(2016)", "4,7 + Annex III", "안보리 결의 2321호(2016) 4, 7항 및 부속서 III", "安理会第2321（2016）号决议第4、7段及附件III"},
		{"S/RES/1695(2006)", "3-4", "안보리 결의 1695호(2006) 3-4항", "安理会第1695（2006）号决议第3-4段"},
		{"MOFCOM/GACC Announcement 2016 No.81", "", "중국 상무부·해관총서 공고 2016년 제81호", "商务部、海关总署公告2016年第81号"},
	} {
		check(t, ko.Measure(c.instrument, c.paragraph), c.ko)
		check(t, zh.Measure(c.instrument, c.paragraph), c.zh)
	}
}

// What stands below a story in each language, as its readers are used to it.
func TestCitationsInKoreanAndChinese(t *testing.T) {
	ko, zh := loadIn(t, "ko"), loadIn(t, "zh")
	on := time.Date(2024, 1, 15, 0, 0, 0, 0, time.UTC)
	fridge := catalog.CaptionForms{Singular: "household refrigerator", Plural: "household refrigerators", Korean: "냉장고", KoreanCounter: "대", Chinese: "冰箱", ChineseCounter: "台"}
	tile := catalog.CaptionForms{Singular: "ceramic tile", Plural: "ceramic tiles", Korean: "타일", Chinese: "瓷砖"}
	quanhe := catalog.Names{English: "Quanhe–Wonjong", Korean: "취안허–원정리", Chinese: "圈河—元汀里"}
	hunchun := catalog.Names{English: "Hunchun", Korean: "훈춘", Chinese: "珲春"}
	rason := catalog.Names{English: "Rason", Korean: "라선", Chinese: "罗先"}
	pallet := catalog.UnitNames{Names: catalog.Names{English: "pallet", Korean: "팔레트", Chinese: "托盘"}, Plural: "pallets"}
	tonne := catalog.UnitNames{Names: catalog.Names{English: "tonne", Korean: "톤", Chinese: "吨"}, Plural: "tonnes"}
	judged := func(s catalog.Status, paragraph string) *citation.Assessment {
		return &citation.Assessment{Status: s, Instrument: "S/RES/2397(2017)", Paragraph: paragraph, On: on}
	}
	signed := judged(catalog.Suspected, "7")
	signed.By = "AB"
	contested := judged(catalog.Disputed, "7")
	contested.Contested = true
	for _, c := range []struct {
		cited  citation.Citation
		ko, zh string
	}{{
		citation.Citation{
			Credit: "Daily NK", Date: &citation.Date{EDTF: "2023-11-07", Basis: citation.BasisSource},
			Place: &citation.Place{Names: quanhe, Crossing: true, At: true, Basis: citation.BasisSource},
			Goods: []citation.Goods{{Forms: fridge, Visible: true, Quantity: new(38.0), Estimated: true, Direction: catalog.Into, Basis: catalog.BasisSeen, Assessment: judged(catalog.Sanctioned, "7")}},
		},
		"사진에 보이는 물품: 냉장고 38대가량. 북한으로 반입 중(사진에서 확인). 촬영: 2023년 11월 7일, 취안허–원정리 통상구(근거: 취재원 설명). 크레딧: Daily NK. 냉장고: 안보리 결의 2397호(2017) 7항에 따른 제재 대상(2024년 1월 15일 판정).",
		"照片中可见：约38台冰箱。运往朝鲜途中（画面可见）。据消息来源，照片于2023年11月7日在圈河—元汀里口岸拍摄。署名：Daily NK。冰箱：依安理会第2397（2017）号决议第7段受制裁；2024年1月15日认定。",
	}, {
		citation.Citation{
			Date: &citation.Date{EDTF: "2023-11", Basis: citation.BasisEditor}, Place: &citation.Place{Names: hunchun, Basis: citation.BasisOwn},
			Goods: []citation.Goods{
				{Forms: fridge, Visible: true, Quantity: new(1.0), Direction: catalog.Into, Basis: catalog.BasisSource, Assessment: signed},
				{Forms: tile, Quantity: new(12.0), Unit: "pallet", UnitNames: pallet, Direction: catalog.Into, Assessment: &citation.Assessment{Status: catalog.NotListed, On: on}},
			},
		},
		"사진에 보이는 물품: 냉장고 1대. 사진에는 없으나 취재원이 전한 물품: 타일 12팔레트. 냉장고: 북한으로 반입 중(취재원 전언). 타일: 북한으로 반입 중. 촬영: 2023년 11월(근거: 편집자 판단). 촬영지: 훈춘 인근(근거: 사진 자체 정보). 크레딧: 안전을 위해 밝히지 않음. 냉장고: 안보리 결의 2397호(2017) 7항에 따른 제재 대상으로 의심됨(2024년 1월 15일 AB 판정). 타일: 해당하는 제재 조항 확인되지 않음(2024년 1월 15일 판정).",
		"照片中可见：1台冰箱。画面未见，但来源称有：12托盘瓷砖。冰箱：运往朝鲜途中（来源称）。瓷砖：运往朝鲜途中。据编辑部判断，照片于2023年11月拍摄。据照片自带数据，照片在珲春附近拍摄。署名：出于安全考虑不公开。冰箱：疑属安理会第2397（2017）号决议第7段制裁范围；AB于2024年1月15日认定。瓷砖：未发现适用的措施；2024年1月15日认定。",
	}, {
		citation.Citation{
			Place: &citation.Place{Names: rason, Shown: true, At: true, Basis: citation.BasisEditor},
			Goods: []citation.Goods{{
				Forms: tile, Visible: true, Assessment: contested,
				Readings: []citation.Reading{{HS: "8418", Instrument: "S/RES/2397(2017)", Paragraph: "7", Otherwise: "no industrial machinery"}},
			}},
		},
		"사진에 보이는 물품: 타일. 촬영 날짜 미상. 사진 속 장소: 라선(근거: 편집자 판단). 크레딧: 안전을 위해 밝히지 않음. 타일: 안보리 결의 2397호(2017) 7항 해석에 이견 있음(2024년 1월 15일 판정). 검토자 이의 있음. HS 제8418호 기준으로는 안보리 결의 2397호(2017) 7항 적용 대상이나, 편집국은 적용 대상이 아니라고 해석함. 다른 해석의 원문: “no industrial machinery”.",
		"照片中可见：瓷砖。日期不明。据编辑部判断，画面所示地点在罗先。署名：出于安全考虑不公开。瓷砖：有争议，对安理会第2397（2017）号决议第7段的解读不一；2024年1月15日认定。有复核者不同意。按HS品目8418，属安理会第2397（2017）号决议第7段范围；编辑部则解读为不在其范围内。另一种解读的原话：“no industrial machinery”。",
	}, {
		citation.Citation{
			Credit: "AP", Date: &citation.Date{EDTF: "[2023-07-01~..2023-07-10~]", Basis: citation.BasisSource}, Place: &citation.Place{Country: "CN", Basis: citation.BasisSource},
			Goods: []citation.Goods{
				{Names: catalog.Names{English: "fishing net", Korean: "그물", Chinese: "渔网"}, Visible: true, Quantity: new(3.0), Direction: catalog.OutOf},
				{Forms: fridge, Visible: true, Quantity: new(2.0), Direction: catalog.Into},
			},
		},
		"사진에 보이는 물품: 그물 3개, 냉장고 2대. 그물: 북한에서 반출 중. 냉장고: 북한으로 반입 중. 촬영: 2023년 7월 초순, 중국(근거: 취재원 설명). 크레딧: AP. 그물: 미판정. 냉장고: 미판정.",
		"照片中可见：3件渔网和2台冰箱。渔网：运出朝鲜途中。冰箱：运往朝鲜途中。据消息来源，照片2023年7月上旬在中国拍摄。署名：AP。渔网：未认定。冰箱：未认定。",
	}, {
		citation.Citation{
			Date: &citation.Date{EDTF: "2023-11-07~", Basis: citation.BasisOwn}, Place: &citation.Place{Names: quanhe, Crossing: true, Basis: citation.BasisEditor},
			Goods: []citation.Goods{{Forms: fridge, Visible: true, Quantity: new(1234.5), Unit: "tonne", UnitNames: tonne, Assessment: judged(catalog.Exempt, "25")}},
		},
		"사진에 보이는 물품: 냉장고 1,234.5톤. 촬영: 2023년 11월 7일경(근거: 사진 자체 정보). 촬영지: 취안허–원정리 통상구 인근(근거: 편집자 판단). 크레딧: 안전을 위해 밝히지 않음. 냉장고: 안보리 결의 2397호(2017) 25항 적용 면제(2024년 1월 15일 판정).",
		"照片中可见：1,234.5吨冰箱。据照片自带数据，照片2023年11月7日前后拍摄。据编辑部判断，照片在圈河—元汀里口岸附近拍摄。署名：出于安全考虑不公开。冰箱：获豁免，不受安理会第2397（2017）号决议第25段限制；2024年1月15日认定。",
	}} {
		check(t, ko.Citation(&c.cited), c.ko)
		check(t, zh.Citation(&c.cited), c.zh)
	}
}
