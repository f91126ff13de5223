package html

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"

	"resumax/exchange/structure"
	"resumax/resume"
)

// What a page's elements tell of sections and entries is put into the looks that tell it
// anywhere: headings in large type, entries apart from each other, an entry's head in a
// line with tabs between its parts and the dates last.

const (
	headingSize = 16.0
	bodySize    = 10.0
	nameSize    = 24.0
)

// kind of heading by its text, "" for none that is known.
type kinds map[string]string

func (k kinds) of(text string) string {
	text = strings.TrimSpace(text)
	if len(text) > 80 || text == "" {
		return ""
	}
	if i := strings.LastIndexByte(text, '('); i > 0 && strings.Trim(text[i:], "()0123456789") == "" {
		text = strings.TrimSpace(text[:i]) // how many there are
	}
	if kind, ok := k[text]; ok {
		return kind
	}
	kind := ""
	found := structure.Of(structure.Flow([]structure.Paragraph{
		{Heading: 1, Runs: []structure.Run{{Text: "Ada Example", Size: nameSize, Bold: true}}},
		{Heading: 2, Space: 1, Runs: []structure.Run{{Text: text, Size: headingSize, Bold: true}}}, {Runs: []structure.Run{{Text: "Text."}}}}))
	if len(found.Sections) == 1 && found.Sections[0].Kind != "custom" {
		kind = found.Sections[0].Kind
	}
	if kind == "" {
		kind = moreHeadings[strings.ToLower(text)]
	}
	k[text] = kind
	return kind
}

// moreHeadings are headings of the themes of JSON Resume.
var moreHeadings = map[string]string{"volunteer": "volunteer", "profiles": "contact", "professional skills summary": "skills"}

// canonical are headings that say the kind of a section alone.
var canonical = map[string]string{"work": "Experience", "volunteer": "Volunteering", "education": "Education", "projects": "Projects", "skills": "Skills",
	"certificates": "Certificates", "awards": "Awards", "publications": "Publications", "languages": "Languages", "interests": "Interests", "references": "References", "summary": "Summary", "contact": "Contact"}

// kindWords are the kinds of sections by words of their elements' ids and classes.
var kindWords = map[string]string{"work": "work", "experience": "work", "jobs": "work", "employment": "work", "education": "education", "skills": "skills", "skill": "skills", "volunteer": "volunteer",
	"awards": "awards", "publications": "publications", "certificates": "certificates", "certifications": "certificates", "languages": "languages", "interests": "interests", "references": "references",
	"projects": "projects", "summary": "summary", "about": "summary"}

// kindAround is the kind of section that the elements around a heading name, "" for none.
func kindAround(n *html.Node) string {
	for depth := 0; n != nil && depth < 4; depth++ {
		for _, w := range strings.FieldsFunc(strings.ToLower(attribute(n, "class")+" "+attribute(n, "id")), func(c rune) bool { return !unicode.IsLetter(c) }) {
			w = strings.TrimSuffix(w, "block")
			if kind := kindWords[w]; kind != "" {
				return kind
			}
		}
		n = n.Parent
	}
	return ""
}

// regrouped are a page's paragraphs with sections and entries as the elements have them.
func regrouped(all []paragraph) []structure.Paragraph {
	k := kinds{}
	headings := headingsOf(all, k)
	if len(headings) == 0 {
		return plain(all)
	}
	g := grouper{headings: headings}
	first := len(all)
	for i := range all {
		if headings[i] != "" {
			first = i
			break
		}
	}
	all, headings = contactFirst(all, headings, &first)
	g.headings = headings
	g.top(all[:first])
	for i := first; i < len(all); {
		end := i + 1
		for end < len(all) && headings[end] == "" {
			end++
		}
		kind, content, group := headings[i], all[i+1:end], false
		title := all[i].text()
		if kind == "custom" {
			if around := kindAround(all[i].node); around != "" && len(content) > 0 {
				kind, content = around, all[i:end] // a group's name
				group = kind == "skills" || kind == "interests"
			}
		}
		if named := canonical[kind]; named != "" {
			title = named
		}
		if kind != "custom" && kind == g.last && (kind == "skills" || kind == "languages" || kind == "interests") {
			title = ""
		}
		if title != "" {
			g.out = append(g.out, structure.Paragraph{Heading: 2, Space: 1.5, Runs: []structure.Run{{Text: title, Bold: true, Size: headingSize}}})
		}
		g.last = kind
		if group {
			g.group(content)
		} else {
			g.section(kind, content)
		}
		i = end
	}
	if len(g.languages) > 0 {
		g.out = append(g.out, structure.Paragraph{Heading: 2, Space: 1.5, Runs: []structure.Run{{Text: canonical["languages"], Bold: true, Size: headingSize}}})
		for _, p := range g.languages {
			g.add(p)
		}
	}
	return g.out
}

