package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/editor"
	"resumax/app/session"
	"resumax/resume"
	"resumax/widgets"
)

// rail is the list of sections at the left.
type rail struct {
	w      *window
	list   *widgets.RailList
	badges map[string]int  // findings by section
	asked  map[string]bool // empty sections that the user asked to see
	add    *widget.Button
	design *widgets.RailList // the way to the design's knobs
	root   fyne.CanvasObject
}

const firstSection = editor.Contact

// Sections that are shown even while they are empty: nearly every resume has
// them.
var usual = []string{resume.SummaryKey, "work", "projects", "skills", "education"}

func newRail(w *window) *rail {
	r := &rail{w: w, list: widgets.NewRailList(), asked: map[string]bool{}}
	r.list.OnSelected = func(id string) {
		w.showDesigner(false)
		w.editor.Show(id)
		w.editor.Focus()
	}
	r.list.OnMove = r.move
	r.list.OnMenu = func(id string, at fyne.Position) {
		if items := w.editor.SectionMenu(id); items != nil {
			widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.win.Canvas(), at)
		}
	}
	r.add = widget.NewButtonWithIcon("Section", theme.ContentAddIcon(), r.showAdd)
	r.add.Importance = widget.LowImportance
	r.design = widgets.NewRailList(widgets.RailItem{ID: designID, Title: "Design", Fixed: true})
	r.design.OnSelected = func(string) { w.showDesigner(true) }
	r.root = container.NewBorder(nil, container.NewPadded(r.design), nil, nil,
		container.NewVScroll(container.NewPadded(widgets.NewColumn(6, r.list, container.NewHBox(r.add)))))
	w.session.OnChange(func(s session.Snapshot) {
		if s.Whole {
			clear(r.asked)
		}
		r.refresh()
	})
	return r
}

// shown are the sections on the rail, in the document's order, each with its
// place there.
func (r *rail) shown() (sections []resume.Section, places []int) {
	for i, s := range r.w.session.Now().Resume.Sections {
		if s.Count > 0 || s.Custom || r.asked[s.Key] || slices.Contains(usual, s.Key) || s.Key == r.w.editor.Section() {
			sections = append(sections, s)
			places = append(places, i)
		}
	}
	return sections, places
}

func (r *rail) refresh() {
	items := []widgets.RailItem{{ID: editor.Contact, Title: "Contact", Badge: r.badges[editor.Contact], Fixed: true}}
	sections, _ := r.shown()
	for _, s := range sections {
		items = append(items, widgets.RailItem{ID: s.Key, Title: s.Title, Badge: r.badges[s.Key], Muted: s.Hidden})
	}
	if !slices.Equal(items, r.list.Items()) {
		r.list.SetItems(items)
	}
	section, design := r.w.editor.Section(), ""
	if r.w.designer.Object().Visible() {
		section, design = "", designID
	}
	r.list.Select(section)
	r.design.Select(design)
}

// designID is the row that leads to the design's knobs.
const designID = "design"

// move puts a section where the user dropped it; the rail's first row is the
// contact, which is none.
func (r *rail) move(from, to int) {
	_, places := r.shown()
	if from < 1 || to < 1 || from > len(places) || to > len(places) {
		return
	}
	r.w.session.Edit("Move section", "", func(d resume.Document) (resume.Document, error) {
		return d.MoveSection(places[from-1], places[to-1])
	})
}

// step shows the section so many rows further.
func (r *rail) step(by int) {
	items := r.list.Items()
	i := slices.IndexFunc(items, func(it widgets.RailItem) bool { return it.ID == r.w.editor.Section() }) + by
	if i >= 0 && i < len(items) {
		r.w.showDesigner(false)
		r.w.editor.Show(items[i].ID)
		r.w.editor.Focus()
	}
}

// showAdd offers the sections that are not on the rail, and one of the user's
// own.
func (r *rail) showAdd() {
	shown, _ := r.shown()
	var items []*fyne.MenuItem
	for _, s := range r.w.session.Now().Resume.Sections {
		if !slices.ContainsFunc(shown, func(have resume.Section) bool { return have.Key == s.Key }) {
			items = append(items, fyne.NewMenuItem(s.Title, func() {
				r.asked[s.Key] = true
				r.w.showDesigner(false)
				r.w.editor.Show(s.Key)
				r.refresh()
			}))
		}
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	items = append(items, fyne.NewMenuItem("Section of your own…", r.addOwn))
	d := r.w.fyne.Driver()
	at := d.AbsolutePositionForObject(r.add).AddXY(0, r.add.Size().Height)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), r.w.win.Canvas(), at)
}

func (r *rail) addOwn() {
	r.w.askTitle("Heading of the new section", "", func(title string) {
		if title == "" {
			return
		}
		var key string
		if r.w.session.Edit("Add section", "", func(d resume.Document) (next resume.Document, err error) {
			next, key, err = d.AddSection(title)
			return next, err
		}) {
			r.w.showDesigner(false)
			r.w.editor.Show(key)
		}
	})
}

// setBadges shows how many findings each section has.
func (r *rail) setBadges(badges map[string]int) {
	r.badges = badges
	r.refresh()
}
