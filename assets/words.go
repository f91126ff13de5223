package assets

import _ "embed"

// Words are the word lists that package score judges writing by, as TOML.
//
//go:embed words.toml
var Words []byte

// Numbers are the words by which package metric reads numbers, as TOML.
//
//go:embed numbers.toml
var Numbers []byte
