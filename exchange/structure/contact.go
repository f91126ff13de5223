package structure

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"resumax/exchange/pdftext"
)

// Contact is how a page says who it is about.
type Contact struct {
	Name     string   `json:"name"`
	Email    string   `json:"email"`
	Phone    string   `json:"phone"`
	Location string   `json:"location"`
	Links    []string `json:"links"`
}

// emails is an e-mail address.
var emails = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$`)
})

// phones finds a telephone number.
var phones = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[(]?\+?[(]?\d[\d ().\-–/\x{00a0}\x{2011}]{5,}\d`)
})

// links is a web address.
var links = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(https?://)?([\p{L}\p{N}-]+\.)+\p{L}{2,}(:\d+)?(/\S*)?$`)
})

// places is a place, with a comma in it.
var places = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\p{Lu}[\p{L}\p{M}' .-]+(, ?[\p{L}\p{M}' .-]+){1,3}$`)
})

// IsEmail reports whether a text is an e-mail address.
func IsEmail(text string) bool { return emails().MatchString(text) }

// IsLink reports whether a text is a web address.
func IsLink(text string) bool { return links().MatchString(text) }

// FindPhone is the first telephone number in a text, "" for none.
func FindPhone(text string) string { return phones().FindString(text) }

// remark is what is said in brackets of a way to reach someone before it: "(Mobile)".
var remark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(^| )\(\p{L}[\p{L}.-]*( \p{L}[\p{L}.-]*)?\)$`)
})

// person is who a page is about, field by field.
type person struct {
	name, label, email, phone, location Field
	links                               []link
	seen                                map[string]bool // the links, bare
	summary                             []Field
}

// link is a web address, as it is shown and where it leads.
type link struct {
	Field
	url, network, username string
}

// person reads who a page is about from the lines before the first heading: the name is
// what is set largest there, what is under it and no way to reach someone is the headline,
// and what else has a comma is the place.
func (r *reader) person(top []int) *person {
	p := &person{}
	name := r.nameLine(top)
	for _, i := range top {
		if i == name && p.name.IsZero() {
			r.takeName(p, i)
			continue
		}
		if i > 0 && name >= 0 && r.goesOnLarge(name, i) && !p.name.IsZero() && p.label.IsZero() {
			more := r.take(p.name.Sure, r.whole(i)) // a long name
			if above := r.lines[name].Words; strings.HasSuffix(above[len(above)-1].Text, "-") {
				p.name.Text += "-" + more.Text
			} else {
				p.name.Text += " " + more.Text
			}
			p.name.at = append(p.name.at, more.at...)
			name = i
			continue
		}
		if i > 0 && !p.label.IsZero() && p.label.at[len(p.label.at)-1].line == i-1 && r.goesOnLarge(i-1, i) {
			more := r.take(p.label.Sure, r.whole(i))
			p.label.Text += " " + more.Text
			p.label.at = append(p.label.at, more.at...)
			continue
		}
		r.address(p, i)
		rest := r.contactIn(p, r.whole(i), true)
		if n := len(rest); n > 0 && len(unused(r, r.whole(i))) > 0 && r.hasContact(i) {
			for k, s := range rest { // a town beside the e-mail address
				text := r.text(s)
				if p.location.IsZero() && s.to-s.from <= 3 && isCapital(text) && titleScore(text) == 0 && !strings.ContainsFunc(text, unicode.IsDigit) && labelOf(text, "") == "" {
					p.location = r.take(0.6, s)
					rest = slices.Delete(rest, k, k+1)
					break
				}
			}
		}
		for _, s := range rest {
			if len(unused(r, s)) > 0 {
				r.headline(p, s, i, name)
			}
		}
	}
	r.townAmong(p, top, name)
	r.elsewhere(p)
	r.headSummary(p, top, name)
	return p
}

