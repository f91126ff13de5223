package posting

import (
	"cmp"
	"regexp"
	"strings"
	"sync"

	"resumax/resume"
)

// facts are what a posting says in fields rather than in sentences.
type facts struct {
	title, company, location, remote, salary, types, level, degree string
	years                                                          int
	posted, closes, url                                            string
	yearsText, workplace, region                                   string

	pageTitle  string   // what the page calls itself
	pageTitles []string // all its names
	siteName   string
	lines      []line // more lines of facts
}

// set sets a field by its label, unless it is known.
func (f *facts) set(label, value string) {
	value = strings.TrimSpace(value)
	if value == "" || len(value) > 200 {
		return
	}
	to := map[string]*string{"title": &f.title, "company": &f.company, "location": &f.location, "salary": &f.salary, "type": &f.types, "level": &f.level, "remote": &f.remote,
		"posted": &f.posted, "closes": &f.closes, "degree": &f.degree, "years": &f.yearsText, "workplace": &f.workplace, "region": &f.region}[label]
	if label == "type" && f.types != "" && !strings.Contains(strings.ToLower(f.types), strings.ToLower(value)) {
		value, f.types = f.types+", "+value, "" // "Appointment type: Seasonal", "Work schedule: Full-time"
	}
	if to == nil || *to != "" {
		return
	}
	if label == "posted" || label == "closes" {
		if value = day(value); value == "" {
			return
		}
	}
	*to = value
}

// merge takes what is not known from other facts.
func (f *facts) merge(o facts) {
	for _, p := range []struct{ to, from *string }{{&f.title, &o.title}, {&f.company, &o.company}, {&f.location, &o.location}, {&f.remote, &o.remote}, {&f.salary, &o.salary}, {&f.types, &o.types},
		{&f.level, &o.level}, {&f.degree, &o.degree}, {&f.posted, &o.posted}, {&f.closes, &o.closes}, {&f.url, &o.url}, {&f.pageTitle, &o.pageTitle}, {&f.siteName, &o.siteName}} {
		*p.to = cmp.Or(*p.to, *p.from)
	}
	f.years = max(f.years, o.years)
	f.pageTitles = append(f.pageTitles, o.pageTitles...)
	f.lines = append(f.lines, o.lines...)
}

// salaryOf takes a salary, a place and an employer from names and values in the shape of
// JSON-LD's.
func (f *facts) salaryOf(pairs []pair) {
	value := func(names ...string) string {
		for _, name := range names {
			for _, p := range pairs {
				if strings.EqualFold(p.name, name) {
					return p.value
				}
			}
		}
		return ""
	}
	f.company = cmp.Or(f.company, value("hiringOrganization name", "company name", "organization name"))
	if f.location == "" {
		var parts []string
		for _, name := range []string{"addressLocality", "addressRegion", "addressCountry"} {
			if v := value("jobLocation "+name, "location "+name, "address "+name); v != "" {
				parts = append(parts, v)
			}
		}
		f.location = strings.Join(parts, ", ")
	}
	if low := value("baseSalary minValue", "salary min", "salary minValue"); low != "" && f.salary == "" {
		f.salary = pay(map[string]any{"currency": value("baseSalary currency", "salary currency"),
			"value": map[string]any{"minValue": low, "maxValue": value("baseSalary maxValue", "salary max", "salary maxValue"), "unitText": value("baseSalary unitText", "salary unitText")}})
	}
}

// day is a day as 2026-03-31, "" for what is none.
func day(text string) string {
	const length = len("2026-03-31")
	if len(text) >= length && isDay(text[:length]) {
		return text[:length]
	}
	if len(text) > 60 {
		return ""
	}
	if d, ok := resume.ParseDate(text); ok && isDay(d.ISO()) {
		return d.ISO()
	}
	return ""
}

func isDay(text string) bool {
	if len(text) != 10 || text[4] != '-' || text[7] != '-' {
		return false
	}
	for i, c := range text {
		if i != 4 && i != 7 && (c < '0' || c > '9') {
			return false
		}
	}
	return text[5:7] >= "01" && text[5:7] <= "12" && text[8:] >= "01" && text[8:] <= "31"
}

