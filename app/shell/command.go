package shell

import (
	"cmp"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"resumax/app/tr"
	"resumax/widgets"
)

// Command is one entry of the command table, from which menus, keys, the palette and
// the help sheet derive.
type Command struct {
	ID    string // stable, such as "save"
	Label string // in menus; ends in "…" where a dialog follows
	Keys  Keys
	// Typed says that the focused field handles the keys: the command only shows them.
	Typed bool
	Needs Needs
	// State is the current label and whether the command is enabled and checked; nil
	// for a command whose state never changes.
	State func() State
	Run   func()
	// Choices are the commands of a submenu, in place of Run. They are called for at
	// every refresh.
	Choices func() []Command
}

// Group is commands of a menu between two separators.
type Group struct {
	Menu     string
	Commands []Command
}

// Needs is the condition for a command to run.
type Needs int

// The conditions of commands.
const (
	NeedsNothing Needs = iota
	NeedsFree          // no dialog is open
	NeedsProject       // a mode of a project is shown, and no dialog is open
)

// State is the current state of a command.
type State struct {
	Label    string // "" for the table's
	Disabled bool
	Checked  bool
}

// Keys are a command's shortcut: one key with modifiers. Key is "" for none.
type Keys struct {
	Key      fyne.KeyName
	Modifier fyne.KeyModifier
}

// Modifiers of keys. Mod is Control, on macOS Command.
const (
	Mod   = fyne.KeyModifierShortcutDefault
	Shift = fyne.KeyModifierShift
	Alt   = fyne.KeyModifierAlt
)

// isFunction reports whether this is a function key alone or with Shift, for which
// Fyne has no shortcuts.
func (k Keys) isFunction() bool { return k.Key != "" && k.Modifier&^Shift == 0 }

// shortcut is the keys as a Fyne shortcut, of which some have their own type.
func (k Keys) shortcut() fyne.Shortcut {
	if k.Key == fyne.KeyZ && k.Modifier == Mod {
		return &fyne.ShortcutUndo{}
	}
	return &desktop.CustomShortcut{KeyName: k.Key, Modifier: k.Modifier}
}

// String formats the keys as this system does.
func (k Keys) String() string { return k.on(runtime.GOOS) }

// keyWords are the names of keys as keyboards of the interface's language have them, by those in English.
func keyWords() map[string]string {
	return map[string]string{"Ctrl": tr.T("shell.ctrl", "Ctrl"), "Alt": "Alt", "Shift": tr.T("shell.shift", "Shift"), "Super": "Super", "Tab": "Tab",
		"Enter": tr.T("shell.enter", "Enter"), "Backspace": tr.T("shell.backspace", "Backspace"), "Delete": tr.T("shell.delete", "Delete"), "Space": tr.T("shell.space", "Space"), "Esc": tr.T("shell.esc", "Esc"),
		"Up": tr.T("shell.up", "Up"), "Down": tr.T("shell.down", "Down"), "Left": tr.T("shell.left", "Left"), "Right": tr.T("shell.right", "Right"),
		"Page Up": tr.T("shell.page-up", "Page Up"), "Page Down": tr.T("shell.page-down", "Page Down"), "Home": tr.T("shell.home", "Home"), "End": tr.T("shell.end", "End")}
}

// macSigns are the signs on keyboards of macOS, where Ctrl of other systems is Command.
var macSigns = map[string]string{"Ctrl": "⌘", "Alt": "⌥", "Shift": "⇧", "Enter": "↩", "Backspace": "⌫", "Delete": "⌦", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Page Up": "⇞", "Page Down": "⇟",
	"Home": "↖", "End": "↘", "Esc": "⎋"}

// keyNames are the English names of Fyne's keys, where they differ from Fyne's own.
var keyNames = map[fyne.KeyName]string{
	fyne.KeyReturn: "Enter", fyne.KeyBackspace: "Backspace", fyne.KeyDelete: "Delete", fyne.KeyUp: "Up", fyne.KeyDown: "Down", fyne.KeyLeft: "Left", fyne.KeyRight: "Right",
	fyne.KeyPageUp: "Page Up", fyne.KeyPageDown: "Page Down", fyne.KeyEqual: "+", fyne.KeyMinus: "−", fyne.KeyEscape: "Esc", fyne.KeySpace: "Space", fyne.KeyHome: "Home", fyne.KeyEnd: "End", fyne.KeyTab: "Tab",
}

