package assets

import "embed"

// Match says by which words postings and resumes are compared, as TOML; the head of the
// file match/words.toml tells its form.
//
//go:embed match/*.toml
var Match embed.FS
