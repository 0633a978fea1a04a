package transfer

import (
	"slices"
	"strings"

	"waybill/app/present"
	"waybill/app/widgets"
	"waybill/catalog"
)

// vias lists how earlier batches came.
func (k known) vias(text string) []widgets.Option {
	var options []widgets.Option
	seen := map[string]bool{}
	for _, b := range k.batches {
		if b.Via != "" && !seen[b.Via] && contains(b.Via, text) {
			seen[b.Via] = true
			options = append(options, widgets.Option{Text: b.Via})
		}
	}
	return options
}

// aliases lists the sources whose alias contains a text.
func (k known) aliases(text string, words *present.Words) []widgets.Option {
	var options []widgets.Option
	for _, s := range k.sources {
		if contains(s.Alias, text) {
			options = append(options, widgets.Option{Text: s.Alias, Detail: words.N("transfer.photos", s.Used)})
		}
	}
	return options
}

// ways lists the routes that have a name, or pass a place with a name, that
// contains a text.
func (k known) ways(text string, words *present.Words) []widgets.Option {
	var options []widgets.Option
	for _, r := range k.routes {
		names := namesOf(r.Names)
		for _, leg := range r.Legs {
			names = append(names, namesOf(leg.Names)...)
		}
		i := slices.IndexFunc(names, func(name string) bool { return contains(name, text) })
		if i < 0 {
			continue
		}
		option := widgets.Option{Text: words.Name(r.Names)}
		if !contains(option.Text, text) {
			option.Detail = names[i] // why it is here
		}
		options = append(options, option)
	}
	return options
}

func namesOf(n catalog.Names) []string {
	return []string{n.English, n.Korean, n.KoreanNorth, n.Chinese, n.AlsoKnownAs}
}

func contains(name, part string) bool {
	return strings.Contains(strings.ToLower(name), strings.ToLower(strings.TrimSpace(part)))
}
