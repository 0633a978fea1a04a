package assets

import (
	"embed"
	"fmt"
	"path"
)

//go:embed rules/*/*.tsv
var rulePacks embed.FS

// DefaultRulePack is the id of the rule pack that ships with the program.
const DefaultRulePack = "un-dprk-2397"

// RuleTable returns a table of a rule pack that ships with the program: pack.tsv,
// measures.tsv or goods.tsv (format: rules/README.md). Another pack or name gives an
// error wrapping fs.ErrNotExist.
func RuleTable(pack, name string) ([]byte, error) {
	b, err := rulePacks.ReadFile(path.Join("rules", pack, name))
	if err != nil {
		return nil, fmt.Errorf("read rule pack %s: %s: %w", pack, name, err)
	}
	return b, nil
}
