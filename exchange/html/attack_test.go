package html

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"resumax/exchange/format"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
)

// tricks are attacks that hide in how text is encoded.
var tricks = []string{"\x00<script>", "<scr\u00adipt>alert(1)</scr\u00adipt>", "＜script＞alert(1)＜/script＞", "<\u017fcript>alert(1)</\u017fcript>", "%3Cscript%3E", "\xc0\xbcscript>alert(1)", "&#60;script&#62;",
	"\u2028<img src=x onerror=alert(1)>", "\u202e>1-trela<", "<ScRiPt>alert(1)</sCrIpT>", "<script >alert(1)</script >", "java\tscript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:alert(1)",
	"vbscript:x", "data:text/html;base64,PHNjcmlwdD4=", "//x.\"onload=alert(1)", `\"><script>alert(1)</script>`, "</li></ul></main></body></html><script>alert(1)</script>", "<plaintext>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
	"<math><mi xlink:href=\"data:x,1\">", "`onclick=alert(1)`", "--></style><b>", "@import 'x';", "expression(alert(1))", "<base href=//x.example>", "<meta http-equiv=refresh content=0>", "<form action=//x.example><input>"}

// everywhere is a resume with a text in every field that there is, and in every setting that
// is a word.
func everywhere(t *testing.T, text string) (resume.Document, render.Options) {
	t.Helper()
	fill := func(fields []resume.Field) resume.Value {
		var members []resume.Member
		for _, f := range fields {
			v := resume.Text(text)
			if f.Shape.IsList() {
				v = resume.Texts(text, text)
			}
			if f.Shape == resume.Prose {
				v = resume.Text(text + "\n" + resume.BulletMark + text)
			}
			members = append(members, resume.Member{Name: f.Name, Value: v})
		}
		return resume.Struct(members...)
	}
	basics := fill(resume.BasicsFields()).With("location", fill(resume.LocationFields())).With("profiles", resume.List(fill(resume.ProfileFields())))
	members := []resume.Member{{Name: "basics", Value: basics}}
	d := resume.NewDocument(resume.Struct(members...))
	for _, s := range d.Resume().Sections {
		if s.Key != resume.SummaryKey {
			members = append(members, resume.Member{Name: s.Key, Value: resume.List(fill(resume.Fields(s.Key)), fill(resume.Fields(s.Key)))})
		}
	}
	members = append(members, resume.Member{Name: "own", Value: resume.List(fill(resume.Fields("own")))})
	d, _ = resume.NewDocument(resume.Struct(members...)).Conform()
	for _, s := range d.Resume().Sections {
		if next, err := d.RenameSection(s.Key, text); err == nil {
			d = next
		}
	}
	d, err := d.Set(resume.LanguageSetting, resume.Text(text))
	if err != nil {
		t.Fatal(err)
	}
	o := render.Setup{Designs: design.All()}.Options(d.Resume())
	for _, f := range design.Default().Fields() {
		if v := f.Value(); v.Kind() == resume.String && !strings.Contains(f.Key, "color") {
			o.Settings = append(o.Settings, resume.Setting{Key: f.Key, Value: resume.Text(text)})
		}
	}
	return d, o
}

// quoted are the strings of a style sheet.
var quoted = regexp.MustCompile(`"(?:[^"\\\n]|\\.)*"|'[\p{L}\p{N} -]*'`)

// skeleton are the elements of a page with the names of their attributes, without texts.
func skeleton(t *testing.T, page string) (all []string, text string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			line := n.Data
			for _, a := range n.Attr {
				line += " " + a.Namespace + a.Key
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" || (a.Key == "href" || a.Key == "src") && !safe(a.Val) {
					t.Errorf("%s has %s=%q", n.Data, a.Key, a.Val)
				}
			}
			all = append(all, line)
		case html.TextNode:
			if n.Parent.Data != "style" {
				b.WriteString(n.Data)
			}
		case html.CommentNode:
			t.Errorf("there is a comment %q", n.Data)
		}
	}
	return all, b.String()
}

// The elements and attributes of a page are those that it has of any words: none comes of
// what a resume says, in whatever field or setting.
func TestNoMarkupComesOfText(t *testing.T) {
	page := func(text string) string {
		d, o := everywhere(t, text)
		out, err := Format.Write(format.Source{Document: d, Options: o})
		if err != nil {
			t.Fatal(err)
		}
		data, _ := out.File(0)
		return string(data)
	}
	want, _ := skeleton(t, page("just words"))
	if len(want) < 200 {
		t.Fatalf("the page has %d elements", len(want))
	}
	for _, attack := range slices.Concat(attacks, tricks) {
		written := page(attack)
		got, text := skeleton(t, written)
		if !slices.Equal(got, want) {
			for i := range min(len(got), len(want)) {
				if got[i] != want[i] {
					t.Errorf("%q: element %d is %q, want %q", attack, i, got[i], want[i])
					break
				}
			}
			if len(got) != len(want) {
				t.Errorf("%q makes %d elements, want %d", attack, len(got), len(want))
			}
		}
		if plain := strings.Map(printable, attack); plain == attack && strings.Count(text, strings.TrimSpace(attack)) < 60 {
			t.Errorf("%q stands %d times in the text", attack, strings.Count(text, strings.TrimSpace(attack)))
		}
		_, sheet, _ := strings.Cut(written, "<style>")
		sheet, _, _ = strings.Cut(sheet, "</style>")
		if sheet = quoted.ReplaceAllString(sheet, `""`); strings.ContainsAny(strings.ReplaceAll(sheet, `""`, ""), `"'<`) || strings.Contains(sheet, "@import") || strings.Contains(sheet, "url(") || strings.Contains(sheet, "alert") {
			t.Errorf("%q leaves the style sheet:\n%s", attack, sheet)
		}
	}
}

// printable keeps what text on a page keeps as it is.
func printable(r rune) rune {
	if r < ' ' || r > '~' && r < 0xA0 || r == 0xAD || r == '\uFFFD' || r == '\u2028' || r == '\u202e' {
		return -1
	}
	return r
}

// A browser runs none of it. The test needs Chromium, and is skipped without it.
func TestChromiumRunsNoneOfIt(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("the test is of a browser, and Chromium is not installed: ", err)
	}
	if testing.Short() {
		t.Skip("-short leaves out what starts a browser")
	}
	var outer strings.Builder
	outer.WriteString("<!DOCTYPE html><title>t</title>")
	frame := func(page string) { outer.WriteString(`<iframe srcdoc="` + html.EscapeString(page) + `"></iframe>`) }
	mark := func(name string) string { return "top.document.documentElement.classList.add('" + name + "')" }
	for _, attack := range slices.Concat(attacks, tricks) {
		d, o := everywhere(t, strings.ReplaceAll(attack, "alert(1)", mark("ran")))
		out, err := Format.Write(format.Source{Document: d, Options: o})
		if err != nil {
			t.Fatal(err)
		}
		data, _ := out.File(0)
		frame(string(data))
	}
	frame("<script>" + mark("control") + "</script>") // so that the test can fail
	dir := t.TempDir()
	file := filepath.Join(dir, "all.html")
	if err := os.WriteFile(file, []byte(outer.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	dom, err := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+filepath.Join(dir, "profile"), "--virtual-time-budget=5000", "--dump-dom", "file://"+file).Output()
	if err != nil {
		t.Fatalf("Chromium is installed but does not run: %v", err)
	}
	said, _, _ := strings.Cut(string(dom), "<head>")
	if !strings.Contains(said, "control") || strings.Contains(said, "ran") {
		t.Errorf("the browser has %q", said)
	}
}
