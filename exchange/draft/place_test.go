package draft

import (
	"testing"

	"resumax/resume"
)

// A place comes back in the parts that it was printed of; what is no list of parts is one.
func TestPrintedPlace(t *testing.T) {
	for _, c := range []struct {
		text, phone string
		want        resume.Place
	}{
		{"Sydney, AU", "+61 2 5550 0100", resume.Place{City: "Sydney", CountryCode: "AU"}},
		{"Denver, CO", "+1 303 555 0100", resume.Place{City: "Denver", Region: "CO"}},
		{"Saint Paul, MN, US", "", resume.Place{City: "Saint Paul", Region: "MN", CountryCode: "US"}},
		{"Bogotá, CO", "+57 1 555 0100", resume.Place{City: "Bogotá", CountryCode: "CO"}},
		{"Berlin, Germany", "", resume.Place{City: "Berlin", CountryCode: "Germany"}},
		{"Lagos, The Netherlands", "", resume.Place{City: "Lagos", CountryCode: "The Netherlands"}},
		{"Wellington, New Zealand", "", resume.Place{City: "Wellington", CountryCode: "New Zealand"}},
		{"Bath, Somerset", "", resume.Place{City: "Bath", Region: "Somerset"}},
		{"1 Mill Lane, Bath, Somerset, GB", "", resume.Place{City: "1 Mill Lane, Bath, Somerset, GB"}},
		{"Bath,Somerset", "", resume.Place{City: "Bath,Somerset"}},
		{"東京", "", resume.Place{City: "東京"}},
	} {
		d := resume.NewDocument(resume.Struct(resume.Member{Name: "basics", Value: resume.Struct(resume.Member{Name: "location", Value: PrintedPlace(c.text, c.phone)})}))
		got := d.Resume().Basics.Location
		if got != c.want || got.String() != c.text {
			t.Errorf("%s: %+v, printed as %q", c.text, got, got.String())
		}
	}
}
