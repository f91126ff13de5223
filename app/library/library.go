// Package library is what resumes are written with: the designs, roles and words
// that ship with the program, and the user's own.
package library

import (
	"sync/atomic"

	"resumax/render/design"
	"resumax/role"
	"resumax/score"
	"resumax/storage/userdata"
)

// Library is the designs, roles and words that there are. Its methods belong to the
// UI goroutine, but for [Library.Judging] and [Library.Designs].
type Library struct {
	// OnError is told of what of the user's own cannot be read or kept.
	OnError func(error)
	// OnChange is called when what resumes are scored by has changed.
	OnChange func()

	home         userdata.Folder
	designs      atomic.Pointer[design.List]
	designFaults []error
	roles        role.List
	roleFaults   []error
	judging      atomic.Pointer[Judging]
}

// Judging is what of the library a resume is scored by.
type Judging struct {
	Words score.Words // that are right in all resumes
	Roles role.List
}

// Open reads the library of a folder. What cannot be read is left out: Faults and
// OnError tell of it.
func Open(home userdata.Folder, onError func(error)) *Library {
	l := &Library{home: home, OnError: onError, OnChange: func() {}}
	l.ReloadDesigns()
	l.roles, l.roleFaults = home.Roles()
	l.reloadJudging()
	return l
}

// HasHome reports whether there is a place for the user's own things.
func (l *Library) HasHome() bool { return l.home != "" }

// Designs are the designs that there are.
func (l *Library) Designs() design.List { return *l.designs.Load() }

// DesignFaults say why designs of the user's own are not among them.
func (l *Library) DesignFaults() []error { return l.designFaults }

// ReloadDesigns reads the user's own designs again, in case one has changed.
func (l *Library) ReloadDesigns() {
	designs, faults := l.home.Designs()
	l.designs.Store(&designs)
	l.designFaults = faults
}

// SaveDesign keeps a design as one of the user's own and returns its file. The
// error is [userdata.ErrTaken] where there is one of this name, unless it may be
// replaced.
func (l *Library) SaveDesign(d *design.Design, replace bool) (path string, err error) {
	path, err = l.home.SaveDesign(d, replace)
	if err == nil {
		l.ReloadDesigns()
	}
	return path, err
}

// Roles are the role packs that there are.
func (l *Library) Roles() role.List { return l.roles }

// RoleFaults say why role packs of the user's own are not among them.
func (l *Library) RoleFaults() []error { return l.roleFaults }

// ReloadRoles reads the role packs again.
func (l *Library) ReloadRoles() {
	l.roles, l.roleFaults = l.home.Roles()
	l.reloadJudging()
	l.OnChange()
}

// SaveRole keeps a role pack as one of the user's own and returns its file. The
// error is [userdata.ErrTaken] where there is one of this name, unless it may be
// replaced.
func (l *Library) SaveRole(p *role.Pack, replace bool) (path string, err error) {
	path, err = l.home.SaveRole(p, replace)
	if err == nil {
		l.ReloadRoles()
	}
	return path, err
}

// Words are the words that the user calls right in all resumes.
func (l *Library) Words() ([]string, error) { return l.home.Words() }

// SaveWords keeps the words that the user calls right in all resumes.
func (l *Library) SaveWords(words []string) error {
	if err := l.home.SaveWords(words); err != nil {
		return err
	}
	l.reloadJudging()
	l.OnChange()
	return nil
}

// Judging is what resumes are scored by now. Any goroutine may ask.
func (l *Library) Judging() *Judging { return l.judging.Load() }

// reloadJudging takes up roles and words. Words that cannot be read are said once
// and count as none.
func (l *Library) reloadJudging() {
	words, err := l.home.Words()
	if err != nil {
		l.OnError(err)
	}
	l.judging.Store(&Judging{score.WordsOf(words), l.roles})
}
