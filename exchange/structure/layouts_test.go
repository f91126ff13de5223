package structure

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"resumax/exchange/pdftext"
)

// page sets words where a layout says: each of its lines is from where on the left, the
// baseline, the type size and the text, which is bold behind a star. Letters are half a type
// size wide.
func page(t *testing.T, layout string) pdftext.Page {
	t.Helper()
	p := pdftext.Page{Width: 595, Height: 842}
	for _, l := range strings.Split(strings.TrimSpace(layout), "\n") {
		fields := strings.Fields(l)
		var at [3]float64
		for i := range at {
			v, err := strconv.ParseFloat(fields[i], 64)
			if err != nil {
				t.Fatal(err)
			}
			at[i] = v
		}
		x, y, size := at[0], at[1], at[2]
		for i, w := range fields[3:] {
			bold := strings.HasPrefix(fields[3], "*")
			if i == 0 {
				w = strings.TrimPrefix(w, "*")
			}
			if w == "" {
				continue
			}
			if rest, ok := strings.CutPrefix(w, ">"); ok { // "… >400 Hull": from there on
				x, _ = strconv.ParseFloat(rest, 64)
				continue
			}
			width := size / 2 * float64(len([]rune(w)))
			p.Words = append(p.Words, pdftext.Word{Text: w, Bold: bold, Size: size, Baseline: y, Box: Box{Left: x, Top: y - 0.75*size, Right: x + width, Bottom: y + 0.2*size}})
			x += width + 0.3*size
		}
	}
	return p
}

// taken are the fields of a resume, one a line.
func taken(s Structure) string {
	var b strings.Builder
	for _, t := range s.Taken {
		fmt.Fprintf(&b, "%s: %s\n", t.Address, t.Text)
	}
	return b.String()
}

