package resume

// Edit is one change to a document: it returns the document with the change, or
// says why that cannot be. It never changes what it is given. What an edit is
// called and where it leads to is said where it is done: see [Change].
type Edit func(Document) (Document, error)

// Then is the edit that does e and then next, or nothing where one of the two
// fails.
func (e Edit) Then(next Edit) Edit {
	return func(d Document) (Document, error) {
		after, err := e(d)
		if err != nil {
			return d, err
		}
		after, err = next(after)
		if err != nil {
			return d, err
		}
		return after, nil
	}
}

// TextEdit is the edit that [Document.SetText] does.
func TextEdit(at Address, text string) Edit {
	return func(d Document) (Document, error) { return d.SetText(at, text) }
}

// InsertEdit is the edit that [Document.Insert] does.
func InsertEdit(at Address, v Value) Edit {
	return func(d Document) (Document, error) { return d.Insert(at, v) }
}

// RemoveEdit is the edit that [Document.Remove] does.
func RemoveEdit(at Address) Edit {
	return func(d Document) (Document, error) { return d.Remove(at) }
}

// MoveEdit is the edit that [Document.Move] does.
func MoveEdit(list Address, from, to int) Edit {
	return func(d Document) (Document, error) { return d.Move(list, from, to) }
}
