package posting

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"resumax/exchange/format"
	"resumax/exchange/pdftext"
	"resumax/resume"
)

func read(t testing.TB, text string) Posting {
	t.Helper()
	p, err := Read(context.Background(), format.Input{Data: []byte(text), Name: "posting.txt"})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// groupsOf are the groups of required, preferred and unlabeled requirements, as text.
func groupsOf(list []Requirement) string {
	var all []string
	for _, q := range list {
		if len(q.Any) > 0 {
			all = append(all, strings.Join(q.Any, "|"))
		}
	}
	return strings.Join(all, " ")
}

// TestGroups checks which terms of a sentence are one requirement.
func TestGroups(t *testing.T) {
	for _, c := range []struct{ sentence, required, preferred string }{
		{"Go or Rust", "Go|Rust", ""},
		{"Go, Rust or Java", "Go|Rust|Java", ""},
		{"Go, Rust and Java", "Go Rust Java", ""},
		{"Go or Rust, and PostgreSQL", "Go|Rust PostgreSQL", ""},
		{"Docker, Kubernetes and AWS or Azure", "Docker Kubernetes AWS|Azure", ""},
		{"At least one of Python, Ruby and Java", "Python|Ruby|Java", ""},
		{"A message broker such as Kafka, NATS or RabbitMQ", "message queue|Kafka|NATS|RabbitMQ", ""},
		{"Experience with AWS/GCP", "AWS|GCP", ""},
		{"HTML/CSS", "HTML CSS", ""},
		{"JavaScript (React, Vue, etc.)", "JavaScript|React|Vue.js", ""},
		{"Cloud platforms (AWS, GCP, Azure)", "AWS|GCP|Azure", ""},
		{"RN or LPN", "registered nurse|LPN", ""},
		{"A bachelor's degree in computer science or equivalent experience", "bachelor|equivalent experience", ""},
		{"A bachelor's or master's degree in finance, statistics or a related field", "bachelor|master", ""},
		{"CPA or ACCA", "CPA|ACCA", ""},
		{"Python and SQL, ideally also dbt", "Python SQL", "dbt"},
		{"Java (Kotlin is a plus)", "Java", "Kotlin"},
		{"Fluent English required, German a plus", "English", "German"},
		{"Docker, Kubernetes and Terraform are a plus", "", "Docker Kubernetes Terraform"},
		{"Knowledge of SQL; Tableau is a plus", "SQL", "Tableau"},
		{"Preferred: Kafka", "", "Kafka"},
		{"Valid driver's license and clean record", "driver's license", ""},
		{"High degree of autonomy with PostgreSQL", "PostgreSQL", ""},
		{"MS Office", "Microsoft Office", ""},
		{"BA or BS degree in biology or a related discipline preferred", "", "bachelor"},
		{"BSN preferred; ADN required", "associate", "bachelor"},
		{"BLS and ACLS required; PALS and TNCC preferred", "BLS ACLS", "PALS TNCC"},
		{"Journeyman or Master electrician license", "journeyman license|master electrician", ""},
		{"Must have a valid Ohio driver's license; CDL a plus", "driver's license", "CDL"},
		{"Familiarity with Azure, Airflow, or dbt (e.g., in production) is a nice-to-have", "", "Azure|Airflow|dbt"},
		{"Familiarity with Azure, or an on-premises stack, is a plus", "", "Azure"},
		{"Snowflake experience and strong SQL", "Snowflake SQL", ""},
		{"RN, LPN, or equivalent", "registered nurse|LPN|equivalent experience", ""},
	} {
		p := read(t, "Tester\n\nRequirements:\n- "+c.sentence+"\n")
		if got := groupsOf(p.Required); got != c.required {
			t.Errorf("%q requires %q, want %q", c.sentence, got, c.required)
		}
		if got := groupsOf(p.Preferred); got != c.preferred {
			t.Errorf("%q prefers %q, want %q", c.sentence, got, c.preferred)
		}
	}
}

func TestYears(t *testing.T) {
	for _, c := range []struct {
		sentence string
		years    int
	}{
		{"5+ years of experience with Go", 5},
		{"3-5 years' experience in accounting", 3},
		{"3 to 5 years of experience", 3},
		{"At least two years of experience as a cook", 2},
		{"two (2) years of experience in nursing", 2},
		{"Minimum 18 months of experience in sales", 2},
		{"Bachelor's degree and 5 years of experience, or Master's degree and 3 years of experience", 5},
		{"Mindestens 3 Jahre Berufserfahrung mit der Pflege und in der Betreuung von Bewohnern, die an Demenz leiden", 3},
		{"Vous avez 3 ans d'expérience minimum dans la restauration et vous aimez le travail avec une équipe", 3},
		{"Mínimo 2 años de experiencia en el sector de la hostelería, con las funciones que se describen para el puesto", 2},
		{"Minimum of five (5) years of progressively responsible experience in accounting", 5},
		{"3+ years of experience in retail, 5+ years preferred", 3},
		{"5 plus years of sales experience", 5},
		{"10+ years of overall experience, including 3+ years with Kubernetes", 10},
		{"One to three years of related experience", 1},
		{"Expérience : 3 à 7 ans d'expérience dans la restauration, et vous aimez le travail avec une équipe", 3},
		{"You must be 18 years of age", 0},
		{"Our company has 20 years of history", 0},
		{"A 12 month contract", 0},
	} {
		if p := read(t, "Tester\n\nRequirements:\n- "+c.sentence+"\n"); p.Years != c.years {
			t.Errorf("%q asks for %d years, want %d", c.sentence, p.Years, c.years)
		}
	}
}

func TestSalary(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Salary: $120,000 - $150,000 per year", "$120,000 - $150,000 per year"},
		{"The base salary range is $85,000–$95,000.", "$85,000–$95,000"},
		{"Pay: $28/hr", "$28/hr"},
		{"Gehalt: 55.000 € bis 65.000 € brutto pro Jahr", "55.000 € bis 65.000 € brutto pro Jahr"},
		{"Rémunération : 45 K€ à 55 K€", "45 K€ à 55 K€"},
		{"We raised $40 million in our Series B", ""},
		{"$200/month budget towards coworking", ""},
	} {
		if p := read(t, "Tester\n\n"+c.text+"\n\nRequirements:\n- Go\n"); p.Salary != c.want {
			t.Errorf("%q pays %q, want %q", c.text, p.Salary, c.want)
		}
	}
}

