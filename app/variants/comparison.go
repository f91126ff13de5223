package variants

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/compare"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/widgets"
)

// comparison is the dialog that shows two versions of the resume side by side: the base
// and a variant, of which each difference can be taken, or two variants.
type comparison struct {
	*Variants
	sides [2]string // ids, "" for the base
	names []string  // of the base and the variants
	ids   []string

	modal   *widgets.Modal
	chosen  [2]*widgets.Select
	rows    *fyne.Container
	list    *widgets.Reader
	count   *widgets.Label
	every   *widgets.Check
	buttons map[string]*widgets.Button // for what is checked, by their labels
	shown   []*shown
	setting bool // the program, not the user, is setting the controls
}

// shown is a difference on the screen.
type shown struct {
	change variant.Change
	check  *widgets.Check
}

// The labels of what can be done with differences.
func labelUse() string {
	return tr.T("variants.use-everywhere", "Use everywhere")
}

func labelBack() string {
	return tr.T("variants.back-to-base", "Back to base")
}

func labelKeep() string {
	return tr.T("variants.keep", "Keep")
}

// CompareWithBase compares the variant shown with the base; where the base is shown, the
// first variant.
func (v *Variants) CompareWithBase() {
	id := v.Session.Now().Variant
	if all := v.All(); id == "" && len(all) > 0 {
		id = all[0].ID
	}
	if id != "" {
		v.compare("", id)
	}
}

func (v *Variants) compare(a, b string) {
	c := &comparison{Variants: v, sides: [2]string{a, b}, ids: []string{""}, names: []string{BaseName()}, rows: widgets.NewColumn(14)}
	for _, o := range v.All() {
		c.ids, c.names = append(c.ids, o.ID), append(c.names, o.Name)
	}
	for i := range c.chosen {
		c.chosen[i] = widgets.NewSelect(c.names, nil)
		c.chosen[i].OnChanged = func(string) { c.choose(i, c.ids[c.chosen[i].SelectedIndex()]) }
	}
	c.count = widgets.NewStrong("")
	c.every = widgets.NewCheck(tr.T("variants.select-all", "Select all"), c.checkAll)
	c.buttons = map[string]*widgets.Button{}
	bar := container.NewHBox(c.every, layout.NewSpacer())
	for _, label := range []string{labelKeep(), labelBack(), labelUse()} {
		c.buttons[label] = widgets.NewButton(label, func() { c.take(label, c.checked()) })
		bar.Add(c.buttons[label])
	}
	ok := widgets.NewButton(tr.T("variants.close", "Close"), func() { c.modal.Close() })
	ok.Importance = widget.HighImportance
	bar.Add(ok)
	c.list = widgets.NewReader(container.New(layout.NewCustomPaddedLayout(6, 6, 4, scrollGutter), c.rows))
	head := widgets.NewColumn(10, widgets.NewHeading(tr.T("variants.compare", "Compare")), container.New(layout.NewCustomPaddedLayout(0, 0, checkWidth+4, scrollGutter), pairOf(c.chosen[0], c.chosen[1])), c.count)
	c.modal = v.Shell.Modal(v.Shell.Fitted(widgets.NewBorder(container.New(layout.NewCustomPaddedLayout(0, 6, 0, 0), head), bar, nil, nil, c.list),
		fyne.NewSize(980, 680), fyne.NewSquareSize(90)), func() { c.modal.Close() })
	c.refresh()
	v.Shell.Focus(c.list)
}

// choose puts a version to one side. The base is always the first one.
func (c *comparison) choose(side int, id string) {
	if c.setting || c.sides[side] == id {
		return
	}
	if other := c.sides[1-side]; other == id {
		c.sides[1-side] = c.sides[side]
	}
	c.sides[side] = id
	if c.sides[1] == "" {
		c.sides[0], c.sides[1] = c.sides[1], c.sides[0]
	}
	c.refresh()
}

// refresh shows the differences as they are now.
func (c *comparison) refresh() {
	c.setting = true
	for i, id := range c.sides {
		for n, o := range c.ids {
			if o == id {
				c.chosen[i].SetSelectedIndex(n)
			}
		}
	}
	c.setting = false
	c.rows.RemoveAll()
	c.shown = nil
	if c.sides[0] == "" {
		c.showChanges()
	} else {
		c.showLines()
	}
	c.follow()
	c.rows.Refresh()
	c.list.Refresh()
}

// showChanges shows in what a variant differs from the base.
func (c *comparison) showChanges() {
	view, err := variant.Open(c.Session.Now().Project, c.sides[1])
	if err != nil {
		return
	}
	changes := compare.InOrder(&view, view.Changes())
	for i, l := range compare.OfVariant(&view, changes) {
		change := changes[i]
		s := &shown{change, widgets.NewCheck("", func(bool) { c.follow() })}
		c.shown = append(c.shown, s)
		actions := container.NewHBox()
		action := func(label, text string) {
			b := widgets.NewButton(text, func() { c.take(label, []variant.Change{change}) })
			b.Importance = widget.LowImportance
			actions.Add(b)
		}
		switch {
		case change.Lost:
			action(labelBack(), tr.T("variants.dismiss", "Dismiss"))
		case change.Stale:
			action(labelKeep(), labelKeep())
			fallthrough
		default:
			action(labelBack(), labelBack())
			action(labelUse(), labelUse())
		}
		c.add(l, s.check, actions, change.Address)
	}
	c.count.SetText(summary(len(changes), len(only(changes, func(c variant.Change) bool { return c.Stale })), len(view.Lost())))
	if len(changes) == 0 {
		c.rows.Add(widgets.NewMuted(tr.T("variants.what-you-change-while", "What you change while this variant is shown stays in it, and is listed here. All else is the base's.")))
	}
}

