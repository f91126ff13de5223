package widgets

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Stage is a window's outermost object: its content, and above it a layer for toasts and tooltips. Fyne's overlays would
// take the focus and the pointer away from the content; this layer does not. Tooltips need a window whose content is a
// stage.
type Stage struct {
	widget.BaseWidget
	// Later is the timer of toasts and tooltips. It is [Later] except in tests.
	Later func(delay time.Duration, f func()) (stop func())

	content  fyne.CanvasObject
	floating []floater
	toaster  *Toaster // nil for none
}

// floater is an object above the content, with a function that positions it on a stage of a size.
type floater struct {
	object fyne.CanvasObject
	place  func(fyne.Size)
}

// NewStage returns a stage around the content.
func NewStage(content fyne.CanvasObject) *Stage {
	s := &Stage{Later: Later, content: content}
	s.ExtendBaseWidget(s)
	return s
}

// Later calls f on Fyne's goroutine after the delay, unless stop is called before. Stop must be called on that goroutine
// too; f never runs after it.
func Later(delay time.Duration, f func()) (stop func()) {
	stopped := false
	timer := time.AfterFunc(delay, func() {
		fyne.Do(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() {
		stopped = true
		timer.Stop()
	}
}

// SetContent replaces the content.
func (s *Stage) SetContent(content fyne.CanvasObject) {
	s.content = content
	s.Refresh()
}

// Content returns the content.
func (s *Stage) Content() fyne.CanvasObject { return s.content }

// Children returns the content and what floats, for [ScrollOf].
func (s *Stage) Children() []fyne.CanvasObject {
	all := []fyne.CanvasObject{s.content}
	for _, f := range s.floating {
		all = append(all, f.object)
	}
	return all
}

func (s *Stage) float(o fyne.CanvasObject, place func(fyne.Size)) {
	s.floating = append(s.floating, floater{o, place})
	place(s.Size())
	s.Refresh()
}

func (s *Stage) drop(o fyne.CanvasObject) {
	s.floating = slices.DeleteFunc(s.floating, func(f floater) bool { return f.object == o })
	s.Refresh()
}

// stageOf returns the stage of the window that the object is in, or nil.
func stageOf(o fyne.CanvasObject) *Stage {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	return findStage(c.Content())
}

func findStage(o fyne.CanvasObject) *Stage {
	switch o := o.(type) {
	case *Stage:
		return o
	case *container.ThemeOverride:
		return findStage(o.Content)
	case *fyne.Container:
		for _, child := range o.Objects {
			if s := findStage(child); s != nil {
				return s
			}
		}
	}
	return nil
}

// CreateRenderer is called by Fyne.
func (s *Stage) CreateRenderer() fyne.WidgetRenderer { return &stageRenderer{s} }

type stageRenderer struct{ stage *Stage }

func (r *stageRenderer) Destroy() {}

func (r *stageRenderer) MinSize() fyne.Size { return r.stage.content.MinSize() }

func (r *stageRenderer) Layout(size fyne.Size) {
	r.stage.content.Resize(size)
	r.stage.content.Move(fyne.Position{})
	for _, f := range r.stage.floating {
		f.place(size)
	}
}

func (r *stageRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.stage.content}
	for _, f := range r.stage.floating {
		objects = append(objects, f.object)
	}
	return objects
}

func (r *stageRenderer) Refresh() {
	r.Layout(r.stage.Size())
	for _, f := range r.stage.floating {
		f.object.Refresh()
	}
	canvas.Refresh(r.stage) // what has just begun to float is not known to the canvas yet
}
