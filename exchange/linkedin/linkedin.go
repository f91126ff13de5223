// Package linkedin reads LinkedIn's data export: a ZIP of CSV files, of all data or the
// part that is ready first, also when it was packed again.
//
// A file is told by its header row, not by its name, which is in the user's language.
// Connections, messages and whatever else is about others is not read. Of what is read
// every column has a field or is kept beside the fields; rows that say again what
// another says are passed over.
package linkedin

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"resumax/exchange/draft"
	"resumax/exchange/format"
	"resumax/resume"
)

// Format is LinkedIn's data export.
var Format = &format.Format{
	ID:         "linkedin",
	Name:       "LinkedIn data export",
	About:      "the ZIP that LinkedIn makes of your data",
	Extensions: []string{"zip"},
	Sniff:      sniff,
	Read:       read,
}

// What is unpacked at most. A CSV of a resume has some kilobytes.
const (
	fileLimit  = 8 << 20  // of one file, in bytes
	totalLimit = 32 << 20 // of all
	filesLimit = 2000     // that are looked at
	headLimit  = 16 << 10 // of a file, to tell what it is
)

func isZip(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// sniff knows the export by one of its files whose header row says a profile or positions.
func sniff(data []byte) bool {
	if !isZip(data) {
		return false
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	for _, f := range candidates(z) {
		head, _ := unpack(f, headLimit)
		if t := tableOf(head); t != nil {
			return true
		}
	}
	return false
}

// candidates are the files that may be tables, whatever they are called.
func candidates(z *zip.Reader) []*zip.File {
	var all []*zip.File
	for _, f := range z.File[:min(len(z.File), filesLimit)] {
		name := f.Name[strings.LastIndexAny(f.Name, `/\`)+1:]
		if strings.HasSuffix(strings.ToLower(name), ".csv") && !strings.HasPrefix(name, ".") && f.Flags&1 == 0 {
			all = append(all, f)
		}
	}
	return all
}

// unpack is a file's content up to a limit, and whether that is all of it.
func unpack(f *zip.File, limit int64) ([]byte, bool) {
	r, err := f.Open()
	if err != nil {
		return nil, false
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(data)) > limit {
		return data[:limit], false
	}
	return data, err == nil
}

func read(ctx context.Context, in format.Input) (format.Reading, error) {
	z, err := zip.NewReader(bytes.NewReader(in.Data), int64(len(in.Data)))
	if err != nil {
		return format.Reading{}, fmt.Errorf("%s is a damaged ZIP file: download the data export from LinkedIn again", in.Name)
	}
	r := &reader{tables: map[string][]row{}}
	left := int64(totalLimit)
	for _, f := range candidates(z) {
		if err := ctx.Err(); err != nil {
			return format.Reading{}, err
		}
		head, _ := unpack(f, headLimit)
		t := tableOf(head)
		if t == nil {
			continue
		}
		data, whole := unpack(f, min(fileLimit, left))
		left -= int64(len(data))
		name := f.Name[strings.LastIndexAny(f.Name, `/\`)+1:]
		rows, all := rowsOf(data, t)
		if !whole || !all {
			r.problems = append(r.problems, resume.Problem{Address: resume.Root, Text: fmt.Sprintf("“%s” is damaged or too long: only its beginning was read", name)})
		}
		r.tables[t.name] = append(r.tables[t.name], rows...)
		if left <= 0 {
			break
		}
	}
	if len(r.tables) == 0 {
		return format.Reading{}, fmt.Errorf("%s is a ZIP file without LinkedIn's tables of a profile or positions: ask LinkedIn for a copy of your data, and open the ZIP that it sends", in.Name)
	}
	r.read()
	return r.out.Reading(r.problems), nil
}

type reader struct {
	tables   map[string][]row
	out      draft.Resume
	problems []resume.Problem
}

// each takes the rows of a table, each once.
func (r *reader) each(table string, take func(row)) {
	seen := map[string]bool{}
	for _, row := range r.tables[table] {
		key := strings.ToLower(strings.Join(row.values, "\x00"))
		if !seen[key] {
			seen[key] = true
			take(row)
		}
	}
}

func (r *reader) read() {
	r.each("profile", r.profile)
	r.emails()
	r.each("phones", func(v row) {
		number := strings.TrimSpace(v.get("Number"))
		if ext := v.get("Extension"); ext != "" {
			number += " ext. " + ext
		}
		if !r.out.Basic("phone", number) {
			r.out.MoreBasic("otherPhones", number)
		}
	})
	r.each("positions", func(v row) {
		i := (&draft.Item{}).Text("name", v.get("Company Name")).Text("position", v.get("Title")).Text("location", v.get("Location"))
		i.Dates(v.get("Started On"), v.get("Finished On"))
		v.described(i, "summary", "highlights", "Description")
		v.rest(i)
		r.out.Add("work", i)
	})
	r.each("education", func(v row) {
		i := (&draft.Item{}).Text("institution", v.get("School Name")).Text("studyType", v.get("Degree Name")).Text("area", v.get("Field Of Study"))
		i.Dates(v.get("Start Date"), v.get("End Date"))
		v.described(i, "", "courses", "Notes")
		v.described(i, "", "courses", "Activities")
		v.rest(i)
		r.out.Add("education", i.Doubt("courses"))
	})
	var skills []string
	r.each("skills", func(v row) { skills = append(skills, v.get("Name")) })
	r.out.Add("skills", (&draft.Item{}).Texts("keywords", skills...))
	r.each("languages", func(v row) {
		i := (&draft.Item{}).Text("language", v.get("Name")).Text("fluency", proficiency(v.get("Proficiency")))
		v.rest(i)
		r.out.Add("languages", i)
	})
	r.each("certifications", func(v row) {
		i := (&draft.Item{}).Text("name", v.get("Name")).Text("issuer", v.get("Authority")).Day("date", v.get("Started On")).Text("url", v.get("Url"))
		i.Keep("validUntil", resume.Text(v.get("Finished On"))).Keep("number", resume.Text(v.get("License Number")))
		v.rest(i)
		r.out.Add("certificates", i)
	})
	r.each("projects", func(v row) {
		i := (&draft.Item{}).Text("name", v.get("Title")).Dates(v.get("Started On"), v.get("Finished On")).Text("url", v.get("Url"))
		v.described(i, "description", "highlights", "Description")
		v.rest(i)
		r.out.Add("projects", i)
	})
	r.each("publications", func(v row) {
		i := (&draft.Item{}).Text("name", v.get("Name")).Text("publisher", v.get("Publisher")).Day("releaseDate", v.get("Published On")).Text("url", v.get("Url"))
		v.described(i, "summary", "", "Description")
		v.rest(i)
		r.out.Add("publications", i)
	})
	r.each("honors", func(v row) {
		i := (&draft.Item{}).Text("title", v.get("Title")).Day("date", v.get("Issued On")).Text("awarder", v.get("Issuer"))
		v.described(i, "summary", "", "Description")
		v.rest(i)
		r.out.Add("awards", i)
	})
	r.each("volunteering", func(v row) {
		i := (&draft.Item{}).Text("organization", v.get("Company Name")).Text("position", v.get("Role")).Dates(v.get("Started On"), v.get("Finished On"))
		v.described(i, "summary", "highlights", "Description")
		i.Keep("cause", resume.Text(v.get("Cause")))
		v.rest(i)
		r.out.Add("volunteer", i)
	})
	for _, c := range []struct{ table, title string }{{"courses", "Courses"}, {"patents", "Patents"}, {"organizations", "Organizations"}, {"scores", "Test scores"}} {
		r.each(c.table, func(v row) { r.custom(c.title, v) })
	}
	r.each("recommendations", r.recommendation)
	for _, link := range r.accounts() {
		r.out.Profile(link)
	}
}

func (r *reader) custom(title string, v row) {
	i := (&draft.Item{}).Text("name", v.get("Name", "Title")).Text("position", v.get("Position")).Text("number", v.get("Number", "Application Number", "Patent Number"))
	i.Dates(v.get("Started On"), v.get("Finished On")).Day("date", v.get("Issued On", "Filed On", "Tested On", "Date")).Text("url", v.get("Url"))
	i.Text("organization", v.get("Issuer", "School Name"))
	i.Text("description", v.get("Score"))
	v.described(i, "summary", "highlights", "Description")
	v.rest(i)
	r.out.Add(r.out.Custom(title), i)
}

// recommendation takes what others say, where it is shown on the profile.
func (r *reader) recommendation(v row) {
	name := strings.TrimSpace(v.get("First Name") + " " + v.get("Last Name"))
	if status := v.get("Status"); status != "" && !strings.EqualFold(status, "VISIBLE") {
		r.out.Left("Recommendation of "+name+" that is not shown", v.get("Text"))
		return
	}
	i := (&draft.Item{}).Text("name", name)
	v.described(i, "reference", "", "Text")
	i.Keep("position", resume.Text(v.get("Job Title"))).Keep("company", resume.Text(v.get("Company")))
	v.rest(i)
	r.out.Add("references", i)
}

func (r *reader) profile(v row) {
	r.out.Basic("name", strings.TrimSpace(v.get("First Name")+" "+v.get("Last Name")))
	r.out.Basic("label", v.get("Headline"))
	r.out.Basic("summary", draft.Joined(blocks(v.get("Summary"))))
	place, address := v.get("Geo Location"), v.get("Address")
	r.out.Place("postalCode", v.get("Zip Code"))
	if place == "" {
		place, address = address, ""
	}
	r.out.Located(place, "")
	r.out.Place("address", address)
	r.out.KeepBasic("maidenName", resume.Text(v.get("Maiden Name")))
	r.out.KeepBasic("birthDate", resume.Text(v.get("Birth Date")))
	r.out.KeepBasic("industry", resume.Text(v.get("Industry")))
	for n, c := range v.table.columns {
		if !slices.Contains(profileColumns, c) && n < len(v.values) {
			r.out.KeepBasic(memberName(c), resume.Text(v.values[n]))
		}
	}
}

var profileColumns = []string{"first name", "last name", "maiden name", "address", "birth date", "headline", "summary", "industry", "zip code", "geo location", "twitter handles", "websites", "instant messengers"}

// emails takes the addresses, the primary one first.
func (r *reader) emails() {
	for _, primary := range []bool{true, false} {
		r.each("emails", func(v row) {
			if strings.EqualFold(v.get("Primary"), "yes") != primary {
				return
			}
			if mail := v.get("Email Address"); !r.out.Basic("email", mail) {
				r.out.MoreBasic("otherEmails", mail)
			}
		})
	}
}

// accounts are the websites and accounts of the profile.
func (r *reader) accounts() []*draft.Item {
	var all []*draft.Item
	r.each("profile", func(v row) {
		for _, entry := range listed(v.get("Websites")) {
			kind, url := split(entry)
			switch {
			case url == "":
			case !r.out.HasBasic("url") && (strings.EqualFold(kind, "PORTFOLIO") || strings.EqualFold(kind, "PERSONAL") || kind == ""):
				r.out.Basic("url", url)
			default:
				all = append(all, (&draft.Item{}).Text("network", words(kind)).Text("url", url))
			}
		}
		for _, handle := range listed(v.get("Twitter Handles")) {
			handle = strings.TrimPrefix(handle, "@")
			all = append(all, (&draft.Item{}).Text("network", "Twitter").Text("username", handle))
		}
		for _, entry := range listed(v.get("Instant Messengers")) {
			kind, name := split(entry)
			all = append(all, (&draft.Item{}).Text("network", words(kind)).Text("username", name))
		}
	})
	return all
}

// listed are the items of "[PORTFOLIO:https://…,OTHER:…]".
func listed(text string) []string {
	text = strings.TrimSpace(text)
	text = strings.TrimSuffix(strings.TrimPrefix(text, "["), "]")
	var all []string
	for part := range strings.SplitSeq(text, ",") {
		part = strings.TrimSpace(part)
		kind, _, ok := strings.Cut(part, ":")
		begins := ok && kind != "" && strings.Trim(kind, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_ ") == "" || strings.HasPrefix(part, "http") || strings.HasPrefix(part, "@")
		if n := len(all); n > 0 && !begins && strings.Contains(all[n-1], "://") {
			all[n-1] += "," + part // a comma in an address
			continue
		}
		if part != "" {
			all = append(all, part)
		}
	}
	return all
}

// split parts an item into what it is and what it says.
func split(entry string) (kind, rest string) {
	kind, rest, ok := strings.Cut(entry, ":")
	if !ok || strings.HasPrefix(rest, "//") {
		return "", entry
	}
	return strings.TrimSpace(kind), strings.TrimSpace(rest)
}

// words is a name of LinkedIn's as people write it: "RSS_FEED" as "Rss feed".
func words(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, "_", " "))
	if name == "" || name == "other" {
		return ""
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// proficiency is how well a language is known as LinkedIn shows it.
func proficiency(text string) string {
	if text == "" || text != strings.ToUpper(text) || !strings.Contains(text, "_") {
		return text
	}
	return words(text)
}