// icons are the words of the classes of an element and of what is in it.
func icons(n *html.Node) (all []string) {
	if n == nil || len(textOf(n)) > 120 {
		return nil
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		all = append(all, classWords(n)...)
		for c := n.FirstChild; c != nil && len(all) < 100; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return all
}

func plain(all []paragraph) []structure.Paragraph {
	out := make([]structure.Paragraph, len(all))
	for i, p := range all {
		out[i] = p.Paragraph
	}
	return out
}

func (p paragraph) text() string {
	var b strings.Builder
	for _, r := range p.Runs {
		b.WriteString(r.Text)
	}
	return collapsed(strings.ReplaceAll(b.String(), "\u00a0", " "))
}

func (p paragraph) bold() bool {
	for _, r := range p.Runs {
		if !r.Bold && strings.ContainsFunc(r.Text, isLetterOrDigit) {
			return false
		}
	}
	return true
}

// signature is what an element is, with what is around it.
func signature(n *html.Node) string {
	if n == nil {
		return ""
	}
	own := n.Data + "." + attribute(n, "class")
	if n.Parent != nil {
		own += " < " + n.Parent.Data + "." + attribute(n.Parent, "class")
	}
	return own
}

// headingsOf are the headings of sections, by their paragraphs, with their kinds.
func headingsOf(all []paragraph, k kinds) map[int]string {
	found := map[int]string{}
	known := map[string]map[string]bool{} // kinds by signature
	for i, p := range all {
		kind := k.of(p.text())
		if kind == "" || p.Item && p.Heading == 0 {
			continue
		}
		found[i] = kind
		sign := signature(p.node)
		if known[sign] == nil {
			known[sign] = map[string]bool{}
		}
		known[sign][kind] = true
	}
	// What does not stand out must be a heading more than once, or it is a word as any other.
	size := usual(all)
	for i := range found {
		p := all[i]
		if p.Heading == 0 && !p.bold() && p.Runs[0].Size < size*1.15 && len(known[signature(p.node)]) < 2 && p.text() != strings.ToUpper(p.text()) {
			delete(found, i)
		}
	}
	if len(found) == 0 {
		return found
	}
	first := len(all)
	level := map[string]int{}
	for i := range found {
		first = min(first, i)
		level[signature(all[i].node)] = all[i].Heading
	}
	count := map[string]int{}
	for _, p := range all {
		count[signature(p.node)]++
	}
	for i := range all {
		p := all[i]
		sign := signature(p.node)
		if found[i] != "" || i < first || p.Heading == 0 || len(known[sign]) == 0 || len(strings.Fields(p.text())) > 7 || count[sign] > 2*len(known[sign])+2 {
			continue
		}
		if _, dated := dateIn(p.text()); dated {
			continue
		}
		found[i] = "custom"
	}
	// A group of skills may be called "Languages".
	for i, kind := range found {
		sign := signature(all[i].node)
		if len(known[sign]) == 1 && count[sign] > 1 && len(found) > 1 {
			delete(found, i)
		} else if kind == "languages" && kindAround(all[i].node) == "skills" {
			found[i] = "custom"
			if len(known[sign]) == 1 {
				delete(found, i)
			}
		}
	}
	// A heading of entries may be a word that names sections too: only the outer level counts.
	outer := 7
	for i := range found {
		if h := all[i].Heading; h > 1 && found[i] != "custom" {
			outer = min(outer, h)
		}
	}
	for i := range found {
		if h := all[i].Heading; h > outer && len(known[signature(all[i].node)]) == 1 && i > first && within(all, found, i, outer) {
			delete(found, i)
		}
	}
	return found
}

// within reports whether a heading is under one of the outer level.
func within(all []paragraph, found map[int]string, i, outer int) bool {
	for j := i - 1; j >= 0; j-- {
		if found[j] != "" {
			return all[j].Heading == outer && found[j] != "contact"
		}
	}
	return false
}

// usual is the type size of most text.
func usual(all []paragraph) float64 {
	letters := map[float64]int{}
	best := usualSize
	for _, p := range all {
		for _, r := range p.Runs {
			letters[r.Size] += len(r.Text)
			if letters[r.Size] > letters[best] {
				best = r.Size
			}
		}
	}
	return best
}

// dateIn finds the time that a text is, or ends or begins with behind a tab.
func dateIn(text string) (string, bool) {
	bare := strings.Trim(strings.ReplaceAll(text, "\u00a0", " "), " ()[]|,;·•\t\n")
	if len(bare) == 9 && bare[4] == ' ' && strings.Trim(bare, "0123456789 ") == "" {
		bare = bare[:4] + " – " + bare[5:] // two years in boxes of their own
	}
	if cut := lasted().FindStringIndex(bare); cut != nil && cut[0] > 4 {
		bare = strings.TrimRight(bare[:cut[0]], " ·(,")
	}
	bare = afterMonth().ReplaceAllString(bare, "$1 $2")
	if !strings.ContainsFunc(bare, unicode.IsDigit) || len(bare) > 60 || strings.ContainsAny(bare, "@%$€£") {
		return "", false
	}
	if start, end, ok := resume.ParsePeriod(bare); ok && (start.Understood() || end.Understood()) {
		return bare, true
	}
	if d, ok := resume.ParseDate(bare); ok && d.Understood() {
		return bare, true
	}
	return "", false
}

// lasted is how long something took, behind its dates.
var lasted = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[ ·(]*\d{1,2} (years?|yrs?|months?|mos?|days?)( \d+ (months?|mos?|days?))?\)?$`)
})

// isDuration reports whether a text says how long something took.
func isDuration(text string) bool { return lasted().FindString(text) == text && text != "" }

// afterMonth is a month with a comma between it and the year.
var afterMonth = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(\p{L}{3,}), (\d{4})`) })

