package posting

import "resumax/resume"

// The postings of a project are a list in its file. Each has an id, and the day on which it was
// added.

var postingsAt = resume.MetaAddress(resume.MetaPostings)

// Stored is a posting of a project.
type Stored struct {
	ID    string
	Added string // the day on which it was added, as 2026-03-31; "" where it is not known
	Posting
}

// List are the postings of a project, in the order in which they were added, as corrected by hand.
func List(d resume.Document) []Stored {
	var all []Stored
	list, _ := d.Get(postingsAt)
	for _, v := range list.Items() {
		if s, ok := stored(v); ok {
			all = append(all, s)
		}
	}
	return all
}

func stored(v resume.Value) (Stored, bool) {
	id := at(v, "id").Str()
	return Stored{ID: id, Added: at(v, "meta", "resumax", "added").Str(), Posting: FromValue(v)}, id != ""
}

// Find is the posting with an id.
func Find(d resume.Document, id string) (Stored, bool) {
	_, v, ok := locate(d, id)
	if !ok {
		return Stored{}, false
	}
	return stored(v)
}

// Add adds a posting, last, on a day such as 2026-03-31, and returns its id.
func Add(d resume.Document, p Posting, day string) (resume.Document, string, error) {
	v := p.Value()
	id := string(resume.NewIDs(d).For(postingsAt, v))
	if day != "" {
		v = withOwn(v, at(v, "meta", "resumax").With("added", resume.Text(day)))
	}
	v = resume.Struct(append([]resume.Member{{Name: "id", Value: resume.Text(id)}}, v.Members()...)...)
	next, err := d.Insert(postingsAt.Item(d.ListLen(postingsAt)), v)
	return next, id, err
}

// Delete deletes a posting.
func Delete(d resume.Document, id string) (resume.Document, error) {
	i, _, ok := locate(d, id)
	if !ok {
		return d, missing()
	}
	next, err := d.Remove(postingsAt.Item(i))
	if err == nil && next.ListLen(postingsAt) == 0 {
		next = next.Without(postingsAt)
	}
	return next, err
}

// Replace puts a posting that was read anew in place of the one with an id. What was corrected
// by hand stays: see [Reread].
func Replace(d resume.Document, id string, p Posting) (resume.Document, error) {
	return change(d, id, func(v resume.Value) (resume.Value, error) { return Reread(v, p), nil })
}

// CorrectIn makes a correction to the posting with an id.
func CorrectIn(d resume.Document, id string, c Correction) (resume.Document, error) {
	return change(d, id, func(v resume.Value) (resume.Value, error) { return Correct(v, c) })
}

// Duplicate is the posting of a project that another one is too, by its address or its text:
// see [Same]. Nothing is merged.
func Duplicate(d resume.Document, p Posting) (id string, ok bool) {
	for _, s := range List(d) {
		if Same(s.Posting, p) {
			return s.ID, true
		}
	}
	return "", false
}

func change(d resume.Document, id string, edit func(resume.Value) (resume.Value, error)) (resume.Document, error) {
	i, v, ok := locate(d, id)
	if !ok {
		return d, missing()
	}
	v, err := edit(v)
	if err != nil {
		return d, err
	}
	return d.Set(postingsAt.Item(i), v)
}

func locate(d resume.Document, id string) (int, resume.Value, bool) {
	list, _ := d.Get(postingsAt)
	for i, v := range list.Items() {
		if id != "" && at(v, "id").Str() == id {
			return i, v, true
		}
	}
	return -1, resume.Value{}, false
}

func missing() error {
	return &resume.AddressError{Address: postingsAt, Reason: "there is no such posting"}
}
