// Package designer is the pane for the look of the page: the designs as pictures
// of the resume itself, and below them a knob for every setting of a design. What
// it changes is kept in the resume and can be undone like any edit.
package designer

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/render"
	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/resume"
	"resumax/widgets"
)

// Services are what the pane needs from the window.
type Services struct {
	Options  func(session.Snapshot) render.Options // how the resume is typeset; called on another goroutine
	Designs  func() design.List                    // those there are to choose from
	Faults   func() []error                        // why some of the user's designs could not be loaded
	Families func() []string                       // of the system fonts; may be slow
	Samples  func() *fonts.Library                 // the same fonts, for a look at many
	Today    func() time.Time                      // for examples of dates
	// SaveAs asks for a name, saves a design as one of the user's, and then calls
	// done with its id.
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
	lines
	reset    *widgets.Button
	knobs    []*knob
	single   *styleKnobs
	offer    *offer
	advanced *advanced
	last     lookOf
	syncing  bool // the program, not the user, is setting the controls
	shown    bool
}

// lines are what the pane says besides the knobs.
type lines struct {
	own    *ownDesign
	about  *widgets.Label // the design
	faults *fyne.Container
}

// New makes the pane.
func New(s *session.Session, services Services, threads session.Threads) *Designer {
	p := &Designer{session: s, services: services, threads: threads}
	p.gallery = newGallery(p)
	p.about = widgets.NewMuted("")
	p.faults = widgets.NewColumn(4)
	p.reset = widgets.NewButton(resetLabel(0), p.resetAll)
	p.offer, p.advanced, p.own = newOffer(p), newAdvanced(p), newOwnDesign(p)
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(18, 60, 22, 22), p.form()))
	p.root = container.NewStack(p.scroll)
	s.OnChange(p.changed)
	return p
}

// Object is the pane's content.
func (p *Designer) Object() fyne.CanvasObject { return p.root }

// SetShown shows or hides the pane. While hidden it does nothing.
func (p *Designer) SetShown(on bool) {
	p.shown = on
	p.offer.reset()
	if on {
		p.Refresh()
	}
}

// Refresh updates the designs and their pictures.
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
				p.advanced.unfold(k)
				widgets.Reveal(k.row)
				widgets.FocusFirst(k.row.Control())
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
		p.offer.reset()
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

// sync sets the controls to the resume's settings.
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
	p.advanced.sync()
	p.own.sync()
	p.gallery.choose(base.ID)
	p.about.SetText(tr.Word(base.Description) + ".")
	p.reset.SetText(resetLabel(len(settings)))
	if len(settings) > 0 {
		p.reset.Enable()
	} else {
		p.reset.Disable()
	}
}

func (p *Designer) allKnobs() []*knob {
	return append(p.knobs[:len(p.knobs):len(p.knobs)], p.single.knobs...)
}

// resetLabel is the label of the button that resets a design with so many changed
// settings.
func resetLabel(changed int) string {
	if changed == 0 {
		return tr.T("designer.reset-to-defaults", "Reset to defaults")
	}
	return tr.T("designer.reset-to-defaults-2", "Reset to defaults ({{.Changed}})", tr.With{"Changed": changed})
}

// choose switches the resume to another design. Settings changed in the previous
// one stay in the file, in case the user switches back.
func (p *Designer) choose(d *design.Design) {
	if d.ID == p.base().ID {
		return
	}
	p.offer.changing()
	p.session.Edit(tr.T("designer.change-design", "Change design"), "", func(doc resume.Document) (resume.Document, error) { return doc.SetText(resume.DesignSetting, d.ID) })
}

// resetAll removes the resume's settings for its design.
func (p *Designer) resetAll() {
	base := p.base()
	p.session.Edit(tr.T("designer.reset-design", "Reset design"), "", func(doc resume.Document) (resume.Document, error) {
		return unset(doc, resume.DesignSettings(base.ID))
	})
}

// saveAs saves the design with its changed settings as one of the user's, and
// switches the resume to it.
func (p *Designer) saveAs() {
	base := p.base()
	d, _ := base.With(p.session.Now().Resume.Meta.SettingsOver(base.ID))
	p.services.SaveAs(d, func(id string) {
		p.session.Edit(tr.T("designer.save-as-design", "Save as design"), "", func(doc resume.Document) (resume.Document, error) {
			doc, err := doc.SetText(resume.DesignSetting, id)
			if err != nil {
				return doc, err
			}
			return unset(doc, resume.DesignSettings(base.ID))
		})
		p.Refresh()
	})
}

// showFaults names the designs that could not be loaded.
func (p *Designer) showFaults() {
	p.faults.RemoveAll()
	for _, err := range p.services.Faults() {
		label := widgets.NewMuted(tr.T("designer.design-not-loaded", "Design not loaded: {{.Error}}.", tr.With{"Error": err.Error()}))
		label.SetColor(widgets.ColorBad)
		p.faults.Add(label)
	}
	p.faults.Hidden = len(p.faults.Objects) == 0
	p.faults.Refresh()
}

// pair is a setting's key with a value for it, null for the design's own.
type pair struct {
	key   string
	value resume.Value
}

// set changes settings, as one of many small moves. A setting equal to the
// design's own is removed from the file.
func (p *Designer) set(label string, pairs ...pair) {
	if p.syncing {
		return
	}
	base := p.base()
	p.offer.changing()
	p.session.Adjust(label, resume.SettingAddress(base.ID, pairs[0].key), func(doc resume.Document) (resume.Document, error) {
		var err error
		for _, s := range pairs {
			at := resume.SettingAddress(base.ID, s.key)
			if s.value.IsNull() || isOwn(base, s) {
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

// isOwn reports whether this is the design's own value of the setting.
func isOwn(d *design.Design, s pair) bool {
	f, ok := d.Field(s.key)
	if !ok {
		return false
	}
	return f.Value().Equal(s.value) || len(f.Choices) > 1 && f.Value().Str() == "" && f.Choices[1] == s.value.Str()
}

// clear resets settings to the design's own values.
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

// unset removes a setting, and the objects around it that become empty.
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

// picture is the resume's first page in a design.
type picture struct {
	id    string
	image image.Image
}
