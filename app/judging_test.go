package app

import (
	"strings"
	"testing"

	"resumax/app/rail"
	"resumax/app/scoring"
	"resumax/app/session"
	"resumax/resume"
	"resumax/score"
)

// judgedOf is the report of a document.
func judgedOf(d resume.Document) scoring.Report {
	r := scoring.Report{Snapshot: session.Snapshot{Document: d, Resume: d.Resume()}, Ratings: map[resume.Address]score.BulletRating{}}
	r.Report = score.Document(d, score.Options{Today: resume.Date{Year: 2026, Month: 6, Day: 1}})
	for _, w := range r.Snapshot.Resume.Work {
		for _, l := range w.Highlights {
			r.Ratings[l.Address] = score.New().Rate(l.Text, score.Options{})
		}
	}
	return r
}

func drafted(t *testing.T, bullets ...string) resume.Document {
	t.Helper()
	d, err := resume.Document{}.Set("/work/0", resume.Struct(
		resume.Member{Name: "name", Value: resume.Text("Lakeside Hospital")},
		resume.Member{Name: "position", Value: resume.Text("Nurse")},
		resume.Member{Name: "startDate", Value: resume.Text("2021-03")},
		resume.Member{Name: "highlights", Value: resume.Texts(bullets...)}))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Badges count cards, not findings, and a section without content has none.
func TestBadgesCountCards(t *testing.T) {
	if got := badges(judgedOf(drafted(t))); len(got) != 0 {
		t.Errorf("a project without a bullet has the badges %v", got)
	}
	r := judgedOf(drafted(t, "Led shifts of 9 nurses", "Trained new nurses on the ward", "Worked with doctors on discharge plans", "Gave medication", "Helped families"))
	got := badges(r)
	for key := range got {
		if s, ok := r.Snapshot.Resume.Section(key); key != resume.ContactKey && (!ok || s.Count == 0) {
			t.Errorf("the empty section %q has the badge %v", key, got[key])
		}
	}
	work := 0
	for _, c := range r.Cards {
		if c.Address == "" || c.Address.Within("/work") {
			work++
		}
	}
	if b := got["work"]; b.Count != work || b.Count >= len(r.Findings) || b.Gain <= 0 || b.Gain > 100-r.Score {
		t.Errorf("work has the badge %+v for %d cards", b, work)
	}
	if got[resume.ContactKey] == (rail.Badge{}) {
		t.Error("the contact lacks an email address, and has no badge")
	}
}

// The mark of a bullet says what its card says.
func TestMarksSayWhatCardsSay(t *testing.T) {
	r := judgedOf(drafted(t, "Led shifts of 9 nurses", "Trained new nurses on the ward", "Worked with doctors on discharge plans", "Gave medication", "Helped families"))
	all := marks(r)
	if len(all) != 5 {
		t.Errorf("%d bullets have a mark", len(all))
	}
	for a, m := range all {
		c, ok := r.CardAt(a)
		if !ok || !strings.HasPrefix(m.Text, c.Says) || !strings.Contains(m.Text, c.Do) {
			t.Errorf("%s says %q, its card %q", a, m.Text, c.Says)
		}
	}
}
