package posting

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"resumax/exchange/format"
	"resumax/exchange/pdftext"
)

var update = flag.Bool("update", false, "write testdata/golden.txt anew")

var pdfWords pdftext.Reader

func TestMain(m *testing.M) {
	code := m.Run()
	pdfWords.Close()
	os.Exit(code)
}

func readFile(t testing.TB, path string) Posting {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := Read(context.Background(), format.Input{Data: data, Name: filepath.Base(path), Words: pdfWords.Read})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestGolden compares what is read of the postings in testdata with a table.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/postings/*")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d postings: %v", len(files), err)
	}
	var b strings.Builder
	for _, f := range files {
		fmt.Fprintf(&b, "== %s\n%s\n", filepath.Base(f), table(readFile(t, f)))
	}
	const golden = "testdata/golden.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() == string(want) {
		return
	}
	got, lines := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(got), len(lines)) {
		g, w := "", ""
		if i < len(got) {
			g = got[i]
		}
		if i < len(lines) {
			w = lines[i]
		}
		if g != w {
			t.Fatalf("line %d is %q, want %q; -update writes %s anew", i+1, g, w, golden)
		}
	}
}

// table is a posting in lines.
func table(p Posting) string {
	var b strings.Builder
	line := func(name string, value any) { fmt.Fprintf(&b, "%s: %v\n", name, value) }
	line("title", p.Title)
	line("company", p.Company)
	line("location", p.Location)
	line("remote", p.Remote)
	line("salary", p.Salary)
	line("type", p.Type)
	line("level", p.Level)
	line("years", p.Years)
	line("degree", p.Degree)
	line("languages", strings.Join(p.Languages, ", "))
	line("licenses", strings.Join(p.Licenses, ", "))
	line("dates", p.Posted+" "+p.Closes)
	line("language", p.Language)
	for _, l := range p.lists() {
		for _, q := range *l.list {
			text := strings.Join(q.Any, " | ")
			if text == "" {
				text = "“" + q.Text + "”"
			}
			line("  "+l.name, strings.TrimSpace(text+" "+string(q.Kind)))
		}
	}
	line("responsibilities", len(p.Responsibilities))
	return b.String()
}

// labels are what a person reads in the postings of testdata, field by field.
var labels = []struct {
	file, title, company, degree string
	years                        int
	licenses                     []string
	required, preferred          []string // a term or a piece of the sentence of each
}{
	{"backend.txt", "Senior Backend Engineer", "Halvorsen Grid", "bachelor", 5, nil, []string{"Go", "PostgreSQL", "Kafka", "English"}, []string{"Terraform", "AWS", "gRPC", "Norwegian"}},
	{"nurse.html", "Registered Nurse (RN) – Medical-Surgical", "St. Brannock Hospital", "associate", 1, []string{"RN license", "BLS", "ACLS", "PALS"}, []string{"RN license", "BLS", "acute care"}, []string{"bachelor", "ACLS", "Telemetry"}},
	{"frontend.html", "Frontend Engineer", "Mossbridge", "", 3, nil, []string{"TypeScript", "React", "CSS", "Jest", "English"}, []string{"Next.js", "GraphQL", "German"}},
	{"electrician.txt", "Journeyman Electrician", "Brightwater Electric LLC", "high school", 4, []string{"journeyman license", "driver's license", "OSHA 10", "OSHA 30"}, []string{"journeyman license", "OSHA 10", "50 pounds"}, []string{"OSHA 30", "fire alarm"}},
	{"teacher.md", "Secondary Teacher of Mathematics", "Wrenfield Academy", "bachelor", 0, []string{"qualified teacher status"}, []string{"qualified teacher status", "Key Stage 3"}, []string{"Google Classroom", "A-level"}},
	{"pflege.html", "Pflegefachkraft", "Seniorenstift Lindenau GmbH", "vocational", 2, []string{"registered nurse", "driver's license"}, []string{"vocational", "driver's license", "German"}, []string{"Wundmanagement"}},
	{"cuisine.txt", "Chef de partie", "La Table des Ormes", "vocational", 2, nil, []string{"vocational", "HACCP"}, []string{"English"}},
	{"almacen.md", "Carretillero/a de almacén", "Logística Peñalba", "high school", 1, []string{"forklift certification", "driver's license"}, []string{"forklift certification", "almacén"}, []string{"SAP", "English"}},
	{"analyst.html", "Data Analyst", "Pellworth Analytics", "bachelor", 2, nil, []string{"SQL", "Python", "travel within"}, []string{"QGIS", "Airflow"}},
	{"driver.txt", "Regional CDL-A Truck Driver", "Dry Fork Freight", "", 2, []string{"CDL Class A", "hazmat endorsement", "DOT medical card"}, []string{"CDL Class A", "DOT medical card"}, []string{"hazmat endorsement"}},
	{"accountant.docx", "Senior Accountant", "Tallow & Finch LLP", "bachelor", 4, []string{"CPA"}, []string{"CPA", "Excel", "NetSuite"}, []string{"Restaurant365", "ASC 842"}},
	{"paralegal.docx", "Paralegal (Litigation)", "Marrow & Oake, Attorneys at Law", "associate", 3, []string{"Paralegal certificate", "notary"}, []string{"Paralegal certificate", "Clio", "notary"}, []string{"associate", "Relativity"}},
	{"salesrep.pdf", "Account Executive, Mid-Market", "Quillon Software", "", 3, nil, []string{"B2B", "MEDDIC", "English"}, []string{"hospitals", "Spanish", "HubSpot"}},
	{"elektro.pdf", "Elektroniker für Betriebstechnik", "Hagedorn Anlagenbau GmbH", "vocational", 3, []string{"driver's license"}, []string{"vocational", "TIA Portal", "driver's license"}, []string{"EPLAN", "English"}},
	{"hvac.txt", "HVAC Service Technician", "Corrie & Blaine Mechanical", "", 2, []string{"EPA 608", "driver's license", "Boiler license", "NATE certification"}, []string{"EPA 608", "driver's license", "75 pounds"}, []string{"Boiler license", "NATE certification"}},
	{"aide.txt", "Certified Nursing Assistant", "Wexley House", "high school", 1, []string{"CNA", "CPR", "BLS"}, []string{"CNA", "CPR", "high school"}, []string{"memory care"}},
	{"registrar.txt", "Records Supervisor", "Tamarack County", "high school", 4, []string{"driver's license", "notary"}, []string{"driver's license", "high school"}, []string{"Laserfiche"}},
	{"developer.txt", "Frontend Developer", "Skelmere", "", 3, nil, []string{"TypeScript", "React", "Vue.js", "Git"}, []string{"GraphQL", "Rust"}},
	{"lvn.txt", "LICENSED VOCATIONAL NURSE (LVN)", "PALO VERDE CARE CENTER", "", 0, []string{"LVN", "CPR", "IV"}, []string{"LVN", "CPR", "NEGATIVE TB TEST"}, []string{"PointClickCare", "Spanish"}},
	{"pastry.md", "Pastry Chef", "Maison Corbeau", "bachelor", 5, []string{"ServSafe"}, []string{"ServSafe", "Laminated dough"}, []string{"bachelor", "Chocolate"}},
	{"patents.txt", "Patent Associate", "Redfern Okoye PLLC", "doctorate", 3, []string{"USPTO", "law license"}, []string{"doctorate", "bachelor", "USPTO", "law license"}, []string{"Semiconductor"}},
	{"otr.txt", "Class A OTR Driver", "Big Elk Transport", "", 2, []string{"CDL Class A", "DOT medical card", "hazmat endorsement", "TWIC card"}, []string{"CDL Class A", "DOT medical card"}, []string{"hazmat endorsement", "TWIC card"}},
	{"designer.md", "Senior Product Designer", "Tallgrass", "", 6, nil, []string{"Figma", "design systems", "English"}, []string{"motion design", "HTML", "CSS"}},
	{"koch.txt", "Koch", "Gasthof Zur Linde", "vocational", 2, nil, []string{"vocational", "German"}, []string{"English"}},
	{"line.txt", "LINE COOK", "TERN & TIDE", "", 1, []string{"food handler card"}, []string{"food handlers card"}, []string{"wood fire"}},
	{"erzieher.txt", "Erzieher", "Kita Moosgarten gGmbH", "vocational", 0, []string{"first aid"}, []string{"vocational", "first aid", "German"}, []string{"Danish"}},
	{"comptable.txt", "Comptable fournisseurs", "Les Moulins Ravel", "associate", 2, nil, []string{"associate", "Excel"}, []string{"Sage", "English"}},
	{"recepcion.txt", "Recepcionista de hotel", "Hotel Bahía Serena", "vocational", 2, nil, []string{"vocational", "English"}, []string{"French", "Opera PMS"}},
	{"welder.json", "MIG Welder, Second Shift", "Ostrander Trailers", "", 1, []string{"welding certification", "forklift certification"}, []string{"welding certification", "blueprint"}, []string{"TIG", "forklift certification"}},
	{"warehouse.html", "Warehouse Associate", "Pine Ridge Supply", "high school", 0, []string{"forklift license"}, []string{"forklift license", "50 pounds", "high school"}, []string{"reach truck", "Spanish"}},
}

// TestFields counts the fields that are read as a person reads them: 90 in 100 is the bar.
func TestFields(t *testing.T) {
	right, all := 0, 0
	for _, l := range labels {
		p := readFile(t, filepath.Join("testdata/postings", l.file))
		check := func(field string, ok bool, got any) {
			all++
			if ok {
				right++
				return
			}
			t.Logf("%s: %s is %v", l.file, field, got)
		}
		check("title", p.Title == l.title, p.Title)
		check("company", p.Company == l.company, p.Company)
		check("degree", p.Degree == l.degree, p.Degree)
		check("years", p.Years == l.years, p.Years)
		check("licenses", slices.Equal(slices.Sorted(slices.Values(p.Licenses)), slices.Sorted(slices.Values(l.licenses))), p.Licenses)
		for _, want := range l.required {
			check("required "+want, has(p.Required, want) && !has(p.Preferred, want), "not there, or not alone")
		}
		for _, want := range l.preferred {
			check("preferred "+want, has(p.Preferred, want) && !has(p.Required, want), "not there, or not alone")
		}
	}
	t.Logf("%d of %d fields are right", right, all)
	if right*100 < all*90 {
		t.Errorf("%d of %d fields are right, less than 90 in 100", right, all)
	}
}

// TestFacts checks place, mode, salary, kind of work and level of postings that are pasted with
// a site around them, of one paragraph, and of data.
func TestFacts(t *testing.T) {
	for _, c := range []struct{ file, location, remote, salary, kind, level string }{
		{"hvac.txt", "Duluth, MN", "", "$31 - $38 an hour", "Full-time", ""},
		{"aide.txt", "Dayton, OH", "", "$19.50 per hour", "", ""},
		{"registrar.txt", "Marrow Creek, OR", "", "$58,240.00 - $74,880.00 Annually", "Full-time", ""},
		{"developer.txt", "Galway, County Galway, Ireland", Hybrid, "", "Full-time", "mid"},
		{"lvn.txt", "EL CENTRO, CA", "", "$32.00 - $37.50 PER HOUR DOE", "Full-time, Part-time", ""},
		{"pastry.md", "New Orleans, Louisiana", "", "$68,000–$76,000", "Full-time", ""},
		{"patents.txt", "Seattle, WA", "", "$195,000 to $240,000", "", "mid"},
		{"otr.txt", "Amarillo, TX", "", "$1,600 weekly", "", ""},
		{"designer.md", "Europe", Remote, "€70.000–€85.000", "Full-time", "senior"},
		{"koch.txt", "Garmisch-Partenkirchen", "", "3.200 € brutto im Monat", "Full-time, Permanent", ""},
		{"line.txt", "ASTORIA OR", "", "$22-26/hr DOE", "Full-time", ""},
		{"erzieher.txt", "Flensburg", "", "", "Part-time", ""},
		{"comptable.txt", "Angers (49)", Hybrid, "30 K€ à 34 K€ brut par an", "Permanent", ""},
		{"recepcion.txt", "Cádiz, España", "", "1.450 € brutos al mes", "Full-time, Permanent", ""},
		{"welder.json", "Elkhart, IN, US", "", "USD 24–29.5 per hour", "Full-time", ""},
		{"warehouse.html", "Nampa, ID", "", "$20.25 an hour", "Full-time", ""},
	} {
		p := readFile(t, filepath.Join("testdata/postings", c.file))
		if p.Location != c.location || p.Remote != c.remote || p.Salary != c.salary || p.Type != c.kind || p.Level != c.level {
			t.Errorf("%s: %q, %q, %q, %q, %q, want %+v", c.file, p.Location, p.Remote, p.Salary, p.Type, p.Level, c)
		}
	}
}

// has reports whether one of requirements is of a term, or has a text in its sentence.
func has(list []Requirement, want string) bool {
	return slices.ContainsFunc(list, func(q Requirement) bool {
		return slices.Contains(q.Any, want) || len(q.Any) == 0 && strings.Contains(q.Sentence, want) || strings.Contains(q.Text, want)
	})
}
