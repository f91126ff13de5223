package letter

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/job/letter"
	"resumax/resume"
	"resumax/widgets"
)

// proofRow is a row of the list of proofs.
type proofRow struct {
	proof letter.Proof
	row   *widgets.ActionRow
	add   *widgets.IconButton
}

// mostProofs is how many proofs are offered: what a posting asks for after these is not
// what a letter is about.
const mostProofs = 6

// material is what the letter can be made of: the proof for what the posting asks for, and
// what was noted about the employer.
func (f *form) material(l letter.Letter) fyne.CanvasObject {
	column := widgets.NewColumn(6, widgets.NewStrong(tr.T("letter.your-proof-for-this", "Your proof for this posting")))
	for _, p := range f.pane.services.Proofs() {
		if strings.TrimSpace(p.Evidence) == "" || len(f.proofs) == mostProofs {
			continue
		}
		show := widgets.NewIconButton(theme.SearchIcon(), tr.T("letter.show-in-the-resume", "Show in the resume"), func() { f.pane.services.Reveal(p.Address) })
		add := widgets.NewIconButton(theme.ContentAddIcon(), tr.T("letter.insert-as-a-paragraph", "Insert as a paragraph"), func() { f.useProof(p) })
		row := widgets.NewActionRow("", "", "", add, show)
		row.OnTapped = func() { f.useProof(p) }
		f.proofs = append(f.proofs, proofRow{p, row, add})
		column.Add(row)
	}
	if len(f.proofs) == 0 {
		column.Add(widgets.NewMuted(tr.T("letter.with-a-posting-the", "With a posting, the lines of your resume that prove what it asks for are listed here. A tap makes a paragraph of one.")))
	}
	column.Add(f.reasons(l))
	return column
}

// reasons is the note on why one would work for the employer.
func (f *form) reasons(l letter.Letter) fyne.CanvasObject {
	post, _ := f.pane.services.Posting()
	employer := employerOf(l, post)
	if employer == "" {
		return widgets.NewMuted(tr.T("letter.name-the-employer-and", "Name the employer, and a note on why you want to work there is kept for all letters to it."))
	}
	_, at := letter.Why(f.pane.session.Now().Document, employer)
	if at == "" {
		list, _ := f.pane.session.Now().Document.Get(letter.Employers)
		at = letter.Employers.Item(list.Len()).Child("why")
	}
	entry := widgets.NewTextArea(tr.T("letter.what-of-its-work", "What of its work draws you, and how you know of it"))
	entry.MinRows = 2
	f.why = f.newField(at, tr.T("letter.why-kept-for-all", "Why {{.Employer}}? Kept for all letters to it", tr.With{"Employer": employer}), entry)
	entry.OnChanged = func(text string) {
		f.pane.session.Adjust(tr.T("letter.typing", "Typing"), at, letter.WhyEdit(employer, text))
	}
	f.useWhy = widgets.NewButtonWithIcon(tr.T("letter.use-in-the-letter", "Use in the letter"), theme.ContentAddIcon(), func() { f.insertWhy() })
	f.useWhy.Importance = widget.LowImportance
	return widgets.NewColumn(4, f.why.frame, container.NewHBox(f.useWhy))
}

// syncMaterial shows what of it is in the letter already.
func (f *form) syncMaterial(l letter.Letter) {
	text := strings.Join(l.Paragraphs, "\n")
	for _, r := range f.proofs {
		badge := ""
		if uses(text, r.proof, l.Language) {
			badge = tr.T("letter.in-the-letter", "in the letter")
			r.add.Hide()
		} else {
			r.add.Show()
		}
		r.row.SetText(badge, resume.Plain(r.proof.Evidence), tr.T("letter.for-2", "For: {{.Requirement}}", tr.With{"Requirement": r.proof.Requirement}))
	}
	if f.useWhy == nil {
		return
	}
	note := strings.TrimSpace(f.why.entry.Text)
	if note == "" || strings.Contains(text, note) {
		f.useWhy.Disable()
	} else {
		f.useWhy.Enable()
	}
}

// uses reports whether a letter's text has a proof in it, as it is or as a sentence.
func uses(text string, p letter.Proof, language string) bool {
	plain := strings.TrimSuffix(strings.TrimSpace(resume.Plain(p.Evidence)), ".")
	if plain == "" {
		return false
	}
	sentence, ok := letter.Sentence(p.Evidence, language)
	return strings.Contains(text, plain) || ok && strings.Contains(text, sentence)
}

// useProof makes a paragraph of a proof: in place of a question for one, else below the
// paragraph that is edited, else over the last two. One that is in the letter is shown.
func (f *form) useProof(p letter.Proof) {
	l, _, ok := f.pane.letter()
	if !ok {
		return
	}
	list := f.at.Child(letter.MemberParagraphs)
	for i, text := range l.Paragraphs {
		if uses(text, p, l.Language) {
			f.focusParagraph(i, -1)
			return
		}
	}
	text := letter.Paragraph(p, l.Language)
	for i, paragraph := range l.Paragraphs {
		if letter.IsOpen(paragraph, l.Language) {
			if f.pane.session.Edit(tr.T("letter.insert-a-proof", "Insert a proof"), list.Item(i), resume.TextEdit(list.Item(i), text)) {
				f.focusParagraph(i, -1)
				f.pane.form.nearest(list.Item(i)).selectSlot()
			}
			return
		}
	}
	at := max(len(l.Paragraphs)-2, min(1, len(l.Paragraphs)))
	if last := f.pane.session.Focus(); last.Parent() == list && last.Index() < len(l.Paragraphs) {
		at = last.Index() + 1
	}
	f.insert(tr.T("letter.insert-a-proof", "Insert a proof"), at, text)
}

// insertWhy puts the note on the employer into the letter: in place of the question for it,
// else as the paragraph before the last.
func (f *form) insertWhy() {
	l, _, ok := f.pane.letter()
	note := strings.TrimSpace(f.why.entry.Text)
	if !ok || note == "" {
		return
	}
	list := f.at.Child(letter.MemberParagraphs)
	slot := letter.WhyPlaceholder(l.Language)
	for i, text := range l.Paragraphs {
		if strings.Contains(text, slot) {
			if f.pane.session.Edit(tr.T("letter.insert-the-note", "Insert the note"), list.Item(i), resume.TextEdit(list.Item(i), strings.Replace(text, slot, note, 1))) {
				f.focusParagraph(i, -1)
			}
			return
		}
	}
	f.insert(tr.T("letter.insert-the-note", "Insert the note"), max(0, len(l.Paragraphs)-1), note)
}
