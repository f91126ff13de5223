package letter

import (
	"strings"

	"resumax/job/posting"
	"resumax/resume"
)

// Proof is what a resume has to show for something that a posting asks for.
type Proof struct {
	Requirement string         // what is asked for: "Go or Rust"
	Sentence    string         // the posting's sentence that asks for it
	Evidence    string         // the resume's words that show it, "" for none
	Address     resume.Address // where they are
	Words       bool           // Requirement is the posting's own words, which are no name of it: "Precept new graduates"
}

// Beginning is what a new letter is made of.
type Beginning struct {
	Resume    *resume.Resume
	Posting   posting.Posting // the zero value for none
	PostingID string
	Variant   string // the variant that it goes with, "" for the base
	Proofs    []Proof
	Why       string // what was noted about the employer
	Today     resume.Date
	Language  string // "" for the posting's
	Country   string // "" for the posting's
}

// mostProofs is how many proofs a new letter has: a paragraph each, in a letter of one page.
const mostProofs = 3

// Start is a new letter, to whom the posting names: an opening, a paragraph for each of the first proofs, why this
// employer, and an end. What nobody said is a question in brackets.
func Start(b Beginning) Letter {
	l := Letter{Variant: b.Variant, Posting: b.PostingID, Language: b.Language, Country: b.Country, To: Addressee{Employer: b.Posting.Company}}
	if l.Country == "" {
		l.Country = CountryOf(b.Posting, b.Resume)
	}
	if l.Language == "" {
		l.Language = wordsIn(firstOf(b.Posting.Language, b.Resume.Meta.Language, l.form().Language)).tag
	}
	if w := l.words(); w == wordsIn(b.Posting.Language) { // another language has other titles
		l.To.Name = personIn(b.Posting)
	}
	if b.Today.Day > 0 {
		l.Date = b.Today.ISO()
	}
	w := l.words()
	proofs := proven(b.Proofs)
	known := strings.NewReplacer("{title}", firstOf(b.Posting.Title, w.Skeleton.Title), "{employer}", firstOf(b.Posting.Company, w.Skeleton.Employer), "{requirements}", listed(w, proofs))
	if l.HasSubject() {
		l.Subject = known.Replace(w.Subject)
	}
	opening := w.Skeleton.Opening
	if len(proofs) == 0 {
		opening = w.Skeleton.Plain
	}
	opening = known.Replace(opening)
	if l.form().end(w.Salutation.End) == "" { // then a sentence begins
		opening = upperFirst(opening)
	}
	l.Paragraphs = append(l.Paragraphs, opening)
	for _, p := range proofs {
		l.Paragraphs = append(l.Paragraphs, Paragraph(p, l.Language))
	}
	switch len(proofs) {
	case 0:
		l.Paragraphs = append(l.Paragraphs, w.Skeleton.Open, w.Skeleton.More)
	case 1:
		l.Paragraphs = append(l.Paragraphs, w.Skeleton.More)
	}
	l.Paragraphs = append(l.Paragraphs, firstOf(strings.TrimSpace(b.Why), w.Skeleton.Why), w.Skeleton.Closing)
	return l
}

// proven are the first proofs that have evidence, each piece of it once.
func proven(proofs []Proof) (all []Proof) {
	said := map[string]bool{}
	for _, p := range proofs {
		text := plainOf(p.Evidence)
		if text == "" || strings.TrimSpace(p.Requirement) == "" || said[text] || len(resume.SlotsIn(p.Evidence)) > 0 {
			continue
		}
		if said[text] = true; len(all) < mostProofs {
			all = append(all, p)
		}
	}
	return all
}

// listed are the requirements of proofs: "Go, Kubernetes and on-call work".
func listed(w *words, proofs []Proof) string {
	var b strings.Builder
	for i, p := range proofs {
		switch {
		case i > 0 && i == len(proofs)-1:
			b.WriteString(w.Join[1])
		case i > 0:
			b.WriteString(w.Join[0])
		}
		b.WriteString(p.asked(w))
	}
	return b.String()
}

// asked is what is asked for as a sentence names it, the posting's own words in quotation marks.
func (p Proof) asked(w *words) string {
	text := strings.TrimSpace(p.Requirement)
	if p.Words {
		return strings.Replace(w.Skeleton.Words, "{words}", strings.TrimRight(text, ".,;:"), 1)
	}
	return text
}

// Paragraph is a proof as a paragraph of a letter: what is asked for and what was done, in
// the resume's words, with a question for what the resume does not say.
func Paragraph(p Proof, language string) string {
	w := wordsIn(language)
	text, sentence := w.Skeleton.Proof, ""
	if s, ok := Sentence(p.Evidence, language); ok {
		sentence = s
	} else {
		text = w.Skeleton.Quoted
	}
	return strings.NewReplacer("{requirement}", p.asked(w), "{sentence}", sentence, "{quote}", plainOf(p.Evidence)).Replace(text)
}

// isParagraphOf reports whether a text begins as [Paragraph] begins for a proof with this evidence, in the language of the
// words: nobody copied what the program wrote.
func isParagraphOf(text, evidence string, w *words) bool {
	quote := plainOf(evidence)
	sentence, ok := w.Own.sentence(quote)
	for _, of := range []struct {
		skeleton, mark, says string
		made                 bool
	}{{w.Skeleton.Proof, "{sentence}", sentence, ok}, {w.Skeleton.Quoted, "{quote}", quote, true}} {
		before, after, _ := strings.Cut(of.skeleton, "{requirement}")
		between, after, _ := strings.Cut(after, of.mark)
		for _, slot := range resume.SlotsIn(after) {
			after = strings.Replace(after, slot, "", 1)
		}
		if of.made && strings.HasPrefix(text, before) && strings.Contains(text[len(before):], between+of.says+strings.TrimRight(after, " ")) {
			return true
		}
	}
	return false
}

// IsOpen reports whether a paragraph is a question that stands in a new letter for a proof.
func IsOpen(paragraph, language string) bool {
	s := wordsIn(language).Skeleton
	return paragraph == s.Open || paragraph == s.More
}

// WhyPlaceholder is the question that stands in a new letter for why one would work for the
// employer.
func WhyPlaceholder(language string) string { return wordsIn(language).Skeleton.Why }

func firstOf(texts ...string) string {
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			return t
		}
	}
	return ""
}
