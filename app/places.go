package app

import (
	"strings"

	"resumax/app/exporting"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/exchange"
	"resumax/resume"
)

// places are what the palette finds besides commands: sections and entries to go to,
// target roles, designs, and formats to export to.
func (w *window) places() []shell.Group {
	return []shell.Group{
		{Menu: tr.T("places.go-to", "Go to"), Commands: w.sectionPlaces()},
		{Menu: tr.T("places.variant", "Variant"), Commands: w.variantPlaces()},
		{Menu: tr.T("places.target-role", "Target role"), Commands: w.rolePlaces()},
		{Menu: tr.T("places.design", "Design"), Commands: w.designPlaces()},
		{Menu: tr.T("places.export-as", "Export as"), Commands: w.exportPlaces()},
		{Menu: tr.T("places.guide", "User guide"), Commands: w.guidePlaces()},
	}
}

func (w *window) exportPlaces() []shell.Command {
	var all []shell.Command
	for _, f := range exchange.Writers() {
		if f == exchange.Default() {
			continue // it has a command of its own
		}
		all = append(all, shell.Command{ID: "export " + f.ID, Label: exporting.Title(f) + "…", Needs: shell.NeedsProject, Run: func() { w.exporter.Export(f) }})
	}
	return all
}

func (w *window) sectionPlaces() []shell.Command {
	now := w.session.Now()
	place := func(label string, at resume.Address, run func()) shell.Command {
		return shell.Command{ID: "go " + string(at), Label: label, Needs: shell.NeedsProject, Run: run}
	}
	section := func(key string) func() {
		return func() {
			w.show(w.screens.write)
			w.panes.editor.Show(key)
			w.panes.editor.Focus()
		}
	}
	all := []shell.Command{place(tr.T("places.contact", "Contact"), resume.Basics, section(resume.ContactKey))}
	for _, s := range now.Resume.Sections {
		if s.Count == 0 && s.Key != resume.SummaryKey {
			continue
		}
		all = append(all, place(s.Title, s.Address, section(s.Key)))
		list, _ := now.Document.Get(s.Address)
		for i, v := range list.Items() {
			at := s.Address.Item(i)
			all = append(all, place(s.Title+" ▸ "+strings.Join(entryNames(at, v), ", "), at, func() { w.session.Reveal(at) }))
		}
	}
	return all
}

// entryNames are what an entry is called, and what tells it from others.
func entryNames(at resume.Address, v resume.Value) []string {
	names := []string{resume.EntryName(at, v)}
	for _, member := range []string{"position", "area", "name", "organization", "issuer"} {
		m, _ := v.Get(member)
		if text := strings.Join(strings.Fields(resume.Plain(m.Str())), " "); text != "" && !isNamed(text, names[0]) {
			return append(names, text)
		}
	}
	return names
}

// isNamed reports whether a name is a text, of which it may be the beginning.
func isNamed(text, name string) bool {
	if start, cut := strings.CutSuffix(name, "…"); cut {
		return strings.HasPrefix(text, start)
	}
	return text == name
}

func (w *window) rolePlaces() []shell.Command {
	var all []shell.Command
	for _, p := range w.library.Roles() {
		all = append(all, shell.Command{ID: "target " + p.ID, Label: p.Name, Needs: shell.NeedsProject, Run: func() {
			w.show(w.screens.write)
			w.target(p)
		}})
	}
	return all
}

func (w *window) designPlaces() []shell.Command {
	var all []shell.Command
	for _, d := range w.library.Designs() {
		all = append(all, shell.Command{ID: "design " + d.ID, Label: tr.Word(d.Name), Needs: shell.NeedsProject, Run: func() {
			w.panes.preview.ChangeDesign(d.ID)
		}})
	}
	return all
}
