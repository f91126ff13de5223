package resume

import "testing"

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2021", "2021"}, {"2021-03", "2021-03"}, {"2021-3", "2021-03"}, {"2021-03-05", "2021-03-05"}, {"2021/03", "2021-03"},
		{"2021-03-05T10:00:00Z", "2021-03-05"}, {"03/2021", "2021-03"}, {"3.2021", "2021-03"}, {"Mar 2021", "2021-03"},
		{"mar. 2021", "2021-03"}, {"March 2021", "2021-03"}, {"  March,  2021 ", "2021-03"}, {"Sept 2019", "2019-09"},
		{"Mar '98", "1998-03"}, {"mar 21", "2021-03"}, {"2021 March", "2021-03"}, {"15 March 2021", "2021-03-15"},
		{"March 15, 2021", "2021-03-15"}, {"1st May 2020", "2020-05-01"}, {"2020-02-29", "2020-02-29"},
	} {
		d, ok := ParseDate(c.in)
		if !ok || d.ISO() != c.want {
			t.Errorf("ParseDate(%q) = %q, %v; want %q", c.in, d.ISO(), ok, c.want)
		}
	}
	for _, in := range []string{"", "x", "Summer 2019", "13/2021", "2021-13", "2021-00", "2021-02-30", "2019-02-29", "01/02/2021", "99999", "Marzipan 2021", "0999"} {
		if d, ok := ParseDate(in); ok || d.Text != in {
			t.Errorf("ParseDate(%q) = %+v, %v", in, d, ok)
		}
	}
}

func TestPeriod(t *testing.T) {
	d := func(s string) Date { d, _ := ParseDate(s); return d }
	for _, c := range []struct{ start, end, want string }{
		{"2021-03", "", "Mar 2021 – Present"}, {"2019", "2021", "2019 – 2021"}, {"", "2021", "2021"}, {"2021", "2021", "2021"}, {"", "", ""},
	} {
		if got := Period(d(c.start), d(c.end)); got != c.want {
			t.Errorf("Period(%q, %q) = %q", c.start, c.end, got)
		}
	}
}

func TestBefore(t *testing.T) {
	d := func(s string) Date { d, _ := ParseDate(s); return d }
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2019", "2021", true}, {"2021", "2021-03", false}, {"2021-02", "2021-03", true}, {"2021-03", "2021-03-04", false}, {"2021-03-01", "2021-03-04", true}, {"2022", "2021-05", false},
	} {
		if got := d(c.a).Before(d(c.b)); got != c.want {
			t.Errorf("%s before %s: %v", c.a, c.b, got)
		}
	}
}
