package assets

import "embed"

// Structure holds what is known of resumes' structure: structure/headings.toml, the
// headings of sections.
//
//go:embed structure/*.toml
var Structure embed.FS
