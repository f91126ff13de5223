package resume

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isItem reports whether an object is an entry with the given fields, and not one
// that holds entries or groups under names of their own.
func isItem(v Value, fields []Field) bool {
	for _, m := range v.members {
		if m.Name == "id" || m.Name == "hidden" {
			return true
		}
		if fieldNamed(fields, m.Name) != nil {
			return true
		}
	}
	return false
}

// entriesOf makes a list of an object whose members are entries: {"Languages":
// ["Go", "C"]} of skills, {"German": "native"} of languages, {"acme": {…}} of work.
func entriesOf(v Value, fields []Field) Value {
	items := make([]Value, 0, len(v.members))
	for _, m := range v.members {
		head := Member{fields[0].Name, Text(m.Name)}
		if fields[0].Name == "network" && isBlank(m.Value) {
			continue // an account that is not there
		}
		switch m.Value.kind {
		case Null:
		case Object:
			if _, name, ok := memberOf(m.Value, fields, head.Name); ok && !isBlank(mustGet(m.Value, name)) {
				items = append(items, m.Value)
				break
			}
			items = append(items, Value{kind: Object, members: slices.Insert(slices.Clone(m.Value.Without(head.Name).members), 0, head)})
		case Array:
			if list := listField(fields); list != "" {
				items = append(items, Struct(head, Member{list, m.Value}))
				break
			}
			items = append(items, m.Value.items...)
		default:
			items = append(items, Struct(head, Member{second(m.Value, fields), m.Value}))
		}
	}
	return Value{kind: Array, items: items}
}

func mustGet(v Value, name string) Value {
	m, _ := v.Get(name)
	return m
}

// listField is the field that holds an entry's terms or bullets.
func listField(fields []Field) string {
	for _, shape := range []Shape{Words, Bullets} {
		for _, f := range fields {
			if f.Shape == shape {
				return f.Name
			}
		}
	}
	return ""
}

// second is the field that says of an entry's name what one text beside it says:
// a link's address, a language's fluency.
func second(v Value, fields []Field) string {
	if _, ok := Link(v.Raw()); ok && fieldNamed(fields, "url") != nil {
		return "url"
	}
	if len(fields) > 1 {
		return fields[1].Name
	}
	return fields[0].Name
}

// flatten makes a member that is a list or an object the text it says. It
// reports false where the member went elsewhere.
func (c *conformer) flatten(b *objectBuilder, m *Member, a Address, f *Field) bool {
	v := m.Value
	if isBlank(v) {
		c.emptied(a)
		return false
	}
	text, whole := oneText(v, f)
	if text == "" {
		c.setAside(b, *m, a, "text")
		return false
	}
	if !whole { // what the text does not say stays beside it
		b.putBeside(m.Name+kept, v)
	}
	c.note(a, "was %s instead of text; it is now “%s”", v.kind, text)
	m.Value = Text(text)
	return true
}

// oneText is the text that a list or an object says in a field, and whether it
// says all of it.
func oneText(v Value, f *Field) (text string, whole bool) {
	switch {
	case v.kind == Array && len(v.items) == 1:
		return oneText(v.items[0], f)
	case v.kind == Array && f.Shape == Prose:
		return flatLines(v, "\n"), true
	case v.kind == Array && (f.Shape == Line || f.Shape == PhoneLine):
		return flatLines(v, ", "), true
	case v.kind == Array: // of two addresses one has a place
		i := slices.IndexFunc(v.items, func(v Value) bool { return !isBlank(v) })
		if i < 0 {
			return "", false
		}
		text, _ = oneText(v.items[i], f)
		return text, false
	case v.kind != Object:
		return strings.TrimSpace(v.text), true
	case f.Shape == DateLine:
		return dateOf(v)
	case f.Name == "location" || f.Name == "city":
		if text, whole := placeOf(v); text != "" {
			return text, whole
		}
	case f.Shape == URLLine:
		return namedText(v, "url", "href", "link", "value")
	}
	if f.Shape != Line && f.Shape != Prose {
		return namedText(v, "value", "text", f.Name, "work", "personal", "mobile", "home", "main", "primary")
	}
	if f.Shape == Line {
		return flatLines(v, ", "), true
	}
	return flatText(v, f.Shape), true
}

// namedText is the first of the named texts of an object.
func namedText(v Value, names ...string) (text string, whole bool) {
	said := 0
	for _, m := range v.members {
		if !isBlank(m.Value) {
			said++
		}
	}
	for _, name := range names {
		if m, _ := v.Get(name); (m.kind == String || m.kind == Number) && strings.TrimSpace(m.text) != "" {
			return strings.TrimSpace(m.text), said == 1
		}
	}
	return "", false
}

