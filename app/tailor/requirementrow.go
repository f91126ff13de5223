package tailor

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/matching"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/job/match"
	"resumax/job/posting"
	"resumax/resume"
	"resumax/widgets"
)

// requirementRow is a requirement: what is asked, how it is answered, and, while it is
// open, the posting's sentence, the proof, and what can be done.
type requirementRow struct {
	panel  *panel
	index  int
	card   *widgets.AdviceCard
	detail *fyne.Container
	drawn  string // what the detail shows
	root   *fyne.Container
}

func newRequirementRow(p *panel, i int) *requirementRow {
	r := &requirementRow{panel: p, index: i, card: widgets.NewAdviceCard(), detail: container.NewStack()}
	r.card.OnTapped = func() { p.toggle(i) }
	r.detail.Hide()
	r.root = widgets.NewColumn(0, r.card, r.detail)
	return r
}

// show shows the requirement of a report.
func (r *requirementRow) show(report *matching.Report, open bool) {
	q := report.Requirements[r.index]
	text := widgets.AdviceText{Worth: gained(q.Gain), Says: q.Name(), Do: summary(q)}
	switch q.State {
	case match.Proved:
		text.Color = widgets.ColorGood
		if text.Worth == "" {
			text.Worth = "✓"
		}
	case match.Absent:
		text.Color = widgets.ColorBad
	default:
		text.Color = widgets.ColorWarn
	}
	r.card.SetText(text)
	r.card.SetMarked(open)
	if r.detail.Hidden = !open; !open {
		r.detail.RemoveAll()
		r.drawn = ""
		return
	}
	if drawn := fmt.Sprint(q, report.Snapshot.Variant); drawn != r.drawn {
		r.drawn = drawn
		r.detail.Objects = []fyne.CanvasObject{inset(r.details(report, q), 6, 12)}
		r.detail.Refresh()
	}
}

// summary says in a line how strongly a requirement is asked, and how it is answered.
func summary(q match.Requirement) string {
	parts := []string{partName()[q.Part]}
	if q.Met != "" && len(q.Any) > 1 {
		parts = append(parts, tr.T("tailor.met-by", "met by {{.Term}}", tr.With{"Term": match.AnyOf([]string{q.Met}, q.Sentence, q.Language)}))
	}
	if len(q.Evidence) > 0 && q.State != match.Absent {
		parts = append(parts, tr.Quoted(shortened(q.Evidence[0].Quote)))
	}
	return strings.Join(parts, " · ")
}

func partName() map[match.Part]string {
	return map[match.Part]string{
		match.Required: tr.T("tailor.required", "Required"), match.Preferred: tr.T("tailor.nice-to-have", "Nice to have"), match.Unlabeled: tr.T("tailor.asked-for", "Asked for"), match.Mentioned: tr.T("tailor.mentioned", "Mentioned"),
	}
}

// quoteLength bounds a quote in a line, in characters.
const quoteLength = 70

func shortened(text string) string {
	text = resume.Plain(text)
	if r := []rune(text); len(r) > quoteLength {
		return strings.TrimRight(string(r[:quoteLength]), " ,;") + "…"
	}
	return text
}

// details are the posting's sentence, the proof, and what can be done.
func (r *requirementRow) details(report *matching.Report, q match.Requirement) fyne.CanvasObject {
	t := r.panel.tailor
	column := widgets.NewColumn(8, widgets.NewMuted(tr.T("tailor.the-posting-says", "The posting says: “{{.Sentence}}”", tr.With{"Sentence": q.Sentence})))
	if q.Spelled != "" {
		column.Add(widgets.NewLabel(tr.T("tailor.you-write-which-the", "You write “{{.Word}}”, which the posting spells differently. Some systems search for the exact words.", tr.With{"Word": q.Spelled})))
	}
	if len(q.Evidence) > 0 {
		list := widgets.NewColumn(0)
		for _, e := range q.Evidence {
			of, note := report.Snapshot.Document, ""
			switch {
			case e.Project:
				of, note = report.Snapshot.Project, " · "+tr.T("tailor.not-in-this-version", "not in this version")
			case e.Hidden:
				note = " · " + tr.T("tailor.hidden", "hidden")
			}
			row := widgets.NewActionRow("", resume.Plain(e.Quote), tr.Place(of.Labels().Of(e.Address))+note)
			if !e.Project {
				row.OnTapped = func() { t.services.Show(e.Address) }
			}
			list.Add(row)
		}
		column.Add(list)
	}
	column.Add(widgets.NewFlow(6, r.actions(report, q)...))
	return column
}