type grouper struct {
	headings map[int]string
	out      []structure.Paragraph
	last     string // the kind of the section before

	languages []paragraph // that stand above the first heading
}

// contactFirst moves ways to reach someone out of sections to what is above them.
func contactFirst(all []paragraph, headings map[int]string, first *int) ([]paragraph, map[int]string) {
	var top, rest []paragraph
	moved := map[int]string{}
	kind := ""
	n := *first
	for i := *first; i < len(all); i++ {
		if headings[i] != "" {
			kind = headings[i]
		} else if kind == "summary" && reaches(all[i]) {
			top = append(top, all[i])
			continue
		}
		if h := headings[i]; h != "" {
			moved[len(rest)] = h
		}
		rest = append(rest, all[i])
	}
	*first = n + len(top)
	out := slices.Concat(all[:n], top, rest)
	shifted := map[int]string{}
	for i, h := range moved {
		shifted[i+*first] = h
	}
	return out, shifted
}

// reaches reports whether a paragraph is a way to reach someone and nothing else.
func reaches(p paragraph) bool {
	text := p.text()
	if len(strings.Fields(text)) > 8 {
		return false
	}
	for n, depth := p.node, 0; n != nil && depth < 3; n, depth = n.Parent, depth+1 {
		if ownWord(n, "profiles", "contact", "social", "username", "network", "profile") && n.Data != "section" {
			return true
		}
	}
	if structure.IsEmail(text) || isPlace(p.node) || structure.IsLink(text) {
		return true
	}
	for _, f := range strings.Fields(text) {
		if structure.IsEmail(strings.Trim(f, "<>(),;:")) || structure.IsLink(f) && strings.Contains(f, "/") {
			return true
		}
	}
	found := structure.FindPhone(text)
	_, dated := dateIn(text)
	return found != "" && !dated && len(found)*2 > len(text)
}

