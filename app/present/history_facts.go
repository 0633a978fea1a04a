package present

import "encoding/json"

// facts is the detail of a step. What is missing or of another type counts as
// not told.
type facts map[string]any

func (d facts) text(name string) string {
	s, _ := d[name].(string)
	return s
}

func (d facts) number(name string) int {
	switch n := d[name].(type) {
	case int:
		return n
	case int64:
		return int(n)
	case float64:
		return int(n)
	case json.Number:
		i, _ := n.Int64() // 0 when it is none
		return int(i)
	}
	return 0
}

func (d facts) list(name string) []string {
	switch v := d[name].(type) {
	case []string:
		return v
	case []any:
		var names []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				names = append(names, s)
			}
		}
		return names
	}
	return nil
}
