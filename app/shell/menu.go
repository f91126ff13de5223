package shell

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"resumax/widgets"
)

// quitID is the command that Fyne moves to the application menu on macOS.
const quitID = "quit"

// build makes the menus. Their items hold all shortcuts, because a focused entry
// swallows those of the canvas. Each checks whether it may run, because Fyne fires it
// even where the item is disabled or a dialog is open.
func (c *Commands) build() {
	var menus []*fyne.Menu
	for _, g := range c.groups {
		n := len(menus)
		if n == 0 || menus[n-1].Label != g.Menu {
			menus = append(menus, fyne.NewMenu(g.Menu))
			n++
		} else {
			menus[n-1].Items = append(menus[n-1].Items, fyne.NewMenuItemSeparator())
		}
		for _, cmd := range g.Commands {
			menus[n-1].Items = append(menus[n-1].Items, c.item(cmd))
		}
	}
	c.main = fyne.NewMainMenu(menus...)
	c.Refresh()
}

func (c *Commands) item(cmd Command) *fyne.MenuItem {
	item := fyne.NewMenuItem(cmd.Label, func() {
		if c.ready(cmd) {
			c.shell.KeepFocus(cmd.Run)
		}
	})
	switch {
	case cmd.Choices != nil:
		item.Action = nil
		item.ChildMenu = fyne.NewMenu("")
	case cmd.Keys.Key == "", cmd.Typed:
	case nativeMenu:
		item.Shortcut = cmd.Keys.shortcut()
	default:
		item.Shortcut = unshown{cmd.Keys.shortcut()}
	}
	item.IsQuit = cmd.ID == quitID
	c.items[cmd.ID] = item
	return item
}

// nativeMenu says that the system draws the menus, with their shortcuts.
const nativeMenu = runtime.GOOS == "darwin"

// unshown is a shortcut that works but that Fyne does not show in the menu, which it
// would in a color of 1.5:1 contrast. It is part of the label instead.
type unshown struct{ fyne.Shortcut }

// keysGap is the least space between a menu's longest label and the column of keys, in
// Fyne's units.
const keysGap = 24

// withKeys are the labels of a menu's commands with their keys in a column of their
// own, by tabs.
func withKeys(commands []Command) []string {
	labels := make([]string, len(commands))
	width := func(text string) float32 { return fyne.MeasureText(text, theme.TextSize(), fyne.TextStyle{}).Width }
	var column float32
	for i, cmd := range commands {
		labels[i] = cmd.now().Label
		column = max(column, width(labels[i])+keysGap)
	}
	for i, cmd := range commands {
		if cmd.Keys.Key == "" || nativeMenu && !cmd.Typed {
			continue
		}
		labels[i] += "\t"
		for width(labels[i]) < column {
			labels[i] += "\t"
		}
		labels[i] += cmd.Keys.String()
	}
	return labels
}

// Refresh updates the menu items. It lays out menus only if something has changed,
// because it is called at every keystroke.
func (c *Commands) Refresh() {
	if c.main == nil {
		return
	}
	changed := false
	for _, menu := range c.menus() {
		labels := withKeys(menu)
		for i, cmd := range menu {
			changed = c.refreshItem(c.items[cmd.ID], cmd, labels[i]) || changed
		}
	}
	if changed {
		c.main.Refresh()
	}
}

// menus are the commands of each menu.
func (c *Commands) menus() [][]Command {
	var menus [][]Command
	for i, g := range c.groups {
		if i == 0 || c.groups[i-1].Menu != g.Menu {
			menus = append(menus, nil)
		}
		menus[len(menus)-1] = append(menus[len(menus)-1], g.Commands...)
	}
	return menus
}

// refreshItem updates an item and reports whether it has changed.
func (c *Commands) refreshItem(item *fyne.MenuItem, cmd Command, label string) (changed bool) {
	now := cmd.now()
	disabled := !c.usable(cmd)
	if cmd.Choices != nil {
		choices := cmd.Choices()
		changed = c.refreshChoices(item, choices)
		disabled = disabled || len(choices) == 0
	}
	if item.Label != label || item.Disabled != disabled || item.Checked != now.Checked {
		item.Label, item.Disabled, item.Checked = label, disabled, now.Checked
		changed = true
	}
	return changed
}

func (c *Commands) refreshChoices(item *fyne.MenuItem, choices []Command) (changed bool) {
	items := item.ChildMenu.Items
	if len(items) != len(choices) {
		changed, items = true, make([]*fyne.MenuItem, len(choices))
	}
	for i, cmd := range choices {
		now := cmd.now()
		if items[i] == nil || items[i].Label != now.Label {
			items[i], changed = c.item(cmd), true
			items[i].Label = now.Label
		}
		if items[i].Checked != now.Checked {
			items[i].Checked, changed = now.Checked, true
		}
	}
	item.ChildMenu.Items = items
	return changed
}

// PopUp shows a menu of some commands at a position; "" is a separator.
func (s *Shell) PopUp(at fyne.Position, ids ...string) { s.PopUpBelow(at, nil, ids...) }

// PopUpBelow is PopUp with other items above the commands.
func (s *Shell) PopUpBelow(at fyne.Position, first []*fyne.MenuItem, ids ...string) {
	menu := fyne.NewMenu("", first...)
	for _, id := range ids {
		if id == "" {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
			continue
		}
		if item := s.Commands.items[id]; item != nil {
			menu.Items = append(menu.Items, item)
		}
	}
	widgets.ShowMenu(s.Window.Canvas(), menu, at)
}
