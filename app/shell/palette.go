package shell

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/widgets"
)

const (
	paletteHeight = 360
	paletteLimit  = 60 // rows
)

// ShowPalette lets the user search the enabled commands and run one.
func (s *Shell) ShowPalette() {
	type entry struct {
		command Command
		menu    string
	}
	var entries []entry
	s.Commands.Each(func(menu string, cmd Command) {
		if cmd.Choices == nil && cmd.Run != nil && s.Commands.usable(cmd) {
			entries = append(entries, entry{cmd, menu})
		}
	})
	rows := widgets.NewColumn(2)
	scroll := container.NewVScroll(rows)
	var m *widgets.Modal
	var first func()
	show := func(query string) {
		rows.RemoveAll()
		first = nil
		for _, e := range entries {
			label := strings.TrimSuffix(e.command.now().Label, "…")
			if !matches(e.menu+" "+label, query) || len(rows.Objects) == paletteLimit {
				continue
			}
			detail := e.menu
			if keys := e.command.Keys.String(); keys != "" {
				detail += "   " + keys
			}
			row := widgets.NewActionRow("", label, detail)
			row.OnTapped = func() {
				m.Close()
				e.command.Run()
			}
			if first == nil {
				first = row.OnTapped
			}
			rows.Add(row)
		}
		if len(rows.Objects) == 0 {
			rows.Add(widgets.NewMuted("No command matches."))
		}
		scroll.ScrollToTop()
	}
	accept := func() {
		if first != nil {
			first()
		}
	}
	search := widgets.NewTextField("Search commands")
	search.OnChanged = show
	search.OnSubmitted = func(string) { accept() }
	height := min(paletteHeight, s.Size().Height-160)
	list := container.New(layout.NewGridWrapLayout(fyne.NewSize(SheetWidth, height)), scroll)
	m = s.Modal(widgets.NewColumn(10, search, list), accept)
	m.Focus(search)
	show("")
}

// matches reports whether each word of the query is a prefix of a word of the text.
func matches(text, query string) bool {
	split := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	words := split(text)
	for _, q := range split(query) {
		found := false
		for _, w := range words {
			found = found || strings.HasPrefix(w, q)
		}
		if !found {
			return false
		}
	}
	return true
}
