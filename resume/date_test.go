package resume

import (
	"strings"
	"testing"
)

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2021", "2021"}, {"2021-03", "2021-03"}, {"2021-3", "2021-03"}, {"2021-03-05", "2021-03-05"}, {"2021/03", "2021-03"},
		{"2021-03-05T10:00:00Z", "2021-03-05"}, {"2021-03-05 10:00", "2021-03-05"}, {"03/2021", "2021-03"}, {"3.2021", "2021-03"}, {"mar. 2021", "2021-03"},
		{"Mar 2021", "2021-03"}, {"March 2021", "2021-03"}, {"  March,  2021 ", "2021-03"}, {"Sept 2019", "2019-09"}, {"March of 2021", "2021-03"},
		{"Mar '98", "1998-03"}, {"Mar ’98", "1998-03"}, {"mar 21", "2021-03"}, {"2021 March", "2021-03"}, {"15 March 2021", "2021-03-15"}, {"Mar-2021", "2021-03"},
		{"15-Mar-21", "2021-03-15"}, {"Mar/2021", "2021-03"}, {"March 15, 2021", "2021-03-15"}, {"1st May 2020", "2020-05-01"}, {"2020-02-29", "2020-02-29"},
		{"Monday, March 15, 2021", "2021-03-15"}, {"Fri Jan 01 2021 00:00:00 GMT+0000", "2021-01-01"},
		// dotted dates have the day first, others where only one order can be
		{"01.05.2016", "2016-05-01"}, {"31.05.2017", "2017-05-31"}, {"05.2016", "2016-05"}, {"1.5.16", "2016-05-01"}, {"31/05/2017", "2017-05-31"},
		{"05/31/2017", "2017-05-31"}, {"05/05/2021", "2021-05-05"}, {"2016.05.01", "2016-05-01"}, {"2016. 5. 1.", "2016-05-01"},
		{"2/19", "2019-02"}, {"02/19", "2019-02"}, {"12/98", "1998-12"}, {"'19", "2019"}, {"201903", "2019-03"}, {"20190315", "2019-03-15"},
		// languages
		{"März 2021", "2021-03"}, {"Maerz 2021", "2021-03"}, {"15. Dez. 2020", "2020-12-15"}, {"1er février 2019", "2019-02-01"}, {"FÉVRIER 2019", "2019-02"}, {"fevrier 2019", "2019-02"},
		{"août 2018", "2018-08"}, {"15 de marzo de 2021", "2021-03-15"}, {"setembro de 2020", "2020-09"}, {"gennaio 2017", "2017-01"}, {"mei 2016", "2016-05"},
		{"maj 2016", "2016-05"}, {"okt. 2016", "2016-10"}, {"lokakuu 2016", "2016-10"}, {"kwietnia 2019 r.", "2019-04"}, {"leden 2019", "2019-01"},
		{"2019. április", "2019-04"}, {"iulie 2019", "2019-07"}, {"апрель 2019 г.", "2019-04"}, {"Апреля 2019", "2019-04"}, {"травень 2020", "2020-05"},
		{"Φεβρουάριος 2020", "2020-02"}, {"Şubat 2020", "2020-02"}, {"ŞUBAT 2020", "2020-02"}, {"ינואר 2020", "2020-01"}, {"يناير ٢٠٢٠", "2020-01"}, {"मार्च 2020", "2020-03"},
		{"Agustus 2020", "2020-08"}, {"tháng 4 năm 2019", "2019-04"}, {"2019年4月", "2019-04"}, {"2019年04月01日", "2019-04-01"}, {"２０１９年４月", "2019-04"}, {"令和3年4月", "2021-04"},
		{"平成30年", "2018"}, {"2019년 4월", "2019-04"}, {"2019년4월1일", "2019-04-01"}, {"2019年", "2019"}, {"19年4月", "2019-04"}, {"мај 2016", "2016-05"}, {"balandžio 2019", "2019-04"}, {"2019 m. balandis", "2019-04"},
		{"aprīlis 2019", "2019-04"}, {"juuni 2019", "2019-06"}, {"febrer 2019", "2019-02"}, {"ágúst 2019", "2019-08"}, {"Мај 2016", "2016-05"},
	} {
		d, ok := ParseDate(c.in)
		if !ok || d.ISO() != c.want {
			t.Errorf("ParseDate(%q) = %q, %v; want %q", c.in, d.ISO(), ok, c.want)
		}
	}
	for _, in := range []string{"", "x", "13/2021", "2021-13", "2021-00", "2021-02-30", "2019-02-29", "99999", "Marzipan 2021", "0999", "March", "10-11", "3", "19",
		"2010 - 2011", "2019/20", "2 years", "2020 2021", "Q5 2019", "Summer", "1.2.3", "May June 2020", "2019-03-04-05", "v1.0.2019", strings.Repeat("2019 ", 5000)} {
		if d, ok := ParseDate(in); ok || d.Text != in {
			t.Errorf("ParseDate(%q) = %+v, %v", in, d, ok)
		}
	}
}

