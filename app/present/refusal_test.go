package present_test

import (
	"strings"
	"testing"

	"waybill/assets"
	"waybill/catalog/datetext"
	"waybill/catalog/filename"
	"waybill/catalog/places"
)

// What a person typed is refused with the characters that are wrong, counted
// from 1, and with what to do.
func TestRefusedDates(t *testing.T) {
	w := load(t)
	for text, want := range map[string]string{
		"3 Jluy 2023":        "“Jluy” (character 3) is not understood. Check the spelling, or write the date like 2023-07-03.",
		"yesterday":          "“yesterday” (character 1) means another day whenever it is read. Write the date itself, such as 2023-07-03.",
		"03/07/2023":         "“03/07/2023” (character 1) can be read as more than one date. Write year, month and day: 2023-07-03.",
		"31 June 2023":       "“31” (character 1) is no day of that month. Check the day and the month.",
		"2023년 13월":          "“13” (character 7) is no month. Write 01 to 12.",
		"[2023-07-03..2022]": "“2022” (character 14) is where it ends, before it begins. Put the earlier date first.",
	} {
		_, err := datetext.Parse(text)
		check(t, w.Error(err), want)
	}
}

func TestRefusedPlaces(t *testing.T) {
	g, err := places.Load(assets.Vocabulary, assets.Place)
	if err != nil {
		t.Fatal(err)
	}
	w := load(t)
	for text, want := range map[string]string{
		"95.2, 130.5":                       "“95.2, 130.5” (character 1): a latitude is at most 90 degrees. Check it, and that the latitude stands first.",
		"42°75'N 130°E":                     "“75'N 130°E” (character 4): minutes and seconds end at 59. Check them.",
		"Quanhee":                           "No place is called “Quanhee” here. Check the spelling, or write coordinates or paste a link to a map. Did you mean Quanhe–Wonjong-ri?",
		"https://maps.app.goo.gl/abc":       "A short link can be read only by opening it, and Waybill opens none. Open it in a browser and paste the long link it leads to.",
		"0, 0":                              "0, 0 is what devices write that do not know where they are. Leave the place empty when it is not known.",
		"https://www.google.com/maps/about": "“https://www.google.com/maps/about” names no coordinates. Set a pin in the map and copy its link, or its coordinates.",
	} {
		_, _, err := places.Parse(text, g)
		check(t, w.Error(err), want)
	}
}

// A name that several places have is answered with all of them.
func TestAmbiguousPlace(t *testing.T) {
	w := load(t)
	match := func(country string) places.Match {
		e := &places.Entry{Countries: []string{country}}
		e.Names.English = "Songgang"
		return places.Match{Entry: e}
	}
	err := &places.Error{Reason: places.ReasonAmbiguous, Text: "송강", Matches: []places.Match{match("CN"), match("KP")}}
	check(t, w.Error(err), "“송강” is the name of more than one place. Write more of the name, such as Songgang (CN), Songgang (KP), or coordinates.")
}

func TestRefusedTable(t *testing.T) {
	w := load(t)
	_, err := filename.Parse(strings.NewReader("id\tapp\n"))
	check(t, w.Error(err), "The table of file names cannot be used, see line 1: It has too few or too many cells. Separate them by tabs, one for each column.")
}
