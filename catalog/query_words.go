package catalog

import "strings"

// word is a word of the query language with the ways to write it, the way it is
// written in a canonical query first. Tables of words are never changed.
type word struct {
	means string
	names []string // folded
}

var fieldWords = []word{
	{"item", []string{"item", "items", "goods", "품목", "물품", "物品", "货物"}},
	{"route", []string{"route", "routes", "경로", "루트", "路线", "路線"}},
	{"status", []string{"status", "상태", "状态", "狀態"}},
	{"date", []string{"date", "taken", "날짜", "촬영", "日期"}},
	{"has", []string{"has", "with", "있음", "有"}},
	{"no", []string{"no", "without", "없음", "没有", "无"}},
	{"batch", []string{"batch", "묶음", "입수분", "批次"}},
	{"source", []string{"source", "출처", "취재원", "来源", "來源", "消息来源", "消息來源"}},
	{"kind", []string{"kind", "kind-of-picture", "종류", "사진종류", "类别", "图片类别", "图片类型", "种类", "種類"}},
	{"measure", []string{"measure", "measures", "조치", "제재조항", "措施"}},
	{"direction", []string{"direction", "방향", "方向", "流向"}},
	{"stage", []string{"stage", "단계", "阶段", "階段", "环节"}},
	{"made-in", []string{"made-in", "madein", "원산지", "제조국", "产地", "產地", "制造国"}},
	{"packaging", []string{"packaging", "포장", "포장상태", "包装情况", "包装", "包裝"}},
	{"visible", []string{"visible", "seen", "보임", "可见", "可見"}},
	{"reported", []string{"reported", "전언", "据称", "據稱", "据报"}},
	{"lot", []string{"lot", "로트", "批号", "货物组"}},
	{"crossing", []string{"crossing", "세관", "통상구", "국경통과지점", "口岸"}},
	{"review", []string{"review", "검토", "审核", "審核", "复核"}},
	{"is", []string{"is", "여부", "是否"}},
	{"step", []string{"step", "steps", "이력", "작업", "步骤", "步驟", "历史"}},
	{"type", []string{"type", "format", "형식", "파일형식", "格式", "文件格式", "文件类型", "类型"}},
	{"place", []string{"place", "places", "장소", "곳", "촬영지", "地点", "地點", "拍摄地点"}},
	{"month", []string{"month", "촬영월", "월별", "月份", "拍摄月份"}},
	{"camera", []string{"camera", "카메라", "사진기", "相机", "相機"}},
	{"warning", []string{"warning", "warnings", "경고", "주의", "警告", "警示"}},
}

var statusWords = []word{
	{string(Sanctioned), []string{"sanctioned", "제재", "제재대상", "제재위반", "制裁", "受制裁", "被制裁", "制裁对象"}},
	{string(Suspected), []string{"suspected", "suspicious", "의심", "제재의심", "可疑", "疑似", "疑似受制裁", "疑似制裁"}},
	{string(Disputed), []string{"disputed", "이견", "해석이견", "논란", "争议", "有争议", "解释有争议"}},
	{string(Exempt), []string{"exempt", "exempted", "면제", "제재면제", "예외", "豁免", "获豁免", "已获豁免"}},
	{string(NotListed), []string{"not-listed", "notlisted", "unlisted", "비대상", "해당없음", "해당조항없음", "未列入", "未列", "未列明"}},
	{string(NotAssessed), []string{"not-assessed", "none", "notassessed", "unassessed", "미평가", "미판정", "未评估", "未认定"}},
}

var kindWords = []word{
	{string(KindScene), []string{"scene", "장면", "현장", "现场", "場景"}},
	{string(KindScreen), []string{"screen-photo", "screen", "photo-of-a-screen", "화면사진", "화면촬영", "翻拍", "翻拍屏幕", "屏幕照片"}},
	{string(KindScreenshot), []string{"screenshot", "screen-shot", "스크린샷", "화면캡처", "截图", "截屏"}},
	{string(KindDocument), []string{"document", "label", "document-or-label", "문서", "라벨", "문서또는라벨", "문서·라벨", "文件", "标签", "文件或标签"}},
	{string(KindFrame), []string{"video-frame", "frame", "동영상장면", "视频帧", "视频截图"}},
	{string(KindFile), []string{"file-photo", "archive-photo", "자료사진", "资料照片", "资料图"}},
	{string(KindComposite), []string{"composite", "collage", "합성", "합성사진", "拼图", "合成", "合成图"}},
}

var directionWords = []word{
	{string(Into), []string{"into", "in", "into-the-dprk", "반입", "북한반입", "运入", "运入朝鲜", "进入", "入境"}},
	{string(OutOf), []string{"out", "out-of", "out-of-the-dprk", "반출", "북한반출", "出境", "运出", "运出朝鲜"}},
}

var stageWords = []word{
	{string(StageFactory), []string{"factory", "공장", "工厂"}},
	{string(StageWarehouse), []string{"warehouse", "창고", "仓库"}},
	{string(StageCustoms), []string{"customs", "세관", "海关"}},
	{string(StageLoading), []string{"loading", "상차", "装车", "装货"}},
	{string(StageCrossing), []string{"crossing", "crossing-the-border", "통과", "국경통과", "过境", "跨越边境"}},
	{string(StageInside), []string{"inside", "inside-the-dprk", "북한내", "境内", "朝鲜境内"}},
	{string(StageOnSale), []string{"on-sale", "onsale", "판매중", "在售"}},
}

var packagingWords = []word{
	{string(PackedRetail), []string{"retail", "in-retail-packaging", "소매포장", "零售包装"}},
	{string(PackedNot), []string{"unpacked", "not-packed", "무포장", "无包装"}},
	{string(PackedRemoved), []string{"removed", "packaging-removed", "포장제거", "已拆包装", "包装已去除"}},
}

