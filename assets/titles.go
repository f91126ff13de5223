package assets

import _ "embed"

// Titles say what words of job titles tell of a resume's trade, as TOML; the
// file's head tells its form.
//
//go:embed titles.toml
var Titles []byte