// TestDropped checks that benefits, statements on equal opportunity and a site's own lines
// are no requirements.
func TestDropped(t *testing.T) {
	p := read(t, `Backend Engineer
Example Works

Requirements:
- Go

We are an equal opportunity employer and welcome Java programmers of any age without regard to race.

Benefits:
- A Kubernetes training budget

How to apply:
- Send a Word file

Similar jobs
Rust Engineer at Other Works
`)
	if got := groupsOf(p.Required) + groupsOf(p.Preferred) + groupsOf(p.Unlabeled); got != "Go" {
		t.Errorf("%q was read, want only Go", got)
	}
}

// TestJSONLD reads JobPostings in the shapes that sites use.
func TestJSONLD(t *testing.T) {
	const job = `"title":"Line Cook","hiringOrganization":{"name":"The Lantern"},"description":"%s"`
	body := strings.Repeat("We cook for two hundred guests a night. ", 10) + "<p><b>Requirements</b></p><ul><li>ServSafe certification</li></ul>"
	escaped := strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(body)
	for name, ld := range map[string]string{
		"root":         `{"@type":"JobPosting",` + fmt.Sprintf(job, body) + `}`,
		"list":         `[{"@type":"WebSite"},{"@type":"JobPosting",` + fmt.Sprintf(job, body) + `}]`,
		"graph":        `{"@graph":[{"@type":["Thing","JobPosting"],` + fmt.Sprintf(job, body) + `}]}`,
		"url type":     `{"@type":"http://schema.org/JobPosting",` + fmt.Sprintf(job, body) + `}`,
		"escaped":      `{"@type":"JobPosting",` + fmt.Sprintf(job, escaped) + `}`,
		"twice":        `{"@type":"JobPosting",` + fmt.Sprintf(job, strings.ReplaceAll(escaped, "&", "&amp;")) + `}`,
		"main entity":  `{"@type":"WebPage","mainEntity":{"@type":"JobPosting",` + fmt.Sprintf(job, body) + `}}`,
		"line breaks":  "{\"@type\":\"JobPosting\",\n" + fmt.Sprintf(job, body+"\n") + "}",
		"wrong types":  `{"@type":"JobPosting","baseSalary":[3],"jobLocation":"Leeds","employmentType":{"a":1},"datePosted":7,` + fmt.Sprintf(job, body) + `}`,
		"a wrong list": `{"@type":"JobPosting","title":["Line Cook"],"hiringOrganization":["The Lantern"],"description":["` + body + `"]}`,
	} {
		p := read(t, `<html><head><script type="application/ld+json">`+ld+`</script></head><body><div id=app></div></body></html>`)
		if p.Title != "Line Cook" || p.Company != "The Lantern" || groupsOf(p.Required) != "ServSafe" {
			t.Errorf("%s: %q at %q requires %q", name, p.Title, p.Company, groupsOf(p.Required))
		}
	}
}

