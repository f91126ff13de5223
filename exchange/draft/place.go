package draft

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"resumax/assets"
	"resumax/assets/tomlfile"
	"resumax/resume"
)

// states are the short names of the states of the USA and the provinces of Canada, by
// which places there are told.
const states = " AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY" +
	" AB BC MB NB NL NS ON PE QC SK "

var (
	twoCapitals = regexp.MustCompile(`^[A-Z]{2}$`)
	// countries are the names of countries in the words of the recognizer, of which the
	// other lists do not matter here, and those with words in small letters.
	countries = sync.OnceValue(func() map[string]bool {
		const file = "structure/words.toml"
		data, err := fs.ReadFile(assets.Structure, file)
		var f struct{ Country string }
		if err == nil {
			_, err = tomlfile.Text{File: file, Data: data}.Decode(&f)
		}
		if err != nil {
			panic(err) // a fault of the build, which a test finds
		}
		all := map[string]bool{"the netherlands": true, "bosnia and herzegovina": true}
		for _, w := range strings.Fields(f.Country) {
			all[strings.ReplaceAll(w, "-", " ")] = true
		}
		return all
	})
	kinds = sync.OnceValue(func() map[string]string {
		var lists map[string][]string
		tomlfile.Embedded(assets.Structure, "structure/headings.toml", &lists)
		all := map[string]string{}
		for kind, names := range lists {
			for _, n := range names {
				all[n] = kind
			}
		}
		for _, key := range strings.Fields("summary work volunteer education awards certificates publications skills languages interests references projects") {
			for _, title := range resume.SectionTitles(key) { // what ResuMax writes itself in any language
				if title = headingName(title); all[title] == "" {
					all[title] = key
				}
			}
		}
		return all
	})
)

// KindOf is the section that a heading is of, "" for one that is not known.
func KindOf(heading string) string {
	return kinds()[headingName(heading)]
}

// headingName is a heading as the list of kinds has it.
func headingName(heading string) string {
	name := strings.ToLower(strings.Join(strings.FieldsFunc(heading, func(r rune) bool { return r == '_' || r == ' ' }), " "))
	return strings.ReplaceAll(name, "’", "'")
}

// PlaceOf is a place that is written in one line: "Berlin, DE", "San Francisco, CA".
// What two capitals mean is told by the country of the telephone number. It reports
// false where the parts are not told from each other.
func PlaceOf(text, phone string) (p resume.Place, sure bool) {
	parts := strings.Split(line(text), ",")
	for i := range parts {
		parts[i] = line(parts[i])
	}
	if slices.Contains(parts, "") || len(parts) > 3 {
		return resume.Place{City: line(text)}, line(text) == ""
	}
	p.City = parts[0]
	switch len(parts) {
	case 3:
		p.Region, p.CountryCode = parts[1], parts[2]
	case 2:
		american := !strings.HasPrefix(strings.TrimSpace(phone), "+") || strings.HasPrefix(strings.TrimSpace(phone), "+1")
		last := parts[1]
		switch {
		case twoCapitals.MatchString(last) && strings.Contains(states, " "+last+" ") && american:
			p.Region = last
		case twoCapitals.MatchString(last), countries()[strings.ToLower(last)]:
			p.CountryCode = last
		default:
			p.Region = last
		}
	}
	return p, true
}

// PrintedPlace is a place as resumes print it, as a value of JSON Resume. Where its parts
// are not told from each other all of it is the city, so that it prints as before.
func PrintedPlace(text, phone string) resume.Value {
	p, sure := PlaceOf(text, phone)
	if !sure || p.String() != text {
		p = resume.Place{City: text}
	}
	var members []resume.Member
	for _, m := range []struct{ name, text string }{{"city", p.City}, {"region", p.Region}, {"countryCode", p.CountryCode}} {
		if m.text != "" {
			members = append(members, resume.Member{Name: m.name, Value: resume.Text(m.text)})
		}
	}
	return resume.Struct(members...)
}
