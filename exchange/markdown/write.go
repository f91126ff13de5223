// Package markdown writes resumes in GitHub's Markdown, and reads any Markdown: what it wrote
// itself field by field, everything else by its headings, lists and emphasis.
package markdown

import (
	"fmt"
	"slices"
	"strings"

	"resumax/exchange/fields"
	"resumax/exchange/format"
	"resumax/render/outline"
	"resumax/resume"
)

// Format is Markdown.
var Format = &format.Format{
	ID:         "md",
	Name:       "Markdown",
	About:      "text with marks for headings and lists, for GitHub and notes",
	Extensions: []string{"md", "markdown"},
	Letters:    true,
	Sniff:      sniff,
	Read:       read,
	Write:      write,
}

func write(s format.Source) (format.Output, error) {
	w := writer{language: s.Document.Resume().Meta.Language}
	blocks := fields.Of(s).Blocks
	w.alone = s.Options.Letter == nil && !slices.ContainsFunc(blocks, func(b outline.Block) bool { return b.Kind == outline.Heading })
	for _, b := range blocks {
		w.block(b)
	}
	return format.Single([]byte(strings.TrimLeft(w.String(), "\n")), nil), nil
}

type writer struct {
	strings.Builder
	alone    bool           // there is no section, whose heading would say that the file is ours
	language string         // the resume's, until it is said
	key      string         // of the section
	item     resume.Address // the entry
	before   string         // the employer of the position before
	list     bool           // the last line was a point
	bare     bool           // the last line was the heading of an entry
	inLetter outline.Kind   // the part of a letter that was written last
}

// paragraph writes a block with an empty line above it.
func (w *writer) paragraph(text string) {
	w.WriteString("\n" + text + "\n")
	w.list, w.bare = false, false
}

// point writes a point of a list.
func (w *writer) point(text string) {
	if !w.list {
		w.WriteByte('\n')
	}
	w.WriteString("- " + text + "\n")
	w.list, w.bare = true, false
}

// nameKey stands at the name where there is no section.
const nameKey = "name"

// said is a key with the resume's language, if that was not said yet.
func (w *writer) said(key string) string {
	if w.language == "" {
		return key
	}
	key += languageMark + w.language
	w.language = ""
	return key
}

// languageMark parts the key of the first section from the resume's language, if one is
// chosen: "work@pt-BR".
const languageMark = "@"

func comment(text string) string { return " <!-- " + text + " -->" }

func (w *writer) block(b outline.Block) {
	if b.Kind.OfLetter() {
		w.letterPart(b)
		return
	}
	if w.key != "" && w.key != resume.SummaryKey && !isOfTerms(w.key) && b.Kind != outline.Heading {
		w.begin(b)
	}
	switch b.Kind {
	case outline.Name:
		text := "# " + w.spans(b.Parts[0].Spans)
		if w.alone {
			text += comment(w.said(nameKey))
		}
		w.paragraph(text)
	case outline.Label:
		w.paragraph("**" + w.spans(b.Parts[0].Spans) + "**")
	case outline.Contact:
		w.contact(b)
	case outline.Heading:
		w.key, w.item, w.before = fields.Key(b), "", ""
		w.paragraph("## " + escapedLine(b.Text(""), false) + comment(w.said(w.key)))
	case outline.Entry, outline.Position, outline.Record:
		w.head(b)
	case outline.Paragraph:
		text := lineStart(w.spans(b.Parts[0].Spans))
		if f := fieldOf(b.Address); w.key != resume.SummaryKey && (f != textFieldOf(w.key) || w.bare && isHeadLine(splitUnescaped(text, " | "))) {
			text += comment(f)
		}
		w.paragraph(text)
	case outline.Bullet:
		text := lineStart(w.spans(b.Parts[0].Spans))
		if w.inLetter != outline.Name { // nothing else is written before it there
			w.inLetter = outline.Bullet
			w.point(text)
			return
		}
		f, _, _ := strings.Cut(fieldOf(b.Address), "/")
		if w.key != resume.SummaryKey && f != pointField(w.key) {
			text += comment(f)
		}
		w.point(text)
	case outline.Terms:
		w.terms(b)
	case outline.Keywords:
		var all []string
		for _, p := range b.Parts {
			all = append(all, code(p.Text()))
		}
		w.paragraph(strings.Join(all, ", "))
	}
}

// letterPart writes a part of a letter. Lines that belong together end with two spaces.
func (w *writer) letterPart(b outline.Block) {
	text := lineStart(w.spans(b.Parts[0].Spans))
	before := w.inLetter
	if w.inLetter = b.Kind; before == b.Kind && (b.Kind == outline.Addressee || b.Kind == outline.Enclosures) || b.Kind == outline.Signature && before == outline.Closing {
		rest := strings.TrimSuffix(w.String(), "\n")
		w.Reset()
		w.WriteString(rest + "  \n" + text + "\n")
		return
	}
	w.paragraph(text)
}

