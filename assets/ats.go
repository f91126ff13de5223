package assets

import "embed"

// ATS holds what software that reads resumes knows of them: the headings of
// sections.
//
//go:embed ats/*.toml
var ATS embed.FS
