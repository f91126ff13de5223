// Package formattest has what tests of formats share.
package formattest

import (
	"runtime"
	"testing"
)

// mostWork is how many bytes a reader may allocate, in all, for a file that is made to
// exhaust it: none of the tests' files has more than a few megabytes.
const mostWork = 4 << 30

// Bounded runs a reader on a hostile file, and fails the test where it allocates without
// bound. What it allocates is a measure of its work that a busy machine does not change; a
// reader that never ends runs into the limit of the test's time.
func Bounded(t *testing.T, name string, read func()) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	read()
	runtime.ReadMemStats(&after)
	took := after.TotalAlloc - before.TotalAlloc
	t.Logf("%s: %d MB", name, took>>20)
	if took > mostWork {
		t.Errorf("%s: allocates %d MB, at most %d are usual", name, took>>20, uint64(mostWork)>>20)
	}
}
