package assets

import "embed"

// LanguageWords is what tells the language of a text; the file's head tells its form.
//
//go:embed languages/words.txt
var LanguageWords string

// languageFiles are the words that writing is judged by in other languages than
// English, as TOML, a file a language.
//
//go:embed languages/*.toml
var languageFiles embed.FS

// WritingIn is the words that writing in a language is judged by, as TOML; false for
// a language that has none. Tag is of two or three letters.
func WritingIn(tag string) ([]byte, bool) {
	data, err := languageFiles.ReadFile("languages/" + tag + ".toml")
	return data, err == nil
}
