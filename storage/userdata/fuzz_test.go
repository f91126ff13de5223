package userdata

import (
	"os"
	"slices"
	"testing"
	"unicode/utf8"
)

// FuzzWords reads whatever stands in the file of words: what is read is text, and
// is read again once it is saved.
func FuzzWords(f *testing.F) {
	for _, text := range []string{"", "\ufeffKafka\nkafka\n", "a\x00b \xff\xfe", "é e\u0301 \u2028x"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		folder := Folder(t.TempDir())
		if err := os.WriteFile(folder.WordFile(), text, 0o600); err != nil {
			t.Fatal(err)
		}
		words, err := folder.Words()
		if err != nil {
			return
		}
		for _, w := range words {
			if w == "" || !utf8.ValidString(w) {
				t.Fatalf("the word %q", w)
			}
		}
		if err := folder.SaveWords(words); err != nil {
			t.Fatal(err)
		}
		if again, err := folder.Words(); err != nil || !slices.Equal(again, words) {
			t.Fatalf("%q, saved and read %q, %v", words, again, err)
		}
	})
}