// begin notes that an entry without a head begins.
func (w *writer) begin(b outline.Block) {
	t := b.Address.Tokens()
	if len(t) < 2 {
		return
	}
	item := resume.Root.Child(t[0]) + "/" + resume.Address(t[1])
	if item == w.item {
		return
	}
	w.item = item
	if b.Kind != outline.Entry && b.Kind != outline.Position && b.Kind != outline.Record {
		w.paragraph("<!-- entry -->")
	}
}

// head writes what an entry is as a heading, and the rest in a line under it.
func (w *writer) head(b outline.Block) {
	var slots []slot
	var texts []string
	var counts []int
	title := ""
	for _, p := range b.Parts {
		all := pieces(p)
		if len(all) == 0 {
			continue
		}
		s := slot{linked: all[0].Link != ""}
		for _, f := range all {
			s.fields = append(s.fields, fieldOf(f.Address))
		}
		text := w.part(p, len(all) > 1 || w.key == "education" && p.Role == outline.Title)
		switch p.Role {
		case outline.Title:
			s.look, title = inHeading, text
		case outline.Organization:
			s.look = bold
			texts = append(texts, "**"+text+"**")
		case outline.Dates:
			s.look = italic
			texts = append(texts, "*"+text+"*")
		default:
			s.look = plain
			texts = append(texts, text)
		}
		slots, counts = append(slots, s), append(counts, len(all))
	}
	told := make([]slot, len(slots))
	for i, s := range slots {
		told[i].look = s.look
	}
	usual(w.key, told, counts)
	said := ""
	for i, s := range slots {
		isStart := s.look == italic && slices.Equal(s.fields, []string{"startDate"}) // of what ended at once
		if (isStart || !slices.Equal(s.fields, told[i].fields)) && !(s.look == italic && len(s.fields) == 1 && dateOf(w.key, s.fields[0])) {
			all := make([]string, len(slots))
			for k, s := range slots {
				all[k] = strings.Join(s.fields, ",")
			}
			said = strings.Join(all, " ")
			break
		}
	}
	if w.key == "work" {
		employer := employerOf(b)
		if b.Kind == outline.Entry && employer != "" && strings.EqualFold(employer, w.before) {
			said = strings.TrimSpace(said + " " + resume.SeparateName)
		}
		w.before = employer
	}
	separate := strings.HasSuffix(said, resume.SeparateName)
	if len(texts) > 0 && said != "" && len(slots) == 1 {
		said = headWord + said
	}
	if len(texts) > 0 && !slices.ContainsFunc(slots, func(s slot) bool { return s.look == bold || s.look == italic }) {
		all := make([]string, len(slots)) // nothing in the line says that it is no paragraph
		for k, s := range slots {
			all[k] = strings.Join(s.fields, ",")
		}
		said = headWord + strings.Join(all, " ")
		if separate {
			said += " " + resume.SeparateName
		}
	}
	if said != "" {
		said = comment(said)
	}
	if title == "" {
		title = "<!-- entry -->"
	}
	if len(texts) == 0 {
		w.paragraph("### " + title + said)
		w.bare = true
		return
	}
	w.paragraph(strings.TrimSpace("### " + title))
	w.paragraph(lineStart(strings.Join(texts, " | ")) + said)
}

// headWord begins the comment of a line that nothing else tells from a paragraph.
const headWord = "head "

// dateOf reports whether a date alone is read as the field: as the end.
func dateOf(key, field string) bool {
	return len(usualFields[key][italic]) == 2 && field == "endDate"
}

func employerOf(b outline.Block) string {
	for _, p := range b.Parts {
		for _, s := range p.Spans {
			if s.Address.Last() == "name" {
				return strings.TrimSpace(s.Text)
			}
		}
	}
	return ""
}

// part writes a part of a head; commas within its fields are escaped where commas part them.
func (w *writer) part(p outline.Part, commas bool) string {
	var b strings.Builder
	for _, s := range p.Spans {
		if s.Address == "" {
			b.WriteString(s.Text)
			continue
		}
		text := escapedLine(s.Text, commas)
		if p.Role == outline.Dates {
			text = strings.ReplaceAll(text, "–", "&ndash;")
		}
		if s.Link != "" {
			text = "[" + text + "](" + target(s.Link) + ")"
		}
		b.WriteString(text)
	}
	return b.String()
}

func (w *writer) contact(b outline.Block) {
	var texts, told, usual []string
	profiles, place := 0, false
	for _, p := range b.Parts {
		var names []string
		for _, s := range pieces(p) {
			t := s.Address.Tokens()
			names = append(names, strings.Join(t[1:], "/"))
		}
		texts = append(texts, w.part(p, false))
		told = append(told, strings.Join(names, ","))
		usual = append(usual, usualContact(pieces(p)[0].Link, len(pieces(p)), &profiles, &place, len(usual) > 0 && slices.Contains(usual, "url")))
	}
	text := lineStart(strings.Join(texts, " | "))
	if !slices.Equal(told, usual) {
		text += comment(strings.Join(told, " "))
	}
	w.paragraph(text)
}