// Columns, rails, tables and grids are read as a person reads them.
func TestLayouts(t *testing.T) {
	for name, c := range map[string]struct {
		pages []string
		want  []string
		not   []string
	}{
		"a name that a narrow column breaks": {[]string{`
40 30 24 *Marina Leal
40 50 12 *CONTATO
40 66 9 (21) 97766-5544
40 80 9 Niterói - RJ
40 110 12 *FORMAÇÃO
40 126 9 *Ciências Contábeis
40 140 9 Universidade Federal
40 154 9 Fluminense
40 168 9 2011 – 2015
40 190 9 *Técnico em Administração
40 204 9 Escola Bela Vista
40 218 9 2009 – 2010`},
			[]string{"/education/0/institution: Universidade Federal Fluminense", "/education/0/area: Ciências Contábeis", "/education/1/institution: Escola Bela Vista", "/basics/location/city: Niterói", "/basics/location/region: RJ"}, nil},
		"a column at the side": {[]string{`
200 50 24 *Ada Example
200 70 11 Head Baker
40 100 12 *CONTACT
40 115 9 ada@site.example
40 129 9 020 7946 0811
40 155 12 *SKILLS
40 170 9 Sourdough
40 184 9 Rostering
40 198 9 Stock control
40 212 9 Food safety
200 100 12 *EXPERIENCE
200 118 10 *Head Baker >480 2019 – 2022
200 131 10 Northwind Mills
200 145 10 • Baked 900 loaves a night with a team of four bakers and one oven
200 159 10 • Cut waste by a third
200 180 10 *Baker >480 2016 – 2019
200 193 10 Gale and Sons
200 207 10 • Opened the shop at five`},
			[]string{"/work/0/position: Head Baker", "/work/0/name: Northwind Mills", "/work/1/name: Gale and Sons", "/work/1/highlights/0: Opened the shop at five", "/skills/0/keywords/3: Food safety", "/basics/email: ada@site.example"}, nil},
		"times in a rail": {[]string{`
60 50 20 *Ada Example
60 80 12 *EXPERIENCE
60 100 10 03/2019 –
60 112 10 12/2022
160 100 10 *Head Baker
160 113 10 Northwind Mills, Hull
160 127 10 • Baked 900 loaves a night
60 150 10 2016 – 2019
160 150 10 *Baker
160 163 10 Gale Ltd, Hull
160 177 10 • Opened the shop at five`},
			[]string{"/work/0/position: Head Baker", "/work/0/startDate: 2019-03", "/work/0/endDate: 2022-12", "/work/1/endDate: 2019", "/work/1/name: Gale Ltd", "/work/0/location: Hull"}, nil},
		"headings in a rail, in the middle of their sections": {[]string{`
200 40 16 *Ada Example
200 56 10 ada@site.example
60 120 13 Work
200 100 9 Head Baker at Northwind Mills Ltd
210 113 9 • Baked 900 loaves a night
210 126 9 • Cut waste by a third
210 139 9 • Trained four apprentices
60 190 13 Skills
200 184 9 Ovens: deck, rack
200 196 9 Shop: rostering, stock
60 250 13 Languages
200 244 9 English >330 Native
200 256 9 Irish >330 Fluent`},
			[]string{"/work/0/position: Head Baker", "/work/0/highlights/2: Trained four apprentices", "/skills/0/keywords/0: deck", "/languages/1/language: Irish"}, nil},
		"headings above their sections at the left": {[]string{`
230 60 16 *Ada Example
230 74 10 ada@site.example
60 110 10 *Experience
150 124 10 Northwind Mills, Hull, 2019 – 2022
150 137 10 Head Baker
160 150 10 • Baked 900 loaves a night
150 170 10 Gale Ltd, Hull, 2016 – 2019
150 183 10 Baker
160 196 10 • Opened the shop at five
60 220 10 *Education
150 234 10 Diploma in Baking, Hull College, 2016
60 258 10 *Skills
150 272 10 Sourdough, rostering`},
			[]string{"/work/0/name: Northwind Mills", "/work/1/position: Baker", "/education/0/institution: Hull College", "/skills/0/keywords/0: Sourdough"}, nil},
		"a grid of skills": {[]string{`
60 50 20 *Ada Example
60 80 12 *EXPERIENCE
60 98 10 *Head Baker, Northwind Mills >450 2019 – 2022
60 112 10 • Baked 900 loaves a night
60 140 12 *SKILLS
60 158 10 *Ovens >240 Shop
60 172 9 deck >240 rostering
60 184 9 rack >240 stock`},
			[]string{"/skills/0/name: Ovens", "/skills/0/keywords/1: rack", "/skills/1/name: Shop", "/skills/1/keywords/0: rostering"}, nil},
		"labels of a table": {[]string{`
60 50 20 *Ada Example
60 80 12 *Skills
60 98 10 Ovens >200 deck, rack, wood
60 112 10 Shop >200 rostering, stock
60 126 10 Languages >200 English (native), Irish (fluent)`},
			[]string{"/skills/0/name: Ovens", "/skills/0/keywords/2: wood", "/languages/1/language: Irish"}, nil},
		"leaders, spaced letters, a mark beside a time": {[]string{`
60 50 20 *A >80 D >100 A >140 E >160 X >180 A >200 M >220 P >240 L >260 E
60 80 12 Experience. . . . . . . . . . . .
60 98 10 • 2019 – 2022
60 112 10 *Head Baker
60 126 10 Northwind Mills
70 140 10 • Baked 900 loaves a night`},
			[]string{"/basics/name: ADA EXAMPLE", "/work/0/position: Head Baker", "/work/0/startDate: 2019"}, []string{". . ."}},
		"an employer over several positions": {[]string{`
60 50 20 *Ada Example
60 80 14 *Experience
60 100 12 *Northwind Mills
60 114 10 6 years 2 months
60 134 11 Head Baker
60 147 10 May 2021 - Present (3 years 2 months)
60 160 10 Hull, England
60 176 10 Runs a night shift of nine.
60 200 11 Baker
60 213 10 May 2018 - May 2021 (3 years)
60 226 10 Hull, England`},
			[]string{"/work/0/name: Northwind Mills", "/work/0/position: Head Baker", "/work/0/location: Hull, England", "/work/1/name: Northwind Mills", "/work/1/position: Baker"}, []string{"6 years"}},
		"titles under labels": {[]string{`
60 50 20 *Ada Example
60 80 12 *WORK EXPERIENCE
60 98 10 Bureau of Ovens, Hull Field Office
60 112 10 Albany, NY
60 126 10 06/2017 - Present
60 140 10 Salary: $96,770 a year
60 154 10 Hours per week: 40
60 168 10 Supervisory Baker
60 182 10 Duties, Accomplishments and Related Skills:
60 196 10 • Closed 214 applications`},
			[]string{"/work/0/position: Supervisory Baker", "/work/0/name: Bureau of Ovens, Hull Field Office", "/work/0/location: Albany, NY", "/work/0/highlights/0: Closed 214 applications"}, nil},
		"an address over two lines, numbers of pages": {[]string{`
60 50 20 *Ada Example
60 66 10 ada.example@very-long-
60 78 10 domain.example
60 90 10 www.linkedin.com/in/
60 102 10 ada-example (LinkedIn)
60 130 12 *Skills
60 146 10 Sourdough, rostering
500 800 8 Page 1 of 1`},
			[]string{"/basics/email: ada.example@very-long-domain.example", "/basics/profiles/0/username: ada-example"}, []string{"Page", "(LinkedIn)"}},
		"a town close to an employer": {[]string{`
60 50 20 *Ada Example
60 80 12 *Work Experience
60 98 11 Baker
60 112 11 Blue Levee Mills-Memphis, TN
60 126 11 March 2022 to Present
60 140 11 • Bakes at night`},
			[]string{"/work/0/name: Blue Levee Mills", "/work/0/location: Memphis, TN"}, nil},
		"days before months": {[]string{`
60 50 20 *Ada Example
60 80 12 *ESPERIENZA LAVORATIVA
60 98 10 [ 01/03/2018 – Attuale ] RESTAURATRICE
60 112 10 Bottega San Frediano
60 126 10 • Restauro di tre pale
60 150 10 [ 15/10/2014 – 28/02/2018 ] COLLABORATRICE
60 164 10 Opificio del Serchio
60 178 10 • Documentazione`},
			[]string{"/work/0/startDate: 2018-03-01", "/work/1/startDate: 2014-10-15"}, nil},
		"a signature": {[]string{`
60 50 20 *Ada Example
60 80 12 *Kenntnisse
60 98 10 Sauerteig, Dienstplan
60 112 10 Kassel, den 12. Februar 2024
60 126 10 Ada Example`},
			[]string{"/skills/0/keywords/1: Dienstplan"}, []string{"Kassel"}},
		"positions under an unknown heading": {[]string{`
60 50 20 *Ada Example
60 80 14 *Education
60 98 10 Diploma in Baking, Hull College, 2016
60 130 14 *Night shifts
60 148 10 *Northwind Mills
60 162 10 Head Baker >450 2019 – 2022
60 176 10 • Baked 900 loaves`},
			[]string{"/work/0/position: Head Baker", "/work/0/name: Northwind Mills"}, nil},
		"a section that goes on in the column of the next page": {[]string{`
40 60 12 *Contact
40 77 10 ada@site.example
40 94 10 Hull, GB
40 111 12 *Skills
40 128 10 Sourdough
40 145 10 Rostering
40 162 10 Stock control
40 179 10 Lamination
40 196 10 Costing
40 213 10 Hygiene plans
40 230 10 Baguettes
40 247 10 Ovens
40 264 10 Rye
40 281 10 Spelt
40 298 12 *Certificates
220 63 20 *Ada Example
220 80 11 Head baker
220 97 12 *Experience
220 114 10 *Head Baker, Northwind Mills 2019 – 2022
220 131 10 • Baked 900 loaves a night for the whole of the town
220 148 10 • Cut waste by a third in the first of four years
220 165 10 • Trained six bakers of the night shift in a year
220 182 10 • Wrote the rota of 14 people for each week ahead
220 199 10 • Kept the books of flour, salt and yeast by the day
220 216 10 • Moved the ovens to another hall without a day lost
220 233 10 *Baker, Harbour Mills 2016 – 2019
220 250 10 • Baked 700 loaves a night for the port and ships
220 267 10 • Served 40 customers in the hour before the market`, `
40 60 10 Food hygiene, 2019
40 77 10 First aid at work, 2018
40 94 12 *Languages
40 111 10 English, Welsh
40 128 12 *Interests
40 145 10 Rowing, choir, chess
220 63 10 *Apprentice, Quay Bakery 2013 – 2016
220 80 10 • Learned to bake 40 kinds of bread and of cake
220 97 10 • Cleaned the hall and the ovens at each day's end
220 114 10 • Carried 20 sacks of flour up the stairs at dawn
220 131 10 • Passed the test of the guild as the first of 30
220 148 12 *Education
220 165 10 Diploma in Baking, Hull College, 2013`},
			[]string{"/certificates/0/name: Food hygiene", "/certificates/1/name: First aid at work", "/languages/1/language: Welsh", "/work/2/name: Quay Bakery", "/work/1/name: Harbour Mills"}, nil},
		"furniture of pages": {[]string{`
60 30 8 Ada Example – Resume
60 60 20 *Ada Example
60 90 12 *Experience
60 108 10 *Baker, Northwind Mills >450 2019 – 2022
60 122 10 • Baked 900 loaves`, `
60 30 8 Ada Example – Resume
60 60 10 • Cut waste by a third`},
			[]string{"/work/0/highlights/1: Cut waste by a third"}, []string{"Ada Example – Resume"}},
	} {
		var pages []pdftext.Page
		for _, l := range c.pages {
			pages = append(pages, page(t, l))
		}
		got := taken(Of(InReadingOrder(pages)))
		for _, w := range c.want {
			if !strings.Contains(got, w+"\n") && !strings.Contains(got, w+"-") {
				t.Errorf("%s: no %q in\n%s", name, w, got)
			}
		}
		for _, w := range c.not {
			if strings.Contains(got, w) {
				t.Errorf("%s: %q in\n%s", name, w, got)
			}
		}
	}
}
