package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"resumax/app/project"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/app/variants"
	"resumax/resume"
	"resumax/resume/variant"
)

// variantView is the owner of the variants' dialogs, with what the window knows of the
// variant shown.
type variantView struct {
	*variants.Variants
	shown, of  string         // which is shown, and of which file, as that is remembered
	difference resume.Address // to which F5 has led last
	led        resume.Address // and the field that got the focus
}

func (w *window) buildVariants() {
	w.variants.Variants = variants.New(variants.Services{Shell: w.shell, Session: w.session, Notice: w.offerUndo, Leave: w.panes.editor.EndOutside,
		Resized: func() {
			if w.screens.write != nil {
				w.screens.write.Content.Refresh()
			}
		}})
	w.shell.Header.OnVariant = func(at fyne.Position) {
		w.shell.PopUpBelow(at, w.variants.Items(), "", "variant-new", "variant-duplicate", "variant-rename", "variant-delete", "", "variant-compare")
	}
}

// followVariant shows in the header which variant is shown, and remembers it for the
// file.
func (w *window) followVariant() {
	label := w.variants.Label()
	w.shell.Header.ShowVariant(label)
	now := w.session.Now()
	if id := now.Variant; now.Path != "" && (id != w.variants.shown || now.Path != w.variants.of) {
		w.prefs.ShowLast(now.Path, id)
		w.shell.Trace.Write("variant", trace.Members{"id": id, "name": w.variants.Name()})
	}
	w.variants.shown, w.variants.of = now.Variant, now.Path
}

// variantGroups are the commands on variants.
func (w *window) variantGroups() []shell.Group {
	const needs = shell.NeedsProject
	v := w.variants
	some := func() shell.State { return shell.State{Disabled: len(v.All()) == 0} }
	shown := func() shell.State { return shell.State{Disabled: w.session.Now().View == nil} }
	key := func(name fyne.KeyName, modifier fyne.KeyModifier) shell.Keys {
		return shell.Keys{Key: name, Modifier: modifier}
	}
	return []shell.Group{
		{Menu: tr.T("variants.variant", "Variant"), Commands: []shell.Command{
			{ID: "variant-switch", Label: tr.T("variants.switch-variant", "Switch variant"), Keys: key(fyne.KeyJ, shell.Mod), Needs: needs, State: some, Run: w.switchVariant},
			{ID: "variant-next", Label: tr.T("variants.next-variant", "Next variant"), Keys: key(fyne.KeyPageDown, shell.Mod|shell.Shift), Needs: needs, State: some, Run: func() { v.Step(1) }},
			{ID: "variant-previous", Label: tr.T("variants.previous-variant", "Previous variant"), Keys: key(fyne.KeyPageUp, shell.Mod|shell.Shift), Needs: needs, State: some, Run: func() { v.Step(-1) }},
		}},
		{Menu: tr.T("variants.variant", "Variant"), Commands: []shell.Command{
			{ID: "variant-new", Label: tr.T("variants.new-variant", "New variant…"), Needs: needs, Run: v.New},
			{ID: "variant-duplicate", Label: tr.T("variants.duplicate-variant", "Duplicate variant…"), Needs: needs, State: shown, Run: v.Duplicate},
			{ID: "variant-rename", Label: tr.T("variants.rename-variant", "Rename variant…"), Needs: needs, State: shown, Run: v.Rename},
			{ID: "variant-delete", Label: tr.T("variants.delete-variant", "Delete variant"), Needs: needs, State: shown, Run: v.Delete},
		}},
		{Menu: tr.T("variants.variant", "Variant"), Commands: []shell.Command{
			{ID: "variant-difference", Label: tr.T("variants.difference-here", "Difference here"), Keys: key(fyne.KeyReturn, shell.Alt), Needs: needs, State: shown, Run: w.showDifference},
			{ID: "variant-next-difference", Label: tr.T("variants.next-difference", "Next difference"), Keys: key(fyne.KeyF5, 0), Needs: needs, State: shown, Run: func() { w.stepDifference(1) }},
			{ID: "variant-previous-difference", Label: tr.T("variants.previous-difference", "Previous difference"), Keys: key(fyne.KeyF5, shell.Shift), Needs: needs, State: shown, Run: func() { w.stepDifference(-1) }},
			{ID: "variant-compare", Label: tr.T("variants.compare-with-base", "Compare with base…"), Needs: needs, State: some, Run: v.CompareWithBase},
		}},
	}
}

