package jsonresume

import (
	"path/filepath"
	"strings"
)

// Ending is how the names of new projects end. Desktops tell files by what their
// names end with, and “.json” alone is for any program's data.
const Ending = ".resume.json"

// SplitName splits the name of a file into what a person calls it and its ending, which
// is that of a project or an extension.
func SplitName(path string) (name, ending string) {
	base := filepath.Base(path)
	n := len(base) - len(Ending)
	if n <= 0 || !strings.EqualFold(base[n:], Ending) {
		n = len(base) - len(filepath.Ext(base))
	}
	return base[:n], base[n:]
}
