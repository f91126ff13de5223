package ats

import (
	"fmt"
	"strings"
	"sync"

	"resumax/assets"
	"resumax/assets/tomlfile"
)

// Section is what stands under a heading.
type Section struct {
	Kind    string   `json:"kind"`    // "work", "education" …: the member of JSON Resume that it is
	Heading string   `json:"heading"` // as the page has it
	Lines   []string `json:"lines"`

	lines   []line
	heading line
}

// headings are the kinds of sections by the headings that name them. The list is
// part of the program and tested with it, so that a fault in it is one of the
// build: it panics.
var headings = sync.OnceValue(func() map[string]string {
	const file = "ats/headings.toml"
	var lists map[string][]string
	tomlfile.Embedded(assets.ATS, file, &lists)
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
func kindOf(l line, body float64) string {
	if len(l.words) > 6 || !stands(l, body) {
		return ""
	}
	return headings()[strings.ToLower(strings.Trim(l.text(), " :.–—-•|"))]
}

// stands reports whether a line stands out from text of the size body.
func stands(l line, body float64) bool { return l.bold() || l.capitals() || l.size() >= body*1.15 }

// sectionsOf parts lines into those before the first heading and sections.
func sectionsOf(lines []line) (top []line, sections []Section) {
	body := bodySize(lines)
	sections = []Section{}
	for _, l := range lines {
		if kind := kindOf(l, body); kind != "" {
			sections = append(sections, Section{Kind: kind, Heading: l.text(), Lines: []string{}, heading: l})
			continue
		}
		if n := len(sections) - 1; n >= 0 {
			sections[n].lines = append(sections[n].lines, l)
			sections[n].Lines = append(sections[n].Lines, l.text())
		} else {
			top = append(top, l)
		}
	}
	return top, sections
}