// actions are the buttons for a requirement.
func (r *requirementRow) actions(report *matching.Report, q match.Requirement) []fyne.CanvasObject {
	t := r.panel.tailor
	var buttons []fyne.CanvasObject
	button := func(label string, do func()) {
		b := widgets.NewButton(label, do)
		if len(buttons) > 0 {
			b.Importance = widget.LowImportance
		}
		buttons = append(buttons, b)
	}
	term := ""
	if len(q.Any) > 0 && q.Kind == posting.Term {
		term = q.Any[0]
	}
	for _, o := range report.Offers {
		if o.Answers(r.index) {
			button(tr.T("tailor.show-it-in-this", "Show it in this version"), func() { r.panel.apply(o) })
			break
		}
	}
	switch {
	case q.State == match.Absent && term != "":
		button(tr.T("tailor.add-if-true", "Add if true…"), func() { r.addIfTrue(term) })
	case q.State == match.Absent:
		button(tr.T("tailor.write-a-bullet-if", "Write a bullet, if true"), func() {
			t.services.WriteBullet(tr.T("tailor.what-did-you-do", "[{{.Term}}: what did you do, and what came of it?]", tr.With{"Term": strings.TrimRight(q.Name(), ".:;")}))
		})
	case (q.State == match.Listed || q.State == match.Implied) && term != "":
		button(tr.T("tailor.write-a-bullet-that", "Write a bullet that shows it"), func() { t.services.WriteBullet(bulletOf(firstOf(q.Met, term))) })
	}
	if q.State == match.Absent || q.State == match.Implied || q.State == match.Elsewhere {
		if t.prepared(report.Posting, q) {
			buttons = append(buttons, widgets.NewMuted(tr.T("tailor.in-your-list-of", "In your list of questions to prepare")))
		} else {
			button(tr.T("tailor.prepare-the-question", "Prepare the question"), func() { t.prepare(report.Posting, q) })
		}
	}
	var more *widgets.IconButton
	more = widgets.NewIconButton(theme.MoreHorizontalIcon(), tr.T("tailor.correct-this-requirement", "Correct this requirement"), func() { t.correct(more, report.Posting, q) })
	return append(buttons, more)
}

// bulletOf is the beginning of a bullet that shows a term. What only the user knows is a slot,
// which no export lets pass.
func bulletOf(term string) string {
	return tr.T("tailor.what-did-you-do-with", "[What did you do?] with {{.Term}} [what came of it? with a number]", tr.With{"Term": term})
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// addIfTrue asks how a missing term should be added.
func (r *requirementRow) addIfTrue(term string) {
	t := r.panel.tailor
	t.services.Shell.Ask(tr.T("tailor.have-you-worked-with", "Have you worked with {{.Term}}?", tr.With{"Term": term}), tr.T("tailor.add-it-only-if", "Add it only if you can talk about it in an interview. A bullet that shows it counts more than a word in the skills list."),
		shell.Choice{Label: tr.T("tailor.write-a-bullet", "Write a bullet"), Main: true, Do: func() { t.services.WriteBullet(bulletOf(term)) }},
		shell.Choice{Label: tr.T("tailor.add-to-skills", "Add to skills"), Do: func() { t.services.AddSkill(term) }})
}
