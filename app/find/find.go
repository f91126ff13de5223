// Package find searches the open resume.
package find

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/session"
	"resumax/app/shell"
	"resumax/resume"
	"resumax/widgets"
)

// found is a match.
type found struct {
	at   resume.Address
	text string
}

const limit = 60

// Show shows the fields that contain a text; choosing one reveals it.
func Show(d *shell.Dialogs, s *session.Session) {
	entry := widgets.NewTextField("Find in this resume")
	rows := widgets.NewColumn(2)
	scroll := container.NewVScroll(rows)
	scroll.SetMinSize(fyne.NewSize(560, 300))
	var m *widgets.Modal
	var hits []found
	take := func(i int) {
		if i < len(hits) {
			m.Close()
			s.Reveal(hits[i].at)
		}
	}
	show := func(text string) {
		d := s.Now().Document
		hits = search(d, text)
		labels := d.Labels()
		rows.RemoveAll()
		for i, h := range hits {
			row := widgets.NewActionRow("", shortened(resume.Plain(h.text)), labels.Of(h.at).String())
			row.OnTapped = func() { take(i) }
			rows.Add(row)
		}
		if len(hits) == 0 && strings.TrimSpace(text) != "" {
			rows.Add(widgets.NewMuted("No matches."))
		}
		rows.Refresh()
		scroll.ScrollToTop()
	}
	entry.OnChanged = show
	entry.OnSubmitted = func(string) { take(0) }
	m = d.Modal(container.NewBorder(widgets.NewColumn(10, widgets.NewStrong("Find"), entry),
		container.NewHBox(layout.NewSpacer(), widgets.NewButton("Close", func() { m.Close() })), nil, nil, scroll), nil)
	m.Focus(entry)
}

// search finds the texts that contain some words, ignoring case, in the document's
// order.
func search(d resume.Document, words string) []found {
	words = strings.ToLower(strings.TrimSpace(words))
	if words == "" {
		return nil
	}
	var hits []found
	var walk func(v resume.Value, at resume.Address)
	walk = func(v resume.Value, at resume.Address) {
		if len(hits) == limit || at == resume.Root.Child("meta") || at == resume.Basics.Child("image") {
			return
		}
		switch v.Kind() {
		case resume.String:
			if strings.Contains(strings.ToLower(resume.Plain(v.Str())), words) {
				hits = append(hits, found{at, v.Str()})
			}
		case resume.Array:
			for i, e := range v.Items() {
				walk(e, at.Item(i))
			}
		case resume.Object:
			for _, m := range v.Members() {
				walk(m.Value, at.Child(m.Name))
			}
		}
	}
	walk(d.Root(), resume.Root)
	return hits
}

func shortened(s string) string {
	const maxRunes = 120
	if r := []rune(s); len(r) > maxRunes {
		return string(r[:maxRunes]) + "…"
	}
	return s
}
