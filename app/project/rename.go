package project

import (
	"path/filepath"
	"strings"

	"resumax/app/tr"
	"resumax/exchange/jsonresume"
	"resumax/storage/file"
	"resumax/storage/journal"
)

// Rename gives the project's file another name in its folder, with or without
// extension. A project without a file is saved under this name later.
func (p *Project) Rename(name string) {
	name = file.CleanName(name)
	path := p.session.File().Path
	switch {
	case name == "" || !p.open:
	case path == "":
		p.named = name
		if n, ending := jsonresume.SplitName(name); jsonresume.Format.Has(ending) {
			p.named = n
		}
		p.services.Renamed()
	default:
		if _, ending := jsonresume.SplitName(path); !endsWith(name, ending) {
			name, _ = strings.CutSuffix(name, filepath.Ext(ending)) // “Ada.json” for “Bea.resume.json”
			name += ending
		}
		if name != filepath.Base(path) {
			p.whenIdle(func() { p.rename(filepath.Join(filepath.Dir(path), name)) })
		}
	}
}

func (p *Project) rename(to string) {
	from, g, was := p.session.File().Path, p.guard, p.file
	p.run(tr.T("project.renaming", "Renaming"), func() func() bool {
		now := *was
		now.Path = to
		err := g.rename(from, &now, p.services.Stores, p.reports())
		return func() bool {
			if err != nil {
				p.services.Shell.ShowError(err.Error())
				return false
			}
			p.file = &now
			p.services.Moved(from, to)
			p.session.Renamed(to)
			p.services.Prefs.Forget(from)
			p.remember(to)
			p.services.Recents()
			p.services.Renamed()
			return true
		}
	})
}

// rename renames the file that the guard protects, and goes on to protect it under
// its new name. It is not watched meanwhile: it would seem to be deleted.
func (g *guard) rename(from string, now *file.File, stores Stores, to reports) error {
	if g == nil {
		return file.Rename(from, now.Path)
	}
	was := g.known.Load()
	claim, err := stores.claimFile(now.Path, to.raise)
	if taken(err) != nil && !file.Same(from, now.Path) {
		return err
	}
	if g.watcher != nil {
		g.watcher.Close()
		g.watcher = nil
	}
	if err := file.Rename(from, now.Path); err != nil {
		claim.Release()
		g.watch(was, to)
		return err
	}
	stores.Versions.Move(from, now.Path) // versions that stay behind must not prevent it
	if claim != nil {
		g.claim.Release()
		g.claim = claim
	}
	if g.journal != nil {
		g.journal.Rebase(journal.BaseOf(now))
	}
	g.watch(now, to)
	return nil
}

func endsWith(name, ending string) bool {
	return len(name) >= len(ending) && strings.EqualFold(name[len(name)-len(ending):], ending)
}
