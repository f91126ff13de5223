package fonts

import (
	"runtime"
	"testing"
)

// What a set uses is not read once more after a release; what nobody uses is out of memory, and read again.
func TestRelease(t *testing.T) {
	of := families()[0].Regular
	reads := 0
	f := &Face{Name: of.Name, read: func() *parsedFace {
		reads++
		return of.read()
	}}
	want := f.Metrics()
	s := NewSet()
	outline := len(s.Outline(f, 40))
	f.release()
	runtime.GC()
	if got := f.Metrics(); got != want || reads != 1 {
		t.Errorf("a face in use was read %d times: %v, want %v", reads, got, want)
	}
	if got := len(s.Outline(f, 40)); got != outline {
		t.Errorf("an outline of %d segments has %d after a release", outline, got)
	}
	runtime.KeepAlive(s)
	s = nil
	f.release()
	runtime.GC()
	if f.last.Value() != nil {
		t.Error("a face that nobody uses is in memory")
	}
	if got := f.Metrics(); got != want || reads != 2 {
		t.Errorf("read %d times, it has %v, want %v", reads, got, want)
	}
	for _, family := range families() {
		family.Bold.load()
	}
	Release()
	for _, family := range families() {
		if family.Bold.kept.Load() != nil {
			t.Errorf("%s is kept", family.Name)
		}
	}
}