// isPlace reports whether an element's markup says that it is where someone lives: its
// class, or that of an icon in it.
func isPlace(n *html.Node) bool {
	if n == nil {
		return false
	}
	words := []string{"location", "address", "map", "marker", "adr", "locality"}
	if hasWord(n, words...) && len(textOf(n)) < 80 {
		return true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && slices.ContainsFunc(classWords(c), func(w string) bool { return slices.Contains(words, w) }) && len(textOf(n)) < 80 {
			return true
		}
	}
	return false
}

// top takes what is before the first heading: the name is what is a title, else what is
// largest.
func (g *grouper) top(all []paragraph) {
	named := false
	for i, p := range all {
		if slices.ContainsFunc(icons(p.node), func(w string) bool { return w == "language" || w == "languages" }) {
			g.languages = append(g.languages, p)
			continue
		}
		if len(p.nodes) > 0 && isName(p.nodes[0]) && !strings.Contains(p.text(), "@") && !named {
			named = true
			p.Heading, p.Runs = 1, slices.Clone(p.Runs)
			for k := range p.Runs {
				if isName(p.nodes[k]) {
					p.Runs[k].Size = nameSize * 1.5
				}
			}
		} else if i > 0 && isPlace(p.node) && len(p.Runs) > 0 && !strings.Contains(p.text(), "@") && !strings.Contains(p.text(), ":") {
			p.Runs = slices.Concat([]structure.Run{{Text: "Location: ", Size: p.Runs[0].Size}}, p.Runs)
			p.Heading = 0
		}
		g.out = append(g.out, p.Paragraph)
	}
}

// section takes what is under a heading.
func (g *grouper) section(kind string, all []paragraph) {
	if len(all) == 0 {
		return
	}
	entries := entriesOf(all)
	switch kind {
	case "skills", "interests":
		for _, e := range entries {
			g.group(e)
		}
	case "languages":
		for _, e := range entries {
			g.language(e)
		}
	case "work", "volunteer", "education", "projects", "certificates", "awards", "publications":
		for _, e := range entries {
			g.entry(kind, e)
		}
	default:
		for _, p := range all {
			g.add(p)
		}
	}
}

// add adds a paragraph with its usual looks.
func (g *grouper) add(p paragraph) {
	out := p.Paragraph
	out.Heading = 0
	out.Runs = slices.Clone(out.Runs)
	for i := range out.Runs {
		out.Runs[i].Size = bodySize
		out.Runs[i].Bold = out.Runs[i].Bold && p.Heading == 0 || p.Heading > 0
	}
	g.out = append(g.out, out)
}

// entriesOf parts what is under a heading where elements of one kind follow each other.
func entriesOf(all []paragraph) [][]paragraph {
	if len(all) < 2 {
		return [][]paragraph{all}
	}
	around := common(all)
	tops := make([]*html.Node, len(all))
	for i, p := range all {
		tops[i] = childOf(around, p.node)
	}
	signs := map[string]int{}
	distinct := 0
	for i, n := range tops {
		if i == 0 || n != tops[i-1] {
			distinct++
			signs[shape(n)]++
		}
	}
	begins := func(i int) bool { return false }
	if len(tops) > 2 && signs[shape(tops[0])] == 1 && len(signs) == 2 && !all[0].Item && all[1].Item && tops[1] != around { // a line over all
		return append([][]paragraph{all[:1]}, entriesOf(all[1:])...)
	}
	switch best := shape(tops[0]); {
	case tops[0] == around: // text between elements
	case signs[best] == distinct && distinct > 1:
		begins = func(i int) bool { return tops[i] != tops[i-1] }
	case signs[best] > 1 || all[0].Heading > 0:
		begins = func(i int) bool { return tops[i] != tops[i-1] && shape(tops[i]) == best }
	}
	var entries [][]paragraph
	from := 0
	for i := 1; i < len(all); i++ {
		if begins(i) {
			entries = append(entries, all[from:i])
			from = i
		}
	}
	return append(entries, all[from:])
}