// address takes an address of several parts for the place: a street before its town, on one
// line, "Lindenstraße 7 · 44137 Dortmund", or on two.
func (r *reader) address(p *person, i int) {
	const between = 2 // parts from the street to the town: a quarter may stand there
	if !p.location.IsZero() {
		return
	}
	parts := r.contactParts(r.whole(i))
	if len(parts) == 1 && i+1 < len(r.lines) && r.lines[i+1].Page == r.lines[i].Page {
		if next := r.contactParts(r.whole(i + 1)); len(next) > 0 {
			parts = append(parts, next[0])
		}
	}
	for _, s := range r.strongParts(r.whole(i)) { // "Rua A, 15, Centro, Uberlândia - MG, CEP 38400-100"
		pieces := r.pieces(&entry{}, s)
		for k := 1; k < len(pieces); k++ {
			street := span{s.line, pieces[0].from, pieces[k].from}
			if !townInBrazil().MatchString(trimmed(r.text(pieces[k]))) || !isStreet(r.text(street)) || labelOf(r.text(span{s.line, s.from, s.from + 1}), "") != "" {
				continue
			}
			end := pieces[k].to
			if k+1 < len(pieces) && postalOnly().MatchString(trimmed(r.text(pieces[k+1]))) {
				end = pieces[k+1].to
			}
			p.location = r.take(0.85, span{s.line, s.from, end})
			return
		}
	}
	for k, part := range parts {
		if !isTownPart(r.text(part)) {
			continue
		}
		for j := max(0, k-between); j < k; j++ {
			if !isStreet(r.text(parts[j])) {
				continue
			}
			end := k
			if k+1 < len(parts) && postalOnly().MatchString(r.text(parts[k+1])) {
				end++
			}
			f := r.take(0.85, parts[j:end+1]...)
			texts := []string{}
			for _, s := range parts[j : end+1] {
				texts = append(texts, trimmed(r.text(s)))
			}
			f.Text = strings.Join(texts, ", ")
			p.location = f
			return
		}
	}
}

