package places

import (
	"slices"
	"strings"
	"unicode/utf8"

	"waybill/catalog/naming"
)

// spelling is one of the names of an entry.
type spelling struct {
	text string // as written
	key  string // as compared
}

// simple replaces traditional characters that occur in names of the region by
// simplified ones, and apostrophes that are letters to Unicode by nothing.
var simple = strings.NewReplacer(
	"ʼ", "", "ʻ", "", "`", "", "´", "",
	"琿", "珲", "圖", "图", "們", "们", "權", "权", "龍", "龙", "長", "长", "龜", "龟", "鏡", "镜", "興", "兴", "慶", "庆",
	"羅", "罗", "會", "会", "寧", "宁", "穩", "稳", "雲", "云", "銀", "银", "鐵", "铁", "滿", "满", "臨", "临",
	"東", "东", "遼", "辽", "陽", "阳", "連", "连", "營", "营", "瀋", "沈", "撫", "抚", "順", "顺", "鳳", "凤", "寬", "宽",
	"雙", "双", "義", "义", "鹽", "盐", "龍", "龙", "價", "价", "豐", "丰", "豊", "丰", "淸", "清", "濟", "济",
	"葉", "叶", "湯", "汤", "場", "场", "縣", "县", "區", "区", "鎮", "镇", "鄉", "乡", "島", "岛", "灣", "湾", "橋", "桥",
	"鴨", "鸭", "綠", "绿", "關", "关", "舊", "旧", "樺", "桦", "輝", "辉", "齊", "齐", "爾", "尔", "濱", "滨", "賓", "宾",
	"煙", "烟", "圓", "圆", "馬", "马", "劉", "刘", "陳", "陈", "開", "开", "門", "门", "無", "无", "薊", "蓟", "國", "国",
	"載", "载", "甕", "瓮", "淵", "渊", "漣", "涟", "楊", "杨", "議", "议", "華", "华", "亞", "亚",
	"參", "参", "樂", "乐", "黃", "黄", "穀", "谷", "巖", "岩", "灤", "滦", "嶺", "岭",
	"錦", "锦", "貴", "贵", "廣", "广", "榮", "荣", "頭", "头", "號", "号", "峯", "峰", "鷄", "鸡", "雞", "鸡", "紅", "红",
)

// key gives the form in which names of places are compared: as naming.Fold
// compares names, and without the spaces, for Wonjong-ri is also written
// Wonjongri and 大连港 also 大连 港.
func key(name string) string {
	return strings.ReplaceAll(naming.Fold(simple.Replace(name)), " ", "")
}

// spell collects what the entry's names stand for.
func (e *Entry) spell() {
	for _, label := range []string{e.Names.English, e.Names.Korean, e.Names.KoreanNorth, e.Names.Chinese, e.Names.AlsoKnownAs} {
		e.add(naming.Spellings(label)...)
	}
	if e.class == classPort {
		for _, name := range slices.Clone(e.spellings) {
			if !strings.HasSuffix(name.key, "항") && !strings.HasSuffix(name.key, "港") {
				continue
			}
			e.add(strings.TrimRight(name.text, "항港"))
		}
	}
}

// add adds spellings that are not there yet. A label of several names is none.
func (e *Entry) add(names ...string) {
	for _, name := range names {
		name = strings.TrimSpace(name)
		k := key(name)
		if k == "" || strings.Contains(name, ";") || slices.ContainsFunc(e.spellings, func(s spelling) bool { return s.key == k }) {
			continue
		}
		e.spellings = append(e.spellings, spelling{name, k})
	}
}

// ending is a word after a name that says what kind of place is meant.
type ending struct {
	key   string
	means class
}

// endings of names, longer ones first where one ends in another.
var endings = []ending{
	{"portofentry", classCrossing},
	{"bordercrossing", classCrossing},
	{"checkpoint", classCrossing},
	{"crossing", classCrossing},
	{"customshouse", classCrossing},
	{"customs", classCrossing},
	{"bridge", classCrossing},
	{"통상구", classCrossing},
	{"세관", classCrossing},
	{"다리", classCrossing},
	{"대교", classCrossing},
	{"철교", classCrossing},
	{"교두", classCrossing},
	{"口岸", classCrossing},
	{"海关", classCrossing},
	{"大桥", classCrossing},
	{"桥", classCrossing},
	{"seaport", classPort},
	{"port", classPort},
	{"harbour", classPort},
	{"harbor", classPort},
	{"항구", classPort},
	{"항", classPort},
	{"港", classPort},
	{"county", classTown},
	{"city", classTown},
	{"town", classTown},
	{"up", classTown},
	{"특별시", classTown},
	{"시", classTown},
	{"군", classTown},
	{"현", classTown},
	{"읍", classTown},
	{"市", classTown},
	{"县", classTown},
	{"郡", classTown},
	{"镇", classTown},
}

// withoutEnding takes the word for the kind of place off a name.
func withoutEnding(k string) (name string, means class, ok bool) {
	for _, e := range endings {
		if name, ok := strings.CutSuffix(k, e.key); ok && utf8.RuneCountInString(name) >= 2 {
			return name, e.means, true
		}
	}
	return k, classTown, false
}
