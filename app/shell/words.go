package shell

import (
	"strings"

	"resumax/app/tr"
	"resumax/resume"
)

// Sentence is an error's text as a sentence. A file's name at its start keeps its
// case.
func Sentence(text string) string {
	first, _, _ := strings.Cut(text, " ")
	if !strings.ContainsAny(strings.TrimRight(first, ".:,"), `./\:_`) {
		text = tr.UpperFirst(text)
	}
	return strings.TrimSuffix(text, ".") + "."
}

// StepLabel names Undo or Redo with the step that it takes back or repeats, which has the name that it was given in the
// interface's language, or by the session in English.
func StepLabel(name, step string) string {
	return tr.T("shell.step", "{{.Command}} {{.Step}}", tr.With{"Command": name, "Step": tr.LowerFirst(tr.Word(step))})
}

// PlaceholdersLeft says which placeholders are left to be filled in.
func PlaceholdersLeft(left []resume.TextLine) string {
	first := tr.With{"Text": left[0].Text}
	if len(left) == 1 {
		return tr.T("shell.placeholder", "fill in or remove “{{.Text}}”", first)
	}
	return tr.N("shell.placeholders", "fill in or remove {{.Count}} placeholder, the first is “{{.Text}}”", "fill in or remove {{.Count}} placeholders, the first is “{{.Text}}”", len(left), first)
}
