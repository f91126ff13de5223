package markdown

import (
	"context"
	"strings"
	"testing"

	"resumax/exchange/format"
	"resumax/exchange/format/formattest"
)

func TestRead(t *testing.T) {
	got, err := read(context.Background(), format.Input{Name: "x.md", Data: []byte(`---
name: Ada Example
email: ada@example.org
---
**Baker**

Experience
----------

### Head Baker, The Mill
*Mar 2020 – Present | Bath*

* Baked __900__ loaves a day
  and more.
* Led [a team](https://example.org) of 4\*.

## Skills

| Group | Terms |
|-------|-------|
| Baking | bread, cakes |
`)})
	if err != nil {
		t.Fatal(err)
	}
	r := got.Document.Resume()
	if r.Basics.Name != "Ada Example" || r.Basics.Email != "ada@example.org" || r.Basics.Label != "Baker" {
		t.Errorf("%+v", r.Basics)
	}
	if len(r.Work) != 1 || r.Work[0].Position != "Head Baker" || r.Work[0].Name != "The Mill" || r.Work[0].Location != "Bath" || len(r.Work[0].Highlights) != 2 || r.Work[0].Highlights[0].Text != "Baked 900 loaves a day and more." {
		t.Errorf("%+v", r.Work)
	}
}

func TestSpans(t *testing.T) {
	for source, want := range map[string]string{
		"a **b** c": "a |B:b| c", "*a*": "I:a", "***a***": "BI:a", "snake_case_x": "snake_case_x", "2 * 3 * 4": "2 * 3 * 4", `\*a\*`: "*a*", "`a*b`": "a*b", "[x](y)": "x(y)", "[x](<a b>)": "x(a b)",
		"<https://a.example>": "https://a.example(https://a.example)", "a &amp; b": "a & b", "a & b": "a & b", "**a**<!-- -->*b*": "B:a||I:b", "**a": "**a", "![x](y)z": "z", "a<br>b": "a\nb", "5 < 6": "5 < 6", "~~a~~": "a",
	} {
		var all []string
		for _, s := range spansOf(source, nil) {
			text := s.Text
			if s.Link != "" {
				text += "(" + s.Link + ")"
			}
			if s.Bold || s.Italic {
				text = map[bool]string{true: "B"}[s.Bold] + map[bool]string{true: "I"}[s.Italic] + ":" + text
			}
			all = append(all, text)
		}
		if got := strings.Join(all, "|"); got != want {
			t.Errorf("%q: %q, want %q", source, got, want)
		}
	}
}

func TestHostileMarkdown(t *testing.T) {
	for name, text := range map[string]string{
		"stars": strings.Repeat("*a ", 50_000), "brackets": strings.Repeat("[", 100_000), "links": strings.Repeat("[a](", 50_000), "ticks": strings.Repeat("`", 50_000) + "a", "ticks apart": strings.Repeat("` `` ", 20_000),
		"quotes": strings.Repeat(">", 50_000) + "a", "comments": strings.Repeat("<!--", 50_000), "tags": strings.Repeat("<a", 50_000), "headings": strings.Repeat("# x <!-- work -->\n", 20_000), "own": strings.Repeat("## x <!-- work -->\n\n### y <!-- a b c -->\n\n**z** | *2019*\n", 5_000),
		"tables": strings.Repeat("|a|b|\n|-|-|\n", 10_000), "references": strings.Repeat("[a]: b\n", 20_000), "lines": "# x\n" + strings.Repeat("a\n", 100_000),
	} {
		formattest.Bounded(t, name, func() {
			if _, err := read(context.Background(), format.Input{Data: []byte(text), Name: "x"}); err != nil && !strings.Contains(err.Error(), "x has no text") {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add([]byte("# Ada\n\n**x**\n\n## Work <!-- work -->\n\n### a <!-- position name -->\n\n**b** | c | *2019 – Present*\n\n- [x](y)\n"))
	f.Add([]byte("---\nname: x\n---\n> a\n\n|a|b|\n|-|-|\n|c|d|\n```\nx\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		sniff(data)
		if got, err := read(context.Background(), format.Input{Data: data, Name: "x"}); err == nil {
			got.Document.Resume()
		}
	})
}
