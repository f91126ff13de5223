// Package designer is the pane in which the look of the page is chosen: the
// designs as pictures of the resume itself, and below them a knob for every
// setting of a design. What it changes stands in the resume and is undone like
// any edit.
package designer

import (
	"fmt"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/session"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/widgets"
)

// Services are what the pane needs of the application around it.
type Services struct {
	Options  func(session.Snapshot) render.Options // how the resume is typeset; called on another goroutine
	Designs  func() design.List                    // what it may be typeset in
	Faults   func() []error                        // why designs of the user's own are not among them
	Families func() []string                       // of the machine's fonts; may take its time
	// SaveAs keeps a design as one of the user's own, under a name that the user
	// is asked for, and then calls done with its id.
	SaveAs func(d *design.Design, done func(id string))
}

// Designer is the pane.
type Designer struct {
	session  *session.Session
	services Services
	threads  session.Threads

	root    *fyne.Container
	scroll  *container.Scroll
	gallery *gallery
	about   *widgets.Label
	faults  *fyne.Container
	reset   *widget.Button
	knobs   []*knob
	single  *styleKnobs
	syncing bool // controls are being set by the program
	shown   bool
}

// New makes the pane.
func New(s *session.Session, services Services, threads session.Threads) *Designer {
	p := &Designer{session: s, services: services, threads: threads}
	p.gallery = newGallery(p)
	p.about = widgets.NewMuted("")
	p.faults = widgets.NewColumn(4)
	p.reset = widget.NewButton(changesTo(0), p.resetAll)
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(18, 60, 22, 22), p.form()))
	p.root = container.NewStack(p.scroll)
	s.OnChange(p.changed)
	return p
}

// Object is what to put into the window.
func (p *Designer) Object() fyne.CanvasObject { return p.root }

// SetShown says whether the pane is shown. While it is not it does nothing.
func (p *Designer) SetShown(on bool) {
	p.shown = on
	if on {
		p.Refresh()
	}
}

// Refresh shows the designs and the resume as they are now.
func (p *Designer) Refresh() {
	if !p.shown {
		return
	}
	p.gallery.rebuild()
	p.showFaults()
	p.sync()
	p.gallery.paint(p.services.Designs())
}

// Reveal shows the knob of the setting at an address and gives it the focus, and
// reports whether there is one.
func (p *Designer) Reveal(a resume.Address) bool {
	base := p.base()
	for _, k := range p.allKnobs() {
		for _, key := range k.keys {
			if resume.SettingAddress(base.ID, key) == a {
				widgets.Reveal(k.row)
				if f, ok := k.row.Control().(fyne.Focusable); ok {
					if c := fyne.CurrentApp().Driver().CanvasForObject(p.root); c != nil {
						c.Focus(f)
					}
				}
				return true
			}
		}
	}
	return false
}

func (p *Designer) changed(s session.Snapshot) {
	if !p.shown {
		return
	}
	p.sync()
	if s.Replaced {
		p.gallery.paint(p.services.Designs())
		return
	}
	p.gallery.paint(design.List{p.base()})
}

// base is the resume's design without the settings over it.
func (p *Designer) base() *design.Design {
	if d, ok := p.services.Designs().Find(p.session.Now().Resume.Meta.Design); ok {
		return d
	}
	return design.Default()
}

// sync shows what the resume says.
func (p *Designer) sync() {
	p.syncing = true
	defer func() { p.syncing = false }()
	base := p.base()
	settings := p.session.Now().Resume.Meta.SettingsOver(base.ID)
	d, _ := base.With(settings)
	set := make(map[string]bool, len(settings))
	for _, s := range settings {
		set[s.Key] = true
	}
	for _, k := range p.allKnobs() {
		k.sync(d, set)
	}
	p.gallery.choose(base.ID)
	p.about.SetText(base.Name + ": " + base.Description + ".")
	p.reset.SetText(changesTo(len(settings)))
	if len(settings) > 0 {
		p.reset.Enable()
	} else {
		p.reset.Disable()
	}
}

func (p *Designer) allKnobs() []*knob {
	return append(p.knobs[:len(p.knobs):len(p.knobs)], p.single.knobs...)
}