// TestSites reads the markup of sites that publish postings.
func TestSites(t *testing.T) {
	filler := "<p>" + strings.Repeat("The team makes boats that last. ", 12) + "</p><h3>Requirements</h3><ul><li>Python</li></ul>"
	for site, body := range map[string]string{
		"Greenhouse":      `<h1 class="app-title">Boat Designer</h1><span class="company-name">at Kelp Yard</span><div class="location">Bergen, Norway</div><div id="content">` + filler + `</div>`,
		"Lever":           `<a class="main-header-logo"><img alt="Kelp Yard logo"></a><div class="posting-headline"><h2>Boat Designer</h2><div class="posting-categories"><div class="location">Bergen, Norway</div></div></div><div class="content"><div class="section-wrapper">` + filler + `</div></div>`,
		"Workday":         `<h2 data-automation-id="jobPostingHeader">Boat Designer</h2><div data-automation-id="locations"><dl><dt>locations</dt><dd>Bergen, Norway</dd></dl></div><div data-automation-id="jobPostingDescription"><p>Kelp Yard is looking for a designer.</p>` + filler + `</div>`,
		"Ashby":           `<div class="_navLogo_x"><img alt="Kelp Yard"></div><h1 class="ashby-job-posting-heading">Boat Designer</h1><div class="ashby-job-posting-left-pane"><h2>Location</h2><p>Bergen, Norway</p></div><div class="_descriptionText_y">` + filler + `</div>`,
		"SmartRecruiters": `<h1 class="job-title" itemprop="title">Boat Designer</h1><div itemprop="hiringOrganization"><span itemprop="name">Kelp Yard</span></div><div itemprop="jobLocation"><span itemprop="address">Bergen, Norway</span></div><div class="job-sections">` + filler + `</div>`,
		"Workable":        `<h1 data-ui="job-title">Boat Designer</h1><a data-ui="company-logo"><img alt="Kelp Yard"></a><div data-ui="job-location">Bergen, Norway</div><section data-ui="job-breakdown"><div data-ui="job-description">` + filler + `</div></section>`,
		"Personio":        `<header><a class="logo"><img alt="Kelp Yard"></a></header><div class="job-position-detail"><h1>Boat Designer</h1><p class="detail-subtitle">Bergen, Norway</p><div class="detail-content">` + filler + `</div></div>`,
		"Oracle":          `<title>Boat Designer - Kelp Yard Careers</title><h1 class="job-details__title">Boat Designer</h1><span class="job-details__subtitle">Bergen, Norway</span><div class="job-details__description-content">` + filler + `</div>`,
		"none":            `<main><h1>Boat Designer</h1><p>Kelp Yard · Bergen, Norway</p>` + filler + `</main>`,
	} {
		head := ""
		if strings.HasPrefix(body, "<title>") {
			head, body, _ = strings.Cut(body, "</title>")
			head += "</title>"
		}
		p := read(t, `<!DOCTYPE html><html>`+head+`<body><nav>Jobs Rust</nav><form>Do you know Java?</form>`+body+`<footer>Go</footer></body></html>`)
		if p.Title != "Boat Designer" || p.Company != "Kelp Yard" || p.Location != "Bergen, Norway" || groupsOf(p.Required) != "Python" || len(p.Unlabeled) > 0 {
			t.Errorf("%s: %q at %q in %q requires %q and names %q", site, p.Title, p.Company, p.Location, groupsOf(p.Required), groupsOf(p.Unlabeled))
		}
	}
}

