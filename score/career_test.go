package score

import (
	"fmt"
	"strings"
	"testing"

	"resumax/resume"
)

func TestCareer(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(resume.Document) resume.Document
		want string // stints and gaps, earliest first
	}{
		{"the sample", then(), "education MSc at Exampleton Institute of Technology 2013-01 to 2019-01; work Software Engineer at Tallgren Logistics 2019-06 to 2020-09; " +
			"work Backend Engineer at Fjordpay 2020-09 to 2023-03; projects leaky 2021-04 to 2026-07, goes on; work Senior Backend Engineer at Fjordpay 2023-02 to 2026-07, goes on; to 2026-07"},
		{"a gap", then(without("/projects", "/education", "/work/2"), put("/work/1/endDate", "2021-06")),
			"work Backend Engineer at Fjordpay 2020-09 to 2021-07; work Senior Backend Engineer at Fjordpay 2023-02 to 2026-07, goes on; " +
				"nothing from 2021-07 to 2023-02, 19 months, at /work/0; to 2026-07"},
		{"a gap with school in it", then(without("/projects", "/work/2"), put("/work/1/endDate", "2021-06", "/education/0/startDate", "2021-09", "/education/0/endDate", "2022-12")),
			"work Backend Engineer at Fjordpay 2020-09 to 2021-07; education MSc at Exampleton Institute of Technology 2021-09 to 2023-01; " +
				"work Senior Backend Engineer at Fjordpay 2023-02 to 2026-07, goes on; to 2026-07"},
		{"a gap that a date may fill that is not understood", then(without("/projects", "/work/2"), put("/work/1/endDate", "2021-06", "/education/0/startDate", "after the flood", "/education/0/endDate", "")),
			"work Backend Engineer at Fjordpay 2020-09 to 2021-07; work Senior Backend Engineer at Fjordpay 2023-02 to 2026-07, goes on; to 2026-07"},
		{"seasons and quarters", then(without("/projects", "/education", "/work/2"), put("/work/1/startDate", "Fall 2020", "/work/1/endDate", "Q4 2022")),
			"work Backend Engineer at Fjordpay 2020-09 to 2023-01; work Senior Backend Engineer at Fjordpay 2023-02 to 2026-07, goes on; to 2026-07"},
		{"a plan", then(without("/projects", "/education", "/work/2", "/work/1"), put("/work/0/startDate", "2026-02", "/work/0/endDate", "2027-01")),
			"work Senior Backend Engineer at Fjordpay 2026-02 to 2027-02; to 2027-02"},
		{"no dates", without("/work", "/projects", "/education"), "to 2026-07"},
		{"impossible", then(without("/projects", "/education", "/work/2", "/work/1"), put("/work/0/endDate", "1999-01")), "to 2026-07"},
	} {
		got := Document(c.edit(backend(t).Sample()), Options{Target: TargetOf(backend(t)), Today: today}).Career
		month := func(m int) string { return fmt.Sprintf("%04d-%02d", m/12, m%12+1) }
		var said []string
		for _, s := range got.Stints {
			text := fmt.Sprintf("%s %s %s to %s", s.Section, s.Name, month(s.From), month(s.To))
			if s.End.IsZero() {
				text += ", goes on"
			}
			said = append(said, text)
		}
		for _, g := range got.Gaps {
			said = append(said, fmt.Sprintf("nothing from %s to %s, %d months, at %s", month(g.From), month(g.To), g.Months, g.Address))
		}
		said = append(said, "to "+month(got.To))
		if s := strings.Join(said, "; "); s != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, s, c.want)
		}
		if len(got.Stints) > 0 && got.From != got.Stints[0].From {
			t.Errorf("%s: it begins at %s", c.name, month(got.From))
		}
	}
}