// changesTo is what the button says that takes all changes of a design back.
func changesTo(settings int) string {
	switch settings {
	case 0:
		return "As it came"
	case 1:
		return "Undo 1 change to it"
	}
	return fmt.Sprintf("Undo %d changes to it", settings)
}

// choose sets the resume in another design. What was changed of the one before
// is kept with it, for the way back.
func (p *Designer) choose(d *design.Design) {
	if d.ID == p.base().ID {
		return
	}
	p.session.Edit("Design "+d.Name, "", func(doc resume.Document) (resume.Document, error) { return doc.SetText(resume.DesignSetting, d.ID) })
}

// resetAll takes back all that the resume says over its design.
func (p *Designer) resetAll() {
	base := p.base()
	p.session.Edit("Undo changes to "+base.Name, "", func(doc resume.Document) (resume.Document, error) {
		return unset(doc, resume.DesignSettings(base.ID))
	})
}

// saveAs keeps the design as it is now as one of the user's own, and sets the
// resume in it.
func (p *Designer) saveAs() {
	base := p.base()
	d, _ := base.With(p.session.Now().Resume.Meta.SettingsOver(base.ID))
	p.services.SaveAs(d, func(id string) {
		p.session.Edit("Save as design", "", func(doc resume.Document) (resume.Document, error) {
			doc, err := doc.SetText(resume.DesignSetting, id)
			if err != nil {
				return doc, err
			}
			return unset(doc, resume.DesignSettings(base.ID))
		})
		p.Refresh()
	})
}

// showFaults names the designs that cannot be read.
func (p *Designer) showFaults() {
	p.faults.RemoveAll()
	for _, err := range p.services.Faults() {
		label := widgets.NewMuted("Not among them: " + err.Error() + ".")
		label.SetColor(widgets.ColorBad)
		p.faults.Add(label)
	}
	p.faults.Hidden = len(p.faults.Objects) == 0
	p.faults.Refresh()
}

// pair is a setting's key with a value for it.
type pair struct {
	key   string
	value resume.Value
}

// set gives settings their values, as one small move of many. What is as in the
// design leaves no trace in the file.
func (p *Designer) set(label string, pairs ...pair) {
	if p.syncing {
		return
	}
	base := p.base()
	p.session.Adjust(label, resume.SettingAddress(base.ID, pairs[0].key), func(doc resume.Document) (resume.Document, error) {
		var err error
		for _, s := range pairs {
			at := resume.SettingAddress(base.ID, s.key)
			if isOwn(base, s) {
				doc, err = unset(doc, at)
			} else {
				doc, err = doc.Set(at, s.value)
			}
			if err != nil {
				return doc, err
			}
		}
		return doc, nil
	})
}

// isOwn reports whether a design says this itself.
func isOwn(d *design.Design, s pair) bool {
	f, ok := d.Field(s.key)
	if !ok {
		return false
	}
	return f.Value().Equal(s.value) || len(f.Choices) > 1 && f.Value().Str() == "" && f.Choices[1] == s.value.Str()
}

// clear takes settings back.
func (p *Designer) clear(label string, keys []string) {
	base := p.base()
	p.session.Edit(label, resume.SettingAddress(base.ID, keys[0]), func(doc resume.Document) (resume.Document, error) {
		var err error
		for _, key := range keys {
			if doc, err = unset(doc, resume.SettingAddress(base.ID, key)); err != nil {
				return doc, err
			}
		}
		return doc, nil
	})
}

// unset takes a setting away, and the objects around it that are empty then.
func unset(doc resume.Document, at resume.Address) (resume.Document, error) {
	if _, ok := doc.Get(at); !ok {
		return doc, nil
	}
	doc, err := doc.Remove(at)
	for err == nil && at.Parent() != resume.Root {
		at = at.Parent()
		if v, _ := doc.Get(at); v.Len() > 0 {
			break
		}
		doc, err = doc.Remove(at)
	}
	return doc, err
}

// picture is a design's page of the resume.
type picture struct {
	id    string
	image image.Image
}
