package design

import (
	"fmt"
	"strconv"
	"strings"
)

// Design is how a resume's page looks. Lengths are points (1/72 inch) unless
// said otherwise.
type Design struct {
	ID          string `toml:"-"` // the file's name without its ending
	Name        string
	Description string

	Page      Margins
	Scale     Scale
	Colors    Palette `toml:"colours"`
	Style     Styles
	Space     Space
	Rule      Rule
	Bullet    Bullet
	Contact   Contact
	Paragraph Paragraph
	Photo     Photo
	Dates     Dates
	Timeline  Timeline
	Columns   Columns
	Fit       Fit

	said  map[string]bool // the keys that its file, or settings over it, give a value
	plain *Design         // it before it was scaled, with the same said; nil while it is read
}

// Margins are the page's empty borders, in millimeters.
type Margins struct{ Top, Bottom, Left, Right float64 }

// Palette is the design's colors. Text stands on white or on the tint.
// A tinted column without a tint has a pale shade of the accent.
type Palette struct{ Text, Muted, Accent, Rule, Tint Color }

// Styles says how each part of a resume is set.
type Styles struct {
	Body         Style // running text, and what the other styles start from
	Name         Style // the person's name
	Label        Style // the line under the name
	Contact      Style // e-mail, telephone, place, links
	Heading      Style // a section's heading
	Title        Style // what an entry is, such as the position held
	Organization Style `toml:"organisation"` // where it was, such as the employer
	Place        Style // the entry's place and further details
	Dates        Style // when it was
	Group        Style // the name of a group of skills
}

// Style is how text is set.
type Style struct {
	Family   string  // one of package fonts' families, or one that is installed
	Size     float64 // type size
	Leading  float64 // from one baseline to the next
	Tracking float64 // added between letters, in parts of the size
	Bold     bool
	Italic   bool
	Capitals bool   // set in capitals whatever was typed
	Align    string // "left", "center" or "justify" within its lines; "" is left
	Color    string `toml:"colour"` // "text", "muted" or "accent"
}

// Space is the empty space between parts of the page, added to their leading.
type Space struct {
	Contact   float64 // between the label and the contact lines
	Heading   float64 // over a heading
	Rule      float64 // between a heading and its rule
	Section   float64 // between the rule and the section's first line
	Entry     float64 // over an entry that is not its section's first
	Position  float64 // over a further position at one employer
	Record    float64 // between entries of one line each, such as certificates
	Paragraph float64 // over a paragraph
	Bullet    float64 // over a bullet
	Group     float64 // over a group of skills
	Column    float64 // least gap between what is left and right in a line
}

// namedSpace is a space with the name it has in a file.
type namedSpace struct {
	name  string
	space *float64
}

func (s *Space) all() []namedSpace {
	return []namedSpace{{"contact", &s.Contact}, {"heading", &s.Heading}, {"rule", &s.Rule}, {"section", &s.Section},
		{"entry", &s.Entry}, {"position", &s.Position}, {"record", &s.Record}, {"paragraph", &s.Paragraph},
		{"bullet", &s.Bullet}, {"group", &s.Group}, {"column", &s.Column}}
}

// Rule is the line that goes with a heading. No thickness means no line.
type Rule struct {
	Thickness float64
	Place     string // "under" the heading, "over" it, "beside" it up to the right edge; "" is under
}

// Bullet is how the points of a list are marked.
type Bullet struct {
	Sign   string
	Indent float64 // from the margin to the text
	Offset float64 // from the margin to the character
}

// Contact is how the contact line is set.
type Contact struct {
	Separator string // stands between two parts, with a space on either side
}

// Paragraph is how text is broken into lines.
type Paragraph struct {
	Rag       float64 // how uneven ragged lines may end, in ems
	Hyphenate bool    // words may be broken, by the rules of the resume's language
	Hang      bool    // punctuation hangs over the margins
	// Looseness is how many lines more than the best a justified paragraph should
	// have, or fewer if it is negative (The TeXbook, chapter 14).
	Looseness int
}

// Photo is where the picture stands. Lengths are millimeters.
type Photo struct {
	Height, Gap float64
	Hidden      bool // it is not shown, even if the resume has one
}

// Dates is how an entry says when it was.
type Dates struct {
	// Place is "right" for the right edge of the entry's first line, "above"
	// for a line of their own over the title, "below" for the end of the
	// entry's last line; "" is right. Entries of one line always have them right.
	Place string
	// Format is "short" for Mar 2021, "long" for March 2021, "numeric" for
	// 03/2021, "iso" for 2021-03, "year" for 2021; "" is short.
	Format string
}

// Timeline is a line beside the entries of a section with a mark at each.
type Timeline struct {
	Indent    float64 // how far entries stand in from the margin; 0 for no timeline
	Thickness float64 // of the line
	Mark      float64 // how wide and high a mark is
}

// Columns says what is in a narrow column at the left. It is on the first
// page alone; what follows has the whole width.
type Columns struct {
	Width    float64  // millimeters; 0 for no such column
	Gap      float64  // millimeters between it and the other one
	Sections []string // keys of its sections, and "contact"
	Tinted   bool     // it stands on the color tint
}

// Millimeter is a millimeter in points.
const Millimeter = 72 / 25.4

// PageSize is a size of paper in points. The zero PageSize means A4.
type PageSize struct{ Width, Height float64 }

// The sizes that resumes are printed on.
var (
	A4     = PageSize{210 * Millimeter, 297 * Millimeter}
	Letter = PageSize{612, 792}
)

// FindPage is the page size with the name "a4" or "letter".
func FindPage(name string) (PageSize, bool) {
	switch name {
	case "a4":
		return A4, true
	case "letter":
		return Letter, true
	}
	return PageSize{}, false
}

// PageFor is the usual paper in a country, by its ISO 3166-1 alpha-2 code, or its
// name in English or a language of the country, as resumes have it: Letter where
// North American paper is used (Unicode CLDR's measurementData, paperSize
// US-Letter), else A4.
func PageFor(country string) PageSize {
	switch strings.ToUpper(strings.TrimRight(strings.TrimSpace(country), ".")) {
	case "USA", "U.S", "U.S.A", "UNITED STATES", "UNITED STATES OF AMERICA", "ESTADOS UNIDOS", "CANADA", "MEXICO", "MÉXICO", "BELIZE", "CHILE", "COLOMBIA",
		"COSTA RICA", "GUATEMALA", "NICARAGUA", "PANAMA", "PANAMÁ", "PHILIPPINES", "PILIPINAS", "PUERTO RICO", "EL SALVADOR", "VENEZUELA":
		return Letter
	case "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE":
		return Letter
	}
	return A4
}

// Colour is an opaque sRGB colour.
type Color struct{ R, G, B uint8 }

// UnmarshalText reads a color such as "#1f4263".
func (c *Color) UnmarshalText(text []byte) error {
	if len(text) == 7 && text[0] == '#' {
		if v, err := strconv.ParseUint(string(text[1:]), 16, 32); err == nil {
			*c = Color{uint8(v >> 16), uint8(v >> 8), uint8(v)}
			return nil
		}
	}
	return fmt.Errorf("%q is not a color: write one like \"#1f4263\"", text)
}

// MarshalText writes a color as UnmarshalText reads it.
func (c Color) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

func (c Color) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// Named is the palette's color with the name that a style gives, and the
// text's for an unknown name.
func (p Palette) Named(name string) Color {
	switch name {
	case "muted":
		return p.Muted
	case "accent":
		return p.Accent
	}
	return p.Text
}
