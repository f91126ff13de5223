package resume

import (
	"flag"
	"os"
	"testing"
)

// TestMain lets the property tests draw the same documents in every run, so that a
// run tells of the change it is made for and of nothing else. go test
// -rapid.seed=N -rapid.checks=M draws others.
func TestMain(m *testing.M) {
	flag.Parse()
	if seed := flag.Lookup("rapid.seed"); seed.Value.String() == "0" {
		if err := seed.Value.Set("20260601"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
