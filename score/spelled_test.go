package score

import (
	"os"
	"strings"
	"testing"

	"resumax/language/terms"
)

// tableLines are the lines of a file of testdata, without comments.
func tableLines(t testing.TB, name string) (lines []string) {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

func TestRightSentencesOfManyTrades(t *testing.T) {
	lines := tableLines(t, "spelled-right.txt")
	if len(lines) < 250 {
		t.Errorf("%d sentences are too few to tell", len(lines))
	}
	words := facts{}
	for _, line := range lines {
		s := readSentence(line, terms.Default(), words)
		for _, w := range s.misspelled {
			t.Errorf("%q is to be %q in %q", w.text, words.meant(strings.ToLower(w.text)), line)
		}
	}
}
