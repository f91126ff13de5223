package app

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"resumax/resume"
	"resumax/widgets"
)

// menus is the main menu. Its items hold every shortcut, because a focused
// entry keeps all others to itself; each one asks whether it may act, because
// Fyne fires it even where the item is disabled or a dialog is open.
type menus struct {
	w        *window
	main     *fyne.MainMenu
	recent   *fyne.MenuItem
	undo     *fyne.MenuItem
	redo     *fyne.MenuItem
	page     *fyne.MenuItem
	score    *fyne.MenuItem
	design   *fyne.MenuItem
	number   *fyne.MenuItem
	attach   *fyne.MenuItem
	language *fyne.MenuItem
	themes   map[widgets.Choice]*fyne.MenuItem
}

const (
	mod      = fyne.KeyModifierShortcutDefault
	modShift = fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift
)

func newMenus(w *window) *menus {
	m := &menus{w: w, themes: map[widgets.Choice]*fyne.MenuItem{}}
	m.recent = fyne.NewMenuItem("Open recent", nil)
	m.recent.ChildMenu = fyne.NewMenu("")
	m.undo = m.item("Undo", fyne.KeyZ, mod, m.open(func() { w.session.Undo() }))
	m.undo.Shortcut = &fyne.ShortcutUndo{} // as Fyne reports Ctrl+Z
	m.redo = m.item("Redo", fyne.KeyZ, modShift, m.open(func() { w.session.Redo() }))
	m.page = m.item("Page", fyne.KeyF9, 0, m.open(w.togglePage))
	m.score = m.item("Score and guide", fyne.KeyF10, 0, m.open(w.toggleScore))

	m.design = m.item("Design", fyne.KeyF8, 0, m.open(w.toggleDesigner))

	m.attach = m.plain("Put the resume into PDFs, to open them again", w.toggleAttach)

	file := fyne.NewMenu("File",
		m.plain("Roles…", m.open(w.showRoles)),
		m.item("New…", fyne.KeyN, mod, m.idle(w.askNew)),
		fyne.NewMenuItemSeparator(),
		m.item("Open…", fyne.KeyO, mod, m.idle(w.askOpen)),
		m.recent,
		fyne.NewMenuItemSeparator(),
		m.item("Save", fyne.KeyS, mod, m.open(func() { w.save(nil) })),
		m.item("Save as…", fyne.KeyS, modShift, m.open(func() { w.saveAs(nil) })),
		m.plain("Save as role…", m.open(w.saveRole)),
		fyne.NewMenuItemSeparator(),
		m.item("Export PDF…", fyne.KeyE, mod, m.open(func() { w.export(formatPDF) })),
		m.exports(),
		m.attach,
		m.item("Print…", fyne.KeyP, mod, m.open(w.print)),
		fyne.NewMenuItemSeparator(),
		m.item("Close", fyne.KeyW, mod, m.idle(w.closeProject)),
		m.quit(),
	)
	edit := fyne.NewMenu("Edit",
		m.undo, m.redo,
		fyne.NewMenuItemSeparator(),
		m.plain("Cut", func() { w.typed(&fyne.ShortcutCut{Clipboard: w.fyne.Clipboard()}) }),
		m.plain("Copy", func() { w.typed(&fyne.ShortcutCopy{Clipboard: w.fyne.Clipboard()}) }),
		m.plain("Paste", func() { w.typed(&fyne.ShortcutPaste{Clipboard: w.fyne.Clipboard()}) }),
		fyne.NewMenuItemSeparator(),
		m.plain("Bold\tCtrl+B", func() { w.typed(&desktop.CustomShortcut{KeyName: fyne.KeyB, Modifier: mod}) }),
		m.plain("Italic\tCtrl+I", func() { w.typed(&desktop.CustomShortcut{KeyName: fyne.KeyI, Modifier: mod}) }),
		m.plain("Link\tCtrl+K", func() { w.typed(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: mod}) }),
		fyne.NewMenuItemSeparator(),
		m.item("Find…", fyne.KeyF, mod, m.open(w.find)),
	)
	entry := fyne.NewMenu("Entry",
		m.item("Add entry", fyne.KeyReturn, mod, m.open(w.editor.AddItem)),
		m.item("Duplicate", fyne.KeyD, mod, m.open(w.editor.Duplicate)),
		m.item("Delete", fyne.KeyBackspace, modShift, m.open(w.editor.Delete)),
		fyne.NewMenuItemSeparator(),
		m.item("Move up", fyne.KeyUp, fyne.KeyModifierAlt, m.open(func() { w.moveUnderCursor(-1) })),
		m.item("Move down", fyne.KeyDown, fyne.KeyModifierAlt, m.open(func() { w.moveUnderCursor(1) })),
		m.item("Move entry up", fyne.KeyUp, fyne.KeyModifierAlt|fyne.KeyModifierShift, m.open(func() { w.editor.MoveItem(-1) })),
		m.item("Move entry down", fyne.KeyDown, fyne.KeyModifierAlt|fyne.KeyModifierShift, m.open(func() { w.editor.MoveItem(1) })),
		fyne.NewMenuItemSeparator(),
		m.item("Next section", fyne.KeyPageDown, mod, m.open(func() { w.rail.step(1) })),
		m.item("Previous section", fyne.KeyPageUp, mod, m.open(func() { w.rail.step(-1) })),
	)
	m.language = m.languageMenu()
	m.number = m.plain("Number further pages", m.open(w.toggleNumbers))
	view := fyne.NewMenu("View",
		m.design, m.page, m.score,
		fyne.NewMenuItemSeparator(),
		m.item("Larger page", fyne.KeyEqual, mod, m.open(w.preview.ZoomIn)),
		m.item("Smaller page", fyne.KeyMinus, mod, m.open(w.preview.ZoomOut)),
		m.item("Actual size", fyne.Key0, mod, m.open(w.preview.ActualSize)),
		m.plain("Fit the page's width", m.open(w.preview.FitWidth)),
		fyne.NewMenuItemSeparator(),
		m.number,
		m.language,
		fyne.NewMenuItemSeparator(),
		m.theme("Light", widgets.Light), m.theme("Dark", widgets.Dark), m.theme("Like the system", widgets.FollowSystem),
	)
	tools := fyne.NewMenu("Tools",
		m.item("What a hiring system reads…", fyne.KeyR, mod, m.open(w.readBack)),
		m.plain("Read another PDF…", m.idle(w.readOther)),
		fyne.NewMenuItemSeparator(),
		m.plain("My words…", m.idle(w.editWords)),
	)
	help := fyne.NewMenu("Help",
		m.item("Keys and marks", fyne.KeyF1, 0, w.showKeys),
		m.plain("What the score means", w.showScoreHelp),
		fyne.NewMenuItemSeparator(),
		m.plain("About ResuMax", w.showAbout),
	)
	m.main = fyne.NewMainMenu(file, edit, entry, view, tools, help)
	m.fillRecent()
	return m
}

