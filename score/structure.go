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
	var findings []Finding
	missing := func(points float64, key, why, fix string, item resume.Value) {
		s, _ := r.resume.Section(key)
		at := s.Address
		f := Finding{Lost: points, Address: at, Kind: Add, Why: why, Fix: fix}
		f.patch = func(d resume.Document) (resume.Document, error) {
			d, err := shown(d, key)
			if err != nil || r.items(at) > 0 {
				return d, err
			}
			return d.Insert(at.Item(d.ListLen(at)), item)
		}
		findings = append(findings, f)
	}
	if r.count("work")+r.count("projects")+r.count("volunteer") == 0 {
		missing(1, "work", "There is neither work nor a project: nothing to judge by.", "Add a position or a project", emptyPosition())
	}
	if r.count("education") == 0 {
		missing(1, "education", "Education is missing; many forms and filters ask for it.", "Add your education",
			resume.Struct(resume.Member{Name: "institution", Value: resume.Text("[Which school?]")}))
	}
	if r.count("skills") == 0 {
		missing(0.5, "skills", "There is no skills section, where hiring systems look first.", "List your skills",
			resume.Struct(resume.Member{Name: "name", Value: resume.Text("[Which kind?]")}, resume.Member{Name: "keywords", Value: resume.Texts("[Which skills?]")}))
	}
	if f, ok := r.sectionOrder(); ok {
		findings = append(findings, f)
	}
	return findings
}

// count is how many items of a section stand on the page.
func (r *reading) count(key string) int {
	s, ok := r.resume.Section(key)
	switch {
	case !ok || s.Hidden:
		return 0
	case key == resume.SummaryKey:
		return s.Count
	}
	return r.items(s.Address)
}

// items is how many items of a list are not hidden.
func (r *reading) items(list resume.Address) int {
	v, _ := r.document.Get(list)
	n := 0
	for _, item := range v.Items() {
		if hidden, _ := item.Get("hidden"); !hidden.True() {
			n++
		}
	}
	return n
}

// sectionOrder: with years of work behind one, work stands before education;
// a beginner may have it either way.
func (r *reading) sectionOrder() (Finding, bool) {
	if r.level == Junior {
		return Finding{}, false
	}
	place := func(key string) int {
		return slices.IndexFunc(r.resume.Sections, func(s resume.Section) bool { return s.Key == key && r.count(key) > 0 })
	}
	work, school := place("work"), place("education")
	if work < 0 || school < 0 || work < school {
		return Finding{}, false
	}
	return Finding{Lost: 0.5, Address: r.resume.Sections[work].Address, Kind: Reorder,
		Why: "Education stands before your work. With years of experience readers want the work first.", Fix: "Move the work before education",
		patch: func(d resume.Document) (resume.Document, error) { return d.MoveSection(work, school) }}, true
}

// emptyPosition asks for all that a position needs.
func emptyPosition() resume.Value {
	return resume.Struct(resume.Member{Name: "name", Value: resume.Text("[Which employer?]")},
		resume.Member{Name: "position", Value: resume.Text("[Which title?]")},
		resume.Member{Name: "startDate", Value: resume.Text("[Since when?]")})
}

// addPosition makes a patch that adds a position to be filled in.
func addPosition(d resume.Document) (resume.Document, error) {
	d, err := shown(d, "work")
	if err != nil {
		return d, err
	}
	return d.Insert(resume.Address("/work").Item(d.ListLen("/work")), emptyPosition())
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
				Why: r.say("%s has no %s. Readers and hiring systems want each position whole.", p, what),
				Fix: "Add the " + what})
		}
		lacks("position", p.title, "[Which title?]", "title")
		lacks("name", p.where, "[Which employer?]", "employer")
		lacks("startDate", p.start.ISO(), "[Since when?]", "start")
	}
	if len(r.roles) == 0 {
		return []Finding{{Lost: points, Address: "/work", Kind: Ask, patch: addPosition,
			Why: "There is no position, project or volunteering to read about.", Fix: "Add a position with its title, employer and start"}}
	}
	for i := range findings {
		findings[i].Lost = points / float64(n*parts)
	}
	return findings
}

