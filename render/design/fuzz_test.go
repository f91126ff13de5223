package design

import (
	"testing"
)

// FuzzFieldParse gives every setting what a person may write for it.
func FuzzFieldParse(f *testing.F) {
	for _, text := range []string{"", "1e999", "NaN", "-0", "true", "a,b", "\xff", "1,2,,3", "0x1p-2", "#fff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, field := range new(Design).Fields() {
			v, err := field.Parse(text)
			if err == nil && v.IsNull() {
				t.Fatalf("%s takes %q for nothing", field.Key, text)
			}
		}
	})
}
