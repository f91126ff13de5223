package posting

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"resumax/exchange/structure"
	"resumax/language/terms"
)

// postalTown is a town with its postal code: "Claremont, CA 91711", "54568 Gerolstein".
var postalTown = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\p{Lu}[\p{L}.' -]{1,25}, [A-Z]{2} \d{5}\b|\b(?:D-)?\d{5} \p{Lu}[\p{L}-]{2,25}(?: (?:am|an der|bei|im) \p{Lu}[\p{L}-]+)?`)
})

// statedTown is a town with the letters of its state: "Burlington, VT".
var statedTown = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,2}, [A-Z]{2}\b`)
})

var townAndState = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\bin (\p{Lu}[\p{L}.']+(?: \p{Lu}[\p{L}.']+){0,2}, (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|ON|BC|AB|QC|MB|SK|NS|NB))\b`)
})

// department is a town with the number of its department: "Angers (49)".
var department = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\p{Lu}[\p{L}' -]+ \(\d{2,3}\)$`) })

// streetAt reports whether a text is the number and the name of a street.
func streetAt(text string) bool {
	words := strings.Fields(strings.ToLower(strings.Trim(text, " .,")))
	return len(words) > 1 && len(words) < 7 && slices.Contains([]string{"lane", "street", "st", "road", "rd", "avenue", "ave", "drive", "dr", "boulevard", "blvd", "way", "court", "ct", "place", "pl", "highway", "hwy", "parkway", "pkwy", "square", "terrace", "close", "crescent", "row", "quay", "suite"}, strings.Trim(words[len(words)-1], "."))
}

// abbreviatedState is a town with its state in short: "Querétaro, Qro.".
var abbreviatedState = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\p{Lu}[\p{L}.' -]{1,30}, \p{Lu}\p{Ll}{1,5}\.$`)
})

// departmentChip is a town behind the number of its department, as France Travail shows it.
var departmentChip = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:\d{2,3}|2[AB]) - (\p{Lu}[\p{L}' -]+?)(?: - Localiser.*)?$`)
})

// soundsLikePlace reports whether a text sounds like a place.
func soundsLikePlace(text string) bool {
	if town, region, ok := strings.Cut(strings.TrimSuffix(text, ")"), " ("); ok && isTown(town) && isRegion(region) {
		return true // "Rivière-du-Loup (Québec)"
	}
	return structure.PlaceScore(beforeBracket(text)) >= 0.8 || department().MatchString(text)
}

// placeInProse is the place that sentences name: "based in Tulsa", "am Standort Kassel", else the
// town of an address; "" for none.
func (r *reading) placeInProse() string {
	parts := r.parts[:min(len(r.parts), employerParts)]
	if place := r.placeOfEmployer(parts); place != "" {
		return place
	}
	if place := r.placeBehind(&r.words.places, parts); place != "" {
		return place
	}
	for _, p := range parts { // "for its night shift in Dayton, OH"
		if m := townAndState().FindStringSubmatch(p.text); m != nil && p.in != EqualOpportunity && p.in != Benefits {
			return m[1]
		}
	}
	for _, p := range parts {
		if place := r.townInState(p); place != "" && p.in != EqualOpportunity && p.in != Benefits {
			return place
		}
	}
	for _, p := range parts {
		if len(p.tokens) > 40 || p.in == Benefits {
			continue
		}
		if at := postalTown().FindString(p.text); at != "" {
			code := strings.TrimLeft(strings.TrimPrefix(at, "D-"), "0123456789")
			if code != at {
				return strings.TrimSpace(code)
			}
			return strings.TrimSpace(at[:len(at)-len("91711")])
		}
	}
	for _, p := range parts {
		if p.in == HowToApply || p.in == EqualOpportunity || p.in == Benefits {
			continue
		}
		for _, at := range statedTown().FindAllString(p.text, 3) {
			if isPlace(at) && organizationScore(at) < 0.7 {
				return at
			}
		}
	}
	if place := r.knownPlace(parts); place != "" {
		return place
	}
	if place := r.placeBehind(&r.words.seats, parts); structure.PlaceScore(place) >= 0.8 {
		return place
	}
	return ""
}

