package assets

import _ "embed"

// Words are the word lists that package score judges writing by, as TOML.
//
//go:embed words.toml
var Words []byte
