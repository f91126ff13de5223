package structure

import (
	"slices"
	"strings"
	"unicode"

	"resumax/language/langid"
	"resumax/language/spelling"
	"resumax/resume"
)

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
	most := max(least, votes[langid.English]+1)
	for tag, n := range votes {
		switch {
		case tag == langid.English || n < most:
		case n > most:
			best, most = []string{tag}, n
		default:
			best = append(best, tag)
		}
	}
	if len(best) == 1 {
		return best[0]
	}
	var all langid.Counts
	for _, l := range r.lines {
		all.Add(langid.Count(l.Text()), 1)
	}
	if tag := all.Language().Tag; slices.Contains(best, tag) {
		return tag
	}
	return ""
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
	if isOf(spelling.English().Common) && !slices.Contains(tags, langid.English) {
		tags = append(tags, langid.English)
	}
	for _, tag := range spelling.Tags() {
		if isOf(spelling.In(tag).Common) && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}