// money is an amount or a range of amounts with its currency.
var money = sync.OnceValue(func() *regexp.Regexp {
	const currency = `(?:US\$|CA\$|C\$|A\$|AU\$|[$€£₹]|(?:USD|EUR|GBP|CHF|CAD|AUD|SEK|NOK|DKK|PLN|INR|Euro|euros?)\b)`
	const number = `\d{1,3}(?:[.,\x{a0}\x{202f} '’]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`
	const amount = `(?:` + number + `|\.\d{2,3})\s?(?:[kK]\b)?`
	one := currency + `\s?(?:` + amount + `)|(?:` + amount + `)\s?` + currency
	dash := `\s*(?:-|–|—|/|to|and|bis|und|à|et|a|y|hasta)\s*`
	const unit = `(?:annum|year|yr|hour|hr|h|month|week|wk|day|shift|mile|load|session|class|jahr|monat|stunde|std|an|mois|heure|año|mes|hora)\b\.?`
	period := `(?:\s*(?:gross|brutto|bruts?|brutos?|b/a)\b)*(?:\s*(?:per|a|an|/|pro|par|je|al|por|de l'|l'|im|in der|die|the|au|en|each|every)\s*` + unit + `|\s?(?:hr|wk|yr|pa|pw|ph|std)\b|\s*(?:hour|std|stunden)lohn|\s*(?:annually|yearly|hourly|monthly|p\.?a\.?|jährlich|monatlich|mensuels?|annuels?|anuales|mensuales|mensual|anual|bruts? annuels?|brutto im jahr|bruts? par an|brutos? anuales|/h|cpm|cents (?:per|a) mile|weekly|daily))?(?:,? DOE\b)?`
	const bare = `\b(?:\d{1,3}(?:[.,]\d{3})+|\d{1,6}(?:[.,]\d{1,2})?)\s?k?`
	unmarked := bare + `(?:` + dash + bare + `)?\s*(?:(?:per|an?|/|pro|par|p\.|por)\s*` + unit + `|hourly\b)|\.?\d{2}(?:\s*[-–]\s*\.?\d{2})?\s*(?:cpm\b|cents (?:per|a) mile)|` + bare + dash + bare + `\s?(?:k\b|per annum|p\.?a\b)`
	return regexp.MustCompile(`(?i)(?:(?:` + currency + `\s?)?(?:` + amount + `)` + dash + `(?:` + one + `)|(?:` + one + `)` + dash + `(?:` + amount + `)(?:\s?` + currency + `)?|` + one + `)` + period + `|` + unmarked)
})

var periodOf = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:per|a|an|/|pro|par|je|al|por|die|the|each)\s*(?:annum|year|yr|hour|hr|h|month|week|wk|mile|day|shift|jahr|monat|stunde|std|an|mois|heure|año|mes|hora)\b|annually|hourly|yearly|monthly|weekly|daily|\d\s?(?:hr|wk|yr|pa|ph)\b|cpm|cents|p\.a|jährlich|monatlich|mensuel|annuel|anual|mensual|brut`)
})

var payWord = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:salary|salaries|pay|paid|wages?|compensation|hourly|ote|base|rate|gehalt|vergütung|lohn|stundenlohn|jahresgehalt|entgelt|salaire|rémunération|salario|sueldo|retribución|remuneración|earn|tips|doe)\b`)
})

var notPay = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:budget|bonus|stipend|allowance|raised|funding|series [a-e]|revenue|million|billion|sign-on|signing|voucher|reimburse\w*|match|deductible|portfolio|turnover|umsatz|levée|chiffre d'affaires|assets|referral|up to \$\d+ (?:for|toward)|discount|per month toward|zuschuss|jobticket|prime de|contracts? worth|budgets? of)\b`)
})

// namesCurrency reports whether a text may have an amount of money: matching is slow.
func namesCurrency(text string) bool {
	if strings.ContainsAny(text, "$€£₹") {
		return true
	}
	low := strings.ToLower(text)
	for _, c := range []string{"usd", "eur", "gbp", "chf", "cad", "aud", "sek", "nok", "dkk", "pln", "inr"} {
		if strings.Contains(low, c) {
			return true
		}
	}
	return false
}

