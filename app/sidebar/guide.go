package sidebar

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"resumax/app/tr"
	"resumax/role"
	"resumax/score"
	"resumax/widgets"
)

// guide shows the target role's advice on the section being written, for the
// resume's level. It is rebuilt only where its input has changed.
type guide struct {
	sidebar *Sidebar
	key     string
	shown   guideShown
	body    *fyne.Container
	root    *container.Scroll
}

// guideShown is the guide's input besides the section.
type guideShown struct {
	pack              *role.Pack
	level             string
	other             bool     // the resume is of another trade than any role
	covered           []string // signals
	missing, keywords []string // signals and keywords that the resume lacks
}

func (s guideShown) equal(t guideShown) bool {
	return s.pack == t.pack && s.level == t.level && s.other == t.other && slices.Equal(s.covered, t.covered) && slices.Equal(s.missing, t.missing) && slices.Equal(s.keywords, t.keywords)
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
	shown := guideShown{level: r.Level, covered: r.Signals.Have, missing: r.Signals.Missing, keywords: r.Keywords.Missing}
	shown.pack, _ = g.sidebar.services.Roles().Find(r.Role)
	if now := g.sidebar.session.Now().Resume; shown.pack == nil && r.Started && now.Meta.Role == "" {
		shown.other = role.IsOfOtherTrade(now)
	}
	if !shown.equal(g.shown) {
		g.shown = shown
		g.build()
	}
}

// Sections that a role's example bullets are for.
var bulleted = []string{"work", "projects", "volunteer"}

// build rebuilds the guide: first the section, then the whole resume.
func (g *guide) build() {
	g.body.RemoveAll()
	p := g.shown.pack
	if p == nil {
		choose := widgets.NewButton(tr.T("sidebar.choose-target-role", "Choose target role…"), g.sidebar.target.chooseRole)
		says := tr.T("sidebar.a-target-roles-guide", "A target role's guide shows what recruiters look for, example bullets and interview questions.")
		if g.shown.other {
			says = tr.T("sidebar.if-one-of-the", "{{.Nothing}} If one of the target roles fits you, choose it.", tr.With{"Nothing": noGuide()})
		}
		g.body.Add(widgets.NewLabel(says))
		g.body.Add(container.NewHBox(choose))
		g.body.Refresh()
		return
	}
	g.body.Add(widgets.NewColumn(2, widgets.NewHeading(p.Name), widgets.NewMuted(p.About)))
	g.lines(tr.T("sidebar.for-this-section", "For this section"), p.Prompts(g.key))
	switch {
	case slices.Contains(bulleted, g.key):
		g.signals(p)
		g.bullets(p)
	case g.key == "summary":
		g.lines(tr.T("sidebar.example", "Example"), []string{p.Summary})
	case g.key == "skills":
		g.keywords()
		for _, s := range p.Skills {
			g.body.Add(widgets.NewColumn(6, widgets.NewStrong(s.Name), widgets.NewChips(chips(s.Keywords, widgets.ChipHave)...)))
		}
	case g.key == "certificates":
		g.lines(tr.T("sidebar.certificates", "Certificates"), p.Certifications)
	}
	g.lines(levelTitle()[g.shown.level], p.Levels[g.shown.level].Advice)
	g.lines(tr.T("sidebar.what-works", "What works"), p.WhatWorks)
	g.lines(tr.T("sidebar.common-mistakes", "Common mistakes"), p.Mistakes)
	asked := widgets.NewColumn(10, widgets.NewStrong(tr.T("sidebar.frequently-asked-questions", "Frequently asked questions")))
	for _, q := range p.FAQ {
		asked.Add(widgets.NewColumn(3, widgets.NewLabel(q.Question), widgets.NewMuted(q.Answer)))
	}
	questions := widgets.NewColumn(10, widgets.NewStrong(tr.T("sidebar.likely-interview-questions", "Likely interview questions")))
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

func levelTitle() map[string]string {
	return map[string]string{score.Junior: tr.T("sidebar.for-junior-level", "For junior level"), score.Mid: tr.T("sidebar.for-mid-level", "For mid level"), score.Senior: tr.T("sidebar.for-senior-level", "For senior level")}
}

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

// signals are the kinds of evidence that recruiters look for, with what is typical
// at the level. Those missing come first.
func (g *guide) signals(p *role.Pack) {
	if len(p.Signals) == 0 {
		return
	}
	part := widgets.NewColumn(4, widgets.NewStrong(tr.T("sidebar.what-recruiters-look-for", "What recruiters look for")))
	for _, covered := range []bool{false, true} {
		for _, s := range p.Signals {
			if slices.Contains(g.shown.covered, s.Name) != covered {
				continue
			}
			badge, color := tr.T("sidebar.missing", "Missing"), widgets.ColorWarn
			if covered {
				badge, color = tr.T("sidebar.covered", "Covered"), widgets.ColorGood
			}
			detail := tr.T("sidebar.typical", "Typical: {{.Sizes}}", tr.With{"Sizes": s.Magnitudes[g.shown.level]})
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

// bullets are examples of the role. Inserting one inserts its pattern, with a
// placeholder for every fact.
func (g *guide) bullets(p *role.Pack) {
	if len(p.Bullets) == 0 {
		return
	}
	part := widgets.NewColumn(4, widgets.NewStrong(tr.T("sidebar.example-bullets", "Example bullets")),
		widgets.NewMuted(tr.T("sidebar.the-plus-inserts-the", "The plus inserts the pattern of a bullet, with a question in place of each fact.")))
	for _, b := range p.Bullets {
		insert := widgets.NewIconButton(theme.ContentAddIcon(), tr.T("sidebar.insert-pattern", "Insert pattern"), func() {
			g.sidebar.services.Insert(score.Pattern(b.Text, nil))
		})
		signal := ""
		for _, s := range p.Signals {
			if s.ID == b.Signal {
				signal = s.Hint()
			}
		}
		part.Add(widgets.NewActionRow("", b.Text, signal, insert))
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
	g.body.Add(widgets.NewColumn(6, widgets.NewStrong(tr.T("sidebar.missing-keywords", "Missing keywords")),
		widgets.NewMuted(tr.T("sidebar.click-one-to-add", "Click one to add it to your skills, if it is true of you. A bullet that uses it counts more.")), missing))
}
