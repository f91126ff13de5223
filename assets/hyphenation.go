package assets

import "embed"

// Hyphenation holds the patterns by which words are broken, as TeX has them, and
// hyphenation/languages.toml, which says which file is for which language.
//
//go:embed hyphenation/*.gz hyphenation/languages.toml
var Hyphenation embed.FS