// placeOfEmployer is the place behind the employer's name: "Little Wrens Creche in Ballincollig, Co.
// Cork", "Fundación Sol, con sede en …" not.
func (r *reading) placeOfEmployer(parts []part) string {
	name := r.out.Company
	if len(name) < 3 {
		return ""
	}
	for _, p := range parts {
		at := wordsAt(p.text, name)
		if at < 0 || p.in == EqualOpportunity {
			continue
		}
		end := at + len(name)
		k := slices.IndexFunc(p.tokens, func(t token) bool { return t.start >= end })
		if k < 0 || k+1 >= len(p.tokens) || !slices.Contains([]string{"in", "à", "en", "near", "at", "de"}, p.tokens[k].lower) || !isName(p.tokens[k+1].text) || r.words.isTime(p.tokens[k+1].text) {
			continue
		}
		if place := r.placeFrom(p, k+1); place != "" {
			if town, ok := strings.CutSuffix(place, ","); ok {
				place = town
			}
			if rest := p.text[p.tokens[k+1].start+len(place):]; strings.HasPrefix(rest, ", Co. ") { // a county
				place += ", Co. " + strings.Trim(strings.Fields(rest)[2], ",.!")
			}
			return place
		}
	}
	return ""
}

// townInState is a town with its state or country behind "in": "in Galena, Illinois".
func (r *reading) townInState(p part) string {
	const longest = 3 // words of a town
	for k := 1; k+2 < len(p.tokens); k++ {
		if !r.words.inPlace[p.tokens[k-1].lower] {
			continue
		}
		end := k
		for end < len(p.tokens) && end-k < longest && isName(p.tokens[end].text) && !r.words.isTime(p.tokens[end].text) {
			end++
		}
		if end == k || end+1 >= len(p.tokens) || p.tokens[end].lower != "," || !isName(p.tokens[end+1].text) {
			continue
		}
		state := end + 1
		for _, to := range []int{state + 1, state} { // "North Carolina", "Illinois"
			if to >= len(p.tokens) || !isName(p.tokens[to].text) {
				continue
			}
			if text := p.text[p.tokens[k].start:p.tokens[to].end]; (structure.PlaceScore(text) >= 0.8 || isRegion(p.text[p.tokens[state].start:p.tokens[to].end])) && organizationScore(text) < 0.7 {
				return text
			}
		}
	}
	return ""
}

// knownPlace is a town that is known, where nothing says that it is the place of the job: alone on a
// line, before "office" and the like, or behind "in".
func (r *reading) knownPlace(parts []part) string {
	const short, early = 6, 40 // tokens, lines
	for _, p := range parts {
		if len(p.tokens) <= short && !isSection(p.in) && structure.PlaceScore(beforeBracket(p.text)) >= 0.8 && !r.words.remote.in(p.tokens) {
			return p.text
		}
	}
	for i, p := range parts {
		if p.in == EqualOpportunity || p.in == About && i > early {
			continue
		}
		for k := range p.tokens {
			if k == 0 || !isName(p.tokens[k].text) || r.words.isTime(p.tokens[k].text) {
				continue
			}
			town := p.tokens[k].text
			if k+1 < len(p.tokens) && isName(p.tokens[k+1].text) && structure.PlaceScore(town+" "+p.tokens[k+1].text) >= 0.8 {
				town += " " + p.tokens[k+1].text
			}
			if structure.PlaceScore(town) < 0.8 || r.words.remote.in(tokensOf(town)) {
				continue
			}
			next := k + len(strings.Fields(town))
			if next < len(p.tokens) && r.words.sites[p.tokens[next].lower] || i < early && r.words.inPlace[p.tokens[k-1].lower] && p.in != About {
				return town
			}
		}
	}
	return ""
}

