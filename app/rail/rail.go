// Package rail is the list of the resume's sections at the left, to switch between
// them, and to reorder, hide, rename and add them.
package rail

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/widgets"
)

// Services are what the rail needs from the window.
type Services struct {
	Section func() string                               // the key of the section shown
	Show    func(key string)                            // shows and focuses a section
	Menu    func(key string) []*fyne.MenuItem           // of a section, nil for none
	AskText func(title, text string, done func(string)) // asks for a short text
	Rename  func(key, title string)                     // of a section
	Fold    func()                                      // folds the rail to its strip, or opens it
	// Differences shows in what the variant differs, below the sign for it; may be nil.
	Differences func(below fyne.CanvasObject, changes []variant.Change)
}

// Rail is the pane.
type Rail struct {
	session  *session.Session
	services Services
	list     *widgets.RailList
	badges   map[string]Badge
	order    *widgets.Marker // shows that a variant has its sections in another order
	added    map[string]bool // empty sections that the user added
	opened   int             // the document in which
	add      *widgets.Button
	root     fyne.CanvasObject
	strip    *fyne.Container        // the folded rail
	buttons  []*widgets.StripButton // of the sections on the strip
}

// Badge is how many cards of advice a section has, and how many points all of them are
// worth at most.
type Badge struct {
	Count int
	Gain  float64
}

// String explains the badge: "3 suggestions, worth up to 9 points".
func (b Badge) String() string {
	if b.Count == 0 {
		return ""
	}
	text := tr.N("rail.suggestions", "{{.Count}} suggestion", "{{.Count}} suggestions", b.Count)
	if points := int(math.Round(b.Gain)); points > 0 {
		text = tr.N("rail.worth-up-to", "{{.Suggestions}}, worth up to {{.Count}} point", "{{.Suggestions}}, worth up to {{.Count}} points", points, tr.With{"Suggestions": text})
	}
	return text
}

// common are the sections shown even while they are empty.
var common = []string{resume.SummaryKey, "work", "projects", "skills", "education"}

// New makes the pane.
func New(s *session.Session, services Services) *Rail {
	r := &Rail{session: s, services: services, list: widgets.NewRailList(), added: map[string]bool{}}
	r.list.OnSelected = services.Show
	r.list.OnMove = r.move
	r.list.OnRename = services.Rename
	r.list.OnMenu = func(id string, at fyne.Position) {
		if items := services.Menu(id); items != nil {
			r.popUp(items, at)
		}
	}
	r.add = widgets.NewButton(tr.T("rail.add-section", "Add section"), r.showAdd)
	r.add.Icon, r.add.Importance = theme.ContentAddIcon(), widget.LowImportance
	fold := widgets.NewIconButton(widgets.IconFoldLeft, tr.T("rail.fold-sections", "Fold sections"), services.Fold)
	r.order = widgets.NewMarker(func() { services.Differences(r.order, orderOf(s.Now())) })
	name := container.NewVBox(layout.NewSpacer(), widgets.NewMuted(tr.T("rail.sections", "Sections")), layout.NewSpacer())
	head := widgets.NewBorder(nil, nil, nil, container.NewHBox(container.NewCenter(r.order), container.NewCenter(fold)), name)
	r.root = widgets.NewBorder(container.New(layout.NewCustomPaddedLayout(8, 0, 16, 8), head), nil, nil, nil,
		container.NewVScroll(container.NewPadded(widgets.NewColumn(6, r.list, container.NewHBox(r.add)))))
	r.strip = widgets.NewStrip()
	s.OnChange(func(now session.Snapshot) {
		if now.Opened != r.opened { // another variant has the same sections
			clear(r.added)
		}
		r.opened = now.Opened
		for _, s := range now.Resume.Sections {
			if s.Removed {
				delete(r.added, s.Key)
			}
		}
		r.Refresh()
	})
	return r
}

// Object is the pane's content.
func (r *Rail) Object() fyne.CanvasObject { return r.root }

// Strip is the folded pane: the sections' initials.
func (r *Rail) Strip() fyne.CanvasObject { return r.strip }

// Rename lets the user rename a section in its row.
func (r *Rail) Rename(key string) { r.list.Rename(key) }

// Focus focuses the list of sections.
func (r *Rail) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.list); c != nil {
		c.Focus(r.list)
	}
}

func (r *Rail) popUp(items []*fyne.MenuItem, at fyne.Position) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.root); c != nil {
		widgets.ShowMenu(c, fyne.NewMenu("", items...), at)
	}
}

