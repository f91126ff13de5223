package docx

import (
	"bytes"
	"strconv"
	"strings"

	"resumax/exchange/office"
)

// toggle is a property that a style turns on, off, or leaves as it is.
type toggle int8

const (
	unsaid toggle = iota
	yes
	no
)

func (t toggle) over(below bool) bool {
	if t == unsaid {
		return below
	}
	return t == yes
}

// runLook is how letters look, as far as something says so.
type runLook struct {
	bold, italic, caps, hidden toggle
	size                       float64 // points, 0 unsaid
}

// paraLook is how a paragraph looks, as far as something says so.
type paraLook struct {
	level         int // as it is counted in Word, from 0; -1 unsaid
	list, depth   string
	before, after float64 // points, -1 unsaid
	contextual    toggle
}

func unsaidPara() paraLook { return paraLook{level: -1, before: -1, after: -1} }

// style is a named look.
type style struct {
	name, based string
	run         runLook
	para        paraLook
}

// styles are a file's styles by id.
type styles struct {
	byID  map[string]*style
	run   runLook // of all text
	para  paraLook
	usual string // the style of paragraphs that name none
}

func stylesOf(root *office.Node) styles {
	s := styles{byID: map[string]*style{}, para: unsaidPara()}
	s.run.size = 10
	root.Each(func(n *office.Node) {
		switch n.Name {
		case "docDefaults":
			if r := n.Kid("rPrDefault").Kid("rPr"); r != nil {
				s.run = runLookOf(r)
				if s.run.size == 0 {
					s.run.size = 10
				}
			}
			if p := n.Kid("pPrDefault").Kid("pPr"); p != nil {
				s.para = paraLookOf(p)
			}
		case "style":
			st := &style{name: strings.ToLower(n.Kid("name").Attr("val")), based: n.Kid("basedOn").Attr("val"), para: unsaidPara()}
			if r := n.Kid("rPr"); r != nil {
				st.run = runLookOf(r)
			}
			if p := n.Kid("pPr"); p != nil {
				st.para = paraLookOf(p)
			}
			id := n.Attr("styleId")
			s.byID[id] = st
			if d := n.Attr("default"); n.Attr("type") == "paragraph" && (d == "1" || d == "true") {
				s.usual = id
			}
		}
	})
	return s
}

// withoutTableStyles cuts the styles of tables, which say nothing of text and are most of
// what some programs write: nine tenths of 350 kB.
func withoutTableStyles(data []byte) []byte {
	begin, end := []byte("<w:style "), []byte("</w:style>")
	var kept []byte
	for {
		from := bytes.Index(data, begin)
		if from < 0 {
			return append(kept, data...)
		}
		tag := bytes.IndexByte(data[from:], '>')
		to := bytes.Index(data[from:], end)
		if tag < 0 || to < tag || data[from+tag-1] == '/' {
			return append(kept, data...)
		}
		kept = append(kept, data[:from]...)
		if !bytes.Contains(data[from:from+tag], []byte(`w:type="table"`)) {
			kept = append(kept, data[from:from+to+len(end)]...)
		}
		data = data[from+to+len(end):]
	}
}

// longestChain is how many styles may be based on each other.
const longestChain = 20

// chain are a style and what it is based on, the nearest first.
func (s *styles) chain(id string) (all []*style) {
	for range longestChain {
		st := s.byID[id]
		if st == nil {
			break
		}
		all = append(all, st)
		id = st.based
	}
	return all
}

// look is how letters and paragraphs of a style look.
func (s *styles) look(id string) (runLook, paraLook) {
	run, para := runLook{}, unsaidPara()
	for _, st := range s.chain(id) {
		run = run.over(st.run)
		para = para.over(st.para)
	}
	return run, para
}

// over is a look with what it leaves unsaid as another one has it.
func (r runLook) over(below runLook) runLook {
	pick := func(a, b toggle) toggle {
		if a == unsaid {
			return b
		}
		return a
	}
	r.bold, r.italic, r.caps, r.hidden = pick(r.bold, below.bold), pick(r.italic, below.italic), pick(r.caps, below.caps), pick(r.hidden, below.hidden)
	if r.size == 0 {
		r.size = below.size
	}
	return r
}

func (p paraLook) over(below paraLook) paraLook {
	if p.level < 0 {
		p.level = below.level
	}
	if p.list == "" {
		p.list = below.list
	}
	if p.depth == "" {
		p.depth = below.depth
	}
	if p.before < 0 {
		p.before = below.before
	}
	if p.after < 0 {
		p.after = below.after
	}
	if p.contextual == unsaid {
		p.contextual = below.contextual
	}
	return p
}

