package design

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"resumax/resume"
)

// Field is one setting of a design: what is in its file at a key, and what
// a resume may say over it.
type Field struct {
	Key string // the tables and the name in them, such as "style.body.size"
	// Low and High bound a number to the range in which a page still works.
	Low, High float64
	// Choices are the words that a text may be; "" means the first of the
	// others. nil for any text.
	Choices []string

	value any // a pointer into the design
}

// longestText bounds a text that is no choice, such as a family's name or a
// bullet's character, in bytes.
const longestText = 100

// Fields are all the settings of the design, in the order of its file. Their
// values are those before [Scale] is applied.
func (d *Design) Fields() []Field {
	if d.plain != nil {
		d = d.plain
	}
	number := func(key string, v *float64, low, high float64) Field {
		return Field{Key: key, Low: low, High: high, value: v}
	}
	word := func(key string, v *string, choices ...string) Field {
		return Field{Key: key, Choices: choices, value: v}
	}
	other := func(key string, v any) Field { return Field{Key: key, value: v} }
	all := []Field{
		number("page.top", &d.Page.Top, 5, 60),
		number("page.bottom", &d.Page.Bottom, 5, 60),
		number("page.left", &d.Page.Left, 5, 60),
		number("page.right", &d.Page.Right, 5, 60),
		number("scale.text", &d.Scale.Text, 0.7, 1.5),
		number("scale.leading", &d.Scale.Leading, 0.8, 1.6),
		number("scale.space", &d.Scale.Space, 0, 3),
		other("colours.text", &d.Colors.Text),
		other("colours.muted", &d.Colors.Muted),
		other("colours.accent", &d.Colors.Accent),
		other("colours.rule", &d.Colors.Rule),
		other("colours.tint", &d.Colors.Tint),
	}
	for _, s := range d.Style.all() {
		at := "style." + s.name + "."
		all = append(all,
			word(at+"family", &s.style.Family),
			number(at+"size", &s.style.Size, 5, 72),
			number(at+"leading", &s.style.Leading, 5, 216),
			number(at+"tracking", &s.style.Tracking, -0.05, 0.3),
			other(at+"bold", &s.style.Bold),
			other(at+"italic", &s.style.Italic),
			other(at+"capitals", &s.style.Capitals),
			word(at+"align", &s.style.Align, "", "left", "center", "justify"),
			word(at+"colour", &s.style.Color, "", "text", "muted", "accent"))
	}
	for _, s := range d.Space.all() {
		low, high := 0.0, 40.0
		if s.space == &d.Space.Column {
			low, high = 4, 60
		}
		all = append(all, number("space."+s.name, s.space, low, high))
	}
	return append(all,
		number("rule.thickness", &d.Rule.Thickness, 0, 6),
		word("rule.place", &d.Rule.Place, "", "under", "over", "beside"),
		word("bullet.sign", &d.Bullet.Sign),
		number("bullet.indent", &d.Bullet.Indent, 0, 60),
		number("bullet.offset", &d.Bullet.Offset, 0, 60),
		word("contact.separator", &d.Contact.Separator),
		number("paragraph.rag", &d.Paragraph.Rag, 0.5, 20),
		other("paragraph.hyphenate", &d.Paragraph.Hyphenate),
		other("paragraph.hang", &d.Paragraph.Hang),
		Field{Key: "paragraph.looseness", Low: -2, High: 2, value: &d.Paragraph.Looseness},
		number("photo.height", &d.Photo.Height, 10, 60),
		number("photo.gap", &d.Photo.Gap, 0, 30),
		other("photo.hidden", &d.Photo.Hidden),
		word("dates.place", &d.Dates.Place, "", "right", "above", "below"),
		word("dates.format", &d.Dates.Format, "", "short", "long", "numeric", "iso", "year"),
		number("timeline.indent", &d.Timeline.Indent, 0, 60),
		number("timeline.thickness", &d.Timeline.Thickness, 0, 6),
		number("timeline.mark", &d.Timeline.Mark, 0, 12),
		number("columns.width", &d.Columns.Width, 0, 80),
		number("columns.gap", &d.Columns.Gap, 0, 30),
		other("columns.sections", &d.Columns.Sections),
		other("columns.tinted", &d.Columns.Tinted),
		number("fit.space", &d.Fit.Space, 0.2, 1),
		number("fit.size", &d.Fit.Size, 7, 72),
		number("fit.leading", &d.Fit.Leading, 1.1, 3),
		number("fit.margin", &d.Fit.Margin, 5, 60),
	)
}

