// Package library holds designs, roles and the custom dictionary: those that ship
// with the program, and the user's.
package library

import (
	"sync/atomic"

	"resumax/render/design"
	"resumax/role"
	"resumax/score"
	"resumax/storage/userdata"
)

// Library is the designs, roles and dictionary. Its methods belong to the UI
// goroutine, except [Library.Judging], [Library.Designs] and [Library.AddWord].
type Library struct {
	// OnError is called when one of the user's files can't be read or saved.
	OnError func(error)
	// OnChange is called when roles or dictionary have changed.
	OnChange func()

	home         userdata.Folder
	designs      atomic.Pointer[design.List]
	designFaults []error
	roles        role.List
	roleFaults   []error
	judging      atomic.Pointer[Judging]
}

// Judging is the part of the library that scoring needs.
type Judging struct {
	Words score.Words // of the custom dictionary
	Roles role.List
}

// Open reads the library of a folder. Files that can't be read are left out and
// reported by OnError, DesignFaults and RoleFaults.
func Open(home userdata.Folder, onError func(error)) *Library {
	l := &Library{home: home, OnError: onError, OnChange: func() {}}
	l.ReloadDesigns()
	l.roles, l.roleFaults = home.Roles()
	l.reloadJudging()
	return l
}

// HasHome reports whether there is a folder for the user's files.
func (l *Library) HasHome() bool { return l.home != "" }

// Designs are all designs.
func (l *Library) Designs() design.List { return *l.designs.Load() }

// DesignFaults say why some of the user's designs could not be loaded.
func (l *Library) DesignFaults() []error { return l.designFaults }

// ReloadDesigns reads the user's designs again, in case one has changed.
func (l *Library) ReloadDesigns() {
	designs, faults := l.home.Designs()
	l.designs.Store(&designs)
	l.designFaults = faults
}

// SaveDesign saves a design as one of the user's and returns its file. The error is
// [userdata.ErrTaken] if the name is taken and replace is false.
func (l *Library) SaveDesign(d *design.Design, replace bool) (path string, err error) {
	path, err = l.home.SaveDesign(d, replace)
	if err == nil {
		l.ReloadDesigns()
	}
	return path, err
}

// Roles are all role packs.
func (l *Library) Roles() role.List { return l.roles }

// RoleFaults say why some of the user's role packs could not be loaded.
func (l *Library) RoleFaults() []error { return l.roleFaults }

// ReloadRoles reads the role packs again.
func (l *Library) ReloadRoles() {
	l.roles, l.roleFaults = l.home.Roles()
	l.reloadJudging()
	l.OnChange()
}

// SaveRole saves a role pack as one of the user's and returns its file. The error is
// [userdata.ErrTaken] if the name is taken and replace is false.
func (l *Library) SaveRole(p *role.Pack, replace bool) (path string, err error) {
	path, err = l.home.SaveRole(p, replace)
	if err == nil {
		l.ReloadRoles()
	}
	return path, err
}

// Words are the custom dictionary.
func (l *Library) Words() ([]string, error) { return l.home.Words() }

// SaveWords saves the custom dictionary.
func (l *Library) SaveWords(words []string) error {
	if err := l.home.SaveWords(words); err != nil {
		return err
	}
	l.ReloadWords()
	return nil
}

// AddWord adds a word to the custom dictionary, and keeps what another window has
// added. It may be called on any goroutine, and waits for that window;
// [Library.ReloadWords] follows.
func (l *Library) AddWord(word string) error {
	_, err := l.home.AddWord(word)
	return err
}

// ReloadWords reads the custom dictionary again.
func (l *Library) ReloadWords() {
	l.reloadJudging()
	l.OnChange()
}

// Judging is the current state for scoring. It is safe for any goroutine.
func (l *Library) Judging() *Judging { return l.judging.Load() }

// reloadJudging publishes roles and dictionary. A dictionary that can't be read is
// reported once and is empty.
func (l *Library) reloadJudging() {
	words, err := l.home.Words()
	if err != nil {
		l.OnError(err)
	}
	l.judging.Store(&Judging{score.WordsOf(words), l.roles})
}