// on formats the keys as a system does: ⌥⇧⌘S on macOS, Ctrl+Alt+Shift+S elsewhere.
func (k Keys) on(system string) string {
	if k.Key == "" {
		return ""
	}
	names, joint := keyWords(), "+"
	parts := []struct {
		modifier fyne.KeyModifier
		name     string
	}{{fyne.KeyModifierControl, tr.T("shell.ctrl", "Ctrl")}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, tr.T("shell.shift", "Shift")}, {fyne.KeyModifierSuper, "Super"}}
	modifier := k.Modifier
	if modifier&Mod != 0 { // which is another key on each system
		modifier = modifier&^Mod | fyne.KeyModifierControl
	}
	if system == "darwin" {
		names, joint = macSigns, ""
		modifier = k.Modifier
		if modifier&Mod != 0 {
			modifier = modifier&^Mod | fyne.KeyModifierSuper
		}
		parts[0].name, parts[1].name, parts[2].name, parts[3].name = "⌃", "⌥", "⇧", "⌘"
	}
	var words []string
	for _, p := range parts {
		if modifier&p.modifier != 0 {
			words = append(words, p.name)
		}
	}
	name := cmp.Or(keyNames[k.Key], string(k.Key))
	return strings.Join(append(words, cmp.Or(names[name], name)), joint)
}

// KeysText is how this system writes the keys of a shortcut that is written as on Linux, in English: "Ctrl+Shift+E" is
// ⇧⌘E on macOS, and Strg+Umschalt+E in German.
func KeysText(keys string) string { return keysText(keys, runtime.GOOS) }

func keysText(keys, system string) string {
	parts := strings.Split(keys, "+")
	if len(parts) > 1 && parts[len(parts)-1] == "" { // the key + itself
		parts = append(parts[:len(parts)-2], "+")
	}
	if system != "darwin" {
		names := keyWords()
		for i, p := range parts {
			if name, ok := names[p]; ok {
				parts[i] = name
			}
		}
		return strings.Join(parts, "+")
	}
	signs := macSigns
	text := ""
	for _, modifier := range []string{"Alt", "Shift", "Ctrl"} {
		if slices.Contains(parts[:len(parts)-1], modifier) {
			text += signs[modifier]
		}
	}
	last := parts[len(parts)-1]
	if sign, ok := signs[last]; ok && len(parts) > 1 {
		last = sign
	}
	return text + last
}

// Commands is the command table of a window, with its menu items.
type Commands struct {
	shell *Shell
	// ProjectOpen reports whether a mode of a project is shown.
	ProjectOpen func() bool

	groups []Group
	items  map[string]*fyne.MenuItem
	main   *fyne.MainMenu
}

func newCommands(s *Shell) *Commands {
	return &Commands{shell: s, items: map[string]*fyne.MenuItem{}, ProjectOpen: func() bool { return false }}
}

// Set sets the table and makes the menus. It is called once.
func (c *Commands) Set(groups []Group) {
	c.groups = groups
	c.build()
	c.shell.Window.SetMainMenu(c.main)
}

// Each calls f with every command and its menu, in the table's order, including
// those of submenus.
func (c *Commands) Each(f func(menu string, command Command)) {
	for _, g := range c.groups {
		for _, cmd := range g.Commands {
			f(g.Menu, cmd)
			if cmd.Choices != nil {
				for _, choice := range cmd.Choices() {
					f(g.Menu+" ▸ "+cmd.Label, choice)
				}
			}
		}
	}
}

// Find is the command with the id.
func (c *Commands) Find(id string) (Command, bool) {
	var found Command
	c.Each(func(_ string, cmd Command) {
		if cmd.ID == id {
			found = cmd
		}
	})
	return found, found.ID != ""
}

// Run runs the command with the id, if it is enabled, and reports whether it did.
func (c *Commands) Run(id string) bool {
	cmd, ok := c.Find(id)
	if !ok || !c.ready(cmd) {
		return false
	}
	c.shell.KeepFocus(cmd.Run)
	return true
}

// ready reports whether a command may run now.
func (c *Commands) ready(cmd Command) bool {
	if cmd.Needs != NeedsNothing && !c.shell.Free() {
		return false
	}
	return c.usable(cmd)
}

// usable reports whether a command could run if no dialog were open. This is what its
// menu item shows: an open menu is an overlay, too.
func (c *Commands) usable(cmd Command) bool {
	return (cmd.Needs != NeedsProject || c.ProjectOpen()) && !cmd.now().Disabled
}

func (cmd *Command) now() State {
	if cmd.State == nil {
		return State{Label: cmd.Label}
	}
	s := cmd.State()
	if s.Label == "" {
		s.Label = cmd.Label
	}
	return s
}

// key runs the command of a function key and reports whether there is one.
func (c *Commands) key(name fyne.KeyName) bool {
	shift := widgets.Modifiers() & Shift
	for _, g := range c.groups {
		for _, cmd := range g.Commands {
			if cmd.Keys == (Keys{name, shift}) && cmd.Keys.isFunction() {
				if c.ready(cmd) {
					c.shell.KeepFocus(cmd.Run)
				}
				return true
			}
		}
	}
	return false
}
