package structure

import (
	"fmt"
	"strings"
	"sync"

	"resumax/assets"
	"resumax/assets/tomlfile"
)

// Section is what is under a heading.
type Section struct {
	Kind    string   `json:"kind"`    // "work", "education" …: the member of JSON Resume that it is
	Heading string   `json:"heading"` // as the page has it
	Lines   []string `json:"lines"`

	Body []Line `json:"-"`
}

// headings are the kinds of sections by the headings that name them. The list is
// part of the program and tested with it, so that a fault in it is one of the
// build: it panics.
var headings = sync.OnceValue(func() map[string]string {
	const file = "structure/headings.toml"
	var lists map[string][]string
	tomlfile.Embedded(assets.Structure, file, &lists)
	kinds := make(map[string]string)
	for kind, names := range lists {
		for _, name := range names {
			if other, taken := kinds[name]; taken {
				panic(fmt.Sprintf("%s: %q names %s and %s", file, name, other, kind))
			}
			kinds[name] = kind
		}
	}
	return kinds
})

// kindOf is the kind of section that a line is the heading of, "" for none. A
// heading stands alone on its line, in bold or capitals or larger than the text.
func kindOf(l Line, body float64) string {
	if len(l.Words) > 6 || !StandsOut(l, body) {
		return ""
	}
	return headings()[strings.ToLower(strings.Trim(l.Text(), " :.–—-•|"))]
}

// StandsOut reports whether a line stands out from text of the size body.
func StandsOut(l Line, body float64) bool { return l.Bold() || l.Capitals() || l.Size() >= body*1.15 }

// sectionsOf parts lines into those before the first heading and sections.
func sectionsOf(lines []Line) (top []Line, sections []Section) {
	body := BodySize(lines)
	sections = []Section{}
	for _, l := range lines {
		if kind := kindOf(l, body); kind != "" {
			sections = append(sections, Section{Kind: kind, Heading: l.Text(), Lines: []string{}})
			continue
		}
		if n := len(sections) - 1; n >= 0 {
			sections[n].Body = append(sections[n].Body, l)
			sections[n].Lines = append(sections[n].Lines, l.Text())
		} else {
			top = append(top, l)
		}
	}
	return top, sections
}
