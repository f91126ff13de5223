package designer

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/tr"
	"resumax/render/design"
	"resumax/widgets"
)

// advanced is all settings by subject, each group folded, and a search for them.
type advanced struct {
	pane    *Designer
	root    *fyne.Container
	search  *widgets.TextField
	nothing *widgets.Label
	groups  []*group
	styles  *styleKnobs
}

// group is settings of one subject under a header that folds them.
type group struct {
	title string
	head  *widgets.Disclosure
	body  *fyne.Container
	knobs []*knob
	open  bool // by the user; a search opens groups, too
}

func newAdvanced(p *Designer) *advanced {
	a := &advanced{pane: p, search: widgets.NewTextField(tr.T("designer.search-settings", "Search settings")), nothing: widgets.NewMuted(tr.T("designer.no-setting-is-called", "No setting is called that."))}
	a.nothing.Hide()
	a.search.OnChanged = func(string) { a.find() }
	a.search.OnSubmitted = func(string) { a.focusFirst() }
	a.root = widgets.NewColumn(2, widgets.NewStrong(tr.T("designer.advanced", "Advanced")), a.search, a.nothing)
	return a
}

// add adds a group of knobs.
func (a *advanced) add(title string, knobs ...*knob) {
	rows := widgets.NewColumn(6)
	for _, k := range knobs {
		k.group = title
		rows.Add(k.row)
	}
	a.pane.knobs = append(a.pane.knobs, knobs...)
	a.addGroup(&group{title: title, knobs: knobs}, rows)
}

// addStyles adds the group of the text styles.
func (a *advanced) addStyles(s *styleKnobs) {
	a.styles = s
	a.addGroup(&group{title: tr.T("designer.text-styles", "Text styles")}, s.root)
}

func (a *advanced) addGroup(g *group, content fyne.CanvasObject) {
	g.body = container.New(layout.NewCustomPaddedLayout(2, 10, 8, 0), content)
	g.body.Hide()
	g.head = widgets.NewDisclosure(false, func() {
		g.open = !g.head.Open()
		g.show(g.open)
		a.root.Refresh()
		a.pane.scroll.Refresh()
	})
	g.head.SetText(widgets.DisclosureText{Title: g.title})
	a.groups = append(a.groups, g)
	a.root.Add(g.head)
	a.root.Add(g.body)
}

// show folds the group or unfolds it.
func (g *group) show(open bool) {
	g.head.SetOpen(open)
	g.body.Hidden = !open
}

// sync says at each group how many of its settings are changed.
func (a *advanced) sync() {
	for _, g := range a.groups {
		g.head.SetText(widgets.DisclosureText{Title: g.title, Aside: changedWords(g.changed(a.styles))})
	}
}

func (g *group) changed(s *styleKnobs) int {
	knobs := g.knobs
	if knobs == nil {
		knobs = s.knobs
	}
	n := 0
	for _, k := range knobs {
		if k.row.Changed() {
			n++
		}
	}
	return n
}

// unfold shows the group with a knob.
func (a *advanced) unfold(k *knob) {
	if k.row.Hidden {
		a.search.SetText("")
	}
	for _, g := range a.groups {
		if slices.Contains(g.knobs, k) || g.knobs == nil && slices.Contains(a.styles.knobs, k) {
			g.open = true
			g.show(true)
			a.root.Refresh()
			a.pane.scroll.Refresh()
		}
	}
}

// find shows the settings that the search finds, and all in their groups without a
// search.
func (a *advanced) find() {
	words := strings.Fields(strings.ToLower(a.search.Text))
	found := 0
	for _, g := range a.groups {
		hits := 0
		if g.knobs == nil {
			hits = a.findStyle(words)
		}
		for _, k := range g.knobs {
			k.row.Hidden = len(words) > 0 && !k.matches(words)
			if !k.row.Hidden {
				hits++
			}
		}
		g.head.Hidden = hits == 0
		g.show(hits > 0 && (g.open || len(words) > 0))
		found += hits
	}
	a.nothing.Hidden = found > 0
	a.root.Refresh()
	a.pane.scroll.Refresh()
}

// findStyle chooses the text style that a search names, and is how many of its
// settings are found.
func (a *advanced) findStyle(words []string) int {
	if len(words) == 0 {
		return len(a.styles.knobs)
	}
	for _, one := range singleStyles() {
		if title := strings.ToLower(one.title + " text style font"); contains(title, words[:1]) {
			if a.styles.choose.Selected != one.title {
				a.styles.choose.SetSelected(one.title)
			}
			return len(a.styles.knobs)
		}
	}
	return 0
}

// focusFirst puts the focus on the first setting that the search has found.
func (a *advanced) focusFirst() {
	if strings.TrimSpace(a.search.Text) == "" {
		return
	}
	for _, g := range a.groups {
		knobs := g.knobs
		if knobs == nil {
			knobs = a.styles.knobs
		}
		for _, k := range knobs {
			if g.body.Visible() && k.row.Visible() && widgets.FocusFirst(k.row.Control()) {
				widgets.Reveal(k.row)
				return
			}
		}
	}
}

// matches reports whether all words are in what a setting is called, here or by
// others.
func (k *knob) matches(words []string) bool {
	text := k.label + " " + k.group
	for _, key := range k.keys {
		text += " " + design.Label(key) + " " + tr.Word(design.Label(key))
	}
	for word, others := range synonyms {
		if strings.Contains(strings.ToLower(text), word) {
			text += " " + others
		}
	}
	return contains(strings.ToLower(text), words)
}

func contains(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

// synonyms are what others call what is in a setting's name.
var synonyms = map[string]string{
	"color":          "ink tint shade hue",
	"font":           "typeface family face",
	"line spacing":   "leading line height",
	"letter spacing": "tracking kerning",
	"alignment":      "align justify center left",
	"justified":      "align",
	"hyphenation":    "break words split",
	"margin":         "border edge whitespace padding",
	"space":          "gap padding whitespace distance spacing",
	"bold":           "weight heavy",
	"italic":         "slant cursive",
	"all caps":       "uppercase capitals small caps",
	"bullet":         "list dot point",
	"heading line":   "rule divider separator",
	"line thickness": "rule divider weight",
	"sidebar":        "column side panel",
	"column":         "two-column layout",
	"photo":          "picture image portrait headshot",
	"date":           "month year period",
	"separator":      "divider dot pipe",
	"timeline":       "rail line dots",
	"minimum":        "limit least fit shrink",
	"ragged":         "rag uneven right edge",
	"hanging":        "optical margin",
	"background":     "fill shade",
	"looseness":      "tight loose lines",
	"secondary text": "muted gray",
	"headline":       "job title label tagline",
	"organization":   "employer company school",
	"skill":          "keywords",
}