// dateOf is the date of an object with a year and perhaps a month and a day.
func dateOf(v Value) (text string, whole bool) {
	y, _ := namedText(v, "year")
	if y == "" {
		return namedText(v, "date", "text", "value", "iso")
	}
	month, _ := namedText(v, "month")
	day, _ := namedText(v, "day")
	text = strings.TrimSpace(day + " " + month + " " + y)
	if strings.Trim(month+day, "0123456789") == "" {
		text = strings.Trim(y+"-"+month+"-"+day, "-")
	}
	d, ok := ParseDate(text)
	if !ok {
		return text, false
	}
	return d.ISO(), len(v.members) <= 3
}

// placeOf is the place that an object says, as resumes print that of a job: "City,
// Region", and the country only where there is no region.
func placeOf(v Value) (text string, whole bool) {
	o := object{v, Location, locationFields}
	p := Place{City: o.str("city"), Region: o.str("region"), CountryCode: o.str("countryCode")}
	if p.City != "" && p.Region != "" {
		p.CountryCode = ""
	}
	text = p.String()
	used := 0
	for _, part := range []string{p.City, p.Region, p.CountryCode} {
		if part != "" {
			used++
		}
	}
	for _, m := range v.members {
		if isBlank(m.Value) {
			used++
		}
	}
	return text, used == len(v.members)
}

// flatText is all that a value says as one text: "Title: description", and of a
// term "Go (expert)".
func flatText(v Value, shape Shape) string {
	if v.kind != Object && v.kind != Array {
		return strings.TrimSpace(v.text)
	}
	parts := leaves(nil, v)
	switch {
	case len(parts) == 0:
		return ""
	case len(parts) == 1:
		return parts[0]
	case v.kind == Array:
		return strings.Join(parts, ", ")
	case shape == Words:
		return parts[0] + " (" + strings.Join(parts[1:], ", ") + ")"
	}
	return strings.TrimSuffix(parts[0], ":") + ": " + strings.Join(parts[1:], ", ")
}

func flatLines(v Value, sep string) string { return strings.Join(leaves(nil, v), sep) }

// leaves appends the texts and numbers of a value, without names that only
// programs know.
func leaves(all []string, v Value) []string {
	switch v.kind {
	case String, Number:
		if s := strings.TrimSpace(v.text); s != "" {
			all = append(all, s)
		}
	case Array:
		for _, e := range v.items {
			all = leaves(all, e)
		}
	case Object:
		for _, m := range v.members {
			if !isPrivate(m.Name) {
				all = leaves(all, m.Value)
			}
		}
	}
	return all
}

// itemsOf parts one text into the items that it lists: its lines, without the
// characters before them, or the terms between commas.
func itemsOf(text string, shape Shape) []string {
	lines := listLines(text)
	if shape == Words && len(lines) == 1 {
		return terms(lines[0])
	}
	return lines
}

// listLines are the lines of a text without bullets. A bullet within a line
// begins an item too, as in "• one • two".
func listLines(text string) []string {
	var lines []string
	for _, line := range unnumbered(strings.Split(text, "\n")) {
		for part := range strings.SplitSeq(line, "•") {
			if part, _ = unbulleted(part); part != "" {
				lines = append(lines, part)
			}
		}
	}
	return lines
}

var itemNumber = expression(`^\s*(\d{1,3})[.)]\s+`)

// unnumbered are lines without their numbers, where several are numbered from 1
// on.
func unnumbered(lines []string) []string {
	at := numbered(lines)
	if len(at) == 0 {
		return lines
	}
	lines = slices.Clone(lines)
	for _, i := range at {
		lines[i] = itemNumber().ReplaceAllString(lines[i], "")
	}
	return lines
}

// numbered are the lines that are numbered from 1 on, where there are several.
func numbered(lines []string) []int {
	var at []int
	for i, line := range lines {
		if m := itemNumber().FindStringSubmatch(line); m != nil && m[1] == strconv.Itoa(len(at)+1) {
			at = append(at, i)
		}
	}
	if len(at) < 2 {
		return nil
	}
	return at
}

// bulletSigns are the characters that people put before a list's items.
const bulletSigns = "•‣◦▪▫■□●○◆◇➢➤►▶▸✓✔★☆·∙⁃"

// unbulleted is a line without the character that makes it an item of a list. A row of
// characters is none: "★★★☆".
func unbulleted(line string) (string, bool) {
	line = strings.TrimSpace(line)
	first, size := utf8.DecodeRuneInString(line)
	rest := strings.TrimSpace(line[size:])
	next, _ := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "" && (line == "-" || line == "*" || line == "•"):
		return "", true
	case rest == "" || strings.ContainsRune(bulletSigns, next):
		return line, false
	case strings.ContainsRune(bulletSigns, first):
		return rest, true
	case strings.ContainsRune("-*–—－", first), first == '+' && unicode.IsLetter(next):
		if space, _ := utf8.DecodeRuneInString(line[size:]); unicode.IsSpace(space) {
			return rest, true
		}
	}
	return line, false
}

