package posting

import (
	"regexp"
	"strings"
	"sync"

	"resumax/exchange/structure"
	"resumax/language/terms"
)

// postalTown is a town with its postal code: "Claremont, CA 91711", "54568 Gerolstein".
var postalTown = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\p{Lu}[\p{L}.' -]{1,25}, [A-Z]{2} \d{5}\b|\b(?:D-)?\d{5} \p{Lu}[\p{L}-]{2,25}(?: (?:am|an der|bei|im) \p{Lu}[\p{L}-]+)?`)
})

var townAndState = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\bin (\p{Lu}[\p{L}.']+(?: \p{Lu}[\p{L}.']+){0,2}, (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|ON|BC|AB|QC|MB|SK|NS|NB))\b`)
})

// department is a town with the number of its department: "Angers (49)".
var department = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\p{Lu}[\p{L}' -]+ \(\d{2,3}\)$`) })

// soundsLikePlace reports whether a text sounds like a place.
func soundsLikePlace(text string) bool {
	return structure.PlaceScore(beforeBracket(text)) >= 0.8 || department().MatchString(text)
}

// placeInProse is the place that sentences name: "based in Tulsa", "am Standort Kassel", else the
// town of an address; "" for none.
func (r *reading) placeInProse() string {
	parts := r.parts[:min(len(r.parts), employerParts)]
	if place := r.placeBehind(&r.words.places, parts); place != "" {
		return place
	}
	for _, p := range parts { // "for its night shift in Dayton, OH"
		if m := townAndState().FindStringSubmatch(p.text); m != nil && p.in != EqualOpportunity && p.in != Benefits {
			return m[1]
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
	if place := r.knownPlace(parts); place != "" {
		return place
	}
	if place := r.placeBehind(&r.words.seats, parts); structure.PlaceScore(place) >= 0.8 {
		return place
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
			if k == 0 || !isName(p.tokens[k].text) {
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
	if strings.ContainsAny(town, "0123456789'’") || key(town) == key(r.out.Company) || structure.TitleScore(town) >= 0.5 || structure.OrganizationScore(town) >= 0.7 || notEmployer(town) || generic(town) || isCapitals(town) && len(town) < 5 || r.words.isTime(town) {
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
	return day(text+" 2020") != "" || day("1 "+text+" 2020") != ""
}
