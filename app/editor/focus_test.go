package editor

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"resumax/resume"
	"resumax/resume/codec"
	"resumax/widgets"
)

// hit presses a key as the window does: the key goes to what has the focus, the
// character of the space bar to what has it by then.
func (p *pane) hit(k fyne.KeyName) {
	c := p.window.Canvas()
	if f := c.Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if k == fyne.KeySpace {
		p.typed(" ")
	}
}

// typed types a text, each character to what has the focus by then.
func (p *pane) typed(text string) {
	for _, r := range text {
		if f := p.window.Canvas().Focused(); f != nil {
			f.TypedRune(r)
		}
	}
}

// focusOf focuses a control of the form that is not a field.
func (p *pane) focusOf(at resume.Address, what control) {
	p.t.Helper()
	o := p.controls[place{at, what}]
	if o == nil {
		p.t.Fatalf("no control %q at %s", what, at)
	}
	p.window.Canvas().Focus(o)
}

func (p *pane) wantsFocusOf(at resume.Address, what control) {
	p.t.Helper()
	o := p.controls[place{at, what}]
	if focused := p.window.Canvas().Focused(); o == nil || focused != o {
		had, _, _ := p.focusedPlace()
		p.t.Errorf("the focus is not on %q at %s but on %T, %v", what, at, focused, had)
	}
}

const testBullets = resume.Address("/work/0/highlights")

// A bullet that a key adds gets all that is typed next, and nothing of the key.
func TestAddBulletByKeys(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace} {
		p := newPane(t, "work")
		p.focusOf(testBullets, adds)
		p.hit(key)
		p.typed("Led it")
		p.wants(testBullets, `["one","two","three","Led it"]`)
		p.wantsFocus(testBullets + "/3")
	}
	p := newPane(t, "work")
	p.focusOf(testBullets, adds)
	p.typed("Led it")
	p.wants(testBullets, `["one","two","three","Led it"]`)
}

// Who comes to a section to write in it loses no character, though it has no entry to write in.
func TestEmptySectionIsWrittenIn(t *testing.T) {
	first := map[string]string{"skills": "keywords", "work": "position", "education": "studyType"}
	p := newPane(t, resume.ContactKey)
	for _, s := range p.session.Now().Resume.Sections {
		if s.Key == resume.SummaryKey {
			continue
		}
		at := p.at(s.Key)
		if _, there := p.session.Now().Document.Get(at); there {
			p.session.Edit("clear", at, resume.RemoveEdit(at))
		}
		p.Reveal(at)
		p.wantsFocusOf(at, adds)
		p.typed("Lead baker")
		field := p.session.Focus()
		if want, ok := first[s.Key]; ok && field != at.Item(0).Child(want) {
			t.Errorf("%s: written into %s", s.Key, field)
		}
		if v, _ := p.session.Now().Document.Get(field); !strings.Contains(v.String(), `"Lead baker"`) {
			t.Errorf("%s: %s is %s", s.Key, field, v)
		}
	}
	p.Show(resume.ContactKey)
	p.focusOf(resume.Profiles, adds)
	p.typed("Git")
	p.wants("/basics/profiles/0/network", `"Git"`)
}

// In a group of skills it is skills that are written, not its name, however one gets there.
func TestSkillsAreWrittenFirst(t *testing.T) {
	p := newPane(t, resume.ContactKey)
	p.Show("skills")
	p.Focus()
	p.wantsFocus("/skills/0/keywords")
	p.AddItem()
	p.wantsFocus("/skills/1/keywords")
	p.typed("Triage")
	p.wants("/skills/1/keywords", `["Triage"]`)
	p.Reveal("/skills")
	p.wantsFocus("/skills/0/keywords")
	p.Reveal("/skills/1/name")
	p.wantsFocus("/skills/1/name")
}

// A click into a question of a pattern selects it, so that the answer replaces it.
func TestSlotIsSelectedWhole(t *testing.T) {
	p := newPane(t, "work")
	at := resume.Address("/work/0/highlights/0")
	p.session.Type(at, "Led [how many?] people in [where?]")
	f := p.field(at).entry
	p.session.Reveal(at)
	p.PlaceCaret(at, f.Text, strings.Index(f.Text, "many"), false)
	p.typed("9")
	p.wants(at, `"Led 9 people in [where?]"`)
	if start, end := f.Whole(f.Text, len("Led 9 people in [wh")); string([]rune(f.Text)[start:end]) != "[where?]" {
		t.Error("a click in the field selects", start, end)
	}
}

