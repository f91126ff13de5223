package banner

import (
	"testing"

	"resumax/resume"
)

func TestFoundIn(t *testing.T) {
	fix, hidden := resume.Problem{Text: "was empty"}, resume.Problem{Text: "is not shown", NotShown: true}
	for _, c := range []struct {
		problems []resume.Problem
		want     string
	}{
		{nil, ""},
		{[]resume.Problem{fix}, "1 problem in the file. ResuMax will fix this when you save."},
		{[]resume.Problem{hidden, hidden}, "2 parts of the file have no field and are not shown. They stay in the file."},
		{[]resume.Problem{fix, hidden, fix}, "2 problems in the file. ResuMax will fix these when you save. 1 part of the file has no field and is not shown. It stays in the file."},
	} {
		if got := foundIn(c.problems); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestNotedIn(t *testing.T) {
	note, hidden := resume.Problem{Text: "is shown as written"}, resume.Problem{Text: "is not shown", NotShown: true}
	for _, c := range []struct {
		problems []resume.Problem
		want     string
	}{
		{nil, ""},
		{[]resume.Problem{note}, "1 note on the import."},
		{[]resume.Problem{hidden, note, note}, "2 notes on the import. 1 part of the file has no field here. It is kept, but not shown."},
		{[]resume.Problem{hidden, hidden}, "2 parts of the file have no field here. They are kept, but not shown."},
	} {
		if got := notedIn(c.problems); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
