//go:build !windows

package printing

import (
	"slices"
	"strings"
	"testing"
)

func FuzzPrinters(f *testing.F) {
	f.Add("Office_2\nAttic\n", "system default destination: Attic\n")
	f.Add("Office_2\nAtt", "no system default destination\n")
	f.Add("\xff\n \n", ":")
	f.Fuzz(func(t *testing.T, list, named string) {
		found := printersIn(list)
		sorted := defaultFirst(found, named)
		if len(sorted) != len(found) || slices.Contains(sorted, "") {
			t.Fatalf("%q of %q", sorted, found)
		}
		for _, p := range sorted {
			if !strings.Contains(list, p) {
				t.Fatalf("%q is not in the list", p)
			}
		}
	})
}