// item is a menu item with a shortcut. Function keys are shown only: Fyne has
// no shortcut without a modifier, so the window's key handler calls them.
func (m *menus) item(label string, key fyne.KeyName, modifier fyne.KeyModifier, f func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, f)
	i.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: modifier}
	return i
}

func (m *menus) plain(label string, f func()) *fyne.MenuItem { return fyne.NewMenuItem(label, f) }

// open is f where a project is open and nothing lies over the window.
func (m *menus) open(f func()) func() {
	return func() {
		if m.w.isOpen() && m.w.isFree() {
			f()
		}
	}
}

// idle is f where nothing lies over the window.
func (m *menus) idle(f func()) func() {
	return func() {
		if m.w.isFree() {
			f()
		}
	}
}

func (m *menus) quit() *fyne.MenuItem {
	q := m.item("Quit", fyne.KeyQ, mod, m.w.askClose)
	q.IsQuit = true
	return q
}

func (m *menus) exports() *fyne.MenuItem {
	i := fyne.NewMenuItem("Export as", nil)
	i.ChildMenu = fyne.NewMenu("")
	for _, f := range []format{formatPNG, formatText, formatJSON} {
		i.ChildMenu.Items = append(i.ChildMenu.Items, fyne.NewMenuItem(f.name+"…", m.open(func() { m.w.export(f) })))
	}
	return i
}

