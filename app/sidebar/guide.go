package sidebar

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/session"
	"resumax/role"
	"resumax/score"
	"resumax/widgets"
)

// guide shows what the role pack says about the section being written.
type guide struct {
	session *session.Session
	key     string
	role    string
	body    *fyne.Container
	root    *container.Scroll
}

func newGuide(s *session.Session) *guide {
	g := &guide{session: s, body: widgets.NewColumn(16)}
	g.root = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(14, 30, 14, 16), g.body))
	return g
}

func (g *guide) section(key string) {
	if key != g.key {
		g.key = key
		g.build()
		g.root.ScrollToTop()
	}
}

func (g *guide) report(r score.Report) {
	if r.Role != g.role {
		g.role = r.Role
		g.build()
	}
}

// build shows the guide anew.
func (g *guide) build() {
	g.body.RemoveAll()
	p, ok := role.ByID(g.role)
	if !ok {
		g.body.Add(widgets.NewMuted("Choose a role on the Score tab, and its guide appears here: what its readers look for, sentences to learn from, and the questions to expect."))
		g.body.Refresh()
		return
	}
	g.body.Add(widgets.NewHeading(p.Name))
	g.add("For this section", p.Prompts(g.key))
	if g.key == "work" || g.key == "projects" || g.key == "volunteer" {
		var lines []string
		for _, b := range p.Bullets {
			lines = append(lines, b.Text)
		}
		g.add("Sentences to learn from", lines)
	}
	if g.key == "summary" {
		g.add("A strong one", []string{p.Summary})
	}
	if g.key == "skills" {
		for _, s := range p.Skills {
			items := make([]widgets.Chip, len(s.Keywords))
			for i, k := range s.Keywords {
				items[i] = widgets.Chip{Text: k, Look: widgets.ChipHave}
			}
			g.body.Add(widgets.NewColumn(6, widgets.NewStrong(s.Name), widgets.NewChips(items...)))
		}
	}
	g.add("What makes it work", p.WhatWorks)
	g.add("Common mistakes", p.Mistakes)
	asked := widgets.NewColumn(10, widgets.NewStrong("Asked often"))
	for _, q := range p.FAQ {
		asked.Add(widgets.NewColumn(3, widgets.NewLabel(q.Question), widgets.NewMuted(q.Answer)))
	}
	g.body.Add(asked)
	questions := widgets.NewColumn(10, widgets.NewStrong("Questions to expect in the interview"))
	for _, q := range p.Questions {
		questions.Add(widgets.NewColumn(3, widgets.NewLabel(q.Text), widgets.NewMuted("A good answer shows: "+lowerFirst(q.Shows))))
	}
	g.body.Add(questions)
	g.body.Refresh()
}

func (g *guide) add(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	part := widgets.NewColumn(7, widgets.NewStrong(title))
	for _, l := range lines {
		part.Add(widgets.NewLabel("• " + l))
	}
	g.body.Add(part)
}

// lowerFirst makes a sentence the second half of another. A word in capitals,
// such as a name, stays.
func lowerFirst(s string) string {
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}
