package opened

import (
	"strings"
	"testing"
)

func TestFilesWaitForTheWindow(t *testing.T) {
	var q queue
	var got []string
	receive := func(paths []string) { got = append(got, strings.Join(paths, " ")) }
	q.put([]string{"a", "b"})
	q.put(nil)
	q.put([]string{"c"})
	if len(got) > 0 {
		t.Fatalf("nobody receives %q", got)
	}
	q.follow(receive)
	q.put([]string{"d"})
	q.put([]string{})
	if want := "a b|c|d"; strings.Join(got, "|") != want {
		t.Errorf("%q, want %s", got, want)
	}
}
