// Package thumbnails makes small pictures of resumes' first pages off the UI goroutine,
// with the same typesetter that prints them, and caches them.
package thumbnails

import (
	"image"
	"runtime/debug"
	"sync"

	"resumax/app/session"
	"resumax/render"
	"resumax/resume"
)

// Maker makes pictures one by one, in the order of requests. Its methods belong to
// the UI goroutine.
type Maker struct {
	threads session.Threads
	options func(*resume.Resume) render.Options
	made    map[key]image.Image

	mu         sync.Mutex
	queue      []job
	running    bool
	typesetter *render.Typesetter
}

// key is the cache key of a picture: what it is of, and its width.
type key struct {
	of    string
	width int
}

type job struct {
	key
	load func() *resume.Resume
	done func(image.Image)
}

// New makes a maker. Options is called on its own goroutine.
func New(threads session.Threads, options func(*resume.Resume) render.Options) *Maker {
	return &Maker{threads: threads, options: options, made: map[key]image.Image{}}
}

// Picture calls done with the picture of a resume's first page, width pixels wide: at
// once if it is cached, else when it is made. Of is the cache key, which has to change
// with the resume; a picture of "" is not kept. Load returns the resume, on another
// goroutine; done is not called for nil.
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

// manyPictures are so many that some hundred megabytes go through while they are made.
const manyPictures = 8

func (m *Maker) run() {
	for made := 0; ; made++ {
		m.mu.Lock()
		if len(m.queue) == 0 {
			m.running = false
			m.typesetter = nil // it holds fonts and a page
			m.mu.Unlock()
			if made >= manyPictures {
				debug.FreeOSMemory()
			}
			return
		}
		j := m.queue[0]
		m.queue = m.queue[1:]
		m.mu.Unlock()
		img := m.make(j)
		shown := make(chan struct{}) // one at a time: the UI's queue is unbounded
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
