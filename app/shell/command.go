package shell

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Command is something that a user can tell the program to do. Menus, keys, the
// palette and the help sheet all come from the table of commands.
type Command struct {
	ID    string // stable, such as "save"
	Label string // as menus have it; "…" where it asks before it acts
	Keys  Keys
	// Typed says that the field with the focus answers the keys itself: the command
	// only shows them.
	Typed bool
	Needs Needs
	// State tells the label, whether the command can be used and whether it is on, as
	// they now are; nil for a command that is always as the table says.
	State func() State
	Run   func()
	// Choices are the commands of a submenu, in place of Run. They are asked for when
	// menus are made anew.
	Choices func() []Command
}

// Group is commands that belong together in a menu: a separator parts groups.
type Group struct {
	Menu     string
	Commands []Command
}

// Needs is what has to be so for a command to act.
type Needs int

// What commands need.
const (
	NeedsNothing Needs = iota
	NeedsFree          // no dialog lies over the window
	NeedsProject       // a project is on top, and no dialog over it
)

// State is a command as it is now.
type State struct {
	Label    string // "" for that of the table
	Disabled bool
	Checked  bool
}

// Keys are the keys that call a command: one key with modifiers. Key is "" for
// none.
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

// isFunction reports whether the keys are a function key alone, for which Fyne has
// no shortcut.
func (k Keys) isFunction() bool { return k.Key != "" && k.Modifier == 0 }

// shortcut is what Fyne calls the keys. It has names of its own for some.
func (k Keys) shortcut() fyne.Shortcut {
	if k.Key == fyne.KeyZ && k.Modifier == Mod {
		return &fyne.ShortcutUndo{}
	}
	return &desktop.CustomShortcut{KeyName: k.Key, Modifier: k.Modifier}
}

// String is the keys as this system writes them.
func (k Keys) String() string { return k.on(runtime.GOOS) }

var keyNames = map[fyne.KeyName]string{
	fyne.KeyReturn: "Enter", fyne.KeyBackspace: "Backspace", fyne.KeyUp: "Up", fyne.KeyDown: "Down",
	fyne.KeyPageUp: "Page Up", fyne.KeyPageDown: "Page Down", fyne.KeyEqual: "+", fyne.KeyMinus: "−", fyne.KeyEscape: "Esc",
}

var macKeyNames = map[fyne.KeyName]string{
	fyne.KeyReturn: "↩", fyne.KeyBackspace: "⌫", fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyPageUp: "⇞", fyne.KeyPageDown: "⇟",
	fyne.KeyEqual: "+", fyne.KeyMinus: "−", fyne.KeyEscape: "⎋",
}

// on is the keys as a system writes them: ⌥⇧⌘S on macOS, Ctrl+Alt+Shift+S elsewhere.
func (k Keys) on(system string) string {
	if k.Key == "" {
		return ""
	}
	names, joint := keyNames, "+"
	parts := []struct {
		modifier fyne.KeyModifier
		name     string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}, {fyne.KeyModifierSuper, "Super"}}
	modifier := k.Modifier
	if modifier&Mod != 0 { // which is another key on each system
		modifier = modifier&^Mod | fyne.KeyModifierControl
	}
	if system == "darwin" {
		names, joint = macKeyNames, ""
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
	name, ok := names[k.Key]
	if !ok {
		name = string(k.Key)
	}
	return strings.Join(append(words, name), joint)
}

// Commands is the table of a window with what Fyne makes of it.
type Commands struct {
	shell *Shell
	// ProjectOpen reports whether a project is on top.
	ProjectOpen func() bool

	groups []Group
	items  map[string]*fyne.MenuItem
	main   *fyne.MainMenu
}

func newCommands(s *Shell) *Commands {
	return &Commands{shell: s, items: map[string]*fyne.MenuItem{}, ProjectOpen: func() bool { return false }}
}

// Set makes the table and the menus. It is called once.
func (c *Commands) Set(groups []Group) {
	c.groups = groups
	c.build()
	c.shell.Window.SetMainMenu(c.main)
}

// Each calls f with every command and the menu that it stands in, in the table's
// order; those of submenus too.
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

// Run does what the command with the id does, where it can be used now, and
// reports whether it did.
func (c *Commands) Run(id string) bool {
	cmd, ok := c.Find(id)
	if !ok || !c.ready(cmd) {
		return false
	}
	cmd.Run()
	return true
}

// ready reports whether a command may act now.
func (c *Commands) ready(cmd Command) bool {
	if cmd.Needs != NeedsNothing && !c.shell.Free() {
		return false
	}
	return c.usable(cmd)
}

// usable reports whether a command could act if no dialog lay over the window,
// which is what its menu shows: an open menu lies over the window, too.
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

// key runs the command of a function key.
func (c *Commands) key(name fyne.KeyName) bool {
	for _, g := range c.groups {
		for _, cmd := range g.Commands {
			if cmd.Keys.isFunction() && cmd.Keys.Key == name {
				if c.ready(cmd) {
					cmd.Run()
				}
				return true
			}
		}
	}
	return false
}
