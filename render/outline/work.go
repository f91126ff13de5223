package outline

import "resumax/resume"

// work adds the employments, each with its position, employer and dates. A
// further position at the employer before it is a Position, which says again only
// the employer and what differs, unless the resume keeps the two separate.
func (b *builder) work() {
	var before *resume.Work
	for i := range b.r.Work {
		w := &b.r.Work[i]
		if w.Hidden {
			continue
		}
		kind, where, what := Entry, place(w), description(w)
		if before != nil && !w.Separate && w.SameEmployer(before) {
			kind = Position
			if w.Location == before.Location {
				where = Part{}
			}
			if w.Description == before.Description {
				what = Part{}
			}
		}
		b.head(kind, w.Address, position(w), employer(w), b.period(w.Start, w.End, w.Address), where, what)
		b.duties(w)
		before = w
	}
}

func (b *builder) duties(w *resume.Work) {
	b.text(w.Summary, w.Address.Child("summary"))
	b.bullets(w.Highlights)
	b.keywords(w.Address.Child("keywords"), w.Keywords)
}

func position(w *resume.Work) []Span { return plain(w.Position, w.Address.Child("position")) }

func employer(w *resume.Work) []Span { return linked(w.Name, w.Address.Child("name"), w.URL) }

func place(w *resume.Work) Part { return Part{Place, plain(w.Location, w.Address.Child("location"))} }

func description(w *resume.Work) Part {
	return Part{Detail, plain(w.Description, w.Address.Child("description"))}
}