// terms are the texts between the commas or semicolons of a line, of which those
// in parentheses part nothing.
func terms(line string) []string {
	sep := ','
	if strings.ContainsRune(line, ';') {
		sep = ';'
	}
	depth := 0
	fields := strings.FieldsFunc(line, func(r rune) bool {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		}
		return depth <= 0 && (r == sep || r == '、' || r == '|')
	})
	all := make([]string, 0, len(fields))
	for _, f := range fields {
		if f = strings.TrimSpace(f); f != "" {
			all = append(all, f)
		}
	}
	return all
}

// isPrivate reports whether a member is by its name meant for a program: its id,
// its order, an extension.
func isPrivate(name string) bool {
	switch strings.ToLower(name) {
	case "id", "_id", "uuid", "hidden", "visible", "enabled", "order", "slug", "key", "icon", "color", "class", "classname", "sort", "index", "type_id":
		return true
	}
	return strings.HasPrefix(name, "x-") || strings.HasPrefix(name, "_") || strings.HasPrefix(name, "$") || strings.HasPrefix(name, "@") ||
		strings.HasSuffix(name, "Id") || strings.HasSuffix(name, "Ids") || strings.HasSuffix(name, "_id")
}

// periods parts a start or an end that says both: "2010 – 2011".
func (c *conformer) periods(v Value, at Address, fields []Field) Value {
	if fieldNamed(fields, "startDate") == nil {
		return v
	}
	for _, name := range []string{"startDate", "endDate", "date"} {
		have, under, ok := memberOf(v, fields, name)
		if !ok || have.kind != String || fieldNamed(fields, name) == nil || fieldNamed(fields, name).Name != name {
			continue
		}
		if _, iso := parseISO(have.text); iso {
			continue
		}
		start, end, ok := ParsePeriod(have.text)
		if !ok || !c.agrees(v, fields, name, start, end) {
			continue
		}
		c.note(at.Child(under), "“%s” is saved as a start and an end", have.text)
		return withPeriod(v, fields, under, start, end)
	}
	return v
}

// agrees reports whether a period that the field name holds goes with what the
// other date of its entry says, if anything.
func (c *conformer) agrees(v Value, fields []Field, name string, start, end Date) bool {
	other, want := "endDate", end
	if name == "endDate" {
		other, want = "startDate", start
	}
	o := object{v, Root, fields}
	text := o.str(other)
	if text == "" || other == "endDate" && IsPresent(text) && end.IsZero() {
		return name != "date" || o.str("startDate") == ""
	}
	if name == "date" {
		return false
	}
	have, ok := parseDate(text, other == "endDate")
	return ok && have.ISO() == want.ISO()
}

// withPeriod is an object with a start and an end in place of the member that
// said both.
func withPeriod(v Value, fields []Field, under string, start, end Date) Value {
	members := make([]Member, 0, len(v.members)+1)
	for _, m := range v.members {
		f := fieldNamed(fields, m.Name)
		if m.Name == under {
			if !start.IsZero() {
				members = append(members, Member{"startDate", Text(start.ISO())})
			}
			if !end.IsZero() {
				members = append(members, Member{"endDate", Text(end.ISO())})
			}
			continue
		}
		if f != nil && (f.Name == "startDate" || f.Name == "endDate") && (isBlank(m.Value) || m.Name == f.Name) {
			continue // said by the period, or nothing
		}
		members = append(members, m)
	}
	return Value{kind: Object, members: members}
}

// networks are the members of basics in which some tools keep profiles.
var networks = map[string]string{"github": "GitHub", "gitlab": "GitLab", "linkedin": "LinkedIn", "twitter": "Twitter", "mastodon": "Mastodon",
	"bluesky": "Bluesky", "facebook": "Facebook", "instagram": "Instagram", "stackoverflow": "Stack Overflow", "medium": "Medium", "xing": "Xing",
	"orcid": "ORCID", "behance": "Behance", "dribbble": "Dribbble", "youtube": "YouTube", "skype": "Skype", "telegram": "Telegram", "bitbucket": "Bitbucket", "kaggle": "Kaggle"}

var linkLists = []string{"links", "social", "socials", "socialLinks", "socialMedia", "networks", "accounts"}

