// Package typesetting makes the options for typesetting the open resume, the same for
// preview, print and exports.
package typesetting

import (
	"path/filepath"
	"sync"

	"resumax/app/session"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/storage/file"
	"resumax/storage/systemfonts"
)

// Setup makes typesetting options. It is safe for workers: the photo is read from disk
// on their goroutine, not at a keystroke on the UI goroutine.
type Setup struct {
	designs func() design.List

	mu    sync.Mutex
	photo photo
}

// photo is the photo file that was read last.
type photo struct {
	ref, folder string
	data        []byte
	err         error
}

// New makes a setup. Designs is called on any goroutine.
func New(designs func() design.List) *Setup { return &Setup{designs: designs} }

// Options are the options for a snapshot.
func (s *Setup) Options(now session.Snapshot) render.Options {
	setup := s.plain()
	setup.Photo = func(*resume.Resume) ([]byte, error) { return s.photoOf(now) }
	return setup.Options(now.Resume)
}

// Plain are the options for a resume without its photo.
func (s *Setup) Plain(r *resume.Resume) render.Options { return s.plain().Options(r) }

func (s *Setup) plain() render.Setup {
	return render.Setup{Designs: s.designs(), Fonts: systemfonts.Library()}
}

// photoOf is the resume's photo. It is read once.
func (s *Setup) photoOf(now session.Snapshot) ([]byte, error) {
	ref, folder := now.Resume.Basics.Image, filepath.Dir(now.Path)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.photo.ref != ref || s.photo.folder != folder {
		data, err := file.Photo(now.Document, folder)
		s.photo = photo{ref, folder, data, err}
	}
	return s.photo.data, s.photo.err
}