// toggleOf is what an element turns on or off.
func toggleOf(n *office.Node) toggle {
	if n == nil {
		return unsaid
	}
	if on(n, false) {
		return yes
	}
	return no
}

// on reports whether an element of a property turns it on; usual is for none.
func on(n *office.Node, usual bool) bool {
	if n == nil {
		return usual
	}
	switch v, ok := n.Lookup("val"); {
	case !ok:
		return true
	default:
		return v != "0" && v != "false" && v != "off" && v != "none"
	}
}

func runLookOf(n *office.Node) runLook {
	r := runLook{bold: toggleOf(n.Kid("b")), italic: toggleOf(n.Kid("i")), caps: toggleOf(n.Kid("caps")), hidden: toggleOf(n.Kid("vanish"))}
	if small := toggleOf(n.Kid("smallCaps")); r.caps == unsaid {
		r.caps = small
	}
	if v, ok := n.Kid("sz").Number("val"); ok && v > 0 {
		r.size = min(v/2, 200)
	}
	return r
}

// perPoint is how many twips are a point.
const perPoint = 20

func paraLookOf(n *office.Node) paraLook {
	p := unsaidPara()
	if v, ok := n.Kid("outlineLvl").Number("val"); ok && v >= 0 {
		p.level = int(v)
	}
	if list := n.Kid("numPr"); list != nil {
		p.list, p.depth = list.Kid("numId").Attr("val"), list.Kid("ilvl").Attr("val")
	}
	space := n.Kid("spacing")
	if v, ok := space.Number("before"); ok && v >= 0 {
		p.before = v / perPoint
	}
	if v, ok := space.Number("after"); ok && v >= 0 {
		p.after = v / perPoint
	}
	if on(space.Kid("beforeAutospacing"), false) {
		p.before = 14
	}
	p.contextual = toggleOf(n.Kid("contextualSpacing"))
	return p
}

// levelOf is the level of a paragraph's heading: 1 for a title, 2 for a heading of the
// first level; 0 for text.
func (s *styles) levelOf(id string, look paraLook) int {
	for _, st := range s.chain(id) {
		if st.name == "title" {
			return 1
		}
		if rest, ok := strings.CutPrefix(st.name, "heading "); ok {
			if n, err := strconv.Atoi(rest); err == nil && n >= 1 && n <= 9 {
				return n + 1
			}
		}
	}
	if look.level >= 0 && look.level < 9 {
		return look.level + 2
	}
	return 0
}

// nameOf is what a style is called.
func (s *styles) nameOf(id string) string {
	if st := s.byID[id]; st != nil {
		return st.name
	}
	return ""
}

// listed reports whether a style is one for points, whether or not it says how they are marked.
func (s *styles) listed(id string) bool {
	for _, st := range s.chain(id) {
		if strings.HasPrefix(st.name, "list bullet") || strings.HasPrefix(st.name, "list number") {
			return true
		}
	}
	return false
}

// numbering are the lists of a file: the kinds of marks of each, by level.
type numbering map[string]map[string]string

func numberingOf(root *office.Node) numbering {
	kinds := map[string]map[string]string{}
	all := numbering{}
	levels := func(n *office.Node, into map[string]string) {
		n.Each(func(l *office.Node) {
			if l.Name == "lvl" {
				into[l.Attr("ilvl")] = l.Kid("numFmt").Attr("val")
			}
		})
	}
	root.Each(func(n *office.Node) {
		switch n.Name {
		case "abstractNum":
			m := map[string]string{}
			levels(n, m)
			kinds[n.Attr("abstractNumId")] = m
		case "num":
			m := map[string]string{}
			for k, v := range kinds[n.Kid("abstractNumId").Attr("val")] {
				m[k] = v
			}
			n.Each(func(o *office.Node) {
				if o.Name == "lvlOverride" {
					levels(o, m)
				}
			})
			all[n.Attr("numId")] = m
		}
	})
	return all
}

// marks reports whether a list marks its points at a level.
func (n numbering) marks(list, depth string) bool {
	if list == "" || list == "0" {
		return false
	}
	if depth == "" {
		depth = "0"
	}
	kind, ok := n[list][depth]
	return kind != "none" && (ok || n[list] == nil || len(n[list]) == 0)
}