// shape is what an element is by itself.
func shape(n *html.Node) string {
	if n == nil {
		return ""
	}
	class, _, _ := strings.Cut(attribute(n, "class"), " ")
	return n.Data + "." + class
}

// common is the innermost element around all paragraphs.
func common(all []paragraph) *html.Node {
	around := all[0].node
	for _, p := range all[1:] {
		for around != nil && !isWithin(p.node, around) {
			around = around.Parent
		}
	}
	if len(all) > 1 && slices.ContainsFunc(all, func(p paragraph) bool { return p.node == around }) && around != nil && around.Parent != nil {
		return around
	}
	return around
}

func isWithin(n, around *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == around {
			return true
		}
	}
	return false
}

func childOf(around, n *html.Node) *html.Node {
	for n != nil && n != around && n.Parent != around {
		n = n.Parent
	}
	return n
}

// group takes a group of terms: its name, and the terms behind it.
func (g *grouper) group(e []paragraph) {
	if len(e) < 2 || e[0].Item && e[0].Heading == 0 && !e[0].bold() {
		for _, p := range e {
			g.add(p)
		}
		return
	}
	named := e[0].Heading > 0 || e[0].bold() || !e[0].Item && e[1].Item || hasWord(e[0].node, "name", "title")
	if !named {
		for _, p := range e {
			g.add(p)
		}
		return
	}
	line := structure.Paragraph{Space: 0.6}
	name := strings.TrimSuffix(e[0].text(), ":")
	line.Runs = append(line.Runs, structure.Run{Text: name + ":", Bold: true, Size: bodySize})
	for i, p := range e[1:] {
		text := p.text()
		if i > 0 {
			text = ", " + text
		} else {
			text = " " + text
		}
		for _, r := range p.Runs {
			if strings.Contains(r.Text, "\t") { // tags in a row
				text = text[:len(text)-len(p.text())] + tabbed(p)
				break
			}
		}
		line.Runs = append(line.Runs, structure.Run{Text: text, Size: bodySize})
	}
	g.out = append(g.out, line)
}

// tabbed is a paragraph's text with tabs.
func tabbed(p paragraph) string {
	var b strings.Builder
	for _, r := range p.Runs {
		b.WriteString(r.Text)
	}
	parts := strings.Split(b.String(), "\t")
	for i := range parts {
		parts[i] = collapsed(parts[i])
	}
	return strings.Join(parts, ", ")
}

// hasWord reports whether an element's class or its microdata has one of some words.
func hasWord(n *html.Node, words ...string) bool {
	for depth := 0; n != nil && depth < 2; depth++ {
		for _, w := range classWords(n) {
			if slices.Contains(words, w) {
				return true
			}
		}
		n = n.Parent
	}
	return false
}

// classWords are the words of an element's classes.
func classWords(n *html.Node) []string {
	return strings.FieldsFunc(strings.ToLower(attribute(n, "class")+" "+attribute(n, "itemprop")), func(c rune) bool { return !unicode.IsLetter(c) })
}

// language takes a language with its level.
func (g *grouper) language(e []paragraph) {
	if len(e) == 2 && !strings.Contains(e[0].text(), ",") && len(strings.Fields(e[0].text())) < 4 && len(strings.Fields(e[1].text())) < 8 {
		g.out = append(g.out, structure.Paragraph{Runs: []structure.Run{{Text: e[0].text() + " (" + strings.Trim(e[1].text(), "()") + ")", Size: bodySize}}})
		return
	}
	for _, p := range e {
		g.add(p)
	}
}