var reviewWords = []word{
	{ReviewNone, []string{"none", "없음", "无"}},
	{ReviewAgreed, []string{"agreed", "동의", "同意", "已同意"}},
	{ReviewDisagreed, []string{"disagreed", "이의", "이의있음", "异议", "有异议", "不同意"}},
	{ReviewWaiting, []string{"waiting", "대기", "검토대기", "待审", "待复核"}},
}

var isWords = []word{
	{IsRemoved, []string{"removed", "deleted", "in-bin", "삭제", "휴지통", "已删除", "回收站"}},
}

var warningWords = []word{
	{string(WarnDates), []string{"date-conflict", "dates", "날짜충돌", "날짜모순", "日期矛盾"}},
	{string(WarnClock), []string{"clock-wrong", "clock", "시계오류", "时钟错误"}},
	{string(WarnOffset), []string{"offset-conflict", "time-zone", "시간대모순", "时区矛盾"}},
	{string(WarnPlaces), []string{"place-conflict", "places", "장소충돌", "장소모순", "地点矛盾"}},
	{string(WarnShifted), []string{"gcj02", "gcj-02", "좌표편차", "坐标偏移"}},
	{string(WarnScene), []string{"not-the-scene", "현장아님", "非现场"}},
	{string(WarnFormat), []string{"wrong-extension", "extension", "확장자불일치", "扩展名不符"}},
	{string(WarnThumbnail), []string{"thumbnail-differs", "thumbnail", "미리보기불일치", "缩略图不符"}},
}

var hasWords = []word{
	{"gps", []string{"gps", "place", "position", "location", "위치", "좌표", "장소", "位置", "坐标", "地点"}},
	{"date", []string{"date", "taken", "날짜", "日期"}},
	{"item", []string{"item", "items", "goods", "품목", "물품", "物品", "货物"}},
	{"route", []string{"route", "경로", "루트", "路线", "路線"}},
	{"source", []string{"source", "출처", "취재원", "来源", "來源", "消息来源", "消息來源"}},
	{"caption", []string{"caption", "캡션", "설명", "说明", "图说"}},
	{"warning", []string{"warning", "warnings", "경고", "警告"}},
	{"note", []string{"note", "notes", "메모", "비고", "备注"}},
}

// findWord looks for exactly that name.
func findWord(words []word, typed string) (string, bool) {
	name := foldName(typed)
	for _, w := range words {
		for _, n := range w.names {
			if n == name {
				return w.means, true
			}
		}
	}
	return "", false
}

// findPrefix looks for that name, then for the only word with a name that begins so.
func findPrefix(words []word, typed string) (string, bool) {
	if means, ok := findWord(words, typed); ok {
		return means, true
	}
	name, found := foldName(typed), ""
	for _, w := range words {
		for _, n := range w.names {
			if !strings.HasPrefix(n, name) || found == w.means {
				continue
			}
			if found != "" {
				return "", false
			}
			found = w.means
		}
	}
	return found, found != ""
}

// closest gives the name at the smallest edit distance: at most 2, and at most
// half of what was typed, so that a short word is not turned into another one.
func closest(words []word, typed string) string {
	name := []rune(foldName(typed))
	best, limit := "", min(2, len(name)/2)
	for _, w := range words {
		for _, n := range w.names {
			if d := EditDistance(name, []rune(n), limit); d <= limit && (best == "" || d < limit) {
				best, limit = n, d
			}
		}
	}
	return best
}

// EditDistance counts the letters to insert, delete or change to get from a to b
// (Levenshtein); limit+1 when the lengths alone differ by more than the limit.
func EditDistance(a, b []rune, limit int) int {
	if max(len(a)-len(b), len(b)-len(a)) > limit {
		return limit + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, ra := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, rb := range b {
			change := diagonal
			if ra != rb {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// foldName folds a word and writes "_" and space as "-". Hangul and Hanzi are
// spaced as one likes ("제재 의심", "제재의심"), so that there nothing stands for it.
func foldName(s string) string {
	const dense = '\u1100' // the first letter of Hangul; Hanzi come after it
	name := strings.Join(strings.Fields(strings.ReplaceAll(foldWord(s), "_", "-")), "-")
	if !strings.HasPrefix(name, "-") && strings.ContainsFunc(name, func(r rune) bool { return r >= dense }) {
		return strings.ReplaceAll(name, "-", "")
	}
	return name
}

// foldWord makes lower case of full-width and capital letters and composes Hangul.
func foldWord(s string) string {
	narrow := func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}
	return strings.ToLower(strings.Map(narrow, composeHangul(s)))
}

// composeHangul makes syllables of conjoining jamo, as NFC does (The Unicode
// Standard, section 3.12); everything else stays as it is.
func composeHangul(s string) string {
	const (
		syllables, leads, vowels, trails = 0xAC00, 0x1100, 0x1161, 0x11A7
		nLeads, nVowels, nTrails         = 19, 21, 28
	)
	var out []rune
	for _, r := range s {
		if len(out) > 0 {
			last := out[len(out)-1]
			if lead, vowel := last-leads, r-vowels; lead >= 0 && lead < nLeads && vowel >= 0 && vowel < nVowels {
				out[len(out)-1] = syllables + (lead*nVowels+vowel)*nTrails
				continue
			}
			if lv, trail := last-syllables, r-trails; lv >= 0 && lv < nLeads*nVowels*nTrails && lv%nTrails == 0 && trail > 0 && trail < nTrails {
				out[len(out)-1] = last + trail
				continue
			}
		}
		out = append(out, r)
	}
	return string(out)
}
