package score

import (
	"fmt"
	"slices"
	"strings"

	"resumax/resume"
)

// contact: what a recruiter needs to answer.
func contact(r *reading) []Finding {
	b := r.resume.Basics
	hasLink := false
	for _, p := range b.Profiles {
		_, ok := resume.Link(p.URL)
		hasLink = hasLink || ok
	}
	_, isLink := resume.Link(b.URL)
	parts := []struct {
		points  float64
		ok      bool
		address resume.Address
		slot    string
		why     string
		fix     string
	}{
		{1, b.Name != "", resume.Basics.Child("name"), "[Your name?]", "There is no name on the page.", "Add your name"},
		{1, resume.IsEmail(b.Email) || isSlot(b.Email), resume.Basics.Child("email"), "[Your e-mail address?]",
			"There is no e-mail address that works, the first thing a recruiter answers to.", "Add an e-mail address"},
		{0.75, digits(b.Phone) >= 6 || isSlot(b.Phone), resume.Basics.Child("phone"), "[Your phone number?]",
			"There is no phone number; many first contacts are calls.", "Add a phone number"},
		{0.5, b.Location.String() != "", resume.Location.Child("city"), "[Which city?]",
			"No place is given, so nobody knows whether you are near or need to move.", "Add your city"},
		{0.75, hasLink || isLink || isSlot(b.URL), resume.Basics.Child("url"), "[A link to your work?]",
			"There is no link to look at: a profile, code, a portfolio.", "Add one link that shows your work"},
	}
	var findings []Finding
	for _, p := range parts {
		if !p.ok {
			findings = append(findings, Finding{Lost: p.points, Address: p.address, Kind: Add, Why: p.why, Fix: p.fix,
				Quote: r.document.TextAt(p.address), patch: replace(p.address, p.slot)})
		}
	}
	return findings
}

// isSlot reports whether a text asks for what should stand there.
func isSlot(text string) bool { return len(resume.SlotsIn(text)) > 0 }

func digits(s string) (n int) {
	for _, c := range s {
		if c >= '0' && c <= '9' {
			n++
		}
	}
	return n
}

// sections: those that every reader looks for, in an order that fits the level.
func sections(r *reading) []Finding {
	count := func(key string) int {
		s, ok := r.resume.Section(key)
		if !ok || s.Hidden {
			return 0
		}
		return s.Count
	}
	var findings []Finding
	missing := func(points float64, key, why, fix string, item resume.Value) {
		s, _ := r.resume.Section(key)
		at := s.Address
		f := Finding{Lost: points, Address: at, Kind: Add, Why: why, Fix: fix}
		f.patch = func(d resume.Document) (resume.Document, error) {
			if s.Hidden && s.Count > 0 {
				return d.HideSection(key, false)
			}
			return d.Insert(at.Item(d.ListLen(at)), item)
		}
		findings = append(findings, f)
	}
	if count("work")+count("projects")+count("volunteer") == 0 {
		missing(1, "work", "There is neither work nor a project: nothing to judge by.", "Add a position or a project",
			resume.Struct(resume.Member{Name: "name", Value: resume.Text("[Which employer?]")}, resume.Member{Name: "position", Value: resume.Text("[Which title?]")},
				resume.Member{Name: "startDate", Value: resume.Text("[Since when?]")}))
	}
	if count("education") == 0 {
		missing(1, "education", "Education is missing; many forms and filters ask for it.", "Add your education",
			resume.Struct(resume.Member{Name: "institution", Value: resume.Text("[Which school?]")}))
	}
	if count("skills") == 0 {
		missing(0.5, "skills", "There is no skills section, where hiring systems look first.", "List your skills",
			resume.Struct(resume.Member{Name: "name", Value: resume.Text("[Which kind?]")}, resume.Member{Name: "keywords", Value: resume.Texts("[Which skills?]")}))
	}
	if f, ok := r.sectionOrder(); ok {
		findings = append(findings, f)
	}
	return findings
}

// sectionOrder: with years of work behind one, work stands before education;
// a beginner may have it either way.
func (r *reading) sectionOrder() (Finding, bool) {
	if r.level == Junior {
		return Finding{}, false
	}
	place := func(key string) int {
		return slices.IndexFunc(r.resume.Sections, func(s resume.Section) bool { return s.Key == key && s.Count > 0 && !s.Hidden })
	}
	work, school := place("work"), place("education")
	if work < 0 || school < 0 || work < school {
		return Finding{}, false
	}
	return Finding{Lost: 0.5, Address: r.resume.Sections[work].Address, Kind: Reorder,
		Why: "Education stands before your work. With years of experience readers want the work first.", Fix: "Move the work before education",
		patch: func(d resume.Document) (resume.Document, error) { return d.MoveSection(work, school) }}, true
}