// entry takes an entry: its head in one line, and what is under it.
func (g *grouper) entry(kind string, e []paragraph) {
	head := 0
	if len(e) > 1 && e[0].Item && e[0].Heading == 0 && (!e[1].Item || e[0].bold()) {
		e = slices.Clone(e)
		e[0].Item = false // the item is all of the entry
	}
	for head < len(e) && isHeadPart(e[head]) && head < 8 {
		head++
	}
	// Several positions at one employer: each has a heading of its own.
	if parts := positions(e); parts != nil {
		employer := e[:parts[0]]
		for i, from := range parts {
			to := len(e)
			if i+1 < len(parts) {
				to = parts[i+1]
			}
			g.entry(kind, slices.Concat([]paragraph{e[from]}, employer, e[from+1:to]))
		}
		return
	}
	if head == 0 {
		for i, p := range e {
			if i == 0 {
				p.Space = 1
			}
			g.add(p)
		}
		return
	}
	var parts []field
	var when []string
	for i, p := range e[:head] {
		if i == 0 && len(e) > 1 {
			p.Item = false
		}
		for _, f := range fieldsOf(p) {
			if isConnector(f.Text) {
				continue
			}
			if name, ok := strings.CutPrefix(f.Text, "at "); ok && len(parts) > 0 {
				f.Text = name
			}
			if date, ok := labeledDate(f.Text); ok {
				when = append(when, date)
				continue
			}
			if isDuration(f.Text) {
				continue // it follows from the dates
			}
			if f.role = roleOf(f.node, kind); f.role == "" && f.aside && len(strings.Fields(f.Text)) < 5 {
				f.role = "place"
			}
			parts = append(parts, f)
		}
	}
	if kind == "education" {
		parts = degreeFirst(parts)
	}
	line := structure.Paragraph{Space: 1}
	for _, f := range inOrder(parts) {
		if len(line.Runs) > 0 {
			line.Runs = append(line.Runs, structure.Run{Text: "\t", Size: bodySize})
		}
		f.Is = runRoles[f.role]
		line.Runs = append(line.Runs, f.Run)
	}
	if len(when) > 0 {
		text := strings.Join(when, " ")
		if _, ok := dateIn(text); !ok && len(when) == 2 {
			text = strings.Join(when, " – ")
		}
		line.Runs = append(line.Runs, structure.Run{Text: "\t" + text, Size: bodySize})
	}
	g.out = append(g.out, line)
	for _, p := range e[head:] {
		p.Space = 0
		g.add(p)
	}
}

var runRoles = map[string]structure.Role{"title": structure.IsTitle, "org": structure.IsOrganization, "place": structure.IsPlace}

// field is a part of an entry's head.
type field struct {
	structure.Run
	node *html.Node
	role string // what its markup says that it is

	aside bool // it is at the right of the part before
}

// isConnector reports whether a text only stands between two parts.
func isConnector(text string) bool {
	switch strings.ToLower(strings.Trim(text, " ,|·•–—-")) {
	case "", "at", "in", "@", "by", "bei", "chez", "awarded by", "issued by", "published by", "awarded", "published", "issued":
		return true
	}
	return false
}

// labeledDate is a time, maybe behind what it is the time of: "Issued on: May 2020".
func labeledDate(text string) (string, bool) {
	if date, ok := dateIn(text); ok {
		return date, true
	}
	for _, sep := range []string{":", " on ", " in "} {
		if label, date, ok := strings.Cut(text, sep); ok && len(strings.Fields(label)) < 4 {
			if date, ok := dateIn(date); ok {
				return date, true
			}
		}
	}
	return "", false
}

// microRoles are the roles that microformats and schema.org give, by whole words.
var microRoles = map[string]string{"p-job-title": "title", "p-role": "title", "rolename": "title", "jobtitle": "title", "p-org": "org", "p-organization-name": "org", "organization-name": "org", "worksfor": "org", "hiringorganization": "org",
	"alumniof": "org", "p-locality": "place", "p-location": "place", "p-adr": "place", "joblocation": "place", "addresslocality": "place"}

