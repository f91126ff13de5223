package assets

import "embed"

// Examples holds the examples that empty fields show: examples/countries.toml, places and
// degrees by country, and examples/trades.toml, jobs by field of work.
//
//go:embed examples/*.toml
var Examples embed.FS
