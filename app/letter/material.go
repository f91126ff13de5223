package letter

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

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
	column := widgets.NewColumn(6, widgets.NewStrong("Your proof for this posting"))
	for _, p := range f.pane.services.Proofs() {
		if strings.TrimSpace(p.Evidence) == "" || len(f.proofs) == mostProofs {
			continue
		}
		show := widgets.NewIconButton(theme.SearchIcon(), "Show in the resume", func() { f.pane.services.Reveal(p.Address) })
		add := widgets.NewIconButton(theme.ContentAddIcon(), "Insert as a paragraph", func() { f.useProof(p) })
		row := widgets.NewActionRow("", "", "", add, show)
		row.OnTapped = func() { f.useProof(p) }
		f.proofs = append(f.proofs, proofRow{p, row, add})
		column.Add(row)
	}
	if len(f.proofs) == 0 {
		column.Add(widgets.NewMuted("With a posting, the lines of your resume that prove what it asks for are listed here. A tap makes a paragraph of one."))
	}
	column.Add(f.reasons(l))
	return column
}

// reasons is the note on why one would work for the employer.
func (f *form) reasons(l letter.Letter) fyne.CanvasObject {
	post, _ := f.pane.services.Posting()
	employer := employerOf(l, post)
	if employer == "" {
		return widgets.NewMuted("Name the employer, and a note on why you want to work there is kept for all letters to it.")
	}
	_, at := letter.Why(f.pane.session.Now().Document, employer)
	if at == "" {
		list, _ := f.pane.session.Now().Document.Get(letter.Employers)
		at = letter.Employers.Item(list.Len()).Child("why")
	}
	entry := widgets.NewTextArea("What of its work draws you, and how you know of it")
	entry.MinRows = 2
	f.why = f.newField(at, "Why "+employer+"? Kept for all letters to it", entry)
	entry.OnChanged = func(text string) { f.pane.session.Adjust("Typing", at, letter.WhyEdit(employer, text)) }
	f.useWhy = widgets.NewButtonWithIcon("Use in the letter", theme.ContentAddIcon(), func() { f.insertWhy() })
	f.useWhy.Importance = widget.LowImportance
	return widgets.NewColumn(4, f.why.frame, container.NewHBox(f.useWhy))
}

// syncMaterial shows what of it is in the letter already.
func (f *form) syncMaterial(l letter.Letter) {
	text := strings.Join(l.Paragraphs, "\n")
	for _, r := range f.proofs {
		badge := ""
		if uses(text, r.proof, l.Language) {
			badge = "in the letter"
			r.add.Hide()
		} else {
			r.add.Show()
		}
		r.row.SetText(badge, resume.Plain(r.proof.Evidence), "For: "+r.proof.Requirement)
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
			if f.pane.session.Edit("Insert a proof", list.Item(i), resume.TextEdit(list.Item(i), text)) {
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
	f.insert("Insert a proof", at, text)
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
			if f.pane.session.Edit("Insert the note", list.Item(i), resume.TextEdit(list.Item(i), strings.Replace(text, slot, note, 1))) {
				f.focusParagraph(i, -1)
			}
			return
		}
	}
	f.insert("Insert the note", max(0, len(l.Paragraphs)-1), note)
}
