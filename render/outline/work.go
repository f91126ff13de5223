package outline

import (
	"strings"

	"resumax/resume"
)

// work adds the employments. Positions that follow one another at the same
// employer stand under its name.
func (b *builder) work() {
	shown := make([]resume.Work, 0, len(b.r.Work))
	for _, w := range b.r.Work {
		if !w.Hidden {
			shown = append(shown, w)
		}
	}
	for len(shown) > 0 {
		n := 1
		for n < len(shown) && sameEmployer(shown[0], shown[n]) {
			n++
		}
		if n == 1 {
			b.employment(shown[0])
		} else {
			b.progression(shown[:n])
		}
		shown = shown[n:]
	}
}

func sameEmployer(a, b resume.Work) bool {
	return strings.TrimSpace(a.Name) != "" && strings.EqualFold(strings.TrimSpace(a.Name), strings.TrimSpace(b.Name))
}

func (b *builder) employment(w resume.Work) {
	b.head(Entry, w.Address, position(w), employer(w), b.period(w.Start, w.End, w.Address), place(w), description(w))
	b.duties(w)
}

// progression adds several positions at one employer. The employer's line says
// what is the same for all of them.
func (b *builder) progression(positions []resume.Work) {
	first := positions[0]
	onePlace, oneDescription := true, true
	for _, w := range positions[1:] {
		onePlace = onePlace && (w.Location == "" || w.Location == first.Location)
		oneDescription = oneDescription && (w.Description == "" || w.Description == first.Description)
	}
	var shared []Part
	if onePlace {
		shared = append(shared, place(first))
	}
	if oneDescription {
		shared = append(shared, description(first))
	}
	b.head(Employer, first.Address.Child("name"), nil, employer(first), nil, shared...)
	for _, w := range positions {
		var own []Part
		if !onePlace {
			own = append(own, place(w))
		}
		if !oneDescription {
			own = append(own, description(w))
		}
		b.head(Position, w.Address, position(w), nil, b.period(w.Start, w.End, w.Address), own...)
		b.duties(w)
	}
}

func (b *builder) duties(w resume.Work) {
	b.text(w.Summary, w.Address.Child("summary"))
	b.bullets(w.Highlights)
	b.keywords(w.Address.Child("keywords"), w.Keywords)
}

func position(w resume.Work) []Span { return plain(w.Position, w.Address.Child("position")) }

func employer(w resume.Work) []Span { return linked(w.Name, w.Address.Child("name"), w.URL) }

func place(w resume.Work) Part { return Part{Place, plain(w.Location, w.Address.Child("location"))} }

func description(w resume.Work) Part {
	return Part{Detail, plain(w.Description, w.Address.Child("description"))}
}
