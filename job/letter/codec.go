package letter

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"resumax/resume"
)

// Letters is where letters are, a list.
var Letters = resume.MetaAddress(resume.MetaLetters)

// Employers is where notes on employers are, a list.
var Employers = resume.MetaAddress(resume.MetaEmployers)

// The names of a letter's members that are edited one by one.
const (
	MemberLanguage   = "language"
	MemberCountry    = "country"
	MemberDate       = "date"
	MemberPlace      = "place"
	MemberTo         = "to" // the addressee, an object
	MemberName       = "name"
	MemberTitle      = "title"
	MemberEmployer   = "employer"
	MemberAddress    = "address"
	MemberSubject    = "subject"
	MemberSalutation = "salutation"
	MemberParagraphs = "paragraphs"
	MemberClosing    = "closing"
	MemberSignature  = "signature"
	MemberEnclosures = "enclosures"
)

// field is a text of a letter with the names that lead to it.
type field struct {
	path []string
	text *string
}

// fields are the texts of a letter but for its paragraphs.
func (l *Letter) fields() []field {
	return []field{
		{[]string{"id"}, &l.ID}, {[]string{"variant"}, &l.Variant}, {[]string{"posting"}, &l.Posting},
		{[]string{MemberLanguage}, &l.Language}, {[]string{MemberCountry}, &l.Country}, {[]string{MemberDate}, &l.Date}, {[]string{MemberPlace}, &l.Place},
		{[]string{MemberTo, MemberName}, &l.To.Name}, {[]string{MemberTo, MemberTitle}, &l.To.Title},
		{[]string{MemberTo, MemberEmployer}, &l.To.Employer}, {[]string{MemberTo, MemberAddress}, &l.To.Address},
		{[]string{MemberSubject}, &l.Subject}, {[]string{MemberSalutation}, &l.Salutation}, {[]string{MemberClosing}, &l.Closing},
		{[]string{MemberSignature}, &l.Signature}, {[]string{MemberEnclosures}, &l.Enclosures},
	}
}

// Value is a letter as an object of a resume's file.
func (l Letter) Value() resume.Value { return l.Update(resume.Struct()) }

// FromValue is the letter that an object of a resume's file is. Members that are missing or
// of another type are left empty: the file may be another program's.
func FromValue(v resume.Value) Letter {
	var l Letter
	for _, f := range l.fields() {
		*f.text = at(v, f.path...).Str()
	}
	for _, p := range at(v, MemberParagraphs).Items() {
		l.Paragraphs = append(l.Paragraphs, p.Str())
	}
	return l
}

// Update is the object that a letter is in with what the letter says now. Members that it
// knows nothing of stay.
func (l Letter) Update(old resume.Value) resume.Value {
	out := old
	for _, f := range l.fields() {
		if out = with(out, f.path, *f.text); f.path[0] == MemberSalutation && (len(l.Paragraphs) > 0 || !at(out, MemberParagraphs).IsNull()) {
			out = out.With(MemberParagraphs, resume.Texts(l.Paragraphs...))
		}
	}
	return out
}

// with is an object with a text where the names lead to, without the member for "".
func with(v resume.Value, path []string, text string) resume.Value {
	name := path[0]
	switch {
	case len(path) > 1:
		inner := at(v, name)
		if inner.Kind() != resume.Object {
			inner = resume.Struct()
		}
		if inner = with(inner, path[1:], text); inner.Len() > 0 {
			return v.With(name, inner)
		}
		return v.Without(name)
	case text == "":
		return v.Without(name)
	}
	return v.With(name, resume.Text(text))
}

// at is a member of a member, null where there is none.
func at(v resume.Value, names ...string) resume.Value {
	for _, name := range names {
		v, _ = v.Get(name)
	}
	return v
}

// All are the letters of a document, in the order of the file.
func All(d resume.Document) []Letter {
	list, _ := d.Get(Letters)
	var all []Letter
	for _, v := range list.Items() {
		all = append(all, FromValue(v))
	}
	return all
}

// For is the letter of a variant, "" for that of the base, and where it is. Of several it is
// the last, which was begun last.
func For(d resume.Document, variant string) (Letter, resume.Address, bool) {
	all := All(d)
	for i, l := range slices.Backward(all) {
		if l.Variant == variant {
			return l, Letters.Item(i), true
		}
	}
	return Letter{}, "", false
}

// Passage is a text of a letter and where it is.
type Passage struct {
	Address resume.Address
	Text    string
}

// Texts are the paragraphs of the letter of a variant, "" for that of the base.
func Texts(d resume.Document, variant string) (all []Passage) {
	l, at, ok := For(d, variant)
	if !ok {
		return nil
	}
	for i, text := range l.Paragraphs {
		all = append(all, Passage{at.Child(MemberParagraphs).Item(i), text})
	}
	return all
}

// Add is the document with one letter more, and where it is. The letter gets an id if it has
// none.
func Add(d resume.Document, l Letter) (resume.Document, resume.Address, error) {
	all := All(d)
	if l.ID == "" {
		for n := 1; l.ID == "" || slices.ContainsFunc(all, func(o Letter) bool { return o.ID == l.ID }); n++ {
			l.ID = "letter-" + strconv.Itoa(n)
		}
	}
	list, _ := d.Get(Letters)
	if list.Kind() != resume.Array {
		next, err := d.Set(Letters, resume.List(l.Value()))
		return next, Letters.Item(0), err
	}
	at := Letters.Item(list.Len())
	next, err := d.Insert(at, l.Value())
	return next, at, err
}

// The members of a note on an employer.
const (
	memberEmployerName = "name"
	memberWhy          = "why"
)

// EmployerKey is what names of one employer have in common: small letters, without
// punctuation and legal forms.
func EmployerKey(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' && r != '+' && r != '.'
	})
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, ".", "")
	}
	for len(words) > 1 && strings.Contains(legalForms, " "+words[len(words)-1]+" ") {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// legalForms end the names of companies.
const legalForms = " inc llc ltd limited plc corp corporation co company gmbh ag se kg ohg ug mbh ev eg sa sas sarl sarlu sl slu srl spa bv nv ab as oy aps ltda eireli lda pty pte llp lp ggmbh cv de & "

// Why is what was noted about why one would work for an employer, and where that is; "" for
// nothing.
func Why(d resume.Document, employer string) (text string, where resume.Address) {
	key := EmployerKey(employer)
	if key == "" {
		return "", ""
	}
	list, _ := d.Get(Employers)
	for i, v := range list.Items() {
		if EmployerKey(at(v, memberEmployerName).Str()) == key {
			return at(v, memberWhy).Str(), Employers.Item(i).Child(memberWhy)
		}
	}
	return "", ""
}

// WhyEdit is the edit that notes why one would work for an employer.
func WhyEdit(employer, text string) resume.Edit {
	return func(d resume.Document) (resume.Document, error) {
		if _, where := Why(d, employer); where != "" {
			return d.SetText(where, text)
		}
		note := resume.Struct(resume.Member{Name: memberEmployerName, Value: resume.Text(employer)}, resume.Member{Name: memberWhy, Value: resume.Text(text)})
		list, _ := d.Get(Employers)
		if list.Kind() != resume.Array {
			return d.Set(Employers, resume.List(note))
		}
		return d.Insert(Employers.Item(list.Len()), note)
	}
}
