package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"resumax/exchange"
)

// The list names every format, and what it says of each is so: what is written can
// be exported to, and what is not is refused.
func TestFormats(t *testing.T) {
	text := run("formats").silent(t).out
	var list []listedFormat
	if err := json.Unmarshal([]byte(run("formats", "--format", "json").silent(t).out), &list); err != nil {
		t.Fatal(err)
	}
	if n := len(exchange.Formats()); len(list) != n || strings.Count(text, "\n") != n {
		t.Fatalf("%d formats, want %d:\n%s", len(list), n, text)
	}
	file := fixture(t)
	for i, f := range exchange.Formats() {
		if list[i].ID != f.ID || list[i].Writes != (f.Write != nil) || list[i].Reads != (f.Read != nil) || !strings.Contains(text, f.About) {
			t.Errorf("%+v", list[i])
		}
		if f.Write == nil {
			run("export", file, "--format", f.ID, "-o", "-").refused(t, exitUsage, f.ID)
		}
	}
	run("formats", "--format", "xml").refused(t, exitUsage, "xml", "text, json")
	run("formats", "more").refused(t, exitUsage, "more")
	run("export", file, "--format", "docxx", "-o", "-").refused(t, exitUsage, "docxx", "pdf")
}