// String is what a position is called in a message.
func (p position) String() string {
	switch {
	case p.title != "" && p.where != "":
		return "“" + p.title + "” at " + p.where
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
	return Finding{Address: at, Quote: r.document.TextAt(at), Kind: Ask,
		Why: r.say("%s is dated by years, others by months. Years alone look as if something was left out.", *without),
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
				Why: r.say("%s is newer than the position above it. Readers expect the newest first.", work[i]),
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

// impossible: an end before its start, or a start still to come. The finding
// is of the first such date, its fix asks for all.
func (r *reading) impossible() (f Finding, found bool) {
	var patches []patch
	for _, p := range r.roles {
		at, why := resume.Address(""), ""
		switch {
		case p.start.Understood() && r.today.Understood() && r.today.Before(p.start):
			at = p.address.Child("startDate")
			why = r.say("%s starts in the future.", p)
		case p.start.Understood() && p.end.Understood() && p.end.Before(p.start):
			at = p.address.Child("endDate")
			why = r.say("%s ends before it starts.", p)
		default:
			continue
		}
		if !found {
			f, found = Finding{Address: at, Quote: r.document.TextAt(at), Kind: Ask, Why: why, Fix: "Correct the date"}, true
		}
		patches = append(patches, replace(at, "[When?]"))
	}
	f.patch = both(patches...)
	return f, found
}

// gap finds months without work, school, project or volunteering between two
// positions.
func (r *reading) gap(work []position) (Finding, bool) {
	var c calendar
	mark := func(start, end resume.Date) {
		if !start.Understood() {
			return
		}
		from, to := start.Months(), r.today.Months()
		if end.Understood() {
			to = end.Months()
		}
		if start.Month == 0 {
			from = start.Year * 12
		}
		if end.Understood() && end.Month == 0 {
			to = end.Year*12 + 11
		}
		c.mark(from, to)
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
	var f Finding
	var patches []patch
	for i := 0; i+1 < len(sorted); i++ {
		free := 0
		for m := sorted[i].start.Months(); m > 0 && m > sorted[i+1].start.Months(); m-- {
			if !c.has(m) {
				free++
			}
		}
		if free <= gapMonths {
			continue
		}
		to := sorted[i].start
		from := sorted[i+1].end
		if len(patches) == 0 {
			f = Finding{Address: sorted[i].address, Kind: Add, Fix: "Say in a line what you did then",
				Why: r.say("Between %s and %s there are %d months of nothing. Unexplained gaps are held against people; a line explains them.", from, to, free)}
		}
		patches = append(patches, fillGap(from, to))
	}
	f.patch = both(patches...)
	return f, len(patches) > 0
}

// fillGap makes a patch that asks, in an entry of its own, what was done between
// two dates.
func fillGap(from, to resume.Date) patch {
	return func(d resume.Document) (resume.Document, error) {
		d, err := shown(d, "volunteer")
		if err != nil {
			return d, err
		}
		return d.Insert("/volunteer/0", resume.Struct(
			resume.Member{Name: "position", Value: resume.Text("[What did you do then?]")},
			resume.Member{Name: "startDate", Value: resume.Text(from.ISO())}, resume.Member{Name: "endDate", Value: resume.Text(to.ISO())}))
	}
}

// caps are the bounds of a resume that lacks what no reader can do without.
type capFinding struct {
	most    float64
	finding Finding
}

// dated reports whether it is known, or asked, when a position was held.
func (p position) dated() bool {
	return p.start.Understood() || p.end.Understood() || isSlot(p.start.Text)
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
	if !slices.ContainsFunc(r.roles, position.dated) {
		f := Finding{Address: "/work", Kind: Ask, patch: addPosition, Why: "No position and no project has a date", Fix: "Date your work and projects"}
		if len(r.roles) > 0 {
			f.Address = r.roles[0].address.Child("startDate")
			f.patch = replace(f.Address, "[Since when?]")
		}
		add(capNoWork, f)
	}
	if n := len(r.bullets); n < fewBullets {
		var patches []patch
		at := r.target()
		for range fewBullets - n {
			patches = append(patches, r.addBullet(slotBullet))
		}
		add(capFewBullet, Finding{Address: at.Parent().Parent(), Kind: Ask, patch: both(patches...),
			Why: r.say("The resume has %s, too few to judge by", count(n, "bullet")), Fix: "Write at least four bullets"})
	}
	return caps
}
