package posting

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"resumax/exchange/structure"
)

// smallFacts finds mode, salary, kind of work, level and days.
func (r *reading) smallFacts() {
	p, f := &r.out, &r.facts
	p.Posted, p.Closes = f.posted, f.closes
	p.Remote = r.remote()
	p.Salary = r.salary()
	p.Type = r.types()
	p.Level = r.level()
	if p.Remote != "" {
		p.Location = withoutMode(p.Location, r.words)
	}
}

// withoutMode is a place without the mode in brackets behind it: "Oslo (Hybrid)".
func withoutMode(place string, w *words) string {
	if i, n, _ := w.remote.find(tokensOf(place)); i == 0 && n > 0 {
		r := reading{words: w}
		return r.placeBeside(place)
	}
	open := strings.Index(place, "(")
	if open <= 0 {
		open = strings.LastIndexAny(place, "|·-–/,")
	}
	if open <= 0 {
		return place
	}
	if tail := tokensOf(strings.Trim(place[open:], "(|·-–) /,")); len(tail) > 0 && len(tail) <= 9 && w.remote.in(tail) && structure.PlaceScore(strings.Trim(place[:open], " ,-–|·")) >= 0 {
		if rest := strings.TrimRight(place[:open], " (|·-–/,"); rest != "" {
			return rest
		}
	}
	return place
}

// isShort reports whether a line states facts rather than sentences.
func isShort(p part) bool { return len(p.tokens) <= 12 && !strings.HasSuffix(p.text, ".") }

// remote is the mode: what labels and short lines say, then sentences. A word alone, such
// as "remote", counts in short lines only.
func (r *reading) remote() string {
	mode := func(value string) string {
		switch value {
		case "full":
			return Remote
		case "hybrid":
			return Hybrid
		case "none":
			return OnSite
		}
		return ""
	}
	if m := r.facts.remote; m != "" {
		if slices.Contains([]string{Remote, Hybrid, OnSite}, m) {
			return m
		}
		switch strings.ToLower(m) {
		case "yes", "ja", "oui", "sí", "true", "full":
			return Remote
		case "no", "nein", "non", "false", "none":
			return OnSite
		}
		if _, n, v := r.words.remote.find(tokensOf(m)); n > 0 {
			return mode(v)
		}
	}
	best, rank := "", 0
	consider := func(tokens []token, weight int, long bool) {
		said, sure := map[string]bool{}, false // what the line says, and whether in so many words
		for i := 0; i < len(tokens); i++ {
			n, v := r.words.remote.at(tokens, i)
			if n == 0 {
				continue
			}
			if r.saysMode(tokens, i, n, v, long) {
				said[v] = true
				sure = sure || v == "full" && n > 1
			}
			i += n - 1
		}
		w, v := weight*4, ""
		switch {
		case said["hybrid"], said["full"] && said["none"]:
			w, v = w+2, "hybrid"
		case said["full"]:
			w, v = w+1, "full"
			if sure {
				w += 2
			}
		case said["none"]:
			v = "none"
		default:
			return
		}
		if w > rank {
			best, rank = mode(v), w
		}
	}
	consider(tokensOf(r.out.Location), 4, false)
	consider(tokensOf(r.facts.location), 4, false)
	consider(tokensOf(r.facts.types), 3, false)
	for i, p := range r.parts {
		if p.in == EqualOpportunity || p.in == Chrome || p.in == HowToApply {
			continue
		}
		switch {
		case i < topLines && isShort(p) && !isSection(p.in):
			consider(p.tokens, 3, false)
		case i < topLines && !isSection(p.in) && len(pieces(p.text)) > 1:
			for _, piece := range pieces(p.text) { // "Northfold Insurance • Hartford, Connecticut • Hybrid (Tues–Thurs in office)"
				if tokens := tokensOf(piece); len(tokens) <= 8 {
					consider(tokens, 3, false)
				}
			}
		case isShort(p) && !isSection(p.in):
			consider(p.tokens, 2, false)
		case isSection(p.in) && !r.words.strict.in(p.tokens):
		default:
			consider(p.tokens, 1, true)
		}
	}
	return best
}