// wholeRoles: title, employer and start of each position. An open end means
// that it goes on.
func wholeRoles(r *reading) []Finding {
	const points, parts = 3, 3
	var findings []Finding
	n := 0
	for _, p := range r.roles {
		if p.section != "work" {
			continue
		}
		n++
		lacks := func(name, value, slot, what string) {
			if value != "" {
				return
			}
			at := p.address.Child(name)
			findings = append(findings, Finding{Address: at, Kind: Ask, patch: replace(at, slot),
				Why: fmt.Sprintf("%s has no %s. Readers and hiring systems want each position whole.", nameOf(p), what),
				Fix: "Add the " + what})
		}
		lacks("position", p.title, "[Which title?]", "title")
		lacks("name", p.where, "[Which employer?]", "employer")
		lacks("startDate", p.start.ISO(), "[Since when?]", "start")
	}
	for i := range findings {
		findings[i].Lost = points / float64(n*parts)
	}
	return findings
}

// nameOf is what a position is called in a message.
func nameOf(p position) string {
	switch {
	case p.title != "" && p.where != "":
		return fmt.Sprintf("“%s” at %s", p.title, p.where)
	case p.title != "" || p.where != "":
		return "“" + p.title + p.where + "”"
	}
	return "A position"
}

// A gap in work longer than this is asked about; explained ones are not. In a
// field test with 36,510 applications unexplained gaps cost 45 % of the answers.
const gapMonths = 6

// chronology: one style of dates, the newest first, no date that cannot be, no
// gap without a word.
func chronology(r *reading) []Finding {
	const each = 0.5
	var work []position
	for _, p := range r.roles {
		if p.section == "work" && p.start.Understood() {
			work = append(work, p)
		}
	}
	var findings []Finding
	if f, ok := r.dateStyle(work); ok {
		f.Lost = each
		findings = append(findings, f)
	}
	if f, ok := r.newestFirst(work); ok {
		f.Lost = each
		findings = append(findings, f)
	}
	if f, ok := r.impossible(); ok {
		f.Lost = each
		findings = append(findings, f)
	}
	if f, ok := r.gap(work); ok {
		f.Lost = each
		findings = append(findings, f)
	}
	return findings
}

// dateStyle: months everywhere or nowhere.
func (r *reading) dateStyle(work []position) (Finding, bool) {
	var with, without *position
	for i := range work {
		p := &work[i]
		if p.start.Month > 0 {
			with = p
		} else if without == nil {
			without = p
		}
	}
	if with == nil || without == nil {
		return Finding{}, false
	}
	at := without.address.Child("startDate")
	return Finding{Address: at, Quote: without.start.String(), Kind: Ask,
		Why: fmt.Sprintf("%s is dated by years, others by months. Years alone look as if something was left out.", nameOf(*without)),
		Fix: "Give the months of every position",
		patch: func(d resume.Document) (resume.Document, error) {
			var err error
			for _, p := range work {
				if p.start.Month == 0 {
					if d, err = d.SetText(p.address.Child("startDate"), "[Which month of "+p.start.String()+"?]"); err != nil {
						return d, err
					}
				}
			}
			return d, nil
		}}, true
}

func (r *reading) newestFirst(work []position) (Finding, bool) {
	for i := 1; i < len(work); i++ {
		if latest(work[i]) > latest(work[i-1]) {
			return Finding{Address: work[i].address, Kind: Reorder,
				Why: fmt.Sprintf("%s is newer than the position above it. Readers expect the newest first.", nameOf(work[i])),
				Fix: "Sort the positions by date", patch: func(d resume.Document) (resume.Document, error) { return d.SortByDate("work") }}, true
		}
	}
	return Finding{}, false
}

// latest is when a position ended; one that goes on is later than all others,
// and of those the one that began last.
func latest(p position) int {
	const running = 3000 * 12
	if p.end.Understood() {
		return p.end.Months() * 10000
	}
	return running*10000 + p.start.Months()
}

// impossible: an end before its start, or a start still to come.
func (r *reading) impossible() (Finding, bool) {
	for _, p := range r.roles {
		at, quote, why := resume.Address(""), "", ""
		switch {
		case p.start.Understood() && p.end.Understood() && p.end.Before(p.start):
			at, quote = p.address.Child("endDate"), p.end.String()
			why = fmt.Sprintf("%s ends before it starts.", nameOf(p))
		case p.start.Understood() && r.today.Understood() && r.today.Before(p.start):
			at, quote = p.address.Child("startDate"), p.start.String()
			why = fmt.Sprintf("%s starts in the future.", nameOf(p))
		default:
			continue
		}
		return Finding{Address: at, Quote: quote, Kind: Ask, Why: why, Fix: "Correct the date", patch: replace(at, "[When?]")}, true
	}
	return Finding{}, false
}