// switchVariant opens the switcher in the header, or the search of many variants.
func (w *window) switchVariant() {
	if w.variants.Many() || !w.shell.Header.SwitchVariant() {
		w.variants.Choose()
	}
}

// showDifference shows in what the variant differs where the focus is.
func (w *window) showDifference() {
	w.show(w.screens.write)
	if !w.panes.editor.ShowDifference() {
		w.shell.Toaster.Show(tr.T("variants.nothing-differs-from-the", "Nothing differs from the base here."), "", nil)
	}
}

// stepDifference leads to the next place in which the variant differs, or to the one
// before where by is -1.
func (w *window) stepDifference(by int) {
	now := w.session.Now()
	at := differencePlaces(now)
	here := slices.Index(at, w.variants.difference)
	if i := slices.Index(at, w.session.Focus()); i >= 0 && w.session.Focus() != w.variants.led {
		here = i
	}
	if len(at) == 0 {
		w.shell.Toaster.Show(tr.T("variants.this-variant-is-the", "This variant is the same as the base."), "", nil)
		return
	}
	if here < 0 && by < 0 {
		here = 0
	}
	w.variants.difference = at[((here+by)%len(at)+len(at))%len(at)]
	w.session.Reveal(w.variants.difference)
	w.variants.led = w.session.Focus()
}

// differencePlaces are where the variant shown differs, as the list of sections has
// them, settings last.
func differencePlaces(now session.Snapshot) []resume.Address {
	section := map[string]int{resume.ContactKey: -1}
	for i, s := range now.Resume.Sections {
		section[s.Key] = i
	}
	rank := func(c variant.Change) int {
		if i, ok := section[now.SectionOf(c)]; ok {
			return i
		}
		return len(section)
	}
	changes := slices.Clone(now.Changes)
	slices.SortStableFunc(changes, func(a, b variant.Change) int { return rank(a) - rank(b) })
	var at []resume.Address
	for _, c := range changes {
		if a := placeOf(now, c); a != "" && !slices.Contains(at, a) {
			at = append(at, a)
		}
	}
	return at
}

// placeOf is where a change of the variant shown can be seen, "" for nowhere.
func placeOf(now session.Snapshot, c variant.Change) resume.Address {
	if c.Lost {
		return ""
	}
	if key := now.SectionOf(c); key != "" && c.Address.Within(resume.Settings) {
		if s, ok := now.Resume.Section(key); ok {
			return s.Address
		}
		return ""
	}
	if c.Address.Within(resume.Settings) && !c.Address.Within(resume.MetaAddress(resume.MetaSettings)) {
		return ""
	}
	return c.Address
}

// variantPlaces are the variants, for the palette.
func (w *window) variantPlaces() []shell.Command {
	all := w.variants.All()
	if len(all) == 0 {
		return nil
	}
	place := func(id, name string) shell.Command {
		return shell.Command{ID: "variant " + id, Label: name, Needs: shell.NeedsProject, Run: func() { w.variants.Show(id) }}
	}
	places := []shell.Command{place("", variants.BaseName())}
	for _, v := range all {
		places = append(places, place(v.ID, v.Name))
	}
	return places
}

// exportName is the suggested name of what is exported: that of the file, and of the
// variant shown.
func (w *window) exportName() string {
	name := w.project.FileName()
	if v := project.CleanName(w.variants.Name()); v != "" {
		name += "-" + v
	}
	return name
}
