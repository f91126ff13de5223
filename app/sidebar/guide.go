package sidebar

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"resumax/role"
	"resumax/score"
	"resumax/widgets"
)

// guide shows what the role's pack says about the section being written, for the
// resume's level. It is built anew only where something of that is another.
type guide struct {
	sidebar *Sidebar
	key     string
	shown   guideShown
	body    *fyne.Container
	root    *container.Scroll
}

// guideShown is what the guide depends on beside the section.
type guideShown struct {
	pack            *role.Pack
	level           string
	signals         []string // that the resume shows
	lacks, keywords []string // that it does not
}

func (s guideShown) equal(t guideShown) bool {
	return s.pack == t.pack && s.level == t.level && slices.Equal(s.signals, t.signals) && slices.Equal(s.lacks, t.lacks) && slices.Equal(s.keywords, t.keywords)
}

func newGuide(b *Sidebar) *guide {
	g := &guide{sidebar: b, body: widgets.NewColumn(16)}
	g.root = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(14, 30, 14, 16), g.body))
	g.build()
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
	shown := guideShown{level: r.Level, signals: r.Signals.Have, lacks: r.Signals.Missing, keywords: r.Keywords.Missing}
	shown.pack, _ = g.sidebar.services.Roles().Find(r.Role)
	if !shown.equal(g.shown) {
		g.shown = shown
		g.build()
	}
}

// Sections whose sentences may be learned from a role's bullets.
var bulleted = []string{"work", "projects", "volunteer"}

// build shows the guide anew: first what is about the section, then what is about
// the whole resume.
func (g *guide) build() {
	g.body.RemoveAll()
	p := g.shown.pack
	if p == nil {
		g.body.Add(widgets.NewMuted("Choose a role on the Score tab, and its guide appears here: what its readers look for, sentences to learn from, and the questions to expect."))
		g.body.Refresh()
		return
	}
	g.body.Add(widgets.NewColumn(2, widgets.NewHeading(p.Name), widgets.NewMuted(p.About)))
	g.lines("For this section", p.Prompts(g.key))
	switch {
	case slices.Contains(bulleted, g.key):
		g.signals(p)
		g.bullets(p)
	case g.key == "summary":
		g.lines("A strong one, to learn from", []string{p.Summary})
	case g.key == "skills":
		g.keywords()
		for _, s := range p.Skills {
			g.body.Add(widgets.NewColumn(6, widgets.NewStrong(s.Name), widgets.NewChips(chips(s.Keywords, widgets.ChipHave)...)))
		}
	case g.key == "certificates":
		g.lines("Worth having, or not", p.Certifications)
	}
	g.lines(levelTitle[g.shown.level], p.Levels[g.shown.level].Advice)
	g.lines("What makes it work", p.WhatWorks)
	g.lines("Common mistakes", p.Mistakes)
	asked := widgets.NewColumn(10, widgets.NewStrong("Asked often"))
	for _, q := range p.FAQ {
		asked.Add(widgets.NewColumn(3, widgets.NewLabel(q.Question), widgets.NewMuted(q.Answer)))
	}
	questions := widgets.NewColumn(10, widgets.NewStrong("Questions to expect in the interview"))
	for _, q := range p.Questions {
		questions.Add(widgets.NewColumn(3, widgets.NewLabel(q.Text), widgets.NewMuted(q.Hint())))
	}
	for _, part := range []*fyne.Container{asked, questions} {
		if len(part.Objects) > 1 {
			g.body.Add(part)
		}
	}
	g.body.Refresh()
}

var levelTitle = map[string]string{score.Junior: "At the start of a career", score.Mid: "After some years", score.Senior: "With long experience"}

func (g *guide) lines(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	part := widgets.NewColumn(7, widgets.NewStrong(title))
	for _, l := range lines {
		part.Add(widgets.NewLabel("• " + l))
	}
	g.body.Add(part)
}

// signals are the kinds of evidence that the role's readers look for, with what is
// usual at the level; those that no number backs yet stand first.
func (g *guide) signals(p *role.Pack) {
	if len(p.Signals) == 0 {
		return
	}
	part := widgets.NewColumn(4, widgets.NewStrong("What its readers look for"))
	for _, shown := range []bool{false, true} {
		for _, s := range p.Signals {
			if slices.Contains(g.shown.signals, s.Name) != shown {
				continue
			}
			badge, color := "to show", widgets.ColorWarn
			if shown {
				badge, color = "shown", widgets.ColorGood
			}
			detail := "Usual: " + s.Magnitudes[g.shown.level]
			if s.Magnitudes[g.shown.level] == "" {
				detail = ""
			}
			row := widgets.NewActionRow(badge, s.Name, detail)
			row.SetBadgeColor(color)
			part.Add(row)
		}
	}
	g.body.Add(part)
}

// bullets are sentences of the role. What one of them inserts is its pattern, with
// a question for every fact.
func (g *guide) bullets(p *role.Pack) {
	if len(p.Bullets) == 0 {
		return
	}
	part := widgets.NewColumn(4, widgets.NewStrong("Sentences to learn from"),
		widgets.NewMuted("The plus writes the sentence's pattern into your resume, with a question for each fact."))
	for _, b := range p.Bullets {
		insert := widgets.NewIconButton(theme.ContentAddIcon(), "Insert its pattern", func() {
			g.sidebar.services.Insert(score.Pattern(b.Text, nil))
		})
		shows := ""
		for _, s := range p.Signals {
			if s.ID == b.Signal {
				shows = s.Hint()
			}
		}
		part.Add(widgets.NewActionRow("", b.Text, shows, insert))
	}
	g.body.Add(part)
}

// keywords are those of the role that the resume lacks.
func (g *guide) keywords() {
	if len(g.shown.keywords) == 0 {
		return
	}
	missing := widgets.NewChips(chips(g.shown.keywords, widgets.ChipMissing)...)
	missing.OnTapped = func(i int) { g.sidebar.services.AddSkill(g.shown.keywords[i]) }
	g.body.Add(widgets.NewColumn(6, widgets.NewStrong("Keywords that are missing"),
		widgets.NewMuted("Add those that are true of you: a press puts one into your skills, best is a bullet that uses it."), missing))
}