// isName reports whether markup says that an element is a person's name, as schema.org,
// h-card and hCard do.
func isName(n *html.Node) bool {
	for depth := 0; n != nil && depth < 2; depth++ {
		for _, t := range strings.Fields(strings.ToLower(attribute(n, "class") + " " + attribute(n, "itemprop"))) {
			if t == "p-name" || t == "fn" || t == "name" && attribute(n, "itemprop") != "" {
				return true
			}
		}
		n = n.Parent
	}
	return false
}

// roleOf is what the markup of a part of a head says that it is, "" for nothing.
func roleOf(n *html.Node, kind string) string {
	for depth := 0; n != nil && depth < 3; depth++ {
		for _, t := range strings.Fields(strings.ToLower(attribute(n, "class") + " " + attribute(n, "itemprop"))) {
			if role := microRoles[t]; role != "" {
				return role
			}
		}
		for _, w := range classWords(n) {
			switch w {
			case "position", "role", "profession", "jobtitle", "designation":
				return "title"
			case "company", "employer", "organization", "organisation", "awarder", "issuer", "publisher", "worksfor", "entity":
				return "org"
			case "institution", "school", "university", "college":
				return "org"
			case "location", "city", "place", "address", "locality":
				return "place"
			case "studytype", "degree", "qualification", "type":
				if kind == "education" {
					return "title"
				}
			case "area", "major", "field", "subject":
				if kind == "education" {
					return "area"
				}
			}
		}
		n = n.Parent
	}
	return ""
}

// inOrder puts the parts of a head into the order title, organization, others, if the
// markup says which they are.
func inOrder(parts []field) []field {
	has := func(role string) bool {
		return slices.ContainsFunc(parts, func(f field) bool { return f.role == role })
	}
	if !has("title") || !has("org") {
		return parts
	}
	rank := map[string]int{"title": 0, "org": 1, "": 2, "area": 2, "place": 3}
	parts = slices.Clone(parts)
	slices.SortStableFunc(parts, func(a, b field) int { return rank[a.role] - rank[b.role] })
	return parts
}

// degreeFirst puts a degree and what was studied together, before the school.
func degreeFirst(parts []field) []field {
	degree := slices.IndexFunc(parts, func(f field) bool { return f.role == "title" && f.role != "org" })
	if degree < 0 {
		degree = slices.IndexFunc(parts, func(f field) bool { return f.role != "org" && isDegree(f.Text) })
	}
	if degree < 0 || len(parts) < 2 {
		return parts
	}
	d := parts[degree]
	if a, b, ok := strings.Cut(strings.TrimRight(d.Text, ", "), ", "); ok && isDegree(b) && !isDegree(a) {
		d.Text = b + ", " + a
	}
	area := slices.IndexFunc(parts, func(f field) bool { return f.role == "area" })
	free := func(i int) bool {
		return i >= 0 && i < len(parts) && parts[i].role == "" && !structure.IsLink(parts[i].Text)
	}
	switch {
	case area >= 0 || len(parts) < 3:
	case free(degree + 1):
		area = degree + 1
	case free(degree - 1):
		area = degree - 1
	}
	if area >= 0 && area != degree {
		sep := ", "
		if strings.HasSuffix(d.Text, " in") || strings.HasSuffix(d.Text, ",") {
			sep = " "
		}
		d.Text += sep + strings.TrimPrefix(strings.TrimLeft(parts[area].Text, "-–—,: "), "in ")
	} else if a, b, ok := strings.Cut(d.Text, " - "); ok && isDegree(a) {
		d.Text = a + ", " + strings.TrimLeft(b, " ")
	}
	d.Bold, d.role = true, "title"
	out := []field{d}
	for i, f := range parts {
		if i != degree && i != area {
			f.Bold = false
			if len(out) == 1 && f.role == "" {
				f.role = "org"
			}
			out = append(out, f)
		}
	}
	return out
}

