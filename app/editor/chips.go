package editor

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"resumax/app/tr"
	"resumax/resume"
	"resumax/resume/paste"
	"resumax/widgets"
)

var chipRules = widgets.ChipRules{Typed: paste.Typed, Pasted: paste.Terms, Unique: paste.Unique}

// bindChips makes the chips of a list of short texts, and ties them to the document.
func (e *Editor) bindChips(b *field, example string) {
	noun := e.itemName(b.at)
	b.chips = widgets.NewChipField(chipRules, e.chipGroup(b.at.Last()))
	b.chips.Hint, b.chips.Example = tr.T("editor.add-2", "Add {{.What}}", tr.With{"What": noun}), example
	b.entry = b.chips.Input()
	b.chips.OnTyped = func(texts []string) {
		if e.fields[b.at] == b { // else of a form that is gone: by now its address may be another entry's
			b.session.TypeList(b.at, texts)
		}
	}
	b.chips.OnTypedEnd = b.session.Seal
	b.chips.OnEdit = func(step string, texts []string) {
		if step == widgets.ChipDeleted() {
			step = tr.T("editor.delete-3", "Delete {{.What}}", tr.With{"What": noun})
		}
		b.session.Edit(step, b.at, setTerms(b.at, texts))
	}
	b.chips.OnChipFocus = func(i int) { b.session.Focused(b.at.Item(i)) }
	gained, key, shortcut := b.entry.OnFocusGained, b.entry.OnKey, b.entry.OnShortcut
	b.entry.More = func() []*fyne.MenuItem { return e.fieldMenu(b) }
	b.entry.OnFocusGained = func() {
		gained()
		b.session.Focused(b.at)
	}
	b.entry.OnKey = func(k *fyne.KeyEvent) bool { return e.services.OnKey != nil && e.services.OnKey(k) || key(k) }
	b.entry.OnShortcut = func(s fyne.Shortcut) bool {
		if p, ok := s.(*fyne.ShortcutPaste); ok && e.tooMany(len(paste.Terms(p.Clipboard.Content()))) {
			return true
		}
		return shortcut(s) || e.clipboardShortcut(b, s) || b.shortcut(s)
	}
}

// chipGroup is the group of the chips of fields with a name, which are moved among
// each other.
func (e *Editor) chipGroup(name string) *widgets.ChipGroup {
	g := e.chips[name]
	if g == nil {
		g = &widgets.ChipGroup{OnMove: e.moveChip}
		e.chips[name] = g
	}
	return g
}

// moveChip moves a text of a list to a place of the same list or another one, as one step.
func (e *Editor) moveChip(from *widgets.ChipField, i int, into *widgets.ChipField, to int) {
	source, target := e.chipsAt(from), e.chipsAt(into)
	if source == nil || target == nil {
		return
	}
	texts := from.Texts()
	text := texts[i]
	left := slices.Delete(texts, i, i+1)
	if source == target {
		e.session.Edit(tr.T("editor.move", "Move {{.What}}", tr.With{"What": e.itemName(source.at)}), source.at, setTerms(source.at, slices.Insert(left, to, text)))
		return
	}
	gained := into.Texts()
	gained = paste.Unique(slices.Insert(gained, min(to, len(gained)), text))
	e.session.Edit(tr.T("editor.move", "Move {{.What}}", tr.With{"What": e.itemName(source.at)}), target.at, func(d resume.Document) (resume.Document, error) {
		d, err := setTerms(source.at, left)(d)
		if err != nil {
			return d, err
		}
		return setTerms(target.at, gained)(d)
	})
}

// chipsAt is the field with the chips.
func (e *Editor) chipsAt(c *widgets.ChipField) *field {
	for _, f := range e.fields {
		if f.chips == c {
			return f
		}
	}
	return nil
}

// moveChipBy moves the chip with the focus to another list, if one has it.
func (e *Editor) moveChipBy(by int) bool {
	for _, g := range e.chips {
		if g.StepField(by) {
			return true
		}
	}
	return false
}

func setTerms(at resume.Address, texts []string) resume.Edit {
	return func(d resume.Document) (resume.Document, error) {
		if len(texts) == 0 && d.ListLen(at) == 0 {
			return d, nil
		}
		return d.Set(at, resume.Texts(texts...))
	}
}

// termsAt are the texts of a list; those of one text that lists them, if the file has it so.
func termsAt(d resume.Document, at resume.Address) []string {
	v, _ := d.Get(at)
	if v.Kind() == resume.String {
		return paste.Terms(v.Str())
	}
	var texts []string
	for _, item := range v.Items() {
		if text := item.Raw(); strings.TrimSpace(text) != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// chipName is what one text of a list of short texts is called.
func chipName(list resume.Address) string {
	switch {
	case list.Within("/skills"):
		return tr.T("editor.skill", "skill")
	case list.Within("/interests"):
		return tr.T("editor.detail", "detail")
	case list.Last() == "roles":
		return tr.T("editor.role", "role")
	}
	return tr.T("editor.keyword", "keyword")
}
