package assets

import "embed"

// Applications are the words by which lists of job applications in spreadsheets are read, and
// what is not kept of answers to application forms, as TOML. The files' heads tell their form.
//
//go:embed applications/*.toml
var Applications embed.FS