// placeBehind is the place behind the first of some phrases, "" for none.
func (r *reading) placeBehind(cues *phrases, parts []part) string {
	for _, p := range parts {
		if p.in == EqualOpportunity {
			continue
		}
		for i := range p.tokens {
			n, _ := cues.at(p.tokens, i)
			if n == 0 || i+n >= len(p.tokens) {
				continue
			}
			if place := r.placeFrom(p, i+n); place != "" {
				return place
			}
		}
	}
	return ""
}

// placeFrom is the place that begins with a token of a line, "" for none: one that sounds like
// a place, or names with capitals up to a comma.
func (r *reading) placeFrom(p part, start int) string {
	for start < len(p.tokens) && r.isArticle(p.tokens[start].lower) && !isName(p.tokens[start].text) {
		start++
	}
	const longest = 4 // words of a town
	end := start
	for end < len(p.tokens) && end-start < longest && (isName(p.tokens[end].text) || end > start && placeParticle(p.tokens[end].lower)) && (end == start || p.tokens[end].start-p.tokens[end-1].end <= 1) {
		end++
	}
	for end > start && !isName(p.tokens[end-1].text) {
		end--
	}
	if end == start {
		return ""
	}
	if r.words.isTime(p.tokens[start].text) {
		return "" // "in August 2027"
	}
	town := strings.TrimSuffix(p.text[p.tokens[start].start:p.tokens[end-1].end], "'s")
	if end+1 < len(p.tokens) && p.tokens[end].lower == "," && isName(p.tokens[end+1].text) { // "Tulsa, OK"
		if wide := p.text[p.tokens[start].start:p.tokens[end+1].end]; structure.PlaceScore(wide) >= 0.8 {
			return wide
		}
	}
	if structure.PlaceScore(town) >= 0.8 {
		return town
	}
	if _, term := terms.Default().Lookup(town); term {
		return ""
	}
	if strings.ContainsAny(town, "0123456789'’") || key(town) == key(r.out.Company) || structure.TitleScore(town) >= 0.5 || organizationScore(town) >= 0.7 || notEmployer(town) || generic(town) || isCapitals(town) && len(town) < 5 || r.words.isTime(town) {
		return ""
	}
	return town
}

func placeParticle(w string) bool {
	switch w {
	case "am", "an", "der", "im", "de", "la", "le", "sur", "sous", "en", "del", "los", "las", "of", "upon", "bei", "-":
		return true
	}
	return false
}

// isTime reports whether a word is a month or a day.
func (w *words) isTime(text string) bool {
	return !strings.ContainsAny(text, "0123456789") && (day(text+" 2020") != "" || day("1 "+text+" 2020") != "")
}

// isPlace reports whether a text is a place for sure: one that sounds so, or a town with a
// state's letters and no comma: "Joplin MO".
func isPlace(text string) bool {
	if soundsLikePlace(text) {
		return true
	}
	text = strings.TrimSpace(beforeBracket(text))
	if structure.PlaceScore(text) >= 0.8 {
		return true
	}
	words := strings.Fields(text)
	n := len(words)
	if n < 2 || n > 4 || len(words[n-1]) != 2 || !isCapitals2(words[n-1]) || !isTown(strings.Join(words[:n-1], " ")) {
		return false
	}
	return structure.PlaceScore(strings.Join(words[:n-1], " ")+", "+words[n-1]) >= 0.8
}

func isCapitals2(w string) bool { return w == strings.ToUpper(w) && w != strings.ToLower(w) }