// postalOnly is a postal code alone, as the last part of an address: "CEP 30140-000".
var postalOnly = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:CEP:? ?|C\.?P\.?:? ?)?(\d{5}-?\d{3}|\d{2}\.\d{3}-\d{3}|\d{4,5}|\d{4}-\d{3})$`)
})

// isTownPart reports whether a part of an address is the town: with its postal code or its state.
func isTownPart(text string) bool {
	text = trimmed(text)
	if townInBrazil().MatchString(text) {
		return true
	}
	code := postalCode().FindString(text)
	return code != "" && code != text && placeScore(text) >= 0.5 && strings.HasPrefix(strings.TrimLeft(text, "DFCHA-"), code)
}

// isStreet reports whether a part of an address can be a street and a number: a few words, one
// of them with a digit, and no way to reach someone.
func isStreet(text string) bool {
	text = trimmed(text)
	list := strings.Fields(text)
	return len(list) >= 2 && len(list) <= 9 && strings.ContainsFunc(text, unicode.IsDigit) && strings.ContainsFunc(text, unicode.IsLetter) &&
		!isContact(text) && !isPhone(text) && !strings.ContainsAny(text, "@+") && !isTownPart(text) && year().FindString(text) == ""
}

// townAmong takes a town on a line of its own, above or below a way to reach someone, for
// the place.
func (r *reader) townAmong(p *person, top []int, name int) {
	for _, i := range top {
		text := r.lines[i].Text()
		if !p.location.IsZero() || i == name || len(unused(r, r.whole(i))) != 1 || !r.isTownText(text) || isDocumentTitle(strings.ToLower(text)) || labelOf(text, "") != "" {
			continue
		}
		if i > 0 && r.hasContact(i-1) || i+1 < len(r.lines) && r.hasContact(i+1) {
			p.location = r.take(0.6, r.whole(i))
		}
	}
}

// goesOnLarge reports whether a line goes on with one above it in large type, as long names
// and headlines do.
func (r *reader) goesOnLarge(above, i int) bool {
	l, last := r.lines[i], r.lines[above]
	const large = 1.4
	gap := l.Baseline() - last.Baseline()
	return !r.flows && i > above && l.Page == last.Page && l.Size() > large*r.size && abs(l.Size()-last.Size()) < 0.3 && gap > 0 && gap < 1.6*l.Size() && l.Box.Left < last.Box.Right && last.Box.Left < l.Box.Right && l.Bold() == last.Bold() &&
		!isContact(l.Text()) && !strings.ContainsFunc(l.Text(), unicode.IsDigit) && l.Capitals() == last.Capitals()
}

// hasContact reports whether something of a line was taken as a way to reach someone.
func (r *reader) hasContact(line int) bool {
	l := r.lines[line]
	for i, w := range l.Words {
		if r.used[r.first[line]+i] && (strings.Contains(w.Text, "@") || strings.ContainsFunc(w.Text, unicode.IsDigit) || IsLink(w.Text)) {
			return true
		}
	}
	return false
}

// nameLine is the line of the name, -1 for none: the largest of the first page's top that can be one.
func (r *reader) nameLine(top []int) int {
	best, size := -1, 0.0
	for _, i := range top {
		l := r.lines[i]
		if l.Page > 0 {
			break
		}
		if parts := r.strongParts(r.whole(i)); len(parts) > 1 && parts[0].from == 0 && parts[0].to < len(l.Words) {
			l.Words = l.Words[:parts[0].to] // ways to reach someone stand at the right of it
		}
		s := l.Size()
		if l.Heading == 1 {
			s += 100
		}
		if s > size*1.05 && r.canBeName(l) {
			best, size = i, s
		}
	}
	return best
}

// nameWords is how many words a name may have.
const nameWords = 7

func (r *reader) canBeName(l Line) bool {
	text := l.Text()
	if strings.ContainsFunc(text, unicode.IsDigit) || strings.ContainsAny(text, "@:|") || isContact(text) {
		return false
	}
	words := len(l.Words)
	if len([]rune(text)) < 2 {
		return false // an initial
	}
	lower := strings.ToLower(text)
	return words <= nameWords && strings.ContainsFunc(text, unicode.IsLetter) && !isDocumentTitle(lower) && kindOfHeading(text) == ""
}

// isDocumentTitle reports whether a text says what kind of document it is.
func isDocumentTitle(lower string) bool {
	return words().documents[strings.Trim(lower, " :")]
}

// takeName takes a name from its line. What is smaller on the same line, or behind a
// comma or dash and sounds like a title, is the headline.
func (r *reader) takeName(p *person, i int) {
	parts := r.parts(r.whole(i))
	if len(parts) == 0 {
		return
	}
	name := parts[0]
	if cut, rest, ok := r.titleBehindComma(name); ok {
		name = cut
		p.label = r.take(0.9, rest)
	}
	for j, s := range parts[1:] {
		switch {
		case isDocumentTitle(strings.ToLower(r.text(s))):
			r.use(s)
		case len(r.contactIn(p, s, true)) == 0:
		case titleScore(r.text(s)) > 0 || j > 0:
			p.label = r.take(0.8, s)
		default:
			name.to = s.to
		}
	}
	p.name = r.take(0.95, name)
}

// titleBehindComma parts a name from the title behind it: "Ada Example, Engineer".
func (r *reader) titleBehindComma(s span) (name, title span, ok bool) {
	list := r.wordsOf(s)
	for i := 1; i < len(list); i++ {
		if strings.HasSuffix(list[i-1].Text, ",") && titleScore(textOf(list[i:])) > 0 {
			return span{s.line, s.from, s.from + i}, span{s.line, s.from + i, s.to}, true
		}
	}
	return s, span{}, false
}

// elsewhere looks for ways to reach someone below the first heading, where there were none
// above it: lines that say nothing else.
func (r *reader) elsewhere(p *person) {
	const longest = 9
	for i, l := range r.lines {
		if len(l.Words) > longest || r.used[r.first[i]] || !p.email.IsZero() && !p.phone.IsZero() {
			continue
		}
		label, value, _ := strings.Cut(l.Text(), ":")
		if isContact(l.Text()) && p.email.IsZero() || p.phone.IsZero() && (isPhone(l.Text()) || labelOf(label, "") == labelPhone && phones().MatchString(value)) {
			r.contactIn(p, r.whole(i), false)
		}
	}
}

// contactIn takes the ways to reach someone from a part of a line, and the place where
// asked, and gives what is left of it.
func (r *reader) contactIn(p *person, s span, place bool) (rest []span) {
	next := "" // what a label alone says that the next part is
	for _, part := range r.contactParts(s) {
		label := next
		next = ""
		list := r.wordsOf(part)
		if k := labelOf(textOf(list), ""); k != "" && len(list) <= 2 && list[0].Link == "" {
			r.use(part)
			next = k
			continue
		}
		// A label before what it names: "Phone: +1 …", "LinkedIn …".
		for n := min(3, len(list)-1); n > 0; n-- {
			text := textOf(list[:n])
			if k := labelOf(text, ""); k != "" && (strings.HasSuffix(text, ":") || len(list) > n && n <= 2 && !words().connector[list[n].Text] && r.isOf(k, textOf(list[n:]))) {
				label = k
				r.use(span{part.line, part.from, part.from + n})
				part.from += n
				break
			}
		}
		if label == "" {
			if k, value, ok := strings.Cut(r.text(part), ":"); ok && len(list) == 1 && labelOf(k, "") != "" && value != "" && !strings.HasPrefix(value, "//") {
				label = labelOf(k, "")
			}
		}
		if r.contactPart(p, part, label, place) {
			continue
		}
		if len(list) == 1 && labelOf(list[0].Text, "") != "" && list[0].Link != "" {
			r.addLink(p, part, list[0].Link, list[0].Text) // "LinkedIn", which leads there
			continue
		}
		rest = append(rest, part)
	}
	return rest
}

// contactParts are the parts of a line that may have ways to reach someone: slashes part
// these too.
func (r *reader) contactParts(s span) []span {
	all := r.parts(s)
	if len(all) == 1 {
		all = r.partsAt(s, func(w string) bool { return isSeparator(w) || w == "/" })
	}
	var parted []span
	for _, s := range all {
		from := s.from
		for i := s.from; i < s.to; i++ {
			if i+1 == s.to || r.isPhoneBehind(span{s.line, i, s.to}) || strings.HasSuffix(r.lines[s.line].Words[i].Text, ";") { // "Tel. 555 0100; e-mail …"
				parted = append(parted, span{s.line, from, i + 1})
				from = i + 1
			}
		}
	}
	return parted
}

// isPhoneBehind reports whether a town ends with the first word of a part and the rest of it is
// a telephone number, as where a paragraph holds lines: "63000 Clermont-Ferrand 06 22 33 44 55".
func (r *reader) isPhoneBehind(s span) bool {
	list := r.wordsOf(s)
	if len(list) < 2 || !isCapital(list[0].Text) || labelOf(list[0].Text, "") != "" || strings.HasSuffix(list[0].Text, ":") || strings.HasSuffix(list[0].Text, ".") {
		return false
	}
	first, _ := firstRune(list[1].Text)
	return (first == '0' || first == '+' || first == '(') && isPhone(textOf(list[1:]))
}

// isOf reports whether a text is of the kind that a label names.
func (r *reader) isOf(label, text string) bool {
	text = strings.Trim(text, " <>()[],;")
	switch label {
	case labelName:
		return len(strings.Fields(text)) <= nameWords && isCapital(text)
	case labelEmail:
		return IsEmail(text)
	case labelPhone:
		return isPhone(text)
	case labelURL:
		return IsLink(text)
	case labelLocation:
		return placeScore(text) > 0
	}
	return false
}

// isPhone reports whether a text is a telephone number and nothing else.
func isPhone(text string) bool {
	text = strings.TrimSpace(text)
	found := phones().FindString(text)
	if found == "" || strings.ContainsFunc(strings.Replace(text, found, "", 1), func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
		return false
	}
	digits := 0
	for _, c := range found {
		if unicode.IsDigit(c) {
			digits++
		}
	}
	if _, dated := readWhen(text); dated {
		return false // a period of years looks like a number
	}
	return digits >= 7 && digits <= 15
}

// surely is how sure what a label names is.
const surely = 0.97

// contactPart takes what a part of a line is, and reports whether it was any way to reach
// someone.
func (r *reader) contactPart(p *person, part span, label string, place bool) bool {
	list := r.wordsOf(part)
	if label == labelName && len(list) <= nameWords && (p.name.IsZero() || p.name.Sure < surely) {
		if !p.name.IsZero() && p.label.IsZero() && titleScore(p.name.Text) >= 0.9 {
			p.label = p.name // what is set largest is the title that is looked for
		}
		p.name = r.take(surely, part)
		return true
	}
	taken := false
	for i := 0; i < len(list); i++ {
		s := span{part.line, part.from + i, part.from + i + 1}
		text := strings.Trim(list[i].Text, "<>()[],;|·")
		_, value, labeled := strings.Cut(text, ":")
		if labeled && !strings.HasPrefix(value, "//") && value != "" {
			text = value
		}
		mail := strings.TrimPrefix(list[i].Link, "mailto:")
		switch {
		case IsEmail(text):
			r.takeEmail(p, s, text)
		case mail != list[i].Link && IsEmail(mail) && strings.Contains(text, "@"):
			r.takeEmail(p, s, mail)
		case IsLink(text) && (strings.Contains(text, "/") || strings.HasPrefix(text, "www.") || label == labelURL || list[i].Link != "" || isDomain(text)):
			r.addLink(p, s, list[i].Link, text)
		default:
			continue
		}
		taken = true
	}
	if taken {
		for _, rest := range unused(r, part) {
			if rest == part {
				continue
			}
			if remark().MatchString(r.text(rest)) {
				r.use(rest) // "(LinkedIn)", "(Portfolio)"
				continue
			}
			for _, piece := range r.termParts(rest) { // what stands a little apart
				r.contactPart(p, piece, label, place)
			}
		}
		return true
	}
	text := r.text(part)
	if number := strings.TrimSpace(remark().ReplaceAllString(text, "")); number != "" && isPhone(number) {
		text = number // "+52 55 5555 0100 (Mobile)"
	}
	if prefix, rest, ok := strings.Cut(text, ":"); ok && labelOf(prefix, "") == labelPhone && isPhone(rest) {
		text, label = rest, labelPhone // "tel:…"
	}
	if target := list[0].Link; strings.HasPrefix(target, "http") && len(list) <= 4 && !isPhone(text) && placeScore(text) < 0.5 && !slices.ContainsFunc(list, func(w pdftext.Word) bool { return w.Link != target }) {
		r.addLink(p, part, target, text) // a name that leads there
		return true
	}
	if isPhone(text) || label == labelPhone && phones().MatchString(text) {
		if p.phone.IsZero() {
			p.phone = r.take(0.95, part)
			p.phone.Text = trimmed(strings.Trim(text, " #§*~°"))
			if strings.HasPrefix(text, "(") && !strings.HasSuffix(text, ")") {
				p.phone.Text = strings.TrimSpace(text) // "(+82) 10 …"
			}
			if found := phones().FindString(p.phone.Text); label == labelPhone && found != "" && len(found) < len(p.phone.Text)/2 {
				p.phone.Text = found
			}
		}
		return true
	}
	if p.location.IsZero() && (label == labelLocation || place && placeScore(text) >= 0.5 && (titleScore(text) == 0 || postalCode().MatchString(text) && titleScore(text) < 0.9) && len(list) <= 8) {
		sure := placeScore(text)
		if label == labelLocation {
			sure = 0.9
		}
		p.location = r.take(sure, part)
		return true
	}
	return false
}

// unused are the parts of a span that were not taken.
func unused(r *reader, s span) (all []span) {
	for i := s.from; i < s.to; {
		if r.used[r.first[s.line]+i] {
			i++
			continue
		}
		j := i
		for j < s.to && !r.used[r.first[s.line]+j] {
			j++
		}
		all = append(all, span{s.line, i, j})
		i = j
	}
	return all
}

func (r *reader) takeEmail(p *person, s span, text string) {
	if p.email.IsZero() {
		p.email = r.take(1, s)
		p.email.Text = text
	}
}

// isDomain reports whether a text is a web address without a path that cannot well be
// anything else, such as "ASP.NET".
func isDomain(text string) bool {
	i := strings.LastIndexByte(text, '.')
	switch strings.ToLower(text[i+1:]) {
	case "com", "org", "io", "dev", "me", "co", "info", "app", "eu", "de", "fr", "es", "uk", "ch", "at", "nl", "se", "no", "dk", "fi", "pl", "it", "pt", "br", "ca", "au", "in", "jp", "cn", "us", "blog", "tech", "ai", "edu", "example", "name", "pro", "design", "studio", "work", "site", "online", "xyz":
		return text == strings.ToLower(text)
	}
	return false
}

// addLink takes a web address: where it leads if the file says so, else as it is shown.
func (r *reader) addLink(p *person, s span, target, shown string) {
	url := shown
	if strings.HasPrefix(target, "http") {
		url = target
	}
	f := r.take(0.95, s)
	f.Text = shown
	if p.seen == nil {
		p.seen = map[string]bool{}
	}
	if p.seen[bareURL(url)] {
		return
	}
	p.seen[bareURL(url)] = true
	network, user := networkOf(url)
	p.links = append(p.links, link{f, url, network, user})
}

func bareURL(url string) string {
	url = strings.ToLower(url)
	for _, prefix := range []string{"https://", "http://", "www."} {
		url = strings.TrimPrefix(url, prefix)
	}
	return strings.TrimSuffix(url, "/")
}

// networkOf is the network whose profile a web address is, and the name of the user there.
func networkOf(url string) (network, username string) {
	domain, path, _ := strings.Cut(bareURL(url), "/")
	for {
		if name := words().networks[domain]; name != "" {
			network = name
			break
		}
		_, rest, ok := strings.Cut(domain, ".")
		if !ok || !strings.Contains(rest, ".") {
			return "", ""
		}
		domain = rest
	}
	_, own, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(url, "https://"), "http://"), "www."), "/")
	segments := strings.FieldsFunc(own, func(c rune) bool { return c == '/' || c == '?' || c == '#' })
	switch {
	case path == "" || len(segments) == 0:
		return network, ""
	case len(segments) > 1 && (segments[0] == "in" || segments[0] == "pub" || segments[0] == "profile" || segments[0] == "users" || segments[0] == "user" || segments[0] == "u" || segments[0] == "company" || segments[0] == "channel" || segments[0] == "c"):
		return network, strings.TrimPrefix(segments[len(segments)-1], "@")
	case len(segments) > 1:
		return network, "" // a repository, not a profile
	}
	return network, strings.TrimPrefix(segments[0], "@")
}

// headline takes what stands under the name and is no way to reach someone.
func (r *reader) headline(p *person, s span, line, name int) {
	text := r.text(s)
	n := s.to - s.from
	switch {
	case isDocumentTitle(strings.ToLower(text)), kindOfHeading(text) == "contact":
		r.use(s) // "Persönliche Daten" over the table of them
	case name < 0 || !p.label.IsZero() || n > 14 || prose(r.lines[line]) && n > 8:
	case line < name && titleScore(text) == 0:
	case line > name+3 && (titleScore(text) < 0.5 || !StandsOut(r.lines[line], r.size)):
	case strings.HasSuffix(text, ".") && n > 6:
	case strings.ContainsFunc(text, unicode.IsDigit) && titleScore(text) == 0:
	default:
		sure := 0.6 + 0.35*titleScore(text)
		p.label = r.take(sure, s)
		for _, rest := range r.contactParts(r.whole(line)) { // "Designer | Illustrator"
			if rest.from >= s.to && rest.line == s.line && !r.used[r.first[line]+rest.from] && (titleScore(r.text(rest)) > 0 || r.lines[line].Words[rest.from-1].Text == "/") {
				more := r.take(sure, rest)
				p.label.Text += " " + r.lines[line].Words[rest.from-1].Text + " " + more.Text
				p.label.at = append(p.label.at, more.at...)
			}
		}
	}
}

// headSummary takes running text before the first heading for the summary.
func (r *reader) headSummary(p *person, top []int, name int) {
	var paragraph []span
	for _, i := range top {
		rest := unused(r, r.whole(i))
		if len(rest) != 1 || rest[0] != r.whole(i) {
			continue
		}
		if n := len(paragraph); n > 0 && (markOf(r.lines[i]) > 0 || !r.flows && r.lines[i].Gap > r.pitch*1.6 && len(r.lines[i].Words) < 7) {
			break
		}
		if len(paragraph) > 0 || len(r.lines[i].Words) >= 7 && i > name {
			paragraph = append(paragraph, rest[0])
		}
	}
	n := 0
	for _, s := range paragraph {
		n += s.to - s.from
	}
	if n >= 10 {
		p.summary = append(p.summary, r.take(0.7, paragraph...))
	}
}
