package posting

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	page "resumax/exchange/html"
)

// readHTML reads a saved page: what structured data says, else what the markup of a known
// site says, else the part of the page with the most text.
func readHTML(ctx context.Context, data []byte, name string) (source, error) {
	root, err := page.Parse(data)
	if err != nil {
		return source{}, fmt.Errorf("%s is not a web page that can be read (%w): copy the posting's text from the browser", name, err)
	}
	if err := ctx.Err(); err != nil {
		return source{}, err
	}
	var s source
	job := structured(root)
	if job != nil {
		s.facts = factsOf(job)
		s.lines = descriptionOf(job)
	}
	m := headOf(root)
	at := siteOf(root)
	if at != nil {
		s.facts.merge(at.facts(root))
	}
	s.facts.merge(m)
	var body []line
	if at != nil {
		body = at.lines(root)
	}
	if enough(s.lines) {
		// A page that lies in its data is caught by what it shows: its own words win where
		// the data's description is none of them.
		return kept(s.lines, s.facts), nil
	}
	dropChrome(root)
	if !enough(body) {
		body = mainLines(root)
	}
	if len(s.lines) > 0 && !enough(body) {
		body = s.lines
	}
	if len(body) == 0 {
		return source{}, fmt.Errorf("%s has no text: a program fills the page in the browser. Copy the posting's text from there, or print the page to a PDF", name)
	}
	return kept(body, s.facts), nil
}

// enough reports whether lines are a posting rather than a teaser.
func enough(lines []line) bool {
	n := 0
	for _, l := range lines {
		n += len(l.text)
	}
	return n >= 300
}

// headOf are the facts in a page's head.
func headOf(root *html.Node) (f facts) {
	var title, ogTitle, siteName string
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch n.DataAtom {
		case atom.Title:
			if title == "" && n.FirstChild != nil {
				title = plainText(n.FirstChild.Data)
			}
		case atom.Meta:
			content := plainText(page.Attribute(n, "content"))
			switch strings.ToLower(page.Attribute(n, "property") + page.Attribute(n, "name")) {
			case "og:title":
				ogTitle = content
			case "og:site_name":
				siteName = content
			case "og:url":
				if f.url == "" {
					f.url = content
				}
			}
		case atom.Link:
			if strings.EqualFold(page.Attribute(n, "rel"), "canonical") {
				f.url = page.Attribute(n, "href")
			}
		case atom.Body:
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	f.pageTitle = ogTitle
	f.pageTitles = []string{ogTitle, title}
	f.siteName = siteName
	if !strings.HasPrefix(f.url, "http") {
		f.url = ""
	}
	return f
}

// siteOf is the known site that a page is of, nil for none.
func siteOf(root *html.Node) *site {
	all := knownSites().Site
	for i := range all {
		for _, k := range all[i].Known {
			if first(root, k) != nil {
				return &all[i]
			}
		}
	}
	return nil
}

// facts are those that the markup of a site says.
func (s *site) facts(root *html.Node) (f facts) {
	get := func(selectors []string) string {
		for _, sel := range selectors {
			n := first(root, sel)
			if n == nil {
				continue
			}
			text := page.Text(n)
			if n.DataAtom == atom.Img {
				text = page.Attribute(n, "alt")
			}
			if n.DataAtom == atom.Meta {
				text = page.Attribute(n, "content")
			}
			if text = plainText(text); text != "" && len(text) < 200 {
				return text
			}
		}
		return ""
	}
	f.title = get(s.Title)
	f.company = cleanCompany(get(s.Company))
	f.location = get(s.Location)
	f.types = strings.Trim(get(s.Type), " /|·")
	f.remote = get(s.Remote)
	f.salary = get(s.Salary)
	for _, sel := range s.Facts {
		if n := first(root, sel); n != nil {
			f.lines = append(f.lines, linesOf(page.Paragraphs(root, n))...)
		}
	}
	return f
}

// lines are those of the parts of a page that hold the posting.
func (s *site) lines(root *html.Node) (all []line) {
	for _, sel := range s.Body {
		for _, n := range matching(root, sel) {
			all = append(all, withMarks(linesOf(page.Paragraphs(root, n)))...)
		}
		if enough(all) {
			return withoutSite(all)
		}
		all = nil
	}
	return nil
}

// dropChrome takes out what a site puts around a posting: by elements, their roles, and
// words of their ids and classes. What holds half of the page's text is kept.
func dropChrome(root *html.Node) {
	k := knownSites()
	total := weigh(root)
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			if c.Type == html.ElementNode && isChrome(c, k) && weigh(c)*2 < total {
				n.RemoveChild(c)
			} else {
				walk(c)
			}
			c = next
		}
	}
	walk(root)
}

