package assets

import "embed"

// Examples holds the examples that empty fields show: examples/countries.toml, places and
// degrees by country, examples/trades.toml, jobs by field of work, that in the other languages of the
// window, and examples/languages.toml, what else is said in them.
//
//go:embed examples/*.toml
var Examples embed.FS
