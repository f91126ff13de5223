package assets

import "embed"

// Postings are the words by which job postings are read, as TOML: a file a language,
// and hosts.toml, the sites that publish them. The files' heads tell their form.
//
//go:embed postings/*.toml
var Postings embed.FS