// saysMode reports whether words speak of where the work is done: in long sentences, "remote"
// alone may be of a team or a server.
func (r *reading) saysMode(tokens []token, i, n int, v string, long bool) bool {
	if n == 1 && i+1 < len(tokens) && r.words.notMode[tokens[i+1].lower] {
		return false
	}
	if v == "full" && i+n < len(tokens) && near(tokens[i+n:min(len(tokens), i+n+3)], -1, "stipend", "allowance", "budget", "equipment", "setup", "set-up", "technology", "tools", "occasionally", "days") {
		return false
	}
	if !long || strings.HasPrefix(tokens[i].lower, "#") || i > 0 && tokens[i-1].lower == "(" && i+n < len(tokens) && tokens[i+n].lower == ")" {
		return true
	}
	about := false
	for k := max(0, i-3); k < min(len(tokens), i+n+3); k++ {
		about = about || (k < i || k >= i+n) && r.words.aboutMode[tokens[k].lower]
	}
	return about && (n > 1 || v == "hybrid") || n > 1 && v != "none"
}

// near reports whether one of words is within three tokens of another.
func near(tokens []token, i int, words ...string) bool {
	for k := max(0, i-3); k < min(len(tokens), i+4); k++ {
		if k != i && slices.Contains(words, tokens[k].lower) {
			return true
		}
	}
	return false
}

// leadIn is how long the words before a salary may be that belong to it: "up to", "starting at".
const leadIn = 20

// salary is the salary in the posting's words.
func (r *reading) salary() string {
	if s := r.facts.salary; strings.ContainsAny(s, "0123456789") {
		if found, sure := salaryIn(s, true); sure > 0 && len(s) > 80 {
			return found
		}
		if found, sure := salaryIn(s, true); sure > 0 && strings.Index(s, found) > leadIn {
			return found // "The hiring range for this position is …"
		}
		if first := strings.TrimRight(sentencesOf(s)[0], ". "); strings.ContainsAny(first, "0123456789") {
			return first // "$165,000 - $195,000. We offer …"
		}
		return s
	}
	best, sure := "", 1
	for i, p := range r.parts {
		if p.in == EqualOpportunity || p.in == Chrome {
			continue
		}
		if found, n := salaryIn(p.text, false); n > 0 && (p.in != About || n > 1) {
			if i > 0 && r.words.labels[normal(r.parts[i-1].text)] == "salary" || r.words.labels[p.heading] == "salary" {
				n++
			}
			if n > sure {
				best, sure = found, n
			}
		}
	}
	return best
}

// typeOrder is the order in which kinds of work are named.
var typeOrder = []string{"Full-time", "Part-time", "Permanent", "Contract", "Temporary", "Internship", "Apprenticeship", "Freelance", "Per diem", "Volunteer"}

// types are the kinds of work: as data and labels say, else as short lines, the title and
// the first sentences do.
func (r *reading) types() string {
	found := map[string]bool{}
	collect := func(text string, most int) {
		tokens := tokensOf(strings.ReplaceAll(text, "_", " "))
		for i := 0; i < len(tokens); i++ {
			n, v := r.words.types.at(tokens, i)
			if n == 0 {
				if strings.EqualFold(tokens[i].text, "contractor") {
					v, n = "Contract", 1
				} else {
					continue
				}
			}
			if v == "Contract" && n == 1 && most == 0 || v == "Permanent" && most == 0 && i+1 < len(tokens) && tokens[i+1].lower == "resident" {
				continue
			}
			found[v] = true
			i += n - 1
		}
	}
	if r.facts.types != "" {
		collect(r.facts.types, 1)
	}
	if !hasTime(found) || len(found) == 1 && r.facts.types != "" {
		for i, p := range r.parts {
			if i < topLines && isShort(p) && !isSection(p.in) || isShort(p) && (p.in == Benefits || p.in == RoleText || p.in == NoSection) {
				collect(p.text, 1)
			}
		}
		collect(r.out.Title, 1)
	}
	if len(found) == 0 {
		for _, p := range r.parts {
			if p.in == About || p.in == EqualOpportunity || p.in == Chrome || p.in == Responsibilities || p.in == HowToApply || isSection(p.in) {
				continue
			}
			collect(p.text, 0)
		}
	}
	if len(found) == 0 {
		for _, p := range r.parts {
			if p.in == EqualOpportunity || p.in == Chrome || p.in == HowToApply {
				continue
			}
			for i := range p.tokens {
				n, v := r.words.types.at(p.tokens, i)
				if n > 0 && (v == "Full-time" || v == "Part-time" || v == "Permanent" && n == 1) && !near(p.tokens, i+n-1, "employees", "staff", "students", "student", "resident", "residents", "residency", "mitarbeitende", "salariés") {
					found[v] = true
				}
			}
		}
	}
	if !hasTime(found) {
		if t := r.hoursWeekly(); t != "" {
			found[t] = true
		}
	}
	if found["Contract"] && found["Permanent"] {
		delete(found, "Contract") // "permanent contract"
	}
	var all []string
	for _, t := range typeOrder {
		if found[t] {
			all = append(all, t)
		}
	}
	return strings.Join(all, ", ")
}