// Field is the setting with the key, and false for a key that there is not.
func (d *Design) Field(key string) (Field, bool) {
	all := d.Fields()
	if i := slices.IndexFunc(all, func(f Field) bool { return f.Key == key }); i >= 0 {
		return all[i], true
	}
	return Field{}, false
}

// Value is what the setting says.
func (f Field) Value() resume.Value {
	switch v := f.value.(type) {
	case *float64:
		return resume.Literal(strconv.FormatFloat(*v, 'f', -1, 64))
	case *int:
		return resume.Int(*v)
	case *bool:
		return resume.Flag(*v)
	case *Color:
		return resume.Text(v.String())
	case *[]string:
		return resume.Texts(*v...)
	case *string:
		return resume.Text(*v)
	}
	return resume.Value{}
}

// Parse reads a value of the setting from what a person writes on a command
// line: texts without quotes, lists with commas.
func (f Field) Parse(text string) (resume.Value, error) {
	v := resume.Text(text)
	switch f.value.(type) {
	case *float64, *int:
		if _, err := strconv.ParseFloat(text, 64); err != nil {
			return v, fmt.Errorf("%s: “%s” is not a number", f.Key, text)
		}
		v = resume.Literal(text)
	case *bool:
		v = resume.Flag(text == "true")
		if text != "true" && text != "false" {
			return v, fmt.Errorf("%s: “%s” is neither true nor false", f.Key, text)
		}
	case *[]string:
		v = resume.Texts(strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' })...)
	}
	return v, f.fits(v)
}

// fits says why a value is none of this setting, nil if it is one.
func (f Field) fits(v resume.Value) error {
	spare := f
	switch f.value.(type) {
	case *float64:
		spare.value = new(float64)
	case *int:
		spare.value = new(int)
	case *bool:
		spare.value = new(bool)
	case *Color:
		spare.value = new(Color)
	case *[]string:
		spare.value = new([]string)
	case *string:
		spare.value = new(string)
	}
	return spare.set(v)
}

// set takes a value over, unless it is none of this setting.
func (f Field) set(v resume.Value) error {
	wrong := func(what string) error { return fmt.Errorf("%s is %s, not %s", f.Key, v.Kind(), what) }
	switch p := f.value.(type) {
	case *float64, *int:
		n, err := strconv.ParseFloat(v.Raw(), 64)
		if v.Kind() != resume.Number || err != nil {
			return wrong("a number")
		}
		if whole, ok := p.(*int); ok {
			if n != math.Trunc(n) {
				return fmt.Errorf("%s: %s is not a whole number", f.Key, v.Raw())
			}
			if err := f.within(n); err != nil {
				return err
			}
			*whole = int(n)
			return nil
		}
		if err := f.within(n); err != nil {
			return err
		}
		*p.(*float64) = n
	case *bool:
		if v.Kind() != resume.Bool {
			return wrong("true or false")
		}
		*p = v.True()
	case *Color:
		if v.Kind() != resume.String {
			return wrong("a color")
		}
		var c Color
		if err := c.UnmarshalText([]byte(v.Str())); err != nil {
			return fmt.Errorf("%s: %w", f.Key, err)
		}
		*p = c
	case *[]string:
		var words []string
		for _, item := range v.Items() {
			words = append(words, item.Str())
		}
		if v.Kind() != resume.Array || slices.Contains(words, "") {
			return wrong("a list of names")
		}
		*p = words
	case *string:
		if v.Kind() != resume.String {
			return wrong("a text")
		}
		if err := f.oneOf(v.Str()); err != nil {
			return err
		}
		*p = v.Str()
	}
	return nil
}

// within says why a number is outside the range of the setting.
func (f Field) within(n float64) error {
	if f.Low <= n && n <= f.High { // what is not a number fails too
		return nil
	}
	return fmt.Errorf("%s: %g is not between %g and %g", f.Key, n, f.Low, f.High)
}

// oneOf says why a text may not stand in the setting.
func (f Field) oneOf(text string) error {
	switch {
	case len(f.Choices) > 0 && !slices.Contains(f.Choices, text):
		return fmt.Errorf("%s: %q is not one of %s", f.Key, text, strings.Join(f.Choices[1:], ", "))
	case len(text) > longestText:
		return fmt.Errorf("%s: a text of %d bytes is too long", f.Key, len(text))
	case strings.HasSuffix(f.Key, ".family") && strings.TrimSpace(text) == "":
		return fmt.Errorf("%s: a style needs a font family", f.Key)
	}
	return nil
}

// check says what is wrong with the setting as it is.
func (f Field) check() error { return f.fits(f.Value()) }
