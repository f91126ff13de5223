package plaintext

import (
	"flag"
	"os"
	"strings"
	"testing"

	"resumax/render"
	"resumax/resume"
	"resumax/resume/codec"
)

var update = flag.Bool("update", false, "rewrite the golden file")

func TestText(t *testing.T) {
	data, err := os.ReadFile("../../render/testdata/two-pages.json")
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := codec.Parse(data, "two-pages.json")
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/two-pages.golden.txt"
	got := Text(render.Blocks(d.Resume(), render.Options{}))
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != strings.ReplaceAll(string(want), "\r\n", "\n") {
		t.Errorf("%s differs (go test ./exchange/plaintext -update rewrites it); got:\n%s", golden, got)
	}
	if got := Text(render.Blocks(resume.Document{}.Resume(), render.Options{})); got != "" {
		t.Errorf("nothing reads %q", got)
	}
}