// Deleting leads to the neighbor; after the last one, to the empty field of a list without bullets.
func TestDeleteBulletsByKeys(t *testing.T) {
	p := newPane(t, "work")
	p.focusOf(testBullets.Item(1), deletes)
	p.hit(fyne.KeyReturn)
	p.wantsFocus(testBullets + "/1")
	p.typed("x")
	p.wants(testBullets, `["one","threex"]`)
	p.focusOf(testBullets.Item(1), deletes)
	p.hit(fyne.KeySpace)
	p.wantsFocus(testBullets + "/0")
	p.typed("!")
	p.wants(testBullets, `["one!"]`)
	p.focusOf(testBullets.Item(0), deletes)
	p.hit(fyne.KeyReturn)
	p.wantsFocus(testBullets + "/0")
	p.typed("new")
	p.wants(testBullets, `["new"]`)
	p.session.Undo() // the typing
	p.wantsFocus(testBullets + "/0")
	p.session.Undo()
	p.wantsFocus(testBullets + "/0")
}

// The focus stays on what a press rebuilds, and follows what it moves.
func TestFocusThroughRebuilds(t *testing.T) {
	p := newPane(t, "work")
	p.focusOf("/work/1", opens)
	p.hit(fyne.KeyReturn) // opens it, and closes the other
	p.wantsFocusOf("/work/1", opens)
	p.hit(fyne.KeySpace)
	p.wantsFocusOf("/work/1", opens)
	p.focusOf("/work", hides)
	p.hit(fyne.KeyReturn)
	p.wantsFocusOf("/work", hides)
	p.focusOf("/work/0", moves)
	p.hit(fyne.KeyDown)
	p.wants("/work/1/name", `"Acme"`)
	p.wantsFocusOf("/work/1", moves)
	p.hit(fyne.KeyUp)
	p.wants("/work/0/name", `"Acme"`)
	p.wantsFocusOf("/work/0", moves)
}

// Deleting entries by their menus leads through those that are left to the button that
// adds one.
func TestDeleteEntriesByMenu(t *testing.T) {
	p := newPane(t, "work")
	remove := func() {
		p.hit(fyne.KeySpace)
		p.hit(fyne.KeyUp) // the last item
		p.hit(fyne.KeySpace)
	}
	p.focusOf("/work/0", menuOf)
	remove()
	p.wants("/work/0/name", `"Older"`)
	p.wantsFocus("/work/0/position")
	p.focusOf("/work/0", menuOf)
	remove()
	p.wantsFocusOf("/work", adds)
	p.hit(fyne.KeyReturn)
	p.wantsFocus("/work/0/position")
	p.session.Undo()
	p.wantsFocusOf("/work", adds)

	p = newPane(t, resume.ContactKey)
	p.focusOf(resume.Profiles, adds)
	p.hit(fyne.KeySpace)
	p.typed("GitHub")
	p.wants("/basics/profiles/0/network", `"GitHub"`)
	p.focusOf(resume.Profiles.Item(0), deletes)
	p.hit(fyne.KeyReturn)
	p.wantsFocusOf(resume.Profiles, adds)
}

func TestMoreFieldsAreEntered(t *testing.T) {
	p := newPane(t, "work")
	for range 40 {
		if b, ok := p.window.Canvas().Focused().(*widgets.Button); ok && b.Text == "More fields" {
			p.hit(fyne.KeyReturn)
			p.wantsFocus("/work/0/summary")
			return
		}
		p.window.Canvas().FocusNext()
	}
	t.Error("Tab does not reach the button")
}

// Tab goes down the form, and within a row to the right.
func TestTabFollowsReadingOrder(t *testing.T) {
	p := newPane(t, "work")
	for _, section := range []string{"work", resume.ContactKey, "skills", "education", "languages"} {
		p.Show(section)
		if section != resume.ContactKey {
			p.AddItem()
		}
		driver := fyne.CurrentApp().Driver()
		list := widgets.Focusables(p.window.Canvas())
		for i, f := range list {
			p.window.Canvas().Focus(f)
			p.window.Canvas().FocusNext()
			next := p.window.Canvas().Focused()
			if next != list[(i+1)%len(list)] {
				t.Errorf("%s: after %T comes %T", section, f, next)
			}
			if i == len(list)-1 {
				continue
			}
			a, b := f.(fyne.CanvasObject), next.(fyne.CanvasObject)
			from, to := driver.AbsolutePositionForObject(a), driver.AbsolutePositionForObject(b)
			if below := from.Y+a.Size().Height <= to.Y+1; !below && from.X+a.Size().Width > to.X+1 {
				t.Errorf("%s: Tab goes from %T at %v, %v large, to %T at %v", section, a, from, a.Size(), b, to)
			}
		}
	}
}