func (m *menus) theme(label string, c widgets.Choice) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, func() { m.w.setTheme(c) })
	i.Checked = m.w.prefs.theme() == c
	m.themes[c] = i
	return i
}

func (m *menus) fillRecent() {
	var items []*fyne.MenuItem
	for _, path := range m.w.prefs.recent() {
		items = append(items, fyne.NewMenuItem(filepath.Base(path)+"   "+filepath.Dir(path), m.idle(func() { m.w.open(path) })))
	}
	m.recent.ChildMenu.Items = items
	m.recent.Disabled = len(items) == 0
}

// refresh shows what undo and redo would do. A menu is laid out anew only where
// its words change, which is not at every keystroke.
func (m *menus) refresh() {
	undo, redo := "Undo", "Redo"
	if l := m.w.session.NextUndo(); l != "" {
		undo = "Undo " + lowerFirst(l)
	}
	if l := m.w.session.NextRedo(); l != "" {
		redo = "Redo " + lowerFirst(l)
	}
	page, score := m.w.panes.Shown(panePage), m.w.panes.Shown(paneScore)
	choice := m.w.prefs.theme()
	numbers := m.w.session.Now().Resume.Meta.Numbers
	design := m.w.designer.Object().Visible()
	same := m.design.Checked == design && m.number.Checked == numbers && m.undo.Label == undo && m.redo.Label == redo && m.page.Checked == page && m.score.Checked == score && m.themes[choice].Checked
	m.undo.Label, m.redo.Label = undo, redo
	m.undo.Disabled, m.redo.Disabled = undo == "Undo", redo == "Redo"
	m.design.Checked, m.page.Checked, m.score.Checked, m.number.Checked = design, page, score, numbers
	for c, i := range m.themes {
		i.Checked = c == choice
	}
	same = same && m.attach.Checked == m.w.prefs.attach()
	m.attach.Checked = m.w.prefs.attach()
	if m.showLanguage(m.w.session.Now().Resume.Meta.Language) || !same {
		m.main.Refresh()
	}
}

const numbersSetting = resume.Settings + "/numbers"

// toggleAttach has PDFs carry their resume from now on, or not.
func (w *window) toggleAttach() {
	w.prefs.keepAttach(!w.prefs.attach())
	w.menus.refresh()
}

// toggleNumbers puts the name and the page's number over the pages behind the
// first, or takes them away.
func (w *window) toggleNumbers() {
	on := !w.session.Now().Resume.Meta.Numbers
	w.session.Edit("Number further pages", "", func(d resume.Document) (resume.Document, error) {
		if on {
			return d.Set(numbersSetting, resume.Flag(true))
		}
		return d.Remove(numbersSetting)
	})
}

// typed hands a shortcut to what has the focus, as if it had been typed.
func (w *window) typed(s fyne.Shortcut) {
	if f, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
	}
}

// moveUnderCursor moves the section where the rail has the focus, else the
// bullet or entry being edited.
func (w *window) moveUnderCursor(by int) {
	key := fyne.KeyUp
	if by > 0 {
		key = fyne.KeyDown
	}
	switch f := w.win.Canvas().Focused().(type) {
	case *widgets.TextField, *widget.Entry:
		w.editor.Move(by)
	case fyne.Shortcutable:
		f.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
	default:
		w.editor.Move(by)
	}
}

func (w *window) setTheme(c widgets.Choice) {
	w.prefs.store.SetInt(prefTheme, int(c))
	w.fyne.Settings().SetTheme(widgets.NewTheme(c))
	w.menus.refresh()
}