// summary says how many differences there are, and which need a decision.
func summary(n, stale, lost int) string {
	text := compare.Count(n)
	if stale > 0 {
		text += " · " + tr.N("variants.in-the-base-has", "in {{.Count}} the base has changed since", "in {{.Count}} the base has changed since", stale)
	}
	if lost > 0 {
		text += " · " + tr.N("variants.lost", "{{.Count}} lost", "{{.Count}} lost", lost)
	}
	return text
}

// showLines shows in what two variants differ.
func (c *comparison) showLines() {
	var documents [2]resume.Document
	for i, id := range c.sides {
		view, err := variant.Open(c.Session.Now().Project, id)
		if err != nil {
			return
		}
		documents[i] = view.Document
	}
	lines := compare.Differences(documents[0], documents[1])
	for _, l := range lines {
		c.add(l, nil, nil, "")
	}
	c.count.SetText(compare.Count(len(lines)))
}

const checkWidth = 30

// add adds a difference: where it is, with what can be done, above what both sides say.
func (c *comparison) add(l compare.Line, check *widgets.Check, actions fyne.CanvasObject, at resume.Address) {
	title := fyne.CanvasObject(container.NewVBox(layout.NewSpacer(), widgets.NewStrong(l.Label.String()), layout.NewSpacer()))
	if at != "" && c.sides[1] == c.Session.Now().Variant {
		b := widgets.NewButton(l.Label.String(), func() {
			c.modal.Close()
			c.Session.Reveal(at)
		})
		b.Importance = widget.LowImportance
		title = container.New(layout.NewCustomPaddedLayout(0, 0, -theme.InnerPadding(), 0), container.NewHBox(b))
	}
	body := widgets.NewColumn(3, widgets.NewBorder(nil, nil, nil, actions, title))
	addMade(body, l)
	body.Add(pairOf(compare.Words(l, false), compare.Words(l, true)))
	if check == nil {
		c.rows.Add(container.New(layout.NewCustomPaddedLayout(0, 0, checkWidth, 0), body))
		return
	}
	c.rows.Add(widgets.NewBorder(nil, nil, container.NewVBox(check), nil, body))
}

// checked are the changes that are checked.
func (c *comparison) checked() (all []variant.Change) {
	for _, s := range c.shown {
		if s.check.Checked {
			all = append(all, s.change)
		}
	}
	return all
}

func (c *comparison) checkAll(on bool) {
	if c.setting {
		return
	}
	c.setting = true
	for _, s := range c.shown {
		s.check.SetChecked(on)
	}
	c.setting = false
	c.follow()
}

// follow shows what can be done with what is checked.
func (c *comparison) follow() {
	if c.setting {
		return
	}
	checked := c.checked()
	usable := only(checked, func(c variant.Change) bool { return !c.Lost })
	for label, n := range map[string]int{
		labelKeep(): len(only(checked, func(c variant.Change) bool { return c.Stale })),
		labelBack(): len(checked), labelUse(): len(usable),
	} {
		b := c.buttons[label]
		b.SetText(label)
		if n > 0 {
			b.SetText(fmt.Sprintf("%s (%d)", label, n))
			b.Enable()
		} else {
			b.Disable()
		}
	}
	c.setting = true
	c.every.SetChecked(len(checked) > 0 && len(checked) == len(c.shown))
	c.setting = false
	if len(c.shown) == 0 {
		c.every.Disable()
	} else {
		c.every.Enable()
	}
}

// take does one thing with some changes of the variant, as one step.
func (c *comparison) take(label string, changes []variant.Change) {
	id := c.sides[1]
	switch label {
	case labelKeep():
		c.Session.Keep(id, only(changes, func(c variant.Change) bool { return c.Stale })...)
	case labelBack():
		c.Session.Back(id, changes...)
	case labelUse():
		c.Session.UseEverywhere(id, only(changes, func(c variant.Change) bool { return !c.Lost })...)
	}
	c.refresh()
}

// pair lays out two objects side by side, as high as the higher one at its width.
type pair struct{ width float32 }

const pairGap = 18

func pairOf(a, b fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: &pair{}, Objects: []fyne.CanvasObject{a, b}}
}

// Layout implements fyne.Layout.
func (l *pair) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	half := (size.Width - pairGap) / 2
	for i, o := range objects {
		o.Resize(fyne.NewSize(half, max(1, o.Size().Height)))
		o.Resize(fyne.NewSize(half, o.MinSize().Height))
		o.Move(fyne.NewPos(float32(i)*(half+pairGap), 0))
	}
}

// MinSize implements fyne.Layout: the height is that at the last width laid out.
func (l *pair) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(2*max(a.Width, b.Width)+pairGap, max(a.Height, b.Height))
}
