package office

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"
	"testing"
)

func zipOf(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// An archive that unpacks to more than a resume has is refused, part by part and in all.
func TestArchiveIsBounded(t *testing.T) {
	a, err := OpenArchive(t.Context(), zipOf(t, map[string]string{"big": strings.Repeat("\x00", maxPart+1)}))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Part("big"); err == nil {
		t.Error("a part of any size is read")
	}
	third := strings.Repeat("\x00", maxSum/3+1)
	if a, err = OpenArchive(t.Context(), zipOf(t, map[string]string{"a": third, "b": third, "c": third})); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a", "b"} {
		if _, err := a.Part(name); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := a.Part("c"); err == nil {
		t.Error("parts of any sum are read")
	}
	if data, err := a.Part("../../etc/passwd"); data != nil || err != nil {
		t.Error("there is a part that is not there")
	}
	if _, err := OpenArchive(t.Context(), []byte("PK\x03\x04 and no more")); err == nil {
		t.Error("what is no archive is opened")
	}
}

func TestParseRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"document type": `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>`,
		"entity":        `<x>&b;</x>`,
		"depth":         strings.Repeat("<x>", 100_000),
		"elements":      "<x>" + strings.Repeat("<y/>", maxNodes) + "</x>",
		"open":          "<x><y></x>",
		"unfinished":    "<x>",
		"empty":         "",
		"encoding":      `<?xml version="1.0" encoding="EBCDIC"?><x/>`,
	} {
		if _, err := Parse(t.Context(), []byte(text)); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Parse(ctx, []byte("<x/>")); err == nil {
		t.Error("reading goes on when it is stopped")
	}
}

func TestParse(t *testing.T) {
	for _, text := range []string{`<a:x b:y="1 &amp; 2">t<!-- no --><z/>&lt;u</a:x>`, "\xef\xbb\xbf<x y='1 &amp; 2'>t&lt;<z/>u</x>",
		"\xff\xfe" + strings.Join(strings.Split("<x y='1 &amp; 2'>t&lt;<z/>u</x>", ""), "\x00") + "\x00"} {
		n, err := Parse(t.Context(), []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if n.Name != "x" || n.Attr("y") != "1 & 2" || !strings.HasPrefix(n.Content(), "t") || !strings.Contains(n.Content(), "<") || n.Kid("z") == nil {
			t.Errorf("%q: %+v, %q", text, n, n.Content())
		}
	}
}

func TestHyperlinkField(t *testing.T) {
	for code, want := range map[string]string{` HYPERLINK "https://a.example/x" \o "tip" `: "https://a.example/x", `HYPERLINK mailto:a@b.example \h`: "mailto:a@b.example",
		`HYPERLINK \l "place"`: "", ` PAGE `: "", ``: "", `HYPERLINK "`: ""} {
		if got := HyperlinkField(code); got != want {
			t.Errorf("%q: %q", code, got)
		}
	}
}