// usualContact is the field that a part of the contact line usually is.
func usualContact(link string, pieces int, profiles *int, place *bool, hasURL bool) string {
	switch {
	case strings.HasPrefix(link, "mailto:"):
		return "email"
	case strings.HasPrefix(link, "tel:"):
		return "phone"
	case link == "" && pieces == 1 && !*place:
		*place = true
		return "location"
	case pieces == 1 && link != "" && !hasURL:
		return "url"
	}
	n := fmt.Sprintf("profiles/%d/", *profiles)
	*profiles++
	if pieces > 1 {
		return n + "network," + n + "username"
	}
	return n + "url"
}

// terms writes a group of terms as a point, and terms without one as a paragraph.
func (w *writer) terms(b outline.Block) {
	var all []string
	for _, p := range b.Of(outline.Term) {
		all = append(all, w.term(p))
	}
	text := strings.Join(all, ", ")
	if names := b.Of(outline.Group); len(names) > 0 {
		w.point("**" + w.term(names[0]) + ":** " + text)
		return
	}
	if len(b.Parts) > 0 && strings.Contains(fieldOf(b.Parts[0].Spans[0].Address), "/") { // a group without a name
		w.point(lineStart(text) + comment("group"))
		return
	}
	w.paragraph(lineStart(text))
}

// term writes a term, maybe with how well it is known behind it.
func (w *writer) term(p outline.Part) string {
	var b strings.Builder
	for _, s := range p.Spans {
		if s.Address == "" {
			b.WriteString(s.Text)
			continue
		}
		b.WriteString(strings.NewReplacer("(", `\(`, ")", `\)`, ":", `\:`).Replace(escapedLine(s.Text, true)))
	}
	return b.String()
}

// spans writes running text.
func (w *writer) spans(spans []outline.Span) string {
	var b strings.Builder
	styled := false
	for _, s := range spans {
		text := escapedLine(s.Text, false)
		inner := strings.TrimSpace(text)
		stars := ""
		switch {
		case s.Bold && s.Italic:
			stars = "***"
		case s.Bold:
			stars = "**"
		case s.Italic:
			stars = "*"
		}
		if inner == "" || stars == "" && s.Link == "" {
			b.WriteString(text)
			styled = styled && text == ""
			continue
		}
		from := strings.Index(text, inner)
		if styled && from == 0 {
			b.WriteString("<!-- -->") // parts marks that are side by side
		}
		if s.Link != "" {
			inner = "[" + inner + "](" + target(s.Link) + ")"
		}
		b.WriteString(text[:from] + stars + inner + stars + text[from+len(strings.TrimSpace(text)):])
		styled = from+len(strings.TrimSpace(text)) == len(text)
	}
	return b.String()
}

// target is where a link leads, so that its end is seen.
func target(link string) string {
	var b strings.Builder
	for i, c := range link {
		switch {
		case c == ' ':
			b.WriteString("%20")
			continue
		case c < 0x80 && strings.ContainsRune("()<>|\\*`[]\"'", c), c == '&' && strings.Contains(link[i:], ";"), c == '_' && !inWord(link, i):
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// escapedLine is a text in which no character is a mark.
func escapedLine(text string, commas bool) string {
	var b strings.Builder
	for i, c := range text {
		switch {
		case c < 0x80 && strings.ContainsRune("\\`*[]<>|~", c), c == ',' && commas, c == '#' && (i == 0 || text[i-1] == ' ' || text[i-1] == '#'), c == '_' && !inWord(text, i), c == '&' && strings.Contains(text[i:], ";"), c == '!' && strings.HasPrefix(text[i:], "!["):
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// inWord reports whether a character stands within a word.
func inWord(text string, i int) bool {
	word := func(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' }
	return i > 0 && i+1 < len(text) && word(text[i-1]) && word(text[i+1])
}

// lineStart escapes what would begin a heading, a list or a rule.
func lineStart(text string) string {
	if text == "" {
		return text
	}
	switch {
	case strings.IndexByte("+-=:", text[0]) >= 0:
		return `\` + text
	case strings.HasPrefix(text, "• "), strings.HasPrefix(text, "▪ "), strings.HasPrefix(text, "◦ "), strings.HasPrefix(text, "‣ "), strings.HasPrefix(text, "● "):
		return "<!-- -->" + text
	}
	n := 0
	for n < len(text) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	if n > 0 && n < len(text) && (text[n] == '.' || text[n] == ')') {
		return text[:n] + `\` + text[n:]
	}
	return text
}

// code is a term as code.
func code(text string) string {
	ticks := "`"
	for strings.Contains(text, ticks) {
		ticks += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return ticks + text + ticks
}