// hasTime reports whether kinds of work say how much of a week it takes.
func hasTime(found map[string]bool) bool { return found["Full-time"] || found["Part-time"] }

// hoursWeekly is whether the hours that short lines say are of a whole week: "20 Stunden pro Woche" is
// part-time, 35 and more are full-time; "" for none.
func (r *reading) hoursWeekly() string {
	for i, p := range r.parts {
		if !isShort(p) || isSection(p.in) && i > topLines || p.in == EqualOpportunity || p.in == About {
			continue
		}
		if m := weekly().FindStringSubmatch(p.text); m != nil {
			const whole = 35 // hours
			if n, err := strconv.Atoi(m[1]); err == nil && n >= 4 && n <= 48 {
				if n < whole {
					return "Part-time"
				}
				return "Full-time"
			}
		}
	}
	return ""
}

// weekly is how many hours a week has: of a range the first.
var weekly = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(\d{1,2})(?:[.,]\d{1,2})?(?:\s?[-–]\s?\d{1,2})? ?(?:hours?|hrs?|h|std\.?|stunden|wochenstunden|heures|horas)\.? ?(?:per|a|an?|/|pro|je|die|par|por|a la|semanales|hebdomadaires)? ?(?:week|wk|woche|semaine|semana|sem\b|semanales|hebdo)`)
})

// level is the level that a label or the title says.
func (r *reading) level() string {
	for _, text := range []string{r.out.Title, r.facts.title, r.facts.level} {
		tokens := tokensOf(text)
		order := []string{"intern", "senior", "mid", "junior"}
		found := map[string]bool{}
		for i := range tokens {
			n, v := r.words.levels.at(tokens, i)
			if n == 0 || v == "senior" && n == 1 && tokens[i].lower == "lead" && i > 0 && tokens[i-1].lower == "shift" || v == "senior" && i+1 < len(tokens) && (tokens[i+1].lower == "living" || tokens[i+1].lower == "care" || tokens[i+1].lower == "generation" || tokens[i].lower == "staff" && n == 1 && !technical(tokens[i+1:])) {
				continue
			}
			if tokens[i].lower == "staff" && n == 1 && i+1 == len(tokens) {
				continue
			}
			found[v] = true
		}
		for _, l := range order {
			if found[l] {
				return l
			}
		}
	}
	for i, p := range r.parts {
		if p.in == EqualOpportunity || p.in == Benefits || p.in == HowToApply || p.in == Responsibilities {
			continue
		}
		for k := range p.tokens {
			n, v := r.words.saidLevels.at(p.tokens, k)
			if n > 0 && (i < topLines && isShort(p) || k+n >= len(p.tokens) || r.isPosition(p.text[p.tokens[k+n-1].end:])) {
				return v
			}
		}
	}
	return ""
}

// isPosition reports whether a text goes on with a word for a job: "mid-level associate",
// "entry-level position".
func (r *reading) isPosition(rest string) bool {
	words := strings.Fields(rest)
	for _, w := range words[:min(len(words), 4)] {
		switch strings.ToLower(strings.Trim(w, ".,;")) {
		case "position", "role", "job", "opportunity", "stelle", "position.", "poste", "puesto", "hire":
			return true
		}
		if structure.TitleScore(strings.Trim(w, ".,;")) >= 0.9 && !strings.HasSuffix(strings.Trim(w, ".,;"), "s") {
			return true
		}
	}
	return false
}

// technical reports whether a title goes on with a word by which "staff" is a rank: Staff
// Engineer, but not Staff Nurse.
func technical(tokens []token) bool {
	return slices.ContainsFunc(tokens, func(t token) bool {
		switch t.lower {
		case "engineer", "developer", "scientist", "designer", "architect", "software", "researcher", "product", "data":
			return true
		}
		return false
	})
}
