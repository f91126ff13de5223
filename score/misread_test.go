package score

import (
	"testing"

	"resumax/resume"
)

// A typo makes nothing better of a sentence: no sentence of a list, no metric of a number
// that is none, no verb of a noun, no means of a time.
func TestAMisspelledWordIsReadAsWhatItWas(t *testing.T) {
	s := New()
	s.ready(Options{Today: today, Terms: Options{}.termsList()})
	s.list = Options{}.termsList()
	for _, c := range []struct{ right, wrong string }{
		{"Ovens and fryers", "Ovens adn fryers"},
		{"Two ballrooms, terrace, and bar", "Wto ballrooms, terrace, nd bar"},
		{"Ran the ward for 6 years with care", "Ran the ward for 6 yeaars with care"},
		{"Checked that 4 of the lifts ran", "Checked that 4 fo the lifts ran"},
		{"Filmed 4K video for weddings", "Filmed 4K vidoe for weddings"},
		{"Drove adults over 65 to the clinic", "Drove adlts over 65 to the clinic"},
		{"Cleaned rooms during the night", "Cleaned rooms uring the night"},
		{"Help guests with luggage", "Hellp guests with luggage"},
		{"Was responsible for the pool", "Wsa responsible for the pool"},
		{"Also tasked with the till", "Aslo tasked with the till"},
		{"Monthly bank statements of 9 shops", "Montly bank statements of 9 shops"},
		{"Certified to handle gas", "Certified tto handle gas"},
		{"Poured milk and tea", "Poured milk and and tea"},
		{"Broadcast the match", "Broadcast Broadcast the match"},
	} {
		a, b := s.sentence(c.right), s.sentence(c.wrong)
		if b.isList != a.isList || b.results() > a.results() || b.method && !a.method || b.compare && !a.compare || b.begins == action && a.begins != action || b.begins == plain && a.begins == weak || len(b.found) > len(a.found) {
			t.Errorf("%q is read as better than %q: %+v", c.wrong, c.right, b)
		}
	}
	if s.sentence("Bought milk & milk products").typoCount > 0 {
		t.Error("“milk & milk” doubles no word")
	}
}

// The skills list, pasted among the bullets in any way, is no work.
func TestPastedSkillsAreNoWork(t *testing.T) {
	for _, pasted := range []string{"Scheduling First aid Excel teamwork Powerpoint forklift HACCP", "Scheduling | First aid | Excel", "Food safety audit planning", "HACCP food safety audit planning, scheduling"} {
		d := aroundText("Opened the house at 5 every morning with two cooks", "")
		d = must(d.Set("/skills/0/keywords/4", resume.Text("Food safety audit planning")))
		s := New()
		before := s.Score(d, Options{Today: today})
		d = must(d.Insert("/work/0/highlights/4", resume.Text(pasted)))
		if after := s.Score(d, Options{Today: today}); after > before+tolerance {
			t.Errorf("%q raises the score by %v", pasted, after-before)
		}
	}
}