// Tab scrolls the form along.
func TestTabScrolls(t *testing.T) {
	p := newPane(t, resume.ContactKey)
	p.window.Resize(fyne.NewSize(640, 300))
	d, c := fyne.CurrentApp().Driver(), p.window.Canvas()
	for range widgets.Focusables(c) {
		c.FocusNext()
		o := c.Focused().(fyne.CanvasObject)
		if y := d.AbsolutePositionForObject(o).Y; y < 0 || y+o.Size().Height > 300 {
			t.Errorf("%T is at %v", o, y)
		}
	}
}

// Whatever is pressed, the focus is on something that is there, and what is typed next
// is in the document once or changes nothing.
func TestNoKeyIsLost(t *testing.T) {
	keys := []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyUp, fyne.KeyDown,
		fyne.KeyLeft, fyne.KeyRight, fyne.KeyEscape, fyne.KeyHome, fyne.KeyEnd}
	sections := []string{resume.ContactKey, resume.SummaryKey, "work", "skills", "education", "languages"}
	rapid.Check(t, func(rt *rapid.T) {
		p := newPane(t, rapid.SampledFrom(sections).Draw(rt, "section"))
		p.services.PickPhoto = func(func(string)) {}
		c := p.window.Canvas()
		p.Focus()
		acts := map[string]func(){
			"tab":      c.FocusNext,
			"back tab": c.FocusPrevious,
			"press": func() {
				list := widgets.Focusables(c)
				c.Focus(list[rapid.IntRange(0, len(list)-1).Draw(rt, "control")])
				p.hit(rapid.SampledFrom([]fyne.KeyName{fyne.KeyReturn, fyne.KeySpace}).Draw(rt, "by"))
			},
			"key":     func() { p.hit(rapid.SampledFrom(keys).Draw(rt, "key")) },
			"type":    func() { p.typed("a") },
			"section": func() { p.Show(rapid.SampledFrom(sections).Draw(rt, "section")); p.Focus() },
			"add":     p.AddItem, "duplicate": p.Duplicate, "delete": p.Delete,
			"up": func() { p.Move(-1) }, "down": func() { p.Move(1) }, "entry down": func() { p.MoveItem(1) },
			"undo": func() { p.session.Undo() }, "redo": func() { p.session.Redo() },
		}
		var names []string
		for name := range acts {
			names = append(names, name)
		}
		slices.Sort(names)
		for i := range rapid.IntRange(1, 25).Draw(rt, "steps") {
			name := rapid.SampledFrom(names).Draw(rt, "act")
			if c.Overlays().Top() != nil && name != "key" && name != "tab" {
				continue // a menu is open: the commands wait
			}
			acts[name]()
			p.nothingLost(rt, name, string(rune('ა'+i))) // a list takes no skill twice
		}
	})
}

// nothingLost types a character that the document does not have.
func (p *pane) nothingLost(rt *rapid.T, after, mark string) {
	c := p.window.Canvas()
	focused := c.Focused()
	if focused == nil {
		rt.Fatalf("after %s nothing has the focus", after)
	}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	if !slices.Contains(test.LaidOutObjects(root), focused.(fyne.CanvasObject)) {
		rt.Fatalf("after %s the focus is on a %T that is not there", after, focused)
	}
	before := string(codec.Encode(p.session.Now().Document))
	f, _ := focused.(*widgets.TextField)
	p.typed(mark)
	now := string(codec.Encode(p.session.Now().Document))
	switch {
	case f != nil && strings.Count(now, mark) != strings.Count(before, mark)+1:
		rt.Fatalf("after %s what is typed into a field is lost", after)
	case f == nil && now != before && strings.Count(now, mark) != strings.Count(before, mark)+1:
		rt.Fatalf("after %s a letter in a %T changes the document to\n%s", after, focused, now)
	}
}