// A wording that no date of JSON Resume says is kept, and read for order.
func TestParseDateKeepsTheWording(t *testing.T) {
	for _, c := range []struct{ in, start, end string }{
		{"Summer 2017", "2017-06", "2017-08"}, {"Fall '19", "2019-09", "2019-11"}, {"Winter 2018", "2018", "2018"}, {"Winter 2018/19", "2018", "2019"},
		{"Q3 2018", "2018-07", "2018-09"}, {"3Q18", "2018-07", "2018-09"}, {"2018-Q3", "2018-07", "2018-09"}, {"Q1/2018", "2018-01", "2018-03"}, {"3. Quartal 2018", "2018-07", "2018-09"},
		{"H1 2019", "2019-01", "2019-06"}, {"2. Halbjahr 2019", "2019-07", "2019-12"}, {"T4 2018", "2018-10", "2018-12"}, {"printemps 2018", "2018-03", "2018-05"}, {"2019年夏", "2019-06", "2019-08"},
		{"WiSe 2018/19", "2018", "2019"}, {"01/02/2021", "2021", "2021"}, {"ca. 2015", "2015", "2015"}, {"early 2019", "2019", "2019"}, {"Expected May 2026", "2026-05", "2026-05"}, {"~2012", "2012", "2012"},
		{"listopad 2019", "2019", "2019"}, {"May 2026 (expected)", "2026-05", "2026-05"}, {"2015-03（1年6个月）", "2015-03", "2015-03"}, {"มกราคม 2562", "2019-01", "2019-01"},
	} {
		start, ok := ParseDate(c.in)
		end, _ := parseDate(c.in, true)
		if !ok || start.Text == "" || start.String() != start.Text || start.ISO() != start.Text {
			t.Errorf("ParseDate(%q) = %+v, %v", c.in, start, ok)
		}
		start.Text, end.Text = "", ""
		if start.ISO() != c.start || end.ISO() != c.end {
			t.Errorf("%q is from %s to %s, want %s to %s", c.in, start.ISO(), end.ISO(), c.start, c.end)
		}
	}
}

func TestParsePeriod(t *testing.T) {
	for _, c := range []struct{ in, start, end string }{
		{"2010 - 2011", "2010", "2011"}, {"2010-2011", "2010", "2011"}, {"2010–2011", "2010", "2011"}, {"2010 — 2011", "2010", "2011"}, {"2010 ~ 2011", "2010", "2011"}, {"2010 → 2011", "2010", "2011"}, {"2010 -> 2011", "2010", "2011"},
		{"2019/20", "2019", "2020"}, {"2019-20", "2019", "2020"}, {"2019/2020", "2019", "2020"}, {"Mar – Jun 2019", "2019-03", "2019-06"}, {"Nov 2018 – Jan", "2018-11", "2019-01"}, {"Jan-Mar 2020", "2020-01", "2020-03"},
		{"03/2019-06/2020", "2019-03", "2020-06"}, {"03/2019 - 06/2020", "2019-03", "2020-06"}, {"2019-03 - 2020-04", "2019-03", "2020-04"}, {"01.02.2010-05.06.2011", "2010-02-01", "2011-06-05"},
		{"2019 to present", "2019", ""}, {"2019 – Present", "2019", ""}, {"Mar 2019 - now", "2019-03", ""}, {"from 2010 to 2012", "2010", "2012"}, {"von 2010 bis 2012", "2010", "2012"}, {"2019 bis heute", "2019", ""}, {"seit 2019", "2019", ""},
		{"since March 2019", "2019-03", ""}, {"depuis mars 2019", "2019-03", ""}, {"2019 à 2020", "2019", "2020"}, {"de 2010 a 2012", "2010", "2012"}, {"desde 2019", "2019", ""}, {"2019 - actualidad", "2019", ""}, {"2019 - aujourd'hui", "2019", ""},
		{"с 2019 по 2021", "2019", "2021"}, {"с 2019 по настоящее время", "2019", ""}, {"od 2010 do 2012", "2010", "2012"}, {"2019年4月 – 現在", "2019-04", ""}, {"2019年4月～2021年3月", "2019-04", "2021-03"}, {"2019年4月至今", "2019-04", ""}, {"2019年4月から現在", "2019-04", ""},
		{"2019년 4월 ~ 현재", "2019-04", ""}, {"until 2019", "", "2019"}, {"bis 2019", "", "2019"}, {"2019+", "2019", ""}, {"2019 onwards", "2019", ""}, {"2019 -", "2019", ""}, {"2019-present", "2019", ""}, {"between 2010 and 2012", "2010", "2012"},
		{"Summer 2017 – Q3 2018", "Summer 2017", "Q3 2018"}, {"9/2018 – 5/19", "2018-09", "2019-05"}, {"tháng 4 năm 2019 đến nay", "2019-04", ""}, {"2019 → nu", "2019", ""}, {"Mar 2019 – Jun 2020 (1 yr 3 mos)", "2019-03", "2020-06"}, {"2019 - Present (3 years)", "2019", ""}, {"2019 – nykyinen", "2019", ""},
	} {
		start, end, ok := ParsePeriod(c.in)
		if !ok || start.ISO() != c.start || end.ISO() != c.end {
			t.Errorf("ParsePeriod(%q) = %q, %q, %v; want %q, %q", c.in, start.ISO(), end.ISO(), ok, c.start, c.end)
		}
	}
	for _, in := range []string{"", "2019", "2019-03", "2010-11", "-", "to", "present", "2 years", "2012 - 2010", "Acme - 2019", "March – June", "2019 - 2020 - 2021", "Summer 2017", "since", "2010 and 2011 and 2012", strings.Repeat("2019-", 5000)} {
		if start, end, ok := ParsePeriod(in); ok {
			t.Errorf("ParsePeriod(%q) = %q, %q", in, start.ISO(), end.ISO())
		}
	}
}

