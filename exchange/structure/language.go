package structure

import (
	"slices"
	"strings"
	"unicode"

	"resumax/language/spelling"
	"resumax/resume"
)

const english = "en"

// language is the language of the headings of sections, "" for English and where they don't
// tell. The resume's own headings are to be in it: running text is often too short to tell.
// A heading tells of a language if it is the one that resumes have in it, or all of its words
// are words of it; of several languages that as many headings tell of, the text decides.
func (r *reader) language(sections []Section) string {
	const least = 2 // headings
	votes := map[string]int{}
	for _, s := range sections {
		for _, tag := range languagesOf(s) {
			votes[tag]++
		}
	}
	var best []string
	most := max(least, votes[english]+1)
	for tag, n := range votes {
		switch {
		case tag == english || n < most:
		case n > most:
			best, most = []string{tag}, n
		default:
			best = append(best, tag)
		}
	}
	if len(best) == 1 {
		return best[0]
	}
	return r.mostWords(best)
}

// mostWords is the language of some that has the most words of the lines, "" where no one has.
func (r *reader) mostWords(tags []string) string {
	words := map[string]int{}
	for _, l := range r.lines {
		for _, w := range lowerWords(l.Text()) {
			for _, tag := range tags {
				if slices.Contains(spelling.Tags(), tag) && spelling.In(tag).Common(w) {
					words[tag]++
				}
			}
		}
	}
	best, most := "", 0
	for tag, n := range words {
		switch {
		case n > most:
			best, most = tag, n
		case n == most:
			best = ""
		}
	}
	return best
}

// setLanguage puts the headings of the document into a language, unless that is "" or there is
// nothing in the document.
func (s *Structure) setLanguage(tag string) {
	if tag == "" || len(s.Document.Root().Members()) == 0 {
		return
	}
	s.Document = s.Document.InLanguage(tag)
	for i, t := range s.Taken { // grades go without the words that resumes put before them
		if t.Address.Last() == "score" {
			s.Taken[i].Text = s.Document.TextAt(t.Address)
		}
	}
}

// quiet is a heading in capitals as other headings are: how they look is the design's. One with
// a word that no dictionary has stays as it is, for it may be letters that stand for something.
func quiet(heading string) string {
	if heading != strings.ToUpper(heading) || heading == strings.ToLower(heading) {
		return heading
	}
	low := strings.ToLower(heading)
	german := false
	for _, w := range strings.FieldsFunc(low, func(c rune) bool { return !unicode.IsLetter(c) }) {
		if !isWord(w) {
			return heading
		}
		german = german || spelling.In("de").Common(w) && !spelling.English().Common(w) && !spelling.In("fr").Common(w) && !spelling.In("es").Common(w) && !spelling.In("pt").Common(w)
	}
	list := strings.Fields(low)
	for i, w := range list {
		if i == 0 || german && len(w) > 3 {
			first, n := firstRune(w)
			list[i] = string(unicode.ToUpper(first)) + w[n:]
		}
	}
	return strings.Join(list, " ")
}

// languagesOf are the languages that a section's heading can be in.
func languagesOf(s Section) []string {
	var tags []string
	name := normalHeading(s.Heading)
	for _, tag := range resume.WordingTags() {
		if s.Kind != custom && normalHeading(resume.WordingIn(tag).Title(s.Kind)) == name {
			tags = append(tags, tag)
		}
	}
	list := strings.FieldsFunc(strings.ToLower(s.Heading), func(c rune) bool { return strings.ContainsRune(" -/&,:'’", c) })
	isOf := func(common func(string) bool) bool {
		return len(list) > 0 && !slices.ContainsFunc(list, func(w string) bool { return !common(w) })
	}
	if isOf(spelling.English().Common) && !slices.Contains(tags, english) {
		tags = append(tags, english)
	}
	for _, tag := range spelling.Tags() {
		if isOf(spelling.In(tag).Common) && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}
