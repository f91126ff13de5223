package assets

import "embed"

// numberFiles are the words around numbers in other languages than English, as TOML, a file a
// language.
//
//go:embed numbers/*.toml
var numberFiles embed.FS

// NumbersIn are the words around numbers in a language, as TOML; false for a language that has
// none. Tag is of two letters.
func NumbersIn(tag string) ([]byte, bool) {
	data, err := numberFiles.ReadFile("numbers/" + tag + ".toml")
	return data, err == nil
}
