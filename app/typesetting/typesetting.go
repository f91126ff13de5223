// Package typesetting says how the open resume is set on pages: in the preview, in
// print and in exports alike.
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

// Setup makes the options by which resumes are set. It is for use by workers, too:
// it reads photos from disk, which must not be done at a keystroke on the UI
// goroutine.
type Setup struct {
	designs func() design.List

	mu    sync.Mutex
	photo photo
}

// photo is the picture file that was read last.
type photo struct {
	ref, folder string
	data        []byte
	err         error
}

// New makes a setup for the designs that there are, which any goroutine may ask for.
func New(designs func() design.List) *Setup { return &Setup{designs: designs} }

// Options are how a snapshot is set.
func (s *Setup) Options(now session.Snapshot) render.Options {
	setup := s.plain()
	setup.Photo = func(*resume.Resume) ([]byte, error) { return s.photoOf(now) }
	return setup.Options(now.Resume)
}

// Plain is how a resume is set without the photo that its file names.
func (s *Setup) Plain(r *resume.Resume) render.Options { return s.plain().Options(r) }

func (s *Setup) plain() render.Setup {
	return render.Setup{Designs: s.designs(), Fonts: systemfonts.Library()}
}

// photoOf is the photo that the resume names, which is read once.
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
