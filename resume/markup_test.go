package resume

import (
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// lines are the bullets or the paragraphs that a text becomes, "|" between them.
func converted(source string, shape Shape) string {
	blocks, kind := convert(source, shape)
	if kind == "" {
		return "= " + source
	}
	if shape.IsList() {
		return strings.Join(blockTexts(blocks), "|")
	}
	return strings.ReplaceAll(joined(blocks, shape), "\n", "|")
}

func TestConvertBullets(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Kept <strong>pumps</strong> running &amp; clean", "Kept **pumps** running & clean"},
		{"<ul><li>One</li><li>Two</li></ul>", "One|Two"},
		{"<ul><li>One<li>Two", "One|Two"},
		{"<p>One</p><p>Two</p>", "One|Two"},
		{"<ol>\n  <li><p>One</p></li>\n  <li>Two\n lines</li>\n</ol>", "One|Two lines"},
		{"Led:<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "Led:|a|b|c"},
		{"One<br>two", "One\ntwo"},
		{"• One<br/>• Two", "One|Two"},
		{"One<br><br>Two", "One|Two"},
		{"<b>Bold <i>both</i></b> <em>it</em>", "**Bold** ***both*** *it*"},
		{"<b> spaced </b>out", "**spaced** out"},
		{"a<b>b</b>c", "a**b**c"},
		// marks that Spans would not read as they are meant
		{"<b>a</b><i>b</i>", "ab"},
		{"<i>a</i><b>b</b>", "ab"},
		{`See <a href="https://example.org/a_(b)" target="_blank">the page</a>.`, "See [the page](https://example.org/a_%28b%29)."},
		{`<a href="example.org">x</a> <a href="javascript:alert(1)">y</a> <a>z</a>`, "[x](https://example.org) y z"},
		{`<a href="https://example.org">[x]</a>`, "[x] (https://example.org)"},
		{"<b>5 * 3</b>", "5 * 3"},
		{"<b>unclosed", "**unclosed**"},
		{"<style>p {x}</style>A<script>alert('<b>')</script>B", "AB"},
		{"A<!-- note -->B", "AB"},
		{`<span style="color:red" class='x'>red</span> <font color=red>x</font>`, "red x"},
		{"<H2>Title</H2>Text", "**Title**|Text"},
		{"x&nbsp;y &ndash; z &#8217; &#x2019; &eacute; &lt;", "x y – z ’ ’ é <"},
		{"&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", "One|Two"},
		{"&amp;lt;b&amp;gt;x&amp;lt;/b&amp;gt; &amp;amp; y", "**x** & y"},
		{"Wrote <https://example.org/x> and <me@example.org>", "Wrote https://example.org/x and me@example.org"},
		{`<img src="x.png" alt="A chart">`, "A chart"},
		{"<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>", "A B|C"},
		{"x</b> y", "x y"},
		{"<div>One</div>\n<div>Two</div>", "One|Two"},
		{"H<sub>2</sub>O", "H2O"},
		// what only looks like HTML
		{"a < b and c > d", "= a < b and c > d"}, {"I <3 Go", "= I <3 Go"}, {"C<T>", "= C<T>"}, {"std::vector<int> and List<String>", "= std::vector<int> and List<String>"},
		{"R&D at AT&T & Co", "= R&D at AT&T & Co"}, {"a <b and c> d", "= a <b and c> d"}, {"Replaced <table> layouts with grid", "= Replaced <table> layouts with grid"},
		{"x <- y -> z", "= x <- y -> z"}, {"<10 ms, </5", "= <10 ms, </5"}, {"&copy 2020 &notanentity; &", "= &copy 2020 &notanentity; &"}, {"Map<K, V>", "= Map<K, V>"}, {"the <canvas> API", "= the <canvas> API"},
		{"ends in <b", "= ends in <b"}, {"<script> tags", "= <script> tags"}, {`\<b>kept\</b>`, `= \<b>kept\</b>`},
		// Markdown
		{"1. One\n2. Two", "One|Two"}, {"1) One\n\n2) Two", "One|Two"}, {"1. One", "= 1. One"}, {"1.5 t\n2. Two", "= 1.5 t\n2. Two"}, {"- One", "One"}, {"* One\n* Two", "One|Two"}, {"One\n- a\n- b", "One|a|b"}, {"• One\n• Two\nmore", "One|Two\nmore"},
		{"## Head", "**Head**"}, {"# Head\ntext", "**Head**\ntext"}, {"> quoted", "quoted"}, {"Used `go test` daily", "Used go test daily"}, {"Wrote `<div>` and `a*b*c`", `Wrote \<div> and a\*b\*c`},
		{"```go\nx := 1\n```", "x := 1"}, {"__Led__ a team", "**Led** a team"}, {"![chart](https://example.org/a.png)", "[chart](https://example.org/a.png)"},
		{"# of users: 40", "= # of users: 40"}, {"> 90 % of users", "= > 90 % of users"}, {"#1 seller", "= #1 seller"}, {"-5 % cost", "= -5 % cost"}, {"+ 30 %", "= + 30 %"},
		{"**bold** and *it*", "= **bold** and *it*"}, {"5 * 3 * 2", "= 5 * 3 * 2"}, {"def __init__(self)", "= def __init__(self)"}, {"One\nTwo", "= One\nTwo"}, {"snake_case__name", "= snake_case__name"},
	} {
		if got := converted(c.in, Bullets); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

func TestConvertOtherShapes(t *testing.T) {
	for _, c := range []struct {
		shape    Shape
		in, want string
	}{
		{Prose, "<p>Engineer.</p><p>Ten years of pumps.<br/>Five of valves.</p>", "Engineer.|Ten years of pumps.|Five of valves."},
		{Prose, "I do:\n- this\n- that", "I do:|• this|• that"},
		{Prose, "<p>I do:</p><ul><li>this</li><li>that</li></ul><p>End</p>", "I do:|• this|• that|End"},
		{Prose, "# About\n\nText\n\n---\n> quote", "**About**|Text|quote"},
		{Prose, "I do:\n• this", "= I do:\n• this"},
		{Prose, "One\n\nTwo", "= One\n\nTwo"},
		{Line, "<b>Acme</b> &amp; Co<br>Berlin", "Acme & Co, Berlin"},
		{Line, "R&amp;D", "R&D"},
		{Line, "**Acme** [Co](https://acme.example.org)", "Acme Co (https://acme.example.org)"},
		{Line, `<a href="https://acme.example.org">Acme</a>`, "Acme (https://acme.example.org)"},
		{Line, "C** and 5*", "= C** and 5*"},
		{Line, "# Acme", "= # Acme"},
		{Line, "- Acme", "= - Acme"},
		{URLLine, "https://example.org/?a=1&amp;b=2&copy=3", "https://example.org/?a=1&b=2&copy=3"},
		{URLLine, `<a href="https://example.org/a_(b)?c=*&amp;d=1">https://example.org/a_(b)?c=*&amp;d=1</a>`, "https://example.org/a_(b)?c=*&d=1"},
		{URLLine, `<p><a href='https://example.org' target=_blank>example.org</a></p>`, "example.org"},
		{URLLine, "<https://example.org>", "https://example.org"}, {URLLine, "https://example.org/<id>", "= https://example.org/<id>"},
		{EmailLine, "<a href='mailto:j@example.org'>j@example.org</a>", "j@example.org"}, {EmailLine, "<p>j@example.org</p>", "j@example.org"},
		{EmailLine, "Jane <j@example.org>", "= Jane <j@example.org>"},
		{DateLine, "<p>2019</p>", "2019"}, {DateLine, "<b>Mar</b>&nbsp;2019<br>", "Mar 2019"}, {DateLine, "<2019", "= <2019"},
		{Words, "C&#43;&#43;", "C++"}, {Words, "<i>Go</i>", "Go"}, {Words, "Go*", "= Go*"},
	} {
		if got := converted(c.in, c.shape); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

func TestConvertMarkup(t *testing.T) {
	in := NewDocument(Struct(
		Member{"basics", Struct(Member{"name", Text("A &amp; B")}, Member{"image", Text("data:x&amp;")}, Member{"x-html", Text("<b>")})},
		Member{"work", List(Struct(
			Member{"summary", Text("<p>Text</p><ul><li>one</li><li>two</li></ul>")},
			Member{"highlights", Texts("three", "<ul><li>four</li><li>five</li></ul>", "six")}))},
		Member{"projects", List(Struct(Member{"description", Text("<ul><li>one</li></ul>")}))},
		Member{"talks", List(Struct(Member{"title", Text("<i>Talk</i>")}, Member{"other", Text("<i>")}))},
	))
	want := `{"basics":{"name":"A & B","image":"data:x&amp;","x-html":"<b>"},` +
		`"work":[{"summary":"Text","highlights":["one","two","three","four","five","six"]}],` +
		`"projects":[{"description":"","highlights":["one"]}],"talks":[{"title":"Talk","other":"<i>"}]}`
	got, problems := in.ConvertMarkup()
	if got.Root().String() != want {
		t.Errorf("got  %s\nwant %s", got.Root(), want)
	}
	if len(problems) != 5 {
		t.Errorf("%d problems: %v", len(problems), problems)
	}
	if again, more := got.ConvertMarkup(); more != nil || !again.Equal(got) {
		t.Errorf("converting twice differs: %v", more)
	}
}

// pieces are what texts of markup are made of.
var pieces = rapid.StringMatching(`(<(/?(b|i|p|li|ul|a|T|table|br)|a href="[a-z.:/()*]{0,6}")>|&(amp;|lt;|gt;|#42;|nbsp;|x;)?|[ab<>*_\x60\\\[\]()#!•-]|\n| |https://a\.bc|word ){0,14}`)

// Whatever a text holds, what it becomes stays when it is read again, and no
// letter of it is lost.
func TestConvertIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source := pieces.Draw(t, "source")
		shape := rapid.SampledFrom([]Shape{Line, Prose, Bullets, Words, URLLine, EmailLine, DateLine}).Draw(t, "shape")
		blocks, kind := convert(source, shape)
		if kind == "" {
			return
		}
		texts := []string{joined(blocks, shape)}
		if shape.IsList() {
			texts = blockTexts(blocks)
		}
		for _, text := range texts {
			if again, kind := convert(text, shape); kind != "" {
				t.Fatalf("%q became %q, which becomes %+v", source, text, again)
			}
		}
		if all := strings.Join(texts, " "); strings.Count(all, "word") < strings.Count(source, "word") {
			t.Fatalf("%q became %q", source, all)
		}
	})
}

// The work for a text grows as its length does, whatever it is made of.
func TestConvertIsLinear(t *testing.T) {
	for _, unit := range []string{"<b>", "<ul><li>x", "&amp;", "<a x", "<p y=1 ", "<!--", "`", "__a ", "- \n", "<li></li>", "</b>", "![a](b", "&lt;b&gt;", "> ", "<b>x ", "&amp;lt;i&amp;gt;x ", "1. x\n", "</p>"} {
		small, large := allocatedBy(unit, 1000), allocatedBy(unit, 8000)
		if large > 16*small+1<<20 {
			t.Errorf("%q: %d bytes are allocated for 1000, %d for 8000", unit, small, large)
		}
	}
}

// allocatedBy is how many bytes converting n units takes.
func allocatedBy(unit string, n int) uint64 {
	var before, after runtime.MemStats
	text := strings.Repeat(unit, n)
	runtime.ReadMemStats(&before)
	convert(text, Bullets)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
