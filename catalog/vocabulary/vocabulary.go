// Package vocabulary reads the tables that a catalogue's words come from: goods
// with their names, routes over crossings, and units. It knows no database.
package vocabulary

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"waybill/catalog"
	"waybill/catalog/tsv"
)

// versionFile holds the version of the tables: the day on which what they hold
// changed last, as in "2026-11-24".
const versionFile = "version"

// Seed reads what a new catalogue starts with.
func Seed(source tsv.Source) (catalog.Shipped, error) {
	version, err := source(versionFile)
	if err != nil {
		return catalog.Shipped{}, err
	}
	s := catalog.Shipped{Version: strings.TrimSpace(string(version))}
	if _, err := time.Parse(time.DateOnly, s.Version); err != nil {
		return catalog.Shipped{}, fmt.Errorf("version of the vocabulary: %w", err)
	}
	if s.Items, err = Items(source); err != nil {
		return catalog.Shipped{}, err
	}
	if s.Routes, err = Routes(source); err != nil {
		return catalog.Shipped{}, err
	}
	s.Units, err = Units(source)
	return s, err
}

// Units reads units.tsv.
func Units(source tsv.Source) ([]catalog.Unit, error) {
	rows, err := tsv.Read(source, UnitsFile)
	if err != nil {
		return nil, err
	}
	units := make([]catalog.Unit, len(rows))
	for i, r := range rows {
		units[i] = catalog.Unit{Key: r["key"], Plural: r["en_plural"], Names: catalog.Names{
			English: r["en"], Korean: r["ko"], Chinese: r["zh"], AlsoKnownAs: r["variants"],
		}}
	}
	return units, nil
}

// Items reads goods.tsv, with the forms of caption_forms.tsv as further names,
// and adds the item that stands for goods that nobody has named.
func Items(source tsv.Source) ([]catalog.Item, error) {
	goods, err := tsv.Read(source, "goods.tsv")
	if err != nil {
		return nil, err
	}
	forms, err := tsv.Read(source, "caption_forms.tsv")
	if err != nil {
		return nil, err
	}
	also, captions := map[string]string{}, map[string]catalog.CaptionForms{}
	for _, f := range forms {
		captions[f["goods_id"]] = catalog.CaptionForms{
			Singular: f["en_singular"], Plural: f["en_plural"],
			Korean: f["ko"], KoreanCounter: f["ko_counter"], Chinese: f["zh"], ChineseCounter: f["zh_counter"],
		}
		also[f["goods_id"]] = strings.Join([]string{f["en_singular"], f["en_plural"], f["ko"], f["zh"]}, ";")
	}
	items := []catalog.Item{{
		Key:   catalog.UnspecifiedKey,
		Names: catalog.Names{English: "unspecified goods", Korean: "미상 물품", Chinese: "未指明货物"},
	}}
	for _, g := range goods {
		items = append(items, catalog.Item{
			Key:     g["goods_id"],
			Names:   catalog.Names{English: g["en"], Korean: g["ko"], KoreanNorth: g["ko_dprk"], Chinese: g["zh"], AlsoKnownAs: also[g["goods_id"]]},
			HS:      g["hs2022"],
			Caption: captions[g["goods_id"]],
		})
	}
	return items, nil
}

// Routes reads routes.tsv, whose places are rows of crossings.tsv or plain names.
func Routes(source tsv.Source) ([]catalog.Route, error) {
	places, err := tsv.Read(source, "crossings.tsv")
	if err != nil {
		return nil, err
	}
	byID := map[string]tsv.Row{}
	for _, p := range places {
		byID[p["id"]] = p
	}
	rows, err := tsv.Read(source, "routes.tsv")
	if err != nil {
		return nil, err
	}
	var routes []catalog.Route
	for _, r := range rows {
		route := catalog.Route{Key: r["id"], Names: catalog.Names{English: r["name_en"], Korean: r["name_ko"], Chinese: r["name_zh"]}, Mode: catalog.Mode(r["mode"])}
		if route.Direction, err = catalog.ParseDirection(r["direction"]); err != nil {
			return nil, fmt.Errorf("routes.tsv: %s: %w", r["id"], err)
		}
		for _, text := range strings.Split(r["legs"], ";") {
			leg, err := legOf(text, byID)
			if err != nil {
				return nil, fmt.Errorf("routes.tsv: %s: %w", r["id"], err)
			}
			route.Legs = append(route.Legs, leg)
		}
		if err := route.Check(); err != nil {
			return nil, fmt.Errorf("routes.tsv: %s: %w", r["id"], err)
		}
		routes = append(routes, route)
	}
	return routes, nil
}

func legOf(text string, places map[string]tsv.Row) (catalog.Leg, error) {
	kind, place, ok := strings.Cut(text, ":")
	if !ok || place == "" {
		return catalog.Leg{}, &catalog.Error{Code: catalog.ErrInvalid, Op: "read leg", Subject: text}
	}
	p := places[place]
	if p == nil {
		return catalog.Leg{Kind: kind, Names: catalog.Names{English: place}}, nil
	}
	leg := catalog.Leg{Kind: kind, Place: place, Names: catalog.Names{
		English: join("–", p["side_a_en"], p["side_b_en"]), Korean: p["side_b_ko"], Chinese: p["side_a_local"],
		AlsoKnownAs: join(";", p["side_a_en"], p["side_b_en"], p["variants"]),
	}}
	for column, target := range map[string]**float64{"lat": &leg.Latitude, "lon": &leg.Longitude, "accuracy_m": &leg.Accuracy} {
		n, err := strconv.ParseFloat(p[column], 64)
		if err != nil {
			return catalog.Leg{}, fmt.Errorf("crossings.tsv: %s: %s: %w", place, column, err)
		}
		*target = &n
	}
	return leg, nil
}

func join(by string, parts ...string) string {
	var given []string
	for _, p := range parts {
		if p != "" {
			given = append(given, p)
		}
	}
	return strings.Join(given, by)
}
