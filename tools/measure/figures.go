package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"resumax/language/terms"
)

// figures counts what a list finds in labeled sentences.
//
// A find is right if it overlaps a label. Personal skills (terms.Soft) are left
// out: nothing but the skills list's advice uses them. Recall is of labeled
// knowledge that the list holds: labels that are, from end to end, a spelling
// of a term. Labeled jobs of another kind ("German", "a degree in law") say
// nothing about the matcher.
type figures struct {
	list              *terms.List
	unlabeled         bool // count sentences without a label of knowledge too
	sentences         int
	found             share          // finds that overlap a label of either kind
	strict            share          // finds that overlap a label of knowledge
	ambiguous         share          // of these, ordinary words
	strictAmbiguous   share          // the same by labels of knowledge alone
	recalled          share          // listed labels that were found
	recalledAmbiguous share          // of these, ordinary words
	wrong, missed     map[string]int // what and how often
}

// share is a fraction.
type share struct{ right, all int }

func (s *share) count(right bool) {
	s.all++
	if right {
		s.right++
	}
}

func (s share) String() string {
	if s.all == 0 {
		return "none"
	}
	return fmt.Sprintf("%.3f  (%d of %d)", float64(s.right)/float64(s.all), s.right, s.all)
}

func newFigures(list *terms.List, unlabeled bool) *figures {
	return &figures{list: list, unlabeled: unlabeled, wrong: map[string]int{}, missed: map[string]int{}}
}

// add counts one sentence.
func (f *figures) add(s sentence) {
	if !f.unlabeled && len(s.knowledge) == 0 {
		return
	}
	f.sentences++
	var found []terms.Match
	for _, m := range f.list.Find(s.text) {
		if m.Term.Category != terms.Soft {
			found = append(found, m)
			f.addFind(s, m)
		}
	}
	for _, label := range s.knowledge {
		f.addLabel(s, label, found)
	}
}

// addFind counts a find among the labels.
func (f *figures) addFind(s sentence, m terms.Match) {
	at := span{m.Start, m.End}
	known := slices.ContainsFunc(s.knowledge, at.overlaps)
	right := known || slices.ContainsFunc(s.skill, at.overlaps)
	f.found.count(right)
	f.strict.count(known)
	if f.ordinary(m) {
		f.ambiguous.count(right)
		f.strictAmbiguous.count(known)
	}
	if !right {
		f.wrong[m.Term.Name+"  |  "+around(s.text, at)]++
	}
}

// ordinary reports whether a find is written as an ordinary word is.
func (f *figures) ordinary(m terms.Match) bool { return m.Term.Word }

// addLabel counts a label that the list holds among the finds.
func (f *figures) addLabel(s sentence, label span, found []terms.Match) {
	t, ok := f.list.Lookup(s.text[label.start:label.end])
	if !ok || t.Category == terms.Soft {
		return
	}
	right := slices.ContainsFunc(found, func(m terms.Match) bool {
		return m.Term == t && label.overlaps(span{m.Start, m.End})
	})
	f.recalled.count(right)
	if t.Word {
		f.recalledAmbiguous.count(right)
	}
	if !right {
		f.missed[t.Name+"  |  "+around(s.text, label)]++
	}
}

// around is what is around a span, which is set in brackets.
func around(text string, at span) string {
	const reach = 45
	start, end := max(0, at.start-reach), min(len(text), at.end+reach)
	return strings.ToValidUTF8(text[start:at.start]+"["+text[at.start:at.end]+"]"+text[at.end:end], "")
}

// print writes the figures, one a line.
func (f *figures) print(out io.Writer) {
	fmt.Fprintf(out, "%d terms, %d sentences\n", len(f.list.All()), f.sentences)
	for _, line := range []struct {
		name string
		is   share
	}{
		{"precision", f.found},
		{"precision, knowledge alone", f.strict},
		{"recall of listed terms", f.recalled},
		{"precision on ambiguous words", f.ambiguous},
		{"  knowledge alone", f.strictAmbiguous},
		{"recall of ambiguous words", f.recalledAmbiguous},
	} {
		fmt.Fprintf(out, "%-30s %v\n", line.name, line.is)
	}
}
