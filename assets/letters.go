package assets

import "embed"

// Letters are the forms and words of cover letters, as TOML: forms.toml, how letters are laid
// out in each country, and a file a language. The files' heads tell their form.
//
//go:embed letters/*.toml
var Letters embed.FS