// TestBadInput reads what is no posting, or too much of one: soon, and with a sentence.
func TestBadInput(t *testing.T) {
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	w, _ := z.Create("word/document.xml")
	zeros := make([]byte, 1<<20)
	for range 200 {
		w.Write(zeros)
	}
	z.Close()
	deep := strings.Repeat(`{"@graph":[`, 5000)
	for name, c := range map[string]struct {
		data string
		fine bool // it can be read
	}{
		"5 MB":       {strings.Repeat("Requirements: Go and Rust\n", 5<<20/26), false},
		"one line":   {strings.Repeat("a posting ", 1<<20/10), false},
		"a novel":    {strings.Repeat("It was the best of times, it was the worst of times. ", 9000), false},
		"a page":     {"<html><body>" + strings.Repeat("<div><script>x()</script><b>Go</b>", 100_000), false},
		"elements":   {"<html><body><h1>Cook</h1><p>" + strings.Repeat("<i></i>", 100_000) + "Requirements</p></body></html>", true},
		"deep data":  {`<html><script type="application/ld+json">` + deep + `</script><body><h1>Cook</h1></body></html>`, true},
		"empty":      {"", false},
		"spaces":     {" \n\t\n", false},
		"zip bomb":   {bomb.String(), false},
		"no PDF":     {"%PDF-1.7\n", false},
		"a picture":  {"\x89PNG\r\n\x1a\n\x00\x00", false},
		"employers":  {manyEmployers(), true},
		"one group":  {"Cook\n\nRequirements:\n" + strings.Repeat("Go or Rust, ideally Java is a plus (5 years of experience or $5), ", 2500), true},
		"Japanese":   {strings.Repeat("私たちは新しいエンジニアを募集しています。経験は三年以上が必要です。\n", 20), true},
		"short":      {"Cook", true},
		"data alone": {`{"a": 1}`, true},
	} {
		start := time.Now()
		p, err := Read(context.Background(), format.Input{Data: []byte(c.data), Name: "the file", Words: noWords})
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if (err == nil) != c.fine {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil && (!strings.HasPrefix(err.Error(), "the file") || len(err.Error()) > 400) {
			t.Errorf("%s: %q does not name the file, or is long", name, err)
		}
		if name == "Japanese" && len(p.Notes) == 0 {
			t.Error("nothing says that Japanese is not read")
		}
	}
}

// manyEmployers is a text in which everybody is looking for somebody.
func manyEmployers() string {
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&b, "Acme%d Works is looking for a cook.\n", i)
	}
	return b.String()
}

func noWords(context.Context, []byte) ([]pdftext.Page, error) { return []pdftext.Page{{}}, nil }

// TestValue checks that a posting comes back from a resume's file, and that members of other
// programs stay.
func TestValue(t *testing.T) {
	for _, l := range labels {
		p := readFile(t, "testdata/postings/"+l.file)
		again := FromValue(p.Value())
		a, _ := json.Marshal(p)
		b, _ := json.Marshal(again)
		if string(a) != string(b) || p.Source != again.Source {
			t.Errorf("%s came back as %s, was %s", l.file, b, a)
		}
	}
	old := resume.Struct(resume.Member{Name: "title", Value: resume.Text("Cook")}, resume.Member{Name: "x-note", Value: resume.Int(7)},
		resume.Member{Name: "meta", Value: resume.Struct(resume.Member{Name: "version", Value: resume.Text("v1")})})
	p := FromValue(old)
	p.Title = "Chef"
	next := p.Update(old)
	if at(next, "x-note").Raw() != "7" || at(next, "meta", "version").Str() != "v1" || FromValue(next).Title != "Chef" {
		t.Errorf("%v became %v", old, next)
	}
	foreign := FromValue(resume.Struct(resume.Member{Name: "skills", Value: resume.List(resume.Struct(resume.Member{Name: "name", Value: resume.Text("Go")}))}))
	if groupsOf(foreign.Unlabeled) != "Go" {
		t.Errorf("another program's posting has %v", foreign.Unlabeled)
	}
}

