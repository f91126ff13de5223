// Package userdata is what users keep of their own beside the program, in
// its folder of the system's configuration folder, and a cache that is checked
// before it is used.
package userdata

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"resumax/assets/tomlfile"
	"resumax/render/design"
	"resumax/role"
	"resumax/storage/file"
	"resumax/storage/folders"
)

// Folder is where the user's own things are; "" means nowhere.
type Folder string

// Home is the folder of the one who runs the program.
func Home() Folder { return Folder(folders.Config()) }

// DesignFolder is where designs of the user's own are, one file NAME.toml each.
func (f Folder) DesignFolder() string { return filepath.Join(string(f), "designs") }

// Designs are the designs that ship with the program and the user's own behind
// them. Own ones that cannot be read are left out, and said.
func (f Folder) Designs() (design.List, []error) {
	all := slices.Clone(design.All())
	if f == "" {
		return all, nil
	}
	if there, err := isFolder(f.DesignFolder()); !there {
		return all, err
	}
	user, faults := design.Read(os.DirFS(f.DesignFolder()))
	for _, d := range user {
		if _, ships := all.Find(d.ID); ships {
			faults = append(faults, &tomlfile.Error{File: d.ID + ".toml", Text: "a built-in design has this name: rename the file"})
			continue
		}
		all = append(all, d)
	}
	return all, in(f.DesignFolder(), faults)
}

// in names the folder of the file that each fault is in, and of one that is of
// the folder itself.
func in(folder string, faults []error) []error {
	for i, fault := range faults {
		if e, ok := errors.AsType[*tomlfile.Error](fault); ok {
			faults[i] = e.In(folder)
		} else if p, ok := errors.AsType[*fs.PathError](fault); ok {
			faults[i] = fmt.Errorf("the folder %s cannot be read: %w", folder, p.Err)
		}
	}
	return faults
}

// isFolder reports whether a folder of the user's own is there. What is there
// instead of one is a fault: a pipe would be waited for, and a file read as one.
func isFolder(path string) (bool, []error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err == nil && !info.IsDir():
		return false, []error{fmt.Errorf("%s is a file, but should be a folder: move it", path)}
	}
	return true, nil // what else is wrong, reading it says
}

// SaveDesign keeps a design as one of the user's own, and returns its file. It
// fails where there is a design of this id, unless it is one of the user's own
// and may be replaced.
func (f Folder) SaveDesign(d *design.Design, replace bool) (path string, err error) {
	_, ships := design.Find(d.ID)
	return save(f, f.DesignFolder(), d.ID, d.Name, ships, d.Encode(), replace)
}

// RoleFolder is where role packs of the user's own are, one file NAME.toml each.
func (f Folder) RoleFolder() string { return filepath.Join(string(f), "roles") }

// Roles are the role packs that ship with the program and the user's own, by
// name. Own ones that cannot be read are left out, and said.
func (f Folder) Roles() (role.List, []error) {
	user, faults := f.userRoles()
	if len(user) == 0 {
		return role.All(), faults
	}
	all := append(slices.Clone(role.All()), user...)
	all.Sort()
	return all, faults
}

// Role is the role pack with the id. Of those that ship no other one is read, and
// the user's own are read only where none that ships has the id.
func (f Folder) Role(id string) (p *role.Pack, known bool, faults []error) {
	if p, known = role.ByID(id); known || id == "" {
		return p, known, nil
	}
	user, faults := f.userRoles()
	p, known = user.Find(id)
	return p, known, faults
}

// userRoles are the user's own role packs.
func (f Folder) userRoles() (user role.List, faults []error) {
	if f == "" {
		return nil, nil
	}
	if there, err := isFolder(f.RoleFolder()); !there {
		return nil, err
	}
	read, faults := role.Read(os.DirFS(f.RoleFolder()))
	for _, p := range read {
		if role.Ships(p.ID) {
			faults = append(faults, &tomlfile.Error{File: p.File, Text: fmt.Sprintf("a built-in role has the id “%s”: choose another id", p.ID)})
			continue
		}
		user = append(user, p)
	}
	return user, in(f.RoleFolder(), faults)
}

// SaveRole keeps a role pack as one of the user's own, and returns its file. It
// fails where there is a pack of this id, unless it is one of the user's own and
// may be replaced.
func (f Folder) SaveRole(p *role.Pack, replace bool) (path string, err error) {
	data, err := p.Encode()
	if err != nil {
		return "", err
	}
	return save(f, f.RoleFolder(), p.ID, p.Name, role.Ships(p.ID), data, replace)
}

// save writes a file of the user's own into a folder of theirs.
func save(home Folder, folder, id, name string, ships bool, data []byte, replace bool) (path string, err error) {
	if home == "" {
		return "", errNowhere
	}
	if ships || id == "" {
		return "", fmt.Errorf("“%s” is the name of a built-in one: choose another name", name)
	}
	path = filepath.Join(folder, id+".toml")
	if _, err := os.Lstat(path); err == nil && !replace {
		return path, fmt.Errorf("%w: %s", ErrTaken, path)
	}
	if err := file.MakeFolder(folder); err != nil {
		return "", fmt.Errorf("the folder %s cannot be made: %w", folder, err)
	}
	return path, file.WriteFile(path, data)
}

var errNowhere = errors.New("this system has no folder for settings: set HOME, or XDG_CONFIG_HOME, and start again")

// ErrTaken says that there is something of the user's own under a name.
var ErrTaken = errors.New("this name is taken")