// unmarkedPay reports whether a text may have an amount without a currency: "19 an hour",
// "62 CPM", "pay 55-65k".
func unmarkedPay(text string) bool {
	return payUnit().MatchString(text) || payWord().MatchString(text)
}

var payUnit = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\d\s?(?:/|an? |per )\s?(?:hr|hour|h)\b|\d\s?(?:cpm\b|cents (?:per|a) mile|hourly\b)|\d\s?k\b`)
})

// clauseAround is what stands before and after a place in a text, up to what parts facts on a
// line: "Full-time | $38.50 - $54.20/hr | Sign-on bonus".
func clauseAround(text string, from, to int) (before, after string) {
	const reach = 60 // bytes
	before, after = text[max(0, from-reach):from], text[to:min(len(text), to+24)]
	for _, sep := range []string{" | ", " · ", " • ", "; ", "\t", ". "} {
		if i := strings.LastIndex(before, sep); i >= 0 {
			before = before[i+len(sep):]
		}
		if i := strings.Index(after, sep); i >= 0 {
			after = after[:i]
		}
	}
	return before, after
}

// salaryIn is the salary in a text; labeled where the text is known to say it.
func salaryIn(text string, labeled bool) (found string, sure int) {
	if !strings.ContainsAny(text, "0123456789") || len(text) > maxLine || !namesCurrency(text) && !unmarkedPay(text) {
		return "", 0
	}
	for _, at := range money().FindAllStringIndex(text, 8) {
		m := strings.TrimRight(strings.TrimSpace(text[at[0]:at[1]]), ".")
		before, after := clauseAround(text, at[0], at[1])
		if trimmed := strings.TrimSpace(after); strings.HasPrefix(trimmed, "million") || strings.HasPrefix(after, "M") || strings.HasPrefix(after, "m ") || strings.HasPrefix(after, "B ") || strings.HasPrefix(after, "bn") || strings.HasPrefix(after, "+") && !strings.HasPrefix(after, "+ ") && !labeled && !payWord().MatchString(before) {
			continue
		}
		marked := namesCurrency(m)
		period, ranged := periodOf().MatchString(m), strings.ContainsAny(m, "-–—") || strings.Contains(m, " to ") || strings.Contains(m, " bis ") || strings.Contains(m, " à ") || strings.Contains(m, " and ") || strings.Contains(m, " a ")
		word := payWord().MatchString(before) || payWord().MatchString(after)
		if !marked && !payUnit().MatchString(m) && !(word && (period || ranged)) && !labeled {
			continue // "3 a week"
		}
		score := 0
		if !labeled && !period && strings.IndexFunc(m, func(c rune) bool { return c >= '0' && c <= '9' }) == strings.LastIndexFunc(m, func(c rune) bool { return c >= '0' && c <= '9' }) {
			continue // one digit
		}
		switch {
		case labeled:
			score = 4
		case word && (period || ranged):
			score = 3
		case period && ranged:
			score = 3
		case word, period || ranged && (len(text) < 60 || pays(m)):
			score = 2
		}
		if tail := strings.ToLower(strings.TrimLeft(after, " ,(")); strings.HasPrefix(after, ", ") || strings.HasPrefix(tail, "plus") || strings.HasPrefix(tail, "+") || strings.HasPrefix(tail, "and") || strings.HasPrefix(tail, "with") {
			after = "" // "plus bonus"
		}
		if notPay().MatchString(before) || notPay().MatchString(after) {
			score -= 2
		}
		if strings.Contains(strings.ToLower(m), "cpm") || strings.Contains(strings.ToLower(m), "mile") {
			score = min(score, 2) // what drivers are paid in all says more
		}
		if score > sure || score == sure && score > 0 && strings.HasSuffix(strings.ToLower(found), "cpm") {
			found, sure = m, score
		}
	}
	return found, sure
}

// pays reports whether a range is of the size that people are paid a year: "$62-68k".
func pays(m string) bool {
	digits := strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return c
		}
		return -1
	}, m)
	low := strings.ToLower(m)
	return strings.HasSuffix(strings.TrimSpace(low), "k") && len(digits) >= 4 && len(digits) <= 6 || len(digits) >= 10 && len(digits) <= 12 && strings.HasSuffix(digits, "0")
}
