package score

import (
	"strings"

	"resumax/language/terms"
	"resumax/resume"
)

// dialect is how a text spells the words that America and Britain spell
// differently. Words in -ize are at home in both, and only clash with -ise.
type dialect struct {
	american, british, ize, ise string // the first word of each kind
}

func (r *reading) mixedSpelling() (Finding, bool) {
	var all dialect
	var at *line
	for i, s := range r.sentences {
		d := s.dialect
		if all.british == "" && d.british != "" {
			all.british = d.british
			at = &r.sentences[i]
		}
		if all.ise == "" {
			all.ise = d.ise
		}
		if all.american == "" {
			all.american = d.american
		}
		if all.ize == "" {
			all.ize = d.ize
		}
	}
	us := all.american
	if us == "" && all.ise != "" {
		us = all.ize
	}
	if us == "" || all.british == "" {
		return Finding{}, false
	}
	f := Finding{Address: at.address, Why: r.say("“%s” is the British spelling, “%s” the American one.", all.british, us),
		Fix: "Use one of them throughout", patch: unified}
	for _, t := range at.tokens {
		if t.Lower == all.british {
			f.Span, f.Quote = at.span(t.Start, t.End)
		}
	}
	return f, true
}

// readDialect notes the words of a sentence that distinguish American from British.
func (s *sentence) readDialect() {
	if s.isForeign() {
		return
	}
	w := lists()
	for i, t := range s.tokens {
		for _, word := range s.dialectForms(i) {
			note(&s.dialect, w, word, t.Lower)
		}
	}
}

// dialectForms are the words that the token i counts as: itself, or what it may have
// been if it is no word. A name is none: "Department of Labor" stays what it is in
// Britain.
func (s *sentence) dialectForms(i int) []string {
	t := s.tokens[i]
	switch {
	case t.Text != t.Lower && (i > 0 || !s.goesOn(i)):
		return nil
	case t.known:
		return []string{t.Lower}
	case len(t.like) == 1: // "colur" is neither
		return t.like
	}
	return nil
}

func note(d *dialect, w *wordLists, word, written string) {
	set := func(to *string) {
		if *to == "" {
			*to = written
		}
	}
	switch {
	case !w.dialects[word]: // as nearly all are
	case w.british[word] != "":
		set(&d.british)
		if isIze(w.british[word]) {
			set(&d.ise)
		}
	case w.american[word] != "" && isIze(word):
		set(&d.ize)
	case w.american[word] != "":
		set(&d.american)
	}
}

// isIze reports whether a word is spelled with -ize where others write -ise.
func isIze(word string) bool {
	return strings.Contains(word, "iz") && !strings.Contains(word, "yz")
}

// unified spells every word of the list in the way that the resume has more of, the
// American one where both are there as often.
func unified(d resume.Document) (resume.Document, error) {
	w := lists()
	lines := d.Resume().Sentences()
	sentences, words := make([]*sentence, len(lines)), facts{}
	us, uk, ize, ise := 0, 0, 0, false
	for i, line := range lines {
		s := readSentence(line.Text, terms.Default(), words)
		if s.isForeign() {
			continue
		}
		sentences[i] = s
		for k := range s.tokens {
			for _, word := range s.dialectForms(k) {
				switch {
				case w.american[word] == "":
				case isIze(word):
					ize++
				default:
					us++
				}
				uk += number(w.british[word] != "")
				ise = ise || w.british[word] != "" && isIze(w.british[word])
			}
		}
	}
	if ise {
		us += ize
	}
	to := w.british // from each other spelling
	if uk > us {
		to = w.american
	}
	var err error
	for n, line := range lines {
		s := sentences[n]
		if s == nil {
			continue
		}
		text := line.Text
		for i := len(s.tokens) - 1; i >= 0; i-- { // from the end, so that earlier offsets stay valid
			t := s.tokens[i]
			for _, word := range s.dialectForms(i) {
				other := to[word]
				if other == "" || uk > us && isIze(word) && !ise {
					continue
				}
				if t.Text != t.Lower {
					other = titled(other)
				}
				text = text[:s.at(t.Start)] + other + text[s.at(t.End-1)+1:]
				break
			}
		}
		if text != line.Text {
			if d, err = d.SetText(line.Address, text); err != nil {
				return d, err
			}
		}
	}
	return d, nil
}
