package resume

import (
	"strings"
	"testing"
)

func TestAnonymous(t *testing.T) {
	text := func(s string) Value { return Text(s) }
	member := func(name string, v Value) Member { return Member{name, v} }
	item := func(pairs ...string) Value {
		var m []Member
		for i := 0; i < len(pairs); i += 2 {
			m = append(m, Member{pairs[i], Text(pairs[i+1])})
		}
		return Struct(m...)
	}
	d := NewDocument(Struct(
		member("basics", Struct(member("name", text("Dr. Ada B. Miller, PhD")), member("label", text("Engineer")), member("image", text("me.png")), member("email", text("ada@miller.example")),
			member("phone", text("+44 20 7946-0000")), member("url", text("https://adamiller.example")), member("birthDate", text("1990-02-01")),
			member("summary", text("Ada Miller builds mills.\nBorn in 1990 in Bath.\nCall 020 7946 0000 or +44 (20) 7946 0000.")),
			member("location", item("city", "Bath", "countryCode", "GB")),
			member("profiles", List(item("network", "GitHub", "username", "adamill", "url", "https://github.com/adamill"))))),
		member("work", List(
			Struct(member("name", text("Hidden Ltd")), member("hidden", Flag(true))),
			Struct(member("name", text("Mill")), member("url", text("https://mill.example")), member("startDate", text("2019-05")),
				member("highlights", Texts("Led **Ada** Miller's project.", "See [the **site**](https://x.example/a).", "Wrote github.com/adamill/x and Node.js/Express; asked bob@other.example.", "Ground 40 tons (a day).", "Worked with Miller & Sons."))))),
		member("publications", List(item("name", "On mills", "publisher", "Miller A.B., Baker C., J. Mills"))),
		member("adaMillerTalks", List(item("name", "Talk"))),
		member("personal", List(item("name", "Date of birth", "description", "1 February 1990"), item("name", "License", "description", "B"))),
		member("extra", text("ada@miller.example")),
	))
	got, problems := d.Anonymous()
	root := got.Root().String()
	for _, secret := range []string{"Ada", "ada", "7946", "1990", "Bath", "example", "adamill", "bob@", "https", "me.png", "hidden", "Hidden", "Miller A", "GB"} {
		if strings.Contains(root, secret) {
			t.Errorf("%q is in %s", secret, root)
		}
	}
	for _, kept := range []string{"Engineer", "\\\\[name\\\\] builds mills.", "Mill", "2019-05", "Node.js/Express", "the **site**.", "(a day)", "Miller & Sons", "[name], Baker C., J. Mills", "Talk", "License", "\\\\[name\\\\]'s project"} {
		if !strings.Contains(root, kept) {
			t.Errorf("%q is not in %s", kept, root)
		}
	}
	var said []string
	for _, p := range problems {
		said = append(said, p.String())
	}
	want := `/adaMillerTalks: has the name in it: “[name]” is there instead
/basics/summary: has the name in it: “[name]” is there instead
/basics/summary: tells a date of birth: it is left out
/basics/summary: has an address in it: “[link]” is there instead
/work/1/highlights/0: has the name in it: “[name]” is there instead
/work/1/highlights/2: has an address in it: “[link]” is there instead
/work/1/highlights/4: has “Miller” in it, which may tell whose resume it is
/publications/0/publisher: has the name in it: “[name]” is there instead
/personal/0: tells a date of birth: it is left out`
	if got := strings.Join(said, "\n"); got != want {
		t.Errorf("problems:\n%s\nwant\n%s", got, want)
	}
	if again, more := got.Anonymous(); !again.Equal(got) || len(more) > 0 && !strings.Contains(more[0].Text, "may tell") {
		t.Errorf("again it is %s, %v", again.Root(), more)
	}
}

// Names in other scripts, in resumes in their language.
func TestAnonymousInOtherScripts(t *testing.T) {
	for _, c := range []struct{ language, name, text, want string }{
		{"ja", "山田 太郎", "山田太郎が開発した。", "[氏名]が開発した。"},
		{"ru", "Анна Петрова", "Проект: Анна Петрова, Петрова А.", "Проект: [имя], [имя]"},
		{"de", "Zoë Müller", "Zoë Müllers Arbeit; Müller, Zoë; Zoë Müller, geb. Klein", "[Name]s Arbeit; [Name]; [Name], geb. Klein"},
		{"", "Zoe\u0308 Mu\u0308ller", "by ZOË MÜLLER.", "by [name]."},
		{"", "Li", "Li and Liz", "[name] and Liz"},
		{"", "Zoë-Marie O'Brien", "Zoe-Marie O’Brien, ZOË MARIE OBRIEN, Zoë O'Brien, Z.-M. O'Brien and Z. O'Brien", "[name], [name], [name], [name] and [name]"},
		{"", "Søren Åkesson", "Soren Akesson, Soeren Aakesson, Sören", "[name], [name], Sören"},
		{"", "Jan Dębski", "Jan Debski; Jan Dębski; jan.debski42", "[name]; [name]; [name]"},
		{"", "Al Li", "Al Li of Global Limited, alli7", "[name] of Global Limited, [name]"},
	} {
		d := NewDocument(Struct(Member{"basics", Struct(Member{"name", Text(c.name)})},
			Member{"awards", List(Struct(Member{"title", Text(c.text)}))},
			Member{"meta", Struct(Member{"resumax", Struct(Member{"language", Text(c.language)})})}))
		got, _ := d.Anonymous()
		if title := got.TextAt("/awards/0/title"); title != c.want {
			t.Errorf("%q is %q, want %q", c.text, title, c.want)
		}
	}
}