// gap finds months without work, school, project or volunteering between two
// positions.
func (r *reading) gap(work []position) (Finding, bool) {
	busy := map[int]bool{}
	mark := func(start, end resume.Date) {
		if !start.Understood() {
			return
		}
		last := end.Months()
		if last == 0 {
			last = r.today.Months()
		}
		from, to := start.Months(), last
		if start.Month == 0 {
			from = start.Year * 12
		}
		if end.Understood() && end.Month == 0 {
			to = end.Year*12 + 11
		}
		for m := from; m <= min(to, from+60*12); m++ {
			busy[m] = true
		}
	}
	for _, p := range r.roles {
		mark(p.start, p.end)
	}
	for _, e := range r.resume.Education {
		if !e.Hidden {
			mark(e.Start, e.End)
		}
	}
	for _, c := range r.resume.Custom {
		for _, i := range c.Items {
			if !i.Hidden {
				mark(i.Start, i.End)
			}
		}
	}
	sorted := slices.Clone(work)
	slices.SortFunc(sorted, func(a, b position) int { return b.start.Months() - a.start.Months() })
	for i := 0; i+1 < len(sorted); i++ {
		free := 0
		for m := sorted[i].start.Months(); m > 0 && m > sorted[i+1].start.Months(); m-- {
			if !busy[m] {
				free++
			}
		}
		if free <= gapMonths {
			continue
		}
		to := sorted[i].start
		from := sorted[i+1].end
		return Finding{Address: sorted[i].address, Kind: Add,
			Why: fmt.Sprintf("Between %s and %s there are %d months of nothing. Unexplained gaps are held against people; a line explains them.", from, to, free),
			Fix: "Say in a line what you did then",
			patch: func(d resume.Document) (resume.Document, error) {
				return d.Insert("/volunteer/0", resume.Struct(
					resume.Member{Name: "position", Value: resume.Text("[What did you do then?]")},
					resume.Member{Name: "startDate", Value: resume.Text(from.ISO())}, resume.Member{Name: "endDate", Value: resume.Text(to.ISO())}))
			}}, true
	}
	return Finding{}, false
}

// caps are the bounds of a resume that lacks what no reader can do without.
type capFinding struct {
	most    float64
	finding Finding
}

const (
	capNoContact = 60
	capNoWork    = 50
	capFewBullet = 55
	fewBullets   = 4
)

func (r *reading) caps() []capFinding {
	var caps []capFinding
	add := func(most float64, f Finding) {
		f.Check, f.Dimension = "cap", "structure"
		f.Why = strings.TrimSuffix(f.Why, ".") + fmt.Sprintf(": the score can't pass %.0f.", most)
		caps = append(caps, capFinding{most, f})
	}
	b := r.resume.Basics
	if !resume.IsEmail(b.Email) && !isSlot(b.Email) && digits(b.Phone) < 6 && !isSlot(b.Phone) {
		add(capNoContact, Finding{Address: resume.Basics.Child("email"), Kind: Add, patch: replace(resume.Basics.Child("email"), "[Your e-mail address?]"),
			Why: "Nobody can answer you: there is neither an e-mail address nor a phone number.", Fix: "Add an e-mail address or a phone number"})
	}
	dated := slices.ContainsFunc(r.roles, func(p position) bool { return !p.start.IsZero() || !p.end.IsZero() })
	if !dated {
		at, p := resume.Address("/work/0/startDate"), replace("/work/0/startDate", "[Since when?]")
		if len(r.roles) > 0 {
			at = r.roles[0].address.Child("startDate")
			p = replace(at, "[Since when?]")
		}
		add(capNoWork, Finding{Address: at, Kind: Ask, patch: p,
			Why: "No position and no project has a date", Fix: "Date your work and projects"})
	}
	if n := len(r.bullets); n < fewBullets {
		var patches []patch
		at := r.target()
		for i := range fewBullets - n {
			next := at.Parent().Item(at.Index() + i)
			patches = append(patches, func(d resume.Document) (resume.Document, error) {
				return d.Set(next, resume.Text(fmt.Sprintf("[What else did you change? By how much, how many, and by which means? (%d)]", i+1)))
			})
		}
		add(capFewBullet, Finding{Address: at.Parent().Parent(), Kind: Ask, patch: both(patches...),
			Why: fmt.Sprintf("There are %d bullets, too few to judge by", n), Fix: "Write at least four bullets"})
	}
	return caps
}
