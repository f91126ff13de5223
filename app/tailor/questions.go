package tailor

import (
	"resumax/app/tr"
	"resumax/job/match"
	"resumax/job/posting"
	"resumax/resume"
)

// questions is where the questions are listed that the user wants to prepare for an
// interview: an object each, with the ids of posting and requirement, and their words.
var questions = resume.MetaAddress(resume.MetaPrep).Child("questions")

// prepared reports whether a requirement is among the questions to prepare.
func (t *Tailor) prepared(p posting.Stored, q match.Requirement) bool {
	list, _ := t.session.Now().Project.Get(questions)
	for _, v := range list.Items() {
		of, _ := v.Get("posting")
		id, _ := v.Get("requirement")
		if of.Str() == p.ID && id.Str() == q.ID {
			return true
		}
	}
	return false
}

// prepare puts a requirement among the questions to prepare.
func (t *Tailor) prepare(p posting.Stored, q match.Requirement) {
	ok := t.session.EditProject(tr.T("tailor.prepare-question", "Prepare question"), "", func(d resume.Document) (resume.Document, error) {
		return d.Set(questions.Item(d.ListLen(questions)), resume.Struct(
			resume.Member{Name: "posting", Value: resume.Text(p.ID)},
			resume.Member{Name: "requirement", Value: resume.Text(q.ID)},
			resume.Member{Name: "text", Value: resume.Text(q.Name())},
			resume.Member{Name: "sentence", Value: resume.Text(q.Sentence)},
		))
	})
	if ok {
		t.services.Shell.Toaster.Show(tr.T("tailor.added-to-your-list", "Added “{{.Name}}” to your questions to prepare", tr.With{"Name": q.Name()}), tr.T("tailor.undo", "Undo"), func() { t.session.Undo() })
	}
}
