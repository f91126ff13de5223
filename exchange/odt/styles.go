package odt

import (
	"strconv"
	"strings"

	"resumax/exchange/office"
)

// style is a named look; what it leaves unsaid is as in its parent.
type style struct {
	name, parent string // as it is called
	bold, italic *bool
	caps, hidden *bool
	size         float64 // points; 0 unsaid
	percent      float64 // of the parent's size; 0 unsaid
	level        int     // 0 unsaid
	before       float64 // points; -1 unsaid
	after        float64
	contextual   bool
	column       bool // it begins a column
}

// styles are a file's styles, by family and name.
type styles struct {
	all   map[string]*style
	usual map[string]*style // by family
	lists map[string]map[string]bool
}

func (s *styles) add(root *office.Node) {
	root.Each(func(group *office.Node) {
		switch group.Name {
		case "styles", "automatic-styles":
			group.Each(s.one)
		}
	})
}

func (s *styles) one(n *office.Node) {
	switch n.Name {
	case "style":
		s.all[n.Attr("family")+"/"+n.Attr("name")] = styleOf(n)
	case "default-style":
		s.usual[n.Attr("family")] = styleOf(n)
	case "list-style":
		marks := map[string]bool{}
		n.Each(func(l *office.Node) {
			switch l.Name {
			case "list-level-style-bullet":
				marks[l.Attr("level")] = l.Attr("bullet-char") != ""
			case "list-level-style-number":
				marks[l.Attr("level")] = l.Attr("num-format") != ""
			case "list-level-style-image":
				marks[l.Attr("level")] = true
			}
		})
		s.lists[n.Attr("name")] = marks
	}
}

func styleOf(n *office.Node) *style {
	st := &style{name: n.Attr("display-name"), parent: n.Attr("parent-style-name"), before: -1, after: -1}
	if st.name == "" {
		st.name = plainName(n.Attr("name"))
	}
	if v, err := strconv.Atoi(n.Attr("default-outline-level")); err == nil && v > 0 && v < 10 {
		st.level = v
	}
	says := func(v bool) *bool { return &v }
	if t := n.Kid("text-properties"); t != nil {
		if v := t.Attr("font-weight"); v != "" {
			w, err := strconv.Atoi(v)
			st.bold = says(v == "bold" || err == nil && w >= 600)
		}
		if v := t.Attr("font-style"); v != "" {
			st.italic = says(v != "normal")
		}
		if v := t.Attr("text-transform"); v != "" {
			st.caps = says(v == "uppercase")
		}
		if t.Attr("font-variant") == "small-caps" {
			st.caps = says(true)
		}
		if v := t.Attr("display"); v != "" {
			st.hidden = says(v == "none")
		}
		if v := t.Attr("font-size"); strings.HasSuffix(v, "%") {
			st.percent, _ = strconv.ParseFloat(strings.TrimSuffix(v, "%"), 64)
		} else {
			st.size = max(0, length(v))
		}
	}
	if p := n.Kid("paragraph-properties"); p != nil {
		all := p.Attr("margin")
		for _, m := range []struct {
			to   *float64
			name string
		}{{&st.before, "margin-top"}, {&st.after, "margin-bottom"}} {
			v := p.Attr(m.name)
			if v == "" {
				v = all
			}
			if v != "" && !strings.HasSuffix(v, "%") {
				*m.to = max(0, length(v))
			}
		}
		st.contextual = p.Attr("contextual-spacing") == "true"
		st.column = p.Attr("break-before") == "column"
	}
	return st
}

// plainName is the name of a style as it is shown: "Heading_20_1" is "Heading 1".
func plainName(name string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(name, "_")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		code, after, ok := strings.Cut(rest, "_")
		if c, err := strconv.ParseUint(code, 16, 21); ok && err == nil {
			b.WriteRune(rune(c))
			name = after
			continue
		}
		b.WriteByte('_')
		name = rest
	}
}

// length is a length in points, 0 for none.
func length(text string) float64 {
	for unit, points := range map[string]float64{"pt": 1, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12, "px": 0.75} {
		if number, ok := strings.CutSuffix(text, unit); ok {
			v, err := strconv.ParseFloat(number, 64)
			if err != nil || v < -10_000 || v > 10_000 {
				return 0
			}
			return v * points
		}
	}
	return 0
}

// chain are a style and its parents, the nearest first, and the usual style of its family.
func (s *styles) chain(family, name string) (all []*style) {
	const longest = 20
	for range longest {
		st := s.all[family+"/"+name]
		if st == nil {
			break
		}
		all = append(all, st)
		name = st.parent
	}
	if u := s.usual[family]; u != nil {
		all = append(all, u)
	}
	return all
}

// look is how letters look.
type look struct {
	bold, italic, caps, hidden bool
	size                       float64
}

// over is a look with what a chain of styles says.
func (l look) over(chain []*style) look {
	for i := len(chain) - 1; i >= 0; i-- {
		st := chain[i]
		set := func(to *bool, v *bool) {
			if v != nil {
				*to = *v
			}
		}
		set(&l.bold, st.bold)
		set(&l.italic, st.italic)
		set(&l.caps, st.caps)
		set(&l.hidden, st.hidden)
		if st.size > 0 {
			l.size = min(st.size, 200)
		} else if st.percent > 0 {
			l.size = min(max(l.size*st.percent/100, 1), 200)
		}
	}
	return l
}

// marks reports whether a list style marks points at a level.
func (s *styles) marks(list string, level int) bool {
	marks, ok := s.lists[list]
	if !ok {
		return true
	}
	return marks[strconv.Itoa(level)]
}
