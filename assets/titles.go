package assets

import "embed"

// Titles say what words of job titles tell of a resume's trade, as TOML; the
// file's head tells its form.
//
//go:embed titles.toml
var Titles []byte

// TitlesAbroad are job titles in other languages than English by what they are called in
// English, as TOML, a file a language; the head of fr.toml tells their form.
//
//go:embed titles/*.toml
var TitlesAbroad embed.FS
