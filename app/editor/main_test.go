package editor

import (
	"flag"
	"os"
	"testing"
)

// TestMain lets the property test draw the same presses in every run, and fewer than
// others draw: each needs a window. go test -rapid.seed=N -rapid.checks=M draws others.
func TestMain(m *testing.M) {
	flag.Parse()
	for name, value := range map[string][2]string{"rapid.seed": {"0", "20260601"}, "rapid.checks": {"100", "40"}} {
		if f := flag.Lookup(name); f.Value.String() == value[0] {
			if err := f.Value.Set(value[1]); err != nil {
				panic(err)
			}
		}
	}
	os.Exit(m.Run())
}
