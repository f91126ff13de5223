package assets

import "embed"

// Sample is what the sample of everything has besides a role's resume: a job posting, and in sample.toml a variant, an
// application, a letter and what is prepared. All of it is made up.
//
//go:embed sample
var Sample embed.FS
