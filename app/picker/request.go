package picker

import (
	"net/url"
	"strings"

	"resumax/app/tr"
)

// filterList is the kinds of files as Windows' dialogs take them: pairs of a name and patterns, each with a NUL at its
// end, and one more at the end of all. What is opened may have any name, what is saved gets one of these kinds.
func filterList(filters []Filter, save bool) string {
	var b strings.Builder
	add := func(name, patterns string) {
		b.WriteString(strings.ReplaceAll(name, "\x00", "") + "\x00" + patterns + "\x00")
	}
	for _, f := range filters {
		patterns := make([]string, len(f.Extensions))
		for i, e := range f.Extensions {
			patterns[i] = "*." + e
		}
		list := strings.Join(patterns, ";")
		name := f.Name
		if len(patterns) <= shownPatterns {
			name += " (" + list + ")"
		}
		add(name, list)
	}
	if !save || len(filters) == 0 {
		add(tr.T("picker.all-files", "All files")+" (*.*)", "*.*")
	}
	return b.String() + "\x00"
}

// shownPatterns is how many patterns stand behind a kind's name; a longer list is longer than the dialog is wide.
const shownPatterns = 4

// firstExtension is what is added to the name of a file to save that has none, "" for nothing.
func firstExtension(filters []Filter) string {
	if len(filters) == 0 || len(filters[0].Extensions) == 0 {
		return ""
	}
	return filters[0].Extensions[0]
}

// addedExtension is what the system's dialog may add to a name itself: nothing where a longer ending is added later.
func addedExtension(filters []Filter) string {
	if len(filters) > 0 && filters[0].Ending != "" {
		return ""
	}
	return firstExtension(filters)
}

// folderURL is a folder as macOS' dialogs take it.
func folderURL(folder string) string { return (&url.URL{Scheme: "file", Path: folder}).String() }