// shown are the sections on the rail, in the document's order, each with its index
// there.
func (r *Rail) shown() (sections []resume.Section, indexes []int) {
	for i, s := range r.session.Now().Resume.Sections {
		if s.Count > 0 || s.Custom || r.added[s.Key] || slices.Contains(common, s.Key) && !s.Removed || s.Key == r.services.Section() {
			sections = append(sections, s)
			indexes = append(indexes, i)
		}
	}
	return sections, indexes
}

// Refresh updates the list.
func (r *Rail) Refresh() {
	differing := differencesOf(r.session.Now())
	item := func(i widgets.RailItem) widgets.RailItem {
		d := differing[i.ID]
		i.Badge, i.Mark, i.Marks = r.badges[i.ID].Count, d.mark, d.count
		i.Note = strings.Join(slices.DeleteFunc([]string{r.badges[i.ID].String(), d.String()}, func(s string) bool { return s == "" }), "; ")
		return i
	}
	items := []widgets.RailItem{item(widgets.RailItem{ID: resume.ContactKey, Title: tr.T("rail.contact", "Contact"), Fixed: true})}
	sections, _ := r.shown()
	for _, s := range sections {
		items = append(items, item(widgets.RailItem{ID: s.Key, Title: s.Title, Muted: s.Hidden}))
	}
	if len(orderOf(r.session.Now())) > 0 {
		r.order.Set(widgets.MarkerQuiet, tr.T("rail.the-sections-are-in", "The sections are in another order than in the base"))
	} else {
		r.order.Set(widgets.MarkerNone, "")
	}
	if !slices.Equal(items, r.list.Items()) {
		r.list.SetItems(items)
		r.fillStrip(items)
	}
	r.list.Select(r.services.Section())
	for _, b := range r.buttons {
		b.Choose(b.Item().ID == r.list.Selected())
	}
}

// fillStrip puts the sections on the strip.
func (r *Rail) fillStrip(items []widgets.RailItem) {
	r.buttons = nil
	objects := []fyne.CanvasObject{widgets.NewIconButton(widgets.IconFoldLeft, tr.T("rail.show-sections", "Show sections"), r.services.Fold)}
	for _, item := range items {
		b := widgets.NewStripButton(widgets.Initials(item.Title), item, func() { r.services.Show(item.ID) })
		r.buttons = append(r.buttons, b)
		objects = append(objects, b)
	}
	widgets.SetStrip(r.strip, objects...)
}

// move moves a section to where the user dropped it. The rail's first row is the
// contact, which is not a section of the document.
func (r *Rail) move(from, to int) {
	_, indexes := r.shown()
	if from < 1 || to < 1 || from > len(indexes) || to > len(indexes) {
		return
	}
	r.session.Edit(tr.T("rail.move-section", "Move section"), "", func(d resume.Document) (resume.Document, error) {
		return d.MoveSection(indexes[from-1], indexes[to-1])
	})
}

// Step shows the section so many rows below.
func (r *Rail) Step(by int) {
	items := r.list.Items()
	i := slices.IndexFunc(items, func(it widgets.RailItem) bool { return it.ID == r.services.Section() }) + by
	if i >= 0 && i < len(items) {
		r.services.Show(items[i].ID)
	}
}

// showAdd offers the sections that are not on the rail, and a custom one.
func (r *Rail) showAdd() {
	shown, _ := r.shown()
	var items []*fyne.MenuItem
	for _, s := range r.session.Now().Resume.Sections {
		if !slices.ContainsFunc(shown, func(have resume.Section) bool { return have.Key == s.Key }) {
			items = append(items, fyne.NewMenuItem(s.Title, func() {
				if s.Removed {
					r.session.Edit(tr.T("rail.add-section", "Add section"), s.Address, func(d resume.Document) (resume.Document, error) { return d.RestoreSection(s.Key) })
				}
				r.added[s.Key] = true
				r.services.Show(s.Key)
				r.Refresh()
			}))
		}
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	items = append(items, fyne.NewMenuItem(tr.T("rail.custom-section", "Custom section…"), r.addCustom))
	r.popUp(items, fyne.CurrentApp().Driver().AbsolutePositionForObject(r.add).AddXY(0, r.add.Size().Height))
}

func (r *Rail) addCustom() {
	r.services.AskText(tr.T("rail.section-heading", "Section heading"), "", func(title string) {
		if title == "" {
			return
		}
		var key string
		if r.session.Edit(tr.T("rail.add-section", "Add section"), "", func(d resume.Document) (next resume.Document, err error) {
			next, key, err = d.AddSection(title)
			return next, err
		}) {
			r.services.Show(key)
		}
	})
}

// SetBadges shows how many cards of advice each section has.
func (r *Rail) SetBadges(badges map[string]Badge) {
	r.badges = badges
	r.Refresh()
}