func TestIsPresent(t *testing.T) {
	for _, in := range []string{"Present", "至今（9个月）", "Present (2 yrs)", "present.", "(present)", "NOW", "till date", "to date", "-", "–", "heute", "bis heute", "aujourd’hui", "à ce jour", "actualidad", "hasta la fecha", "atual", "até o momento", "oggi", "in corso",
		"heden", "nu", "pågående", "nå", "nykyinen", "obecnie", "současnost", "súčasnosť", "jelenleg", "în prezent", "сега", "danas", "данас", "trenutno", "зараз", "по настоящее время", "н.в.", "σήμερα", "günümüz", "כיום", "الآن",
		"वर्तमान", "sekarang", "đến nay", "ปัจจุบัน", "現在", "现在", "至今", "현재", "재직 중", "dabar", "pašlaik", "praegu", "actualitat", "núverandi", "تاکنون"} {
		if !IsPresent(in) {
			t.Errorf("%q does not say that it goes on", in)
		}
	}
	for _, in := range []string{"", "2019", "presents", "present 2019", "…", "May", "Acme"} {
		if IsPresent(in) {
			t.Errorf("%q says that it goes on", in)
		}
	}
}

// The list of words is whole: months in twelve groups, seasons in four, no kind
// that is not known, and at least thirty languages.
func TestDateWords(t *testing.T) {
	languages := map[string]bool{}
	for line := range strings.Lines(dateWordList) {
		fields := strings.SplitN(strings.TrimSpace(line), " ", 3)
		if len(fields) < 3 || strings.HasPrefix(line, "#") {
			continue
		}
		languages[fields[0]] = true
		if wordKinds[fields[1]] == 0 {
			t.Errorf("no such kind: %s", line)
		}
		if want, n := map[string]int{"months": 12, "seasons": 4}[fields[1]], len(strings.Split(fields[2], "|")); want > 0 && n != want {
			t.Errorf("%d groups: %s", n, line)
		}
	}
	if len(languages) < 30 {
		t.Errorf("only %d languages", len(languages))
	}
}

func TestPeriod(t *testing.T) {
	d := func(s string) Date { d, _ := ParseDate(s); return d }
	for _, c := range []struct{ start, end, want string }{
		{"2021-03", "", "Mar 2021 – Present"}, {"2019", "2021", "2019 – 2021"}, {"", "2021", "2021"}, {"2021", "2021", "2021"}, {"", "", ""}, {"Summer 2017", "Q3 2018", "Summer 2017 – Q3 2018"},
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

// Reading a date never fails in another way than by saying so, and what it gives
// is a date.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2021-03", "Mar 2021", "2019年4月", "Q3 2018", "2010 – 2011", "seit 2019", "Winter 2018/19", "令和3年4月"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, end := range []bool{false, true} {
			d, ok := parseDate(text, end)
			if ok && !d.valid() || !ok && (d.Year != 0 || d.Text != text) {
				t.Fatalf("%q: %+v, %v", text, d, ok)
			}
			if ok && d.Text == "" && !dateForm().MatchString(d.ISO()) {
				t.Fatalf("%q: %s is no date of JSON Resume", text, d.ISO())
			}
		}
		start, end, ok := ParsePeriod(text)
		if ok && (start.IsZero() && end.IsZero() || !start.IsZero() && !start.valid() || !end.IsZero() && !end.valid()) {
			t.Fatalf("%q: %+v – %+v", text, start, end)
		}
	})
}
