package layout

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"resumax/render/design"
	"resumax/resume"
)

// missing collects the characters that no font has, by the text they are in.
type missing struct {
	addresses  []resume.Address
	characters map[resume.Address][]string
}

// add notes what a reader takes for one character.
func (m *missing) add(at resume.Address, character string) {
	if m.characters == nil {
		m.characters = make(map[resume.Address][]string)
	}
	known, ok := m.characters[at]
	if !ok {
		m.addresses = append(m.addresses, at)
	}
	if !slices.Contains(known, character) {
		m.characters[at] = append(known, character)
	}
}

// lackingFamilies are problems with the families that a design names: those that
// are nowhere to be had, with what is in for them.
func (t *Typesetter) lackingFamilies(d *design.Design) []resume.Problem {
	var problems []resume.Problem
	for _, name := range d.Style.Families() {
		if stand, ok := t.fonts.Family(name); !ok {
			problems = append(problems, resume.Problem{Address: resume.DesignSetting,
				Text: fmt.Sprintf("the design's font %s is not installed, or may not be embedded; %s is used instead", name, stand.Name)})
		}
	}
	return problems
}

// problems say what is missing, one for each text.
func (m *missing) problems() []resume.Problem {
	const most = 20 // characters that a message names
	var problems []resume.Problem
	for _, at := range m.addresses {
		all := m.characters[at]
		text := "this character can't be printed: "
		if len(all) > 1 {
			text = "these characters can't be printed: "
		}
		text += list(all[:min(len(all), most)])
		if len(all) > most {
			text += " and others"
		}
		problems = append(problems, resume.Problem{Address: at, Text: text, Unprinted: strings.Join(leftOut(all), " ")})
	}
	return problems
}

// leftOut are the characters that the page leaves out: all but letters.
func leftOut(characters []string) []string {
	return slices.DeleteFunc(slices.Clone(characters), func(c string) bool { return strings.ContainsFunc(c, unicode.IsLetter) })
}
