package render

import (
	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/resume"
)

// Setup is what a program typesets resumes with, whoever's they are. The window
// and the command line make the options of every resume with one.
type Setup struct {
	Designs design.List    // that resumes may name
	Fonts   *fonts.Library // beyond those that ship; nil for none
	// Photo reads the file of the photo that a resume names; nil for a program that
	// reads none.
	Photo func(*resume.Resume) ([]byte, error)
	Over  Over
}

// Over is what is asked for over a resume's own wishes. The zero value asks for
// nothing.
type Over struct {
	Design   string // one of the setup's, "" for the resume's
	Settings []resume.Setting
	Page     string // "a4" or "letter", "" for the resume's
	Fit      int    // pages at most, 0 for the resume's
}

// Options are the options for a resume: its design if there is one of the name,
// its page size or that of its country, how many pages it should have, whether
// they are numbered, and its language; and over these what is asked for.
func (s Setup) Options(r *resume.Resume) Options {
	o := Options{Settings: s.Over.Settings, Fit: r.Meta.Fit, Numbers: r.Meta.Numbers, Language: r.Meta.Language, Fonts: s.Fonts}
	wanted := r.Meta.Design
	if s.Over.Design != "" {
		wanted = s.Over.Design
	}
	var known bool
	if o.Design, known = s.Designs.Find(wanted); !known {
		o.Unknown = wanted
	}
	o.Page = s.page(r)
	if s.Over.Fit > 0 {
		o.Fit = s.Over.Fit
	}
	if s.Photo != nil {
		o.Photo, o.PhotoError = s.Photo(r)
	}
	return o
}

func (s Setup) page(r *resume.Resume) design.PageSize {
	for _, name := range []string{s.Over.Page, r.Meta.Page} {
		if page, ok := design.FindPage(name); ok {
			return page
		}
	}
	return design.PageFor(r.Basics.Location.CountryCode)
}
