// Package europass reads the CVs of Europass, in the shapes that it has given them: XML
// with the root SkillsPassport (until 2020), XML with the root Candidate (since, also
// inside the PDFs of its editor), and JSON of both.
//
// Elements are told by their names without namespace. Mother tongues and levels of
// languages, digital and other skills, licenses and activities of all kinds have their
// places; codes of fields, industries and levels are kept beside the fields; what is
// left stands in the record with the names of the elements around it.
package europass

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"sync"

	"resumax/exchange/draft"
	"resumax/exchange/format"
	"resumax/resume"
	"resumax/resume/codec"
)

// Format is Europass.
var Format = &format.Format{
	ID:         "europass",
	Name:       "Europass",
	About:      "the XML or JSON of a Europass CV",
	Extensions: []string{"xml"},
	Sniff:      sniff,
	Read:       read,
}

// sniffed is how far into a file its root is looked for.
const sniffed = 64 << 10

var rootElement = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<(?:[A-Za-z0-9_]+:)?(?:SkillsPassport|Candidate|LearnerInfo)[\s>/]`)
})

func isXML(data []byte) bool {
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	return bytes.HasPrefix(data, []byte("<")) && rootElement().Match(data[:min(len(data), sniffed)])
}

func sniff(data []byte) bool {
	if isXML(data) {
		return true
	}
	m := draft.MembersOf(data)
	return m.Object("SkillsPassport") || m.Object("LearnerInfo") || m.Object("profile") && m.Any(profileNames...)
}

// profileNames are members of the profile in the newer JSON.
var profileNames = []string{"profile.personalInformation", "profile.workExperiences", "profile.educationTrainings", "profile.workExperience", "profile.educationTraining", "profile.languageSkills"}

func read(_ context.Context, in format.Input) (format.Reading, error) {
	var root *node
	var problems []resume.Problem
	if isXML(in.Data) {
		var err error
		if root, err = nodesOfXML(in.Data, in.Name); err != nil {
			return format.Reading{}, err
		}
	} else {
		v, found, err := codec.Values(in.Data, in.Name)
		if err != nil {
			return format.Reading{}, err
		}
		problems = found
		root = nodeOfJSON("", v)
	}
	r := &reader{}
	switch {
	case root.is("Candidate"):
		r.candidate(root)
	case root.is("SkillsPassport"):
		r.passport(root)
	case root.is("LearnerInfo"):
		r.learner(root)
	case root.one("SkillsPassport").name != "":
		r.passport(root.one("SkillsPassport"))
	case root.one("LearnerInfo").name != "":
		r.passport(root)
	case root.one("profile").name != "":
		r.profile(root.one("profile"))
	default:
		return format.Reading{}, fmt.Errorf("%s is not a CV of Europass: it has no profile in it. Download the CV there as XML or PDF, then open that", in.Name)
	}
	root.rest("", func(path, text string) {
		r.out.Left(path, resume.Plain(draft.Joined(resume.Blocks(text))))
	})
	return r.out.Reading(problems), nil
}

// InPDF finds the XML that the editor of Europass puts into its PDFs.
func InPDF(pdf []byte) ([]byte, bool) { return codec.Embedded(pdf, isXML) }