func TestSame(t *testing.T) {
	a := readFile(t, "testdata/postings/backend.txt")
	b := read(t, strings.ReplaceAll(a.Source, "Over 100 applicants", "12 applicants"))
	if !Same(a, b) {
		t.Error("a posting pasted twice is not the same")
	}
	if Same(a, readFile(t, "testdata/postings/frontend.html")) {
		t.Error("two postings are the same")
	}
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"https://www.jobs.example/4410?utm_source=mail&id=3", "https://jobs.example/4410/?id=3#apply", true},
		{"https://boards.example/x/jobs/4410?gh_src=abc", "http://boards.example/x/jobs/4410", true},
		{"https://boards.example/x/jobs/4410/apply", "https://boards.example/x/jobs/4410", true},
		{"https://jobs.example/view?id=3", "https://jobs.example/view?id=4", false},
		{"https://jobs.example", "https://jobs.example", false},
	} {
		if got := Same(Posting{URL: c.a, Title: "Cook"}, Posting{URL: c.b, Title: "Cook"}); got != c.same {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

// TestSourceIsVerbatim checks that pasted text is kept byte for byte.
func TestSourceIsVerbatim(t *testing.T) {
	const text = "Cook\r\n\r\n  Requirements:\t\r\n*  ServSafe \u00a0\r\n"
	if got := read(t, text).Source; got != text {
		t.Errorf("%q was kept as %q", text, got)
	}
}

func FuzzText(f *testing.F) {
	for _, l := range labels {
		if strings.HasSuffix(l.file, ".txt") || strings.HasSuffix(l.file, ".md") {
			p := readFile(f, "testdata/postings/"+l.file)
			f.Add(p.Source)
		}
	}
	f.Add("---\ntitle: x\n- y\n---\n# a: b\n")
	fuzz(f)
}

func FuzzHTML(f *testing.F) {
	f.Add(`<html><script type="application/ld+json">{"@type":"JobPosting","title":["a"],"baseSalary":{"value":{"minValue":"1"}},"description":"&lt;p&gt;x"}</script><body><div class=posting-headline><h2>x</h2></div>`)
	f.Add(`<div class="app-title">Cook</div><ul><li>Go or Rust, e.g. (x</ul>`)
	fuzz(f)
}

func FuzzJSON(f *testing.F) {
	f.Add(`{"@type":"JobPosting","jobLocation":[{"address":{"addressLocality":{"name":"x"}}}],"employmentType":[1,"A,B"],"description":"5+ years of x"}`)
	f.Add(`[[{"@graph":{"@type":["JobPosting"]}}]]`)
	fuzz(f)
}

// fuzz checks that whatever is read is read the same twice, and that what is said stands in
// the source's letters.
func fuzz(f *testing.F) {
	f.Fuzz(func(t *testing.T, text string) {
		in := format.Input{Data: []byte(text), Name: "x", Words: noWords}
		p, err := Read(context.Background(), in)
		if err != nil {
			return
		}
		again, err := Read(context.Background(), in)
		a, _ := json.Marshal(p)
		b, _ := json.Marshal(again)
		if err != nil || !bytes.Equal(a, b) {
			t.Errorf("read as %s, then as %s (%v)", a, b, err)
		}
		for _, l := range p.Text() {
			for _, m := range l.Marks {
				if _, _, ok := p.Requirement(m.Requirement); !ok || m.From < 0 || m.From >= m.To || m.To > len(l.Text) {
					t.Errorf("%q has the mark %+v", l.Text, m)
				}
			}
		}
		c, _ := json.Marshal(FromValue(p.Value()))
		if p.Posted == "" && !bytes.Equal(a, c) {
			t.Errorf("%s came back as %s", a, c)
		}
	})
}

// FuzzDOCX reads files of Word's with any text in them.
func FuzzDOCX(f *testing.F) {
	f.Add(`<w:p><w:r><w:t>Cook</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Requirements</w:t></w:r></w:p>`)
	f.Fuzz(func(t *testing.T, body string) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.Create("word/document.xml")
		fmt.Fprintf(w, `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>`, body)
		z.Close()
		Read(context.Background(), format.Input{Data: b.Bytes(), Name: "x"})
	})
}

// FuzzPDF reads pages with any words in them.
func FuzzPDF(f *testing.F) {
	f.Add("Cook\nRequirements\n• Go or Rust", 12.0)
	f.Fuzz(func(t *testing.T, text string, size float64) {
		words := func(context.Context, []byte) ([]pdftext.Page, error) {
			p := pdftext.Page{Width: 595, Height: 842}
			for i, l := range strings.Split(text, "\n") {
				x := 50.0
				for _, w := range strings.Fields(l) {
					y := 40 + 14*float64(i)
					p.Words = append(p.Words, pdftext.Word{Text: w, Size: size, Baseline: y, Box: pdftext.Box{Left: x, Top: y - 10, Right: x + 30, Bottom: y}})
					x += 35
				}
			}
			return []pdftext.Page{p}, nil
		}
		Read(context.Background(), format.Input{Data: []byte("%PDF-1.7\n"), Name: "x", Words: words})
	})
}

// BenchmarkRead reads a posting of 2,000 words.
func BenchmarkRead(b *testing.B) {
	var text strings.Builder
	text.WriteString("Senior Backend Engineer\nHalvorsen Grid\nOslo, Norway\n\nAbout the role\n")
	for n := 0; n < 600; n += 15 {
		text.WriteString("You will design services in Go, run them on Kubernetes and write about what you learned. ")
	}
	text.WriteString("\n\nResponsibilities:\n")
	for range 40 {
		text.WriteString("- Own the schema of our PostgreSQL clusters and keep the on-call load of the team low\n")
	}
	text.WriteString("\nRequirements:\n")
	for range 40 {
		text.WriteString("- 5+ years of experience with Kafka, NATS or RabbitMQ and with infrastructure as code in Terraform\n")
	}
	in := format.Input{Data: []byte(text.String()), Name: "posting.txt"}
	words := len(strings.Fields(text.String()))
	if words < 1800 {
		b.Fatal(words)
	}
	if _, err := Read(context.Background(), in); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Read(context.Background(), in); err != nil {
			b.Fatal(err)
		}
	}
}
