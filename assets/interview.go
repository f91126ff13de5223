package assets

import "embed"

// Interview is what interviewers ask, as TOML: about numbers, about technologies and methods,
// and in the fields of work. The files' heads tell their form.
//
//go:embed interview/*.toml
var Interview embed.FS