// contacts gathers what some tools spread over basics: a name in parts, profiles
// under the networks' names or as links.
func (c *conformer) contacts(v Value) Value {
	o := object{v, Basics, basicsFields}
	if first, last := o.first("firstName", "first_name", "givenName", "firstname"), o.first("lastName", "last_name", "familyName", "surname", "lastname"); o.str("name") == "" && first+last != "" {
		c.note(Basics.Child("name"), "was in parts; it is now “%s”", strings.TrimSpace(first+" "+last))
		v = Value{kind: Object, members: slices.Insert(slices.Clone(v.Without("name").members), 0, Member{"name", Text(strings.TrimSpace(first + " " + last))})}
	}
	v = c.websites(v)
	profiles, ok := v.Get("profiles")
	if !ok || isBlank(profiles) {
		for _, name := range linkLists {
			if links, _ := v.Get(name); (links.kind == Array || links.kind == Object) && links.Len() > 0 {
				c.note(Basics.Child(name), "is now kept as profiles")
				v = renamed(v.Without("profiles"), name, "profiles")
				profiles = links
				break
			}
		}
	}
	return c.flatProfiles(v, profiles)
}

// websites takes the address of the one website that old files name in an object.
func (c *conformer) websites(v Value) Value {
	sites, _ := v.Get("websites")
	all := leaves(nil, sites)
	if (object{v, Basics, basicsFields}).str("url") != "" || sites.kind != Object || len(all) != 1 {
		return v
	}
	c.note(Basics.Child("websites"), "is now kept as the website")
	return v.Without("url").Without("websites").With("url", Text(all[0]))
}

// flatProfiles gathers profiles that stand in basics under their networks' names.
func (c *conformer) flatProfiles(v, profiles Value) Value {
	if profiles.kind != Array && profiles.kind != Null {
		return v
	}
	items := slices.Clone(profiles.items)
	members := make([]Member, 0, len(v.members))
	for _, m := range v.members {
		network := networks[strings.ToLower(m.Name)]
		text := strings.TrimSpace(m.Value.Str())
		if network == "" || text == "" || mentions(profiles, text) {
			members = append(members, m)
			continue
		}
		name := "username"
		if _, ok := Link(text); ok {
			name = "url"
		}
		items = append(items, Struct(Member{"network", Text(network)}, Member{name, m.Value}))
		c.note(Basics.Child(m.Name), "is now kept as a profile")
	}
	if len(items) == len(profiles.items) {
		return v
	}
	return Value{kind: Object, members: members}.With("profiles", Value{kind: Array, items: items})
}

func mentions(v Value, text string) bool {
	return slices.ContainsFunc(leaves(nil, v), func(s string) bool { return s == text })
}

// first is the first text of the named members.
func (o object) first(names ...string) string {
	for _, name := range names {
		if m, _ := o.v.Get(name); m.kind == String && strings.TrimSpace(m.text) != "" {
			return strings.TrimSpace(m.text)
		}
	}
	return ""
}

// summaryNames are texts beside basics that are its summary.
var summaryNames = []string{"summary", "objective", "about", "aboutMe", "profile", "bio"}

// gathered brings to their places what some tools keep at others: sections that
// stand under two names, the summary beside basics.
func (c *conformer) gathered(root Value) Value {
	if bio, _ := root.Get("bio"); bio.kind == Object && isBlank(mustGet(root, "basics")) { // JSON Resume before 0.0.10
		c.note(Root.Child("bio"), "is now kept as the contact")
		root = renamed(root.Without("basics"), "bio", "basics")
	}
	for _, old := range legacySections {
		from, ok := root.Get(old.name)
		to, serves := sectionMember(root, old.section)
		if !ok || serves == old.name || isBlank(from) {
			continue
		}
		fields := fieldsAt(Root.Child(serves).Item(0))
		from, to = c.listed(from, Root.Child(old.name), fields), c.listed(to, Root.Child(serves), fields)
		if from.kind != Array || to.kind != Array && !isBlank(to) {
			continue
		}
		c.note(Root.Child(old.name), "is a second list of the same section; its entries now follow the others")
		root = root.Without(old.name).With(serves, Value{kind: Array, items: slices.Concat(to.items, from.items)})
	}
	basics, _ := root.Get("basics")
	if basics.kind != Object && basics.kind != Null || (object{basics, Basics, basicsFields}).str("summary") != "" {
		return root
	}
	for _, name := range summaryNames {
		if text, _ := root.Get(name); text.kind == String && strings.IndexFunc(text.text, unicode.IsSpace) > 0 {
			c.note(Root.Child(name), "is now kept as the summary")
			basics = basics.Without("summary").With("summary", text)
			root = root.Without(name)
			if i := root.index("basics"); i < 0 {
				return Value{kind: Object, members: slices.Insert(slices.Clone(root.members), 0, Member{"basics", basics})}
			}
			return root.With("basics", basics)
		}
	}
	return root
}
