package main

import (
	"strings"
	"testing"

	"resumax/language/terms"
)

const labeled3 = `{"tokens":["Wrote","Python","and","Go","services"],"tags_knowledge":["O","B","O","B","O"],"tags_skill":["O","O","O","O","O"]}

{"tokens":["Docker","is","here",",","machine","learning","too"],"tags_knowledge":["O","O","O","O","B","I","O"],"tags_skill":["B","I","I","O","O","O","O"]}
{"tokens":["Kafka","team"],"tags_knowledge":["O","O"],"tags_skill":["O","O"]}
{"tokens":["Terraform","by","law","and","SQL","via","excel","."],"tags_knowledge":["O","O","B","O","B","O","B","O"],"tags_skill":["O","O","O","O","O","O","O","O"]}
`

func TestFigures(t *testing.T) {
	sentences, err := readSentences(strings.NewReader(labeled3))
	if err != nil || len(sentences) != 4 {
		t.Fatalf("%d sentences, %v", len(sentences), err)
	}
	for _, c := range []struct {
		unlabeled                          bool
		found, strict, ambiguous, recalled share
	}{
		{false, share{5, 6}, share{4, 6}, share{1, 1}, share{4, 5}},
		{true, share{5, 7}, share{4, 7}, share{1, 1}, share{4, 5}},
	} {
		f := newFigures(terms.Default(), c.unlabeled)
		for _, s := range sentences {
			f.add(s)
		}
		if f.found != c.found || f.strict != c.strict || f.ambiguous != c.ambiguous || f.recalled != c.recalled {
			t.Errorf("unlabelled %v: %v, %v, %v, %v", c.unlabeled, f.found, f.strict, f.ambiguous, f.recalled)
		}
	}
}

func TestReadSentencesRefuses(t *testing.T) {
	for _, c := range [][2]string{
		{"\n{", "line 2: "},
		{`{"tokens":["a","b"],"tags_knowledge":["O"],"tags_skill":["O","O"]}`, "line 1: 2 tokens have 1 tags of knowledge and 2 of skill"},
		{strings.Repeat(" ", maxLine+1), "line 1: "},
	} {
		if _, err := readSentences(strings.NewReader(c[0])); err == nil || !strings.Contains(err.Error(), c[1]) {
			t.Errorf("%.20q: %v", c[0], err)
		}
	}
}
