package assets

import "embed"

// Translations are the texts of the interface, as JSON: a file a language, named for its tag, in the form
// that Fyne's package lang reads. Its README has the words that each language uses for the program's terms.
//
//go:embed translations/*.json
var Translations embed.FS
