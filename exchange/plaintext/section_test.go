package plaintext

import (
	"testing"

	"resumax/exchange/format"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/resume/codec"
)

func TestSection(t *testing.T) {
	d, _, err := codec.Parse([]byte(`{"basics": {"name": "Ada Example", "email": "ada@example.org", "summary": "Builds **mills**."},
		"work": [{"name": "Mill", "position": "Miller", "startDate": "2020-01", "highlights": ["Ground *40* tons", "Hired [three](https://example.org)"]}],
		"skills": [{"name": "Grain", "keywords": ["Rye", "Oats"]}], "side-gigs": [{"name": "Bakery"}]}`), "x")
	if err != nil {
		t.Fatal(err)
	}
	hidden, err := d.HideSection("skills", true)
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{
		resume.ContactKey: "Ada Example\nada@example.org",
		resume.SummaryKey: "Builds mills.",
		"work":            "Miller | Mill | Jan 2020 – Present\n- Ground 40 tons\n- Hired three",
		"skills":          "Grain: Rye, Oats",
		"side-gigs":       "Bakery",
		"education":       "",
		"no-such":         "",
	} {
		for _, d := range []resume.Document{d, hidden} {
			s := format.Source{Document: d, Options: render.Setup{Designs: design.All()}.Options(d.Resume())}
			if got := Section(s, key); got != want {
				t.Errorf("%s: %q", key, got)
			}
		}
	}
}
