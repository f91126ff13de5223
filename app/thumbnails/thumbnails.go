// Package thumbnails makes small pictures of resumes' first pages, with the same
// typesetter that prints them, off the UI goroutine, and keeps them.
package thumbnails

import (
	"image"
	"runtime/debug"
	"sync"

	"resumax/app/session"
	"resumax/render"
	"resumax/resume"
)

// Maker makes pictures, one after the other in the order in which they were asked
// for. Its methods belong to the UI goroutine.
type Maker struct {
	threads session.Threads
	options func(*resume.Resume) render.Options
	made    map[key]image.Image

	mu         sync.Mutex
	queue      []job
	running    bool
	typesetter *render.Typesetter
}

// key is what a picture is of: a name that changes with what it is of, and its
// width.
type key struct {
	of    string
	width int
}

type job struct {
	key
	load func() *resume.Resume
	done func(image.Image)
}

// New makes a maker. The options are asked for on its own goroutine.
func New(threads session.Threads, options func(*resume.Resume) render.Options) *Maker {
	return &Maker{threads: threads, options: options, made: map[key]image.Image{}}
}

// Picture calls done with the picture of a resume's first page, width pixels wide:
// at once where it was made before, else when it is made. What it is of is named,
// by another name whenever it changes; a picture of "" is not kept. Load gives the resume, on another goroutine;
// nil for none, of which there is no picture.
func (m *Maker) Picture(of string, width int, load func() *resume.Resume, done func(image.Image)) {
	k := key{of, width}
	if img, ok := m.made[k]; ok {
		done(img)
		return
	}
	m.mu.Lock()
	m.queue = append(m.queue, job{k, load, done})
	idle := !m.running
	m.running = true
	m.mu.Unlock()
	if idle {
		m.threads.Async(m.run)
	}
}

func (m *Maker) run() {
	for {
		m.mu.Lock()
		if len(m.queue) == 0 {
			m.running = false
			m.typesetter = nil // it holds fonts and a page
			m.mu.Unlock()
			debug.FreeOSMemory() // some hundred megabytes went through
			return
		}
		j := m.queue[0]
		m.queue = m.queue[1:]
		m.mu.Unlock()
		img := m.make(j)
		shown := make(chan struct{}) // one at a time: the UI's queue has no bound
		m.threads.Post(func() {
			defer close(shown)
			if img != nil {
				if j.of != "" {
					m.made[j.key] = img
				}
				j.done(img)
			}
		})
		<-shown
	}
}

func (m *Maker) make(j job) image.Image {
	r := j.load()
	if r == nil {
		return nil
	}
	if m.typesetter == nil {
		m.typesetter = render.NewTypesetter()
	}
	doc := m.typesetter.Typeset(r, m.options(r))
	if len(doc.Pages) == 0 {
		return nil
	}
	return m.typesetter.Picture(doc, 0, float64(j.width)/doc.Pages[0].Width, nil)
}
