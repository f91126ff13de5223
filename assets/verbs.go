package assets

import _ "embed"

// Verbs is the list of English verbs that package verbs knows, as text.
//
//go:embed verbs.txt
var Verbs string
