package layout

import (
	"fmt"
	"strings"

	"resumax/render/design"
	"resumax/resume"
)

// missing collects the characters that no font has, by the text they are in.
type missing struct {
	addresses  []resume.Address
	characters map[resume.Address]string
}

func (m *missing) add(at resume.Address, characters string) {
	if m.characters == nil {
		m.characters = make(map[resume.Address]string)
	}
	known, ok := m.characters[at]
	if !ok {
		m.addresses = append(m.addresses, at)
	}
	for _, r := range characters {
		if !strings.ContainsRune(known, r) {
			known += string(r)
		}
	}
	m.characters[at] = known
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
		named := []rune(m.characters[at])
		text := "has characters that can't be printed: " + string(named)
		if len(named) > most {
			text = "has characters that can't be printed: " + string(named[:most]) + " and others"
		}
		problems = append(problems, resume.Problem{Address: at, Text: text})
	}
	return problems
}