func isChrome(n *html.Node, k *sites) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Dialog, atom.Head:
		return true
	case atom.Header:
		return !holds(n, atom.H1)
	case atom.Body, atom.Html, atom.Main, atom.Article, atom.H1:
		return false
	}
	if role := strings.ToLower(page.Attribute(n, "role")); role != "" && slices.Contains(k.Roles, role) && !holds(n, atom.H1) {
		return true
	}
	for _, name := range []string{"id", "class"} {
		for _, w := range strings.Fields(strings.ToLower(page.Attribute(n, name))) {
			if slices.Contains(k.Words, w) {
				return !holds(n, atom.H1)
			}
			for part := range strings.FieldsFuncSeq(w, func(r rune) bool { return r == '-' || r == '_' }) {
				switch part {
				case "cookie", "cookies", "consent", "breadcrumb", "breadcrumbs", "newsletter", "navbar", "footer", "similar", "related", "recommended", "onetrust", "modal", "sidenav":
					return !holds(n, atom.H1)
				}
			}
		}
	}
	return false
}

func holds(n *html.Node, what atom.Atom) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == what || holds(c, what) {
			return true
		}
	}
	return false
}

// weigh is how much text is in a part of a page, without its programs.
func weigh(n *html.Node) (size int) {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg:
		return 0
	}
	if n.Type == html.TextNode {
		return len(strings.TrimSpace(n.Data))
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		size += weigh(c)
	}
	return size
}

// mainLines are the lines of the part of a page that holds most of its text.
func mainLines(root *html.Node) []line {
	part := root
	for _, sel := range []string{"main", "[role=main]", "article", "body"} {
		if n := first(root, sel); n != nil && weigh(n)*5 > weigh(root)*2 {
			part = n
			break
		}
	}
	if first(root, "h1") != nil { // the title may stand above the text, with the facts of the job
		for part.Parent != nil && first(part, "h1") == nil {
			part = part.Parent
		}
	}
	return withoutSite(withMarks(linesOf(page.Paragraphs(root, part))))
}

// first is the first element that a selector names: see assets/postings/sites.toml.
func first(root *html.Node, selector string) *html.Node {
	if all := find(root, selector, 1); len(all) > 0 {
		return all[0]
	}
	return nil
}

// matching are the elements that a selector names, none within another.
func matching(root *html.Node, selector string) []*html.Node { return find(root, selector, 50) }

func find(root *html.Node, selector string, most int) (all []*html.Node) {
	parts := strings.Fields(selector)
	var walk func(n *html.Node, at int)
	walk = func(n *html.Node, at int) {
		for c := n.FirstChild; c != nil && len(all) < most; c = c.NextSibling {
			if c.Type == html.ElementNode && is(c, parts[at]) {
				if at == len(parts)-1 {
					all = append(all, c)
					continue
				}
				before := len(all)
				walk(c, at+1)
				if len(all) > before {
					continue
				}
			}
			walk(c, at)
		}
	}
	walk(root, 0)
	return all
}

