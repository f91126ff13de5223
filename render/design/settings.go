package design

import (
	"maps"
	"slices"

	"resumax/resume"
)

// Scale enlarges or shrinks all parts of a design alike. Its numbers are
// factors, 1 for the design as it is.
type Scale struct {
	Text    float64 // of all type sizes and their leading
	Leading float64 // of all leading
	Space   float64 // of all empty space
}

// With is the design as a resume's settings change it. A setting that is none
// of a design's is left out and named among the problems. What a style did not
// say itself follows the body as it then is, and leading follows its size,
// unless a setting says otherwise. A later setting counts more than an earlier one.
func (d *Design) With(settings []resume.Setting) (*Design, []resume.Problem) {
	if len(settings) == 0 {
		return d, nil
	}
	was := d
	if d.plain != nil {
		was = d.plain
	}
	plain := *was
	plain.said = maps.Clone(was.said)
	fields := make(map[string]Field)
	for _, f := range plain.Fields() {
		fields[f.Key] = f
	}
	var problems []resume.Problem
	set := make(map[string]bool)
	for _, s := range settings {
		f, ok := fields[s.Key]
		if !ok {
			problems = append(problems, resume.Problem{Address: s.Address, Text: "“" + s.Key + "” is not a setting of a design"})
			continue
		}
		if err := f.set(s.Value); err != nil {
			problems = append(problems, resume.Problem{Address: s.Address, Text: err.Error()})
			continue
		}
		set[s.Key], plain.said[s.Key] = true, true
	}
	plain.follow(was, set)
	return plain.finish(), problems
}

// follow has leading follow the sizes that were set, and styles the body, so
// that all of it is within its range.
func (d *Design) follow(was *Design, set map[string]bool) {
	before := was.Style.all()
	for i, s := range d.Style.all() { // the body first
		at := "style." + s.name + "."
		d.inherit()
		leading := s.style.Leading
		if set[at+"size"] && !set[at+"leading"] {
			leading = before[i].style.Leading * s.style.Size / before[i].style.Size
		}
		if leading = min(max(leading, s.style.Size), 3*s.style.Size); leading != s.style.Leading {
			s.style.Leading, d.said[at+"leading"] = leading, true
		}
	}
}

// inherit gives the styles what they do not say themselves, which is the body's.
func (d *Design) inherit() {
	body := d.Style.Body
	for _, s := range d.Style.all() {
		at := "style." + s.name + "."
		take(&s.style.Family, body.Family, d.said[at+"family"])
		take(&s.style.Size, body.Size, d.said[at+"size"])
		take(&s.style.Leading, body.Leading, d.said[at+"leading"])
		take(&s.style.Tracking, body.Tracking, d.said[at+"tracking"])
		take(&s.style.Bold, body.Bold, d.said[at+"bold"])
		take(&s.style.Italic, body.Italic, d.said[at+"italic"])
		take(&s.style.Capitals, body.Capitals, d.said[at+"capitals"])
		take(&s.style.Align, body.Align, d.said[at+"align"])
		take(&s.style.Color, body.Color, d.said[at+"colour"])
	}
}

// take sets v to the body's value, unless the style says its own.
func take[T any](v *T, body T, own bool) {
	if !own {
		*v = body
	}
}

// finish is the design as it is set: scaled, with the colors that follow from
// others. d stays as it is, for further settings.
func (d *Design) finish() *Design {
	done := *d
	done.plain = d
	done.Columns.Sections = slices.Clone(d.Columns.Sections)
	for _, s := range done.Style.all() {
		s.style.Size *= d.Scale.Text
		s.style.Leading *= d.Scale.Text
		s.style.Leading = max(s.style.Leading*d.Scale.Leading, s.style.Size)
	}
	for _, s := range done.Space.all() {
		if s.space != &done.Space.Column {
			*s.space *= d.Scale.Space
		}
	}
	if done.Colors.Tint == (Color{}) {
		done.Colors.Tint = done.Colors.Accent.Pale()
	}
	return &done
}

// Pale is the color as a ground that dark text is read on as well as on white.
func (c Color) Pale() Color {
	mix := func(v uint8) uint8 { return 255 - (255-v)/12 }
	return Color{mix(c.R), mix(c.G), mix(c.B)}
}
