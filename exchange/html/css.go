package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sheet is the rules of a page's style sheets, as far as they tell how text is meant: weight,
// size, what is hidden, what is beside each other.
type sheet struct {
	byKey map[string][]rule // by the last class, id or element of the selector
	count int
	work  int // how much was compared, bounded
}

// rule is declarations for the elements that a selector names.
type rule struct {
	selector []compound // from the outside in
	declared map[string]string
	weight   int // how specific it is
	order    int
}

// compound is what one element must be.
type compound struct {
	tag     string
	id      string
	classes []string
	child   bool // of the element before it, not only within it
}

// Bounds on style sheets.
const (
	maxRules = 20_000
	maxWork  = 4_000_000
	maxSheet = 2 << 20
)

var told = map[string]bool{"display": true, "visibility": true, "font-weight": true, "font-style": true, "font-size": true, "font": true, "float": true, "text-align": true, "flex-direction": true, "justify-content": true, "white-space": true, "text-transform": true}

func sheetOf(root *html.Node) *sheet {
	s := &sheet{byKey: map[string][]rule{}}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.DataAtom == atom.Style && n.FirstChild != nil && !strings.Contains(attribute(n, "media"), "print") {
			s.parse(n.FirstChild.Data, 0)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return s
}

// parse reads a style sheet. Conditions on wide screens are taken for met.
func (s *sheet) parse(css string, depth int) {
	if len(css) > maxSheet || depth > 4 {
		return
	}
	css = withoutComments(css)
	for css != "" && s.count < maxRules {
		open := strings.IndexAny(css, "{;")
		if open < 0 {
			return
		}
		head := strings.TrimSpace(css[:open])
		if css[open] == ';' {
			css = css[open+1:]
			continue
		}
		body, rest := block(css[open+1:])
		css = rest
		switch {
		case strings.HasPrefix(head, "@media"):
			if !strings.Contains(head, "max-width") && !strings.Contains(head, "print") {
				s.parse(body, depth+1)
			}
		case strings.HasPrefix(head, "@supports"), strings.HasPrefix(head, "@layer"):
			s.parse(body, depth+1)
		case strings.HasPrefix(head, "@"):
		default:
			s.add(head, declarations(body))
		}
	}
}

func withoutComments(css string) string {
	if !strings.Contains(css, "/*") {
		return css
	}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(css, "/*")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		if _, css, ok = strings.Cut(rest, "*/"); !ok {
			return b.String()
		}
	}
}

// block is what is in braces, and what is behind them.
func block(css string) (body, rest string) {
	depth := 1
	for i := range len(css) {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return css[:i], css[i+1:]
			}
		}
	}
	return css, ""
}

func declarations(body string) map[string]string {
	var all map[string]string
	for d := range strings.SplitSeq(body, ";") {
		name, value, ok := strings.Cut(d, ":")
		if name = strings.ToLower(strings.TrimSpace(name)); ok && told[name] {
			if all == nil {
				all = map[string]string{}
			}
			value, _, _ = strings.Cut(value, "!important")
			all[name] = strings.ToLower(strings.TrimSpace(value))
		}
	}
	return all
}

func (s *sheet) add(selectors string, declared map[string]string) {
	if declared == nil {
		return
	}
	for text := range strings.SplitSeq(selectors, ",") {
		selector, weight, ok := parseSelector(strings.TrimSpace(text))
		if !ok || len(selector) > 16 {
			continue
		}
		last := selector[len(selector)-1]
		key := last.tag
		if len(last.classes) > 0 {
			key = "." + last.classes[len(last.classes)-1]
		}
		if last.id != "" {
			key = "#" + last.id
		}
		s.byKey[key] = append(s.byKey[key], rule{selector, declared, weight, s.count})
		s.count++
	}
}

// parseSelector reads a selector of elements, classes and ids. Others say nothing here.
func parseSelector(text string) (all []compound, weight int, ok bool) {
	if text == "" || strings.ContainsAny(text, ":[+~") {
		return nil, 0, false
	}
	child := false
	for _, f := range strings.Fields(strings.ReplaceAll(text, ">", " > ")) {
		if f == ">" {
			child = true
			continue
		}
		c := compound{child: child}
		child = false
		for f != "" {
			end := strings.IndexAny(f[1:], ".#") + 1
			if end == 0 {
				end = len(f)
			}
			switch part := f[:end]; part[0] {
			case '.':
				c.classes = append(c.classes, part[1:])
				weight += 100
			case '#':
				c.id = part[1:]
				weight += 10_000
			case '*':
			default:
				c.tag = strings.ToLower(part)
				weight++
			}
			f = f[end:]
		}
		all = append(all, c)
	}
	return all, weight, len(all) > 0
}

// styleOf is what the sheets and its own attribute declare of an element.
func (s *sheet) styleOf(n *html.Node) map[string]string {
	type from struct{ weight, order int }
	var all map[string]string
	by := map[string]from{}
	take := func(rules []rule) {
		for _, r := range rules {
			if s.work > maxWork || !s.matches(n, r.selector) {
				continue
			}
			for name, value := range r.declared {
				if f, ok := by[name]; ok && (f.weight > r.weight || f.weight == r.weight && f.order > r.order) {
					continue
				}
				if all == nil {
					all = map[string]string{}
				}
				all[name], by[name] = value, from{r.weight, r.order}
			}
		}
	}
	take(s.byKey[n.Data])
	take(s.byKey[""])
	for _, class := range strings.Fields(attribute(n, "class")) {
		take(s.byKey["."+class])
	}
	if id := attribute(n, "id"); id != "" {
		take(s.byKey["#"+id])
	}
	for name, value := range declarations(attribute(n, "style")) {
		if all == nil {
			all = map[string]string{}
		}
		all[name] = value
	}
	return all
}

func (s *sheet) matches(n *html.Node, selector []compound) bool {
	last := len(selector) - 1
	s.work++
	if !selector[last].is(n) {
		return false
	}
	if last == 0 {
		return true
	}
	for p := n.Parent; p != nil; p = p.Parent {
		if s.matches(p, selector[:last]) {
			return true
		}
		if selector[last].child || s.work > maxWork {
			return false
		}
	}
	return false
}

func (c compound) is(n *html.Node) bool {
	if n.Type != html.ElementNode || c.tag != "" && c.tag != n.Data || c.id != "" && c.id != attribute(n, "id") {
		return false
	}
	for _, class := range c.classes {
		if !hasClass(n, class) {
			return false
		}
	}
	return true
}

// fontSize is a declared size in points, within a text of another size.
func fontSize(value string, around float64) float64 {
	unit := strings.TrimLeft(value, "0123456789.")
	v, err := strconv.ParseFloat(strings.TrimSuffix(value, unit), 64)
	if err != nil {
		switch value {
		case "large":
			return 13.5
		case "x-large":
			return 18
		case "xx-large":
			return 24
		case "small":
			return 10
		case "x-small":
			return 7.5
		case "larger":
			return around * 1.2
		case "smaller":
			return around / 1.2
		}
		return around
	}
	switch strings.TrimSpace(unit) {
	case "px":
		v *= 0.75
	case "em":
		v *= around
	case "rem":
		v *= usualSize
	case "%":
		v *= around / 100
	case "pt":
	default:
		return around
	}
	return min(max(v, 4), 100)
}

// usualSize is the size of text where nothing is declared.
const usualSize = 12.0