// isDegree reports whether a text is a degree.
func isDegree(text string) bool {
	found := structure.Of(structure.Flow([]structure.Paragraph{
		{Heading: 1, Runs: []structure.Run{{Text: "Ada Example", Size: nameSize, Bold: true}}},
		{Heading: 2, Space: 1, Runs: []structure.Run{{Text: "Education", Size: headingSize, Bold: true}}}, {Runs: []structure.Run{{Text: text + "\tExample University\t2019 – 2020"}}}}))
	e := found.Document.Resume().Education
	return len(e) == 1 && e[0].StudyType != ""
}

// isHeadPart reports whether a paragraph can be part of an entry's head.
func isHeadPart(p paragraph) bool {
	text := p.text()
	words := len(strings.Fields(text))
	if p.Heading > 0 && words < 13 {
		return !subheading(text)
	}
	if _, ok := dateIn(text); ok {
		return true
	}
	return !p.Item && words <= 12 && !subheading(text) && !(words > 4 && strings.HasSuffix(text, ".")) && !strings.HasSuffix(text, ":") && !ownWord(p.node, "summary", "description", "highlight", "highlights", "score", "courses", "keywords")
}

// ownWord is hasWord of the element alone.
func ownWord(n *html.Node, words ...string) bool {
	return n != nil && slices.ContainsFunc(classWords(n), func(w string) bool { return slices.Contains(words, w) })
}

func subheading(text string) bool {
	switch strings.ToLower(strings.Trim(text, " :")) {
	case "highlights", "courses", "responsibilities", "achievements", "keywords", "coursework", "description", "technologies", "key achievements", "accomplishments", "duties", "tasks", "skills":
		return true
	}
	return false
}

// positions are where the positions of an employer begin, nil for one alone.
func positions(e []paragraph) []int {
	if len(e) < 4 || e[0].Heading == 0 {
		return nil
	}
	var at []int
	dated := 0
	for i := 1; i < len(e); i++ {
		if e[i].Heading > e[0].Heading && !subheading(e[i].text()) {
			at = append(at, i)
		}
		if _, ok := dateIn(e[i].text()); ok {
			dated++
		}
	}
	if len(at) < 2 || dated < len(at) {
		return nil
	}
	return at
}

// fieldsOf are the parts of a paragraph: between tabs, and where bold text ends.
func fieldsOf(p paragraph) (all []field) {
	for i, r := range p.Runs {
		r.Bold = r.Bold || p.Heading > 0
		r.Size = bodySize
		for k, text := range strings.FieldsFunc(r.Text, func(c rune) bool { return c == '\t' || c == '\n' }) {
			if text = collapsed(strings.ReplaceAll(text, "\u00a0", " ")); text == "" {
				continue
			}
			next := field{Run: r, node: p.nodes[i], aside: i > 0 && k == 0 && strings.HasPrefix(r.Text, "\t") && (hasClass(p.nodes[i], "pull-right") || hasClass(p.nodes[i], "float-right"))}
			next.Text = text
			if n := len(all) - 1; n >= 0 && k == 0 && i > 0 && !strings.HasPrefix(r.Text, "\t") && !strings.HasPrefix(r.Text, "\n") && !strings.HasSuffix(p.Runs[i-1].Text, "\n") && joins(all[n].Run, next.Run) && (all[n].node == next.node || roleOf(all[n].node, "education") == roleOf(next.node, "education")) {
				sep := " "
				if !strings.HasPrefix(r.Text, " ") && !strings.HasSuffix(p.Runs[i-1].Text, " ") {
					sep = ""
				}
				all[n].Text += sep + text
				continue
			}
			all = append(all, next)
		}
	}
	return all
}

// joins reports whether two runs are one field: of one look, or halves of a period.
func joins(a, b structure.Run) bool {
	if isDuration(a.Text) || isDuration(b.Text) {
		return false
	}
	if _, ok := dateIn(a.Text); ok {
		if _, ok := dateIn(a.Text + " " + b.Text); ok {
			return true
		}
	}
	if _, ok := dateIn(b.Text); ok {
		return false
	}
	return a.Bold == b.Bold || a.Link != "" || b.Link != ""
}
