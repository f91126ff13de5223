package posting

import (
	"slices"
	"strings"
)

// Named is something that a text names beside terms.
type Named struct {
	Name       string // in the list of degrees, licenses or languages
	Kind       Kind   // Degree, License or Language
	Start, End int    // bytes of the text
}

// NamedIn are the degrees, licenses and languages that a text names, by the words of a
// language, a tag of BCP 47, and those of English. It serves for texts of resumes, which say
// them in the same words as postings. A language counts wherever it is named, so that only
// texts that are about languages should be asked for them.
func NamedIn(text, language string) (all []Named) {
	r := &reading{words: wordsOf(language)}
	for _, m := range r.mentionsIn(text, tokensOf(text), part{spoken: true}) {
		if slices.Contains([]Kind{Degree, License, Language}, m.kind) {
			all = append(all, Named{m.name, m.kind, m.start, m.end})
		}
	}
	return all
}

// YearsIn is how many years of experience a sentence asks for, 0 for none.
func YearsIn(sentence, language string) int {
	r := &reading{words: wordsOf(language)}
	return r.yearsIn(tokensOf(sentence))
}

// VagueYearsIn is for how many years of experience a word of a sentence stands that says no number:
// 3 for "mehrjährige Berufserfahrung", 0 for none.
func VagueYearsIn(sentence, language string) int {
	r := &reading{words: wordsOf(language)}
	tokens := tokensOf(sentence)
	for i, t := range tokens {
		if n := r.words.vague[t.lower]; n > 0 && r.isExperience(tokens[i+1:]) {
			return n
		}
	}
	return 0
}

// LicenseIn is what a license of the reader's lists is called in postings of a language, a tag of BCP 47, "" where it
// has no word for it.
func LicenseIn(name, tag string) string {
	tag, _, _ = strings.Cut(strings.ToLower(tag), "-")
	if !slices.Contains(readable, tag) {
		return ""
	}
	return wordsOf(tag).licenseNames[name]
}

// Tongues are the tags of the languages whose postings are read in their own words.
func Tongues() []string { return slices.Clone(readable) }
