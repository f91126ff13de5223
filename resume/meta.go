package resume

import (
	"slices"
	"strings"
)

// MetaMember is a row of the table of what ResuMax keeps in meta.resumax.
type MetaMember struct {
	Name     string
	Kind     Kind // the JSON shape of its value
	Exported bool // it goes with an export as JSON; what does not stays in the project's own file
	Looks    bool // it says how pages look, and goes with a PDF that holds its resume too
	Project  bool // it belongs to the project: all variants have the same
}

// metaMembers are the members of meta.resumax. What the owner works with (notes,
// other versions, applications) stays in the project's file, and so does every
// member that is not listed: a newer version may have put it there. The target role
// is nothing that a reader of the pages should learn.
var metaMembers = []MetaMember{
	{MetaFormat, Number, true, true, true},
	{MetaRole, String, true, false, false},
	{MetaLevel, String, true, false, false},
	{MetaDesign, String, true, true, false},
	{MetaPage, String, true, true, false},
	{MetaFit, Number, true, true, false},
	{MetaNumbers, Bool, true, true, false},
	{MetaLanguage, String, true, true, false},
	{MetaSections, Array, true, true, false},
	{MetaSettings, Object, true, true, false},
	{MetaWords, Array, false, false, true},
	{MetaVariants, Array, false, false, true},
	{MetaLists, Array, false, false, true},
	{MetaPostings, Array, false, false, true},
	{MetaApplications, Array, false, false, true},
	{MetaSent, Array, false, false, true},
	{MetaFacts, Object, false, false, true},
	{MetaLetters, Array, false, false, true},
	{MetaEmployers, Array, false, false, true},
	{MetaPrep, Object, false, false, true},
}

// The names of the members of meta.resumax.
const (
	MetaFormat       = "format"       // version of the file format
	MetaRole         = "role"         // the target role's id
	MetaLevel        = "level"        // junior, mid or senior
	MetaDesign       = "design"       // the design's id
	MetaPage         = "page"         // the paper: a4 or letter
	MetaFit          = "fit"          // how many pages there should be at most
	MetaNumbers      = "numbers"      // whether further pages have numbers
	MetaLanguage     = "language"     // the resume's language, a tag of BCP 47
	MetaSections     = "sections"     // order, headings and hiding of sections
	MetaSettings     = "settings"     // what the resume changes of each design
	MetaWords        = "words"        // words that no dictionary has and that are right
	MetaVariants     = "variants"     // overlays for other readers
	MetaLists        = "lists"        // lists that variants name things in, to find these again
	MetaPostings     = "postings"     // job postings
	MetaApplications = "applications" // what was applied for
	MetaSent         = "sent"         // the resume as applications got it, frozen
	MetaFacts        = "facts"        // what application forms ask beside the resume
	MetaLetters      = "letters"      // cover letters
	MetaEmployers    = "employers"    // what was noted about employers, for letters to them
	MetaPrep         = "prep"         // preparation of interviews
)

// MetaMembers is the table of the members of meta.resumax.
func MetaMembers() []MetaMember { return slices.Clone(metaMembers) }

// MetaAddress is where the member name of meta.resumax is.
func MetaAddress(name string) Address { return Settings.Child(name) }

// The addresses of the settings that are changed one by one.
const (
	FormatSetting   = Settings + "/" + MetaFormat
	RoleSetting     = Settings + "/" + MetaRole
	LevelSetting    = Settings + "/" + MetaLevel
	DesignSetting   = Settings + "/" + MetaDesign
	PageSetting     = Settings + "/" + MetaPage
	FitSetting      = Settings + "/" + MetaFit
	NumbersSetting  = Settings + "/" + MetaNumbers
	LanguageSetting = Settings + "/" + MetaLanguage

	sectionsSetting = Settings + "/" + MetaSections
	designSettings  = Settings + "/" + MetaSettings
	ownWords        = Settings + "/" + MetaWords

	// SettingsAside is where [Document.Conform] and the file's writer put what
	// stood where the settings belong.
	SettingsAside = Settings + "Original"
)

// metaMember is the row of a member of meta.resumax, nil for one that is not known.
func metaMember(name string) *MetaMember {
	i := slices.IndexFunc(metaMembers, func(m MetaMember) bool { return m.Name == name })
	if i < 0 {
		return nil
	}
	return &metaMembers[i]
}

// Meta is what ResuMax keeps about a document, in meta.resumax.
type Meta struct {
	Format int    // version of the file format, 0 where it is not said
	Role   string // the role pack's id, "" for none chosen
	Level  string // "junior", "mid" or "senior"; "" to derive it from the dates
	Design string // the design's id, "" for the default
	Page   string // "a4" or "letter"; "" to derive it from the country
	Fit    int    // how many pages it should have at most, 0 for any number

	Settings Value // what is said over designs, see [Meta.SettingsOver]

	Numbers bool // name and page number over every page but the first

	Language string // a tag of BCP 47, such as pt-BR; "" to derive it from the scripts

	Words []string // words that count as correct, though no dictionary has them
}

// FormatVersion is the newest version of the file format that this program
// writes and reads.
const FormatVersion = 1

// ownMeta is the value of meta.resumax.
func ownMeta(root Value) Value {
	meta, _ := root.Get("meta")
	v, _ := meta.Get("resumax")
	return v
}

func readMeta(root Value) Meta {
	v := ownMeta(root)
	o := objectAt(v, Settings)
	numbers, _ := v.Get(MetaNumbers)
	settings, _ := v.Get(MetaSettings)
	return Meta{
		Format:   number(v, MetaFormat),
		Role:     o.str(MetaRole),
		Level:    o.str(MetaLevel),
		Design:   o.str(MetaDesign),
		Page:     o.str(MetaPage),
		Fit:      number(v, MetaFit),
		Settings: settings,
		Numbers:  numbers.True(),
		Language: languageTag(o.str(MetaLanguage)),
		Words:    readWords(v),
	}
}

func number(v Value, name string) (n int) {
	m, _ := v.Get(name)
	return max(0, arrayIndex(m.Raw()))
}

func readWords(settings Value) []string {
	list, _ := settings.Get(MetaWords)
	var words []string
	for _, item := range list.Items() {
		if w := strings.TrimSpace(item.Str()); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// AddWord has a word count as correct.
func (d Document) AddWord(word string) (Document, error) {
	if list, _ := d.Get(ownWords); list.Kind() != Array {
		return d.Set(ownWords, Texts(word))
	}
	return d.SetText(ownWords.Item(d.ListLen(ownWords)), word)
}

// SetFit says how many pages the resume should have at most, 0 for any number.
func (d Document) SetFit(pages int) (Document, error) {
	if pages <= 0 {
		return d.Without(FitSetting), nil
	}
	return d.Set(FitSetting, Int(pages))
}

// SetNumbers says whether further pages have numbers.
func (d Document) SetNumbers(on bool) (Document, error) {
	if !on {
		return d.Without(NumbersSetting), nil
	}
	return d.Set(NumbersSetting, Flag(true))
}

// languageTag is a text that has the form of a language tag of BCP 47, "" for
// any other: two or three letters, and perhaps more subtags of letters and digits.
func languageTag(text string) string {
	for i, part := range strings.Split(text, "-") {
		if part == "" || len(part) > 8 || strings.Trim(part, tagSigns) != "" || i == 0 && (len(part) < 2 || len(part) > 3 || strings.Trim(part, tagSigns[:52]) != "") {
			return ""
		}
	}
	return text
}

const tagSigns = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
