package reactiveresume

import (
	"context"
	"fmt"

	"resumax/exchange/draft"
	"resumax/exchange/format"
	"resumax/resume"
	"resumax/resume/codec"
)

// Format is Reactive Resume's JSON.
var Format = &format.Format{
	ID:         "reactive-resume",
	Name:       "Reactive Resume",
	About:      "opens in Reactive Resume, version 5 or newer",
	Extensions: []string{"json"},
	Draft:      true,
	Sniff:      sniff,
	Read:       read,
	Write:      write,
}

// sniff knows the files by the sections beside the contact.
func sniff(data []byte) bool {
	m := draft.MembersOf(data)
	return is(m, "") || is(m, "data.") || is(m, "resume.")
}

func is(m draft.Members, in string) bool {
	if !m.Object(in+"basics") || !m.Object(in+"sections") {
		return false
	}
	for _, key := range []string{"work", "experience", "profiles", "education", "skills", "projects", "summary"} {
		if in != "" || m.Object(in+"sections."+key) { // names below are too deep to be noted
			return true
		}
	}
	return m[in+"metadata"]
}

func read(_ context.Context, in format.Input) (format.Reading, error) {
	root, problems, err := codec.Values(in.Data, in.Name)
	if err != nil {
		return format.Reading{}, err
	}
	for _, wrapper := range []string{"data", "resume"} {
		inner, _ := root.Get(wrapper)
		if sections, _ := inner.Get("sections"); sections.Kind() == resume.Object {
			root = inner
		}
	}
	if sections, _ := root.Get("sections"); sections.Kind() != resume.Object {
		return format.Reading{}, fmt.Errorf("%s is not a file of Reactive Resume: it has no sections. Export the resume there as JSON, then open that", in.Name)
	}
	r := &reader{root: root}
	r.read()
	return r.out.Reading(problems), nil
}
