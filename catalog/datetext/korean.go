package datetext

import "waybill/catalog/edtf"

var korean = vocabulary(
	series(season, 21, "봄", "여름", "가을", "겨울"),
	series(season, 21, "봄철", "여름철", "가을철", "겨울철"),
	// 초 is a second, too: see numbered.
	also(word{kind: part, n: early}, "초", "초순", "상순", "초반"),
	also(word{kind: part, n: middle}, "중순", "중반"),
	also(word{kind: part, n: late}, "말", "하순", "후반", "늦"),
	series(part, firstHalf, "상반기", "하반기"),
	series(weekday, 0, "일요일", "월요일", "화요일", "수요일", "목요일", "금요일", "토요일"),
	series(weekday, 0, "(일)", "(월)", "(화)", "(수)", "(목)", "(금)", "(토)"),

	also(word{kind: yearUnit}, "년", "년도"),
	also(word{kind: monthUnit}, "월"),
	also(word{kind: dayUnit}, "일"),
	also(word{kind: hourUnit}, "시"),
	also(word{kind: minuteUnit}, "분"),
	also(word{kind: halfHour}, "반"),
	also(word{kind: decade}, "년대"),
	also(word{kind: dayHalf, n: am}, "오전", "새벽", "아침"),
	also(word{kind: dayHalf, n: pm}, "오후"),
	also(word{kind: dayHalf, n: evening}, "저녁", "밤"),
	also(word{kind: oclock, n: 12}, "정오"),
	also(word{kind: zone, offset: korea}, "한국시간", "한국 시간", "한국표준시", "한국 표준시",
		"서울시간", "서울 시간", "일본시간", "일본 시간"),
	also(word{kind: zone, offset: beijing}, "베이징시간", "베이징 시간", "북경시간", "북경 시간",
		"중국시간", "중국 시간"),
	also(word{kind: zone, offset: pyongyang}, "평양시간", "평양 시간", "북한시간", "북한 시간",
		"조선시간", "조선 시간"),

	also(word{kind: qualifier, n: int(edtf.Approximate)}, "경", "쯤", "께", "무렵", "즈음", "약", "대략",
		"전후", "정도"),
	also(word{kind: qualifier, n: int(edtf.Uncertain)}, "아마", "아마도", "추정", "불확실"),

	also(word{kind: to}, "에서"),
	also(word{kind: and}, "와", "과", "및"),
	also(word{kind: or}, "또는", "혹은"),
	also(word{kind: startsAt}, "부터", "에서부터"),
	also(word{kind: endsAt}, "까지"),
	also(word{kind: within}, "사이"),
	also(word{kind: bounded, n: before}, "전"),
	also(word{kind: bounded, n: notAfter}, "이전", "이전까지"),
	also(word{kind: bounded, n: after}, "후"),
	also(word{kind: bounded, n: notBefore}, "이후", "이후로", "이후부터", "이래"),

	also(word{kind: noise}, "에", "에는", "의", "은", "는", "중", "정각", "서기"),
	also(word{kind: relative}, "어제", "오늘", "내일", "모레", "그제", "그저께", "엊그제", "지난", "지난주",
		"지난달", "지난해", "작년", "재작년", "올해", "금년", "내년", "이번", "최근", "방금", "지금", "현재"),
	also(word{kind: otherCalendar}, "음력"),
)