// withPlace parts a text into an employer and the place behind it: "Hartwell Freight Lines,
// Joplin MO", "The Copper Lantern in Portland, ME"; sure where the place is known to be one.
// Without a place the whole is the employer.
func withPlace(text string) (employer, place string, sure bool) {
	if left, right, ok := strings.Cut(text, ", "); ok && isPlace(text) && isPlace(right) && strings.Contains(right, ",") {
		town, _, _ := strings.Cut(right, ", ")
		if !isRegion(town) && !strings.ContainsAny(left, "0123456789") {
			return left, right, true // "Ironbark Fabrication, Toledo, Ohio", but not "Austin, Texas, USA"
		}
	}
	if all := strings.Split(text, ", "); len(all) > 2 && isName(all[0]) && !strings.ContainsAny(all[0][:1], "0123456789") && all[1] != "" && all[1][0] >= '0' && all[1][0] <= '9' {
		return all[0], strings.Join(all[2:], ", "), true // "Sharp & Fade Barbershop, 12 Cowley Road, Oxford"
	}
	if isPlace(text) && (organizationScore(text) < 0.7 || isStated(text)) {
		return "", text, true
	}
	for _, sep := range []string{", ", " in ", " à ", " en ", " ("} {
		for from := 0; ; {
			i := strings.Index(text[from:], sep)
			if i < 0 {
				break
			}
			i += from
			from = i + len(sep)
			left, right := strings.TrimSpace(text[:i]), strings.Trim(text[from:], " ()")
			if left == "" || legalForm(right) {
				continue
			}
			if sep != ", " && abbreviatedState().MatchString(right) { // "Clínica San Aurelio en Querétaro, Qro."
				return left, right, true
			}
			if isPlace(right) && (sep != ", " || !isPlace(left) || organizationScore(left) >= 0.7) || sep == ", " && isTownIn(right) {
				return left, right, true
			}
			if town, region, ok := strings.Cut(right, ", "); sep == ", " && ok && isTown(town) && isTown(region) && organizationScore(left) >= 0.7 && organizationScore(right) < 0.7 {
				return left, right, false // "Penrose Academies Trust, Truro, Cornwall"
			}
			if (sep == " in " || sep == ", ") && !strings.ContainsAny(right, ",&") && !strings.Contains(right, " and ") && isTown(right) && organizationScore(right) < 0.5 && isName(left) && !generic(right) {
				return left, right, false
			}
		}
	}
	return text, "", false
}

// isStated reports whether a text is a town of one or two words with the letters of its state,
// whatever the town sounds like: "El Centro, CA".
func isStated(text string) bool {
	return len(strings.Fields(text)) <= 3 && statedTown().FindString(text) == text
}

// isRegion reports whether a text is a state, a region or a country, which a town may stand before.
func isRegion(text string) bool {
	if county, ok := strings.CutPrefix(strings.TrimPrefix(text, "Co. "), "County "); ok && isTown(county) || strings.HasPrefix(text, "Co. ") && isTown(text[len("Co. "):]) {
		return true // "Co. Kerry"
	}
	return structure.PlaceScore("Xtown, "+text) >= 0.8
}

// isTownIn reports whether a text is a town with the region that it is in: "Truro, Cornwall".
func isTownIn(text string) bool {
	town, region, ok := strings.Cut(text, ", ")
	return ok && isTown(town) && isRegion(region) && organizationScore(town) < 0.7
}

// legalForm reports whether a text is what stands behind an employer's name: "Inc.".
func legalForm(text string) bool {
	return wordsOf("en").legal[strings.ToLower(strings.Trim(text, " ."))]
}

// employerIn parts what a label gives as the place, where it names an employer: the last of its
// parts that sounds like one, and what is left.
func employerIn(text string) (employer, place string) {
	if employer, place, sure := withPlace(text); sure && employer != "" {
		return employer, place
	}
	all := strings.Split(text, ", ")
	for i := len(all) - 1; i >= 0; i-- {
		if organizationScore(all[i]) >= 0.7 {
			employer := all[i]
			return employer, strings.Join(slices.Delete(all, i, i+1), ", ")
		}
	}
	return "", text
}
