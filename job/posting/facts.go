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
	yearsText                                                      string

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
		"posted": &f.posted, "closes": &f.closes, "degree": &f.degree, "years": &f.yearsText}[label]
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
	const amount = `(?:` + number + `)\s?(?:[kK]\b)?`
	one := currency + `\s?(?:` + amount + `)|(?:` + amount + `)\s?` + currency
	dash := `\s*(?:-|–|—|/|to|and|bis|und|à|et|a|y|hasta)\s*`
	period := `(?:\s*(?:gross|brutto|bruts?|brutos?|b/a)\b)*(?:\s*(?:per|a|an|/|pro|par|je|al|por|de l'|l'|im|in der|au|en)\s*(?:annum|year|yr|hour|hr|h|month|week|day|shift|mile|jahr|monat|stunde|std|an|mois|heure|año|mes|hora)\b\.?|\s*(?:annually|yearly|hourly|monthly|p\.?a\.?|jährlich|monatlich|mensuels?|annuels?|anuales|mensuales|bruts? annuels?|brutto im jahr|bruts? par an|brutos? anuales|/h))?`
	return regexp.MustCompile(`(?i)(?:(?:` + currency + `\s?)?(?:` + amount + `)` + dash + `(?:` + one + `)|(?:` + one + `)` + dash + `(?:` + amount + `)(?:\s?` + currency + `)?|` + one + `)` + period)
})

var periodOf = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:per|a|an|/|pro|par|je|al|por)\s*(?:annum|year|yr|hour|hr|h|month|week|jahr|monat|stunde|std|an|mois|heure|año|mes|hora)\b|annually|hourly|yearly|monthly|p\.a|jährlich|monatlich|mensuel|annuel|anual|mensual|brut`)
})

var payWord = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:salary|salaries|pay|paid|wages?|compensation|hourly|ote|base|rate|gehalt|vergütung|lohn|stundenlohn|jahresgehalt|entgelt|salaire|rémunération|salario|sueldo|retribución|remuneración|earn)\b`)
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

// salaryIn is the salary in a text; labeled where the text is known to say it.
func salaryIn(text string, labeled bool) (found string, sure int) {
	if !strings.ContainsAny(text, "0123456789") || len(text) > maxLine || !namesCurrency(text) {
		return "", 0
	}
	for _, at := range money().FindAllStringIndex(text, 8) {
		m := strings.TrimRight(strings.TrimSpace(text[at[0]:at[1]]), ".")
		after, before := text[at[1]:min(len(text), at[1]+24)], text[max(0, at[0]-60):at[0]]
		if strings.HasPrefix(strings.TrimSpace(after), "million") || strings.HasPrefix(after, "M") || strings.HasPrefix(after, "m ") || strings.HasPrefix(after, "B ") || strings.HasPrefix(after, "bn") || strings.HasPrefix(after, "+") && !labeled {
			continue
		}
		period, ranged := periodOf().MatchString(m), strings.ContainsAny(m, "-–—") || strings.Contains(m, " to ") || strings.Contains(m, " bis ") || strings.Contains(m, " à ") || strings.Contains(m, " and ")
		word := payWord().MatchString(before) || payWord().MatchString(after)
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
		case word, period || ranged && len(text) < 60:
			score = 2
		}
		if notPay().MatchString(before) || notPay().MatchString(after) {
			score -= 2
		}
		if score > sure {
			found, sure = m, score
		}
	}
	return found, sure
}
