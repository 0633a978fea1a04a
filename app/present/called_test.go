package present_test

import (
	"context"
	"errors"
	"testing"

	"waybill/catalog"
)

func TestCalled(t *testing.T) {
	vocabulary := []catalog.Names{
		{English: "household refrigerator", Korean: "냉장고", KoreanNorth: "랭장고", Chinese: "冰箱; 电冰箱"},
		{English: "fishing net", Chinese: "渔网"},
		{Korean: "손수레"},
	}
	for language, want := range map[string][]string{
		"en": {"household refrigerator", "fishing net", "손수레", "unheard of"},
		"ko": {"냉장고", "fishing net", "손수레", "unheard of"},
		"zh": {"冰箱", "渔网", "손수레", "unheard of"},
	} {
		w := loadIn(t, language)
		if got := w.Called("household refrigerator"); got != "household refrigerator" {
			t.Errorf("%s: before anything is learnt it is %q", language, got)
		}
		read := 0
		err := w.LearnFrom(t.Context(), func(context.Context) ([]catalog.Names, error) { read++; return vocabulary, nil })
		if err != nil || (read == 0) != (language == "en") {
			t.Errorf("%s: the vocabulary was read %d times, %v", language, read, err)
		}
		for i, label := range []string{"household refrigerator", "fishing net", "손수레", "unheard of"} {
			if got := w.Called(label); got != want[i] {
				t.Errorf("%s: %s is called %q", language, label, got)
			}
		}
	}
	w := loadIn(t, "ko")
	broken := errors.New("broken")
	if err := w.LearnFrom(t.Context(), func(context.Context) ([]catalog.Names, error) { return nil, broken }); !errors.Is(err, broken) {
		t.Errorf("what could not be read gives %v", err)
	}
}

// The history, counts and errors call goods as the window does.
func TestLabelsInSentences(t *testing.T) {
	w := loadIn(t, "ko")
	w.Learn([]catalog.Names{{English: "household refrigerator", Korean: "냉장고"}, {English: "Quanhe route", Korean: "취안허 경로"}})
	tagged := catalog.Step{Action: catalog.ActionTag, Detail: map[string]any{"photos": 2, "added": []string{"household refrigerator"}, "route": "Quanhe route"}}
	check(t, w.Step(tagged), "사진 2장 변경: 냉장고 추가 · 경로 취안허 경로")
	check(t, w.Tally(&catalog.Count{ItemName: "household refrigerator", Visible: true, Lots: 2, Photos: 5}), "냉장고: 사진 5장에 로트 2개")
	check(t, w.Change(catalog.Change{Entity: "photo", Field: "route", After: "Quanhe route"}), "경로: 취안허 경로")
	w.Learn([]catalog.Names{{English: "Quanhe–Wonjong-ri", Korean: "취안허–원정리"}})
	check(t, w.Leg(&catalog.Leg{Names: catalog.Names{English: "Quanhe–Wonjong-ri", Korean: "원정리"}}), "취안허–원정리")
	w.Learn([]catalog.Names{{English: "quanhe-wonjong", Korean: "취안허–원정리"}})
	check(t, w.Leg(&catalog.Leg{Place: "quanhe-wonjong", Names: catalog.Names{English: "Quanhe (Hunchun)–Wonjong-ri", Korean: "원정리"}}), "취안허–원정리")
	check(t, w.Leg(&catalog.Leg{Names: catalog.Names{English: "a yard", Korean: "야적장"}}), "야적장")
	w.Learn([]catalog.Names{{English: "household refrigerator", Korean: "냉장고"}})
	check(t, w.Error(&catalog.Error{Code: catalog.ErrAmbiguous, Subject: "냉", Matches: []string{"household refrigerator", "x"}}),
		"“냉”: 맞는 것이 여럿입니다(냉장고, x). 이름을 더 자세히 쓰세요.")
}
