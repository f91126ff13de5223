package assets

import "embed"

// Hyphenation holds the patterns by which words are broken, as TeX has them, and
// hyphenation/languages.toml, which says which file is for which language, and
// the licenses of the patterns.
//
//go:embed hyphenation/*.gz hyphenation/languages.toml hyphenation/LICENSES.txt
var Hyphenation embed.FS
