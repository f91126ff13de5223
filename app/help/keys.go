package help

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/widgets"
)

// line is a key, or markup, and what it does.
type line struct{ key, does string }

// part is a part of the sheet.
type part struct {
	name  string
	lines []line
}

// ShowKeys shows the keyboard shortcuts and how texts are formatted.
func ShowKeys(s *shell.Shell) {
	parts := append(partsOf(s.Commands), fieldParts(s.Commands)...)
	columns := container.New(layout.NewGridLayoutWithColumns(2))
	show := func(query string) { columns.Objects = inColumns(matching(parts, query)) }
	show("")
	search := widgets.NewTextField(tr.T("help.search-shortcuts", "Search shortcuts"))
	search.OnChanged = func(query string) {
		show(query)
		columns.Refresh()
	}
	s.WideSheet(tr.T("help.keyboard-shortcuts", "Keyboard shortcuts"), search, columns,
		widgets.NewMuted(tr.T("help.drag-the-dots-beside", "Drag the dots beside a bullet or entry to move it. Click the page or a finding to go to its field.")))
	s.Focus(search)
}

// partsOf are the commands that have keys, by menu.
func partsOf(c *shell.Commands) []part {
	var all []part
	c.Each(func(menu string, c shell.Command) {
		keys := c.Keys.String()
		if keys == "" {
			return
		}
		if len(all) == 0 || all[len(all)-1].name != menu {
			all = append(all, part{name: menu})
		}
		last := &all[len(all)-1]
		last.lines = append(last.lines, line{keys, strings.TrimSuffix(c.Label, "…")})
	})
	return all
}

// fieldParts are what fields handle: these are no commands.
func fieldParts(c *shell.Commands) []part {
	keys := func(id string) string {
		cmd, _ := c.Find(id)
		return cmd.Keys.String()
	}
	return []part{
		{tr.T("help.in-a-bullet", "In a bullet"), []line{{tr.T("help.enter", "Enter"), tr.T("help.start-the-next-one", "Start the next one, or split it")}, {tr.T("help.backspace", "Backspace"), tr.T("help.at-its-start-join", "At its start: join it to the previous one")}}},
		{tr.T("help.formatting", "Formatting"), []line{
			{"**bold**", tr.T("help.bold", "Bold, {{.Keys}}", tr.With{"Keys": keys("bold")})},
			{"*italic*", tr.T("help.italic", "Italic, {{.Keys}}", tr.With{"Keys": keys("italic")})},
			{"[text](address)", tr.T("help.link", "Link, {{.Keys}}", tr.With{"Keys": keys("link")})},
			{tr.T("help.mar-2021", "Mar 2021"), tr.T("help.a-date-03-2021", "A date; 03/2021 and 2021 work, too")},
			{tr.T("help.how-many", "[how many?]"), tr.T("help.a-placeholder-fill-it", "A placeholder: fill it in before you export")},
		}},
	}
}

// matching are the lines that contain a query, or whose part does.
func matching(parts []part, query string) []part {
	query = strings.ToLower(strings.TrimSpace(query))
	has := func(text string) bool { return strings.Contains(strings.ToLower(text), query) }
	var all []part
	for _, p := range parts {
		found := part{name: p.name}
		for _, l := range p.lines {
			if has(p.name) || has(l.does) || has(l.key) {
				found.lines = append(found.lines, l)
			}
		}
		if len(found.lines) > 0 {
			all = append(all, found)
		}
	}
	return all
}

// inColumns lays out the parts in two columns of about the same height.
func inColumns(parts []part) []fyne.CanvasObject {
	const heading = 2 // lines
	total := 0
	for _, p := range parts {
		total += heading + len(p.lines)
	}
	columns := [2]*fyne.Container{widgets.NewColumn(4), widgets.NewColumn(4)}
	height, at := 0, 0
	for _, p := range parts {
		own := heading + len(p.lines)
		if at == 0 && height > 0 && height+own/2 > total/2 {
			at = 1
		}
		height += own
		columns[at].Add(container.New(layout.NewCustomPaddedLayout(8, 2, 0, 0), widgets.NewStrong(p.name)))
		for _, l := range p.lines {
			columns[at].Add(container.New(keyLayout{}, widgets.NewLabel(l.does), widgets.NewMuted(l.key)))
		}
	}
	if len(parts) == 0 {
		columns[0].Add(widgets.NewMuted(tr.T("help.no-shortcut-matches", "No shortcut matches.")))
	}
	return []fyne.CanvasObject{columns[0], columns[1]}
}

// keyLayout puts what a key does to the left, and the key to the right.
type keyLayout struct{}

const (
	doesPart = 0.6
	keyGap   = 10
)

func (keyLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := size.Width * doesPart
	objects[0].Resize(fyne.NewSize(left-keyGap, size.Height))
	objects[1].Resize(fyne.NewSize(size.Width-left-keyGap, size.Height))
	objects[1].Move(fyne.NewPos(left, 1))
}

func (keyLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	does, key := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(does.Width+key.Width, max(does.Height, key.Height))
}
