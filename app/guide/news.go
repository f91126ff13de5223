package guide

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/widgets"
)

// News is what a changelog says of the versions after another one, which it may not know: then, as for "", of the newest
// alone. A heading names each version; what is not released is in the version that runs.
func News(changelog, since, running string, names Names) []widgets.ProseBlock {
	var versions []string
	known := false
	for i, part := range strings.Split("\n"+strings.ReplaceAll(changelog, "\r\n", "\n"), "\n## ") {
		if i == 0 {
			continue // what is said of the file
		}
		if rest, ok := strings.CutPrefix(part, "Unreleased"); ok {
			part = running + rest
		}
		title, _, _ := strings.Cut(part, "\n")
		if words := strings.Fields(strings.Trim(strings.Fields(title + " -")[0], "[]")); since != "" && len(words) == 1 && words[0] == since {
			known = true
			break
		}
		versions = append(versions, "## "+part)
	}
	if !known && len(versions) > 1 {
		versions = versions[:1]
	}
	return Read(strings.Join(versions, "\n"), names)
}

// ShowNews shows what is new.
func ShowNews(s *shell.Shell, news []widgets.ProseBlock) {
	prose := widgets.NewProse(news...)
	reader := widgets.NewReader(container.New(&column{}, prose))
	var m *widgets.Modal
	ok := widgets.NewButton(tr.T("guide.close", "Close"), func() { m.Close() })
	ok.Importance = widget.HighImportance
	m = s.Modal(widgets.NewBorder(
		widgets.NewColumn(10, widgets.NewHeading(tr.T("guide.whats-new", "What's new"))), container.NewHBox(layout.NewSpacer(), ok), nil, nil,
		s.Fitted(reader, fyne.NewSize(widgets.ProseWidth()+2*columnMargin, 620), fyne.NewSize(100, 220)),
	), func() { m.Close() })
	s.Focus(reader)
}