// is reports whether an element is what one part of a selector says.
func is(n *html.Node, part string) bool {
	name, conditions, _ := strings.Cut(part, "[")
	tag := name
	if i := strings.IndexAny(name, ".#"); i >= 0 {
		tag = name[:i]
		for name = name[i:]; name != ""; {
			end := strings.IndexAny(name[1:], ".#") + 1
			if end == 0 {
				end = len(name)
			}
			if name[0] == '.' && !page.HasClass(n, name[1:end]) || name[0] == '#' && page.Attribute(n, "id") != name[1:end] {
				return false
			}
			name = name[end:]
		}
	}
	if tag != "" && n.Data != tag {
		return false
	}
	for cond := range strings.SplitSeq(conditions, "[") {
		cond = strings.TrimSuffix(cond, "]")
		if cond == "" {
			continue
		}
		key, want, valued := strings.Cut(cond, "=")
		loose := strings.HasSuffix(key, "*")
		key = strings.TrimSuffix(key, "*")
		i := slices.IndexFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
		if i < 0 || valued && !loose && n.Attr[i].Val != want || loose && !strings.Contains(n.Attr[i].Val, want) {
			return false
		}
	}
	return true
}

// withoutSite are lines without those of a site, up to those of other postings.
func withoutSite(lines []line) (kept []line) {
	over := false
	for i, l := range lines {
		if parts := strings.Split(l.text, " · "); len(parts) > 1 { // "Oslo · 2 weeks ago · Over 100 applicants"
			parts = slices.DeleteFunc(parts, isSiteLine)
			l.text = strings.Join(parts, " · ")
		}
		if isSiteLine(l.text) && !(l.heading > 0 && isSection(wordsOf("en").headings[normal(l.text)])) {
			over = over || slices.Contains(knownSites().Ends, normal(l.text))
			continue
		}
		l.ends, over = over, false
		if len(kept) > 5 && !l.item && len(l.text) < 80 && knownSites().follows(normal(l.text)) && !remaining(lines[i+1:], wordsOf("en")) {
			break
		}
		kept = append(kept, l)
	}
	return kept
}

// follows reports whether a heading is of what follows a posting on a site.
func (s *sites) follows(n string) bool { return slices.Contains(s.Others, n) }

// remaining reports whether lines hold a known part of a posting, which other postings
// are not shown with.
func remaining(lines []line, w *words) bool {
	for _, l := range lines[:min(len(lines), 400)] {
		if l.item || len(l.text) > 80 {
			continue
		}
		switch w.headings[normal(l.text)] {
		case Required, Responsibilities, Preferred:
			return true
		}
		switch normal(l.text) { // below what a site says of the people there
		case "about the job", "job description", "full job description", "description", "stellenbeschreibung", "descriptif du poste", "descripción":
			return true
		}
	}
	return false
}

// crowd is how many people a site counts at a posting: "over 100 applicants", "12,400 followers".
var crowd = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|\s)\d[\d,.+]* (?:applicants?|followers|people clicked|candidatures|candidats|bewerber|solicitudes|inscritos)\b`)
})

// isSiteLine reports whether a line is a site's rather than a posting's.
func isSiteLine(text string) bool {
	const longest = 300
	if len(text) > longest {
		return false
	}
	k := knownSites()
	low := strings.ToLower(strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("·•|.…:→›»", r) }))
	low = strings.ReplaceAll(low, "’", "'")
	if low == "" {
		return true
	}
	if slices.Contains(k.Lines, low) || slices.Contains(k.Boards, strings.ReplaceAll(low, " ", "")) {
		return true
	}
	if words := strings.Fields(low); len(words) > 1 && len(words) <= 6 && words[len(words)-1] == "logo" { // "Tidewater Ledger logo"
		return true
	}
	for _, s := range k.Starts {
		if strings.HasPrefix(low, s) {
			return true
		}
	}
	if len(low) < 140 && crowd().MatchString(low) {
		return true
	}
	for _, s := range k.Contains {
		if strings.Contains(low, s) && len(low) < 140 {
			return true
		}
	}
	return false
}
