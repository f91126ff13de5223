package main

import (
	"bytes"
	"debug/elf"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

// library is one of packaging/linux/libraries.toml.
type library struct {
	Name   string // as programs name it: "libX11.so.6"
	Use    string // needed, loaded or other
	Debian string // the package that has it
	Arch   string
}

// libraries reads the table.
func (r release) libraries() (map[string]library, error) {
	var table struct{ Library []library }
	if _, err := toml.DecodeFile(filepath.Join(r.root, "packaging", "linux", "libraries.toml"), &table); err != nil {
		return nil, err
	}
	all := map[string]library{}
	for _, l := range table.Library {
		if _, twice := all[l.Name]; twice {
			return nil, fmt.Errorf("libraries.toml has %s twice", l.Name)
		}
		switch known := l.Debian != "" && l.Arch != ""; {
		case l.Use == "needed" && known, l.Use == "loaded" && known, l.Use == "other" && l.Debian == "" && l.Arch == "":
		default:
			return nil, fmt.Errorf("libraries.toml: %s is neither a used library with its packages nor another one", l.Name)
		}
		all[l.Name] = l
	}
	return all, nil
}

// dependencies are what the packages of a kind ask for.
type dependencies struct{ depends, recommends []string }

// linked is what a program says of the libraries it uses.
type linked struct {
	machine elf.Machine
	needed  []string
	named   []string // in its texts, to be opened while it runs
	glibc   string   // the newest version of the C library that it asks for
}

var libraryName = regexp.MustCompile(`lib[A-Za-z0-9_+-]+\.so(?:\.[0-9]+)*`)

// linkedOf reads a program.
func linkedOf(path string) (linked, error) {
	f, err := elf.Open(path)
	if err != nil {
		return linked{}, err
	}
	defer f.Close()
	l := linked{machine: f.Machine}
	if l.needed, err = f.ImportedLibraries(); err != nil {
		return l, err
	}
	symbols, err := f.ImportedSymbols()
	if err != nil {
		return l, err
	}
	for _, s := range symbols {
		if v, ok := strings.CutPrefix(s.Version, "GLIBC_"); ok && (l.glibc == "" || newer(v, l.glibc)) {
			l.glibc = v
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return l, err
	}
	for _, at := range libraryName.FindAllIndex(data, -1) {
		// A name that is opened stands alone, ended by a zero, as C has it.
		if at[1] < len(data) && data[at[1]] == 0 && (at[0] == 0 || data[at[0]-1] == 0) {
			l.named = append(l.named, string(bytes.Clone(data[at[0]:at[1]])))
		}
	}
	slices.Sort(l.named)
	l.named = slices.Compact(l.named)
	return l, nil
}

// newer reports whether a version such as 2.34 is above another one.
func newer(a, b string) bool {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(x), len(y)) {
		m, _ := strconv.Atoi(x[i])
		n, _ := strconv.Atoi(y[i])
		if m != n {
			return m > n
		}
	}
	return len(x) > len(y)
}

// dependencies are what each kind of package asks for, so that the program starts.
func (r release) dependencies(l linked) (map[string]dependencies, error) {
	table, err := r.libraries()
	if err != nil {
		return nil, err
	}
	var d, p, a dependencies
	for _, name := range l.needed {
		lib, ok := table[name]
		if !ok || lib.Use != "needed" {
			return nil, fmt.Errorf("the program needs %s, which packaging/linux/libraries.toml does not have as needed", name)
		}
		debian, arch, rpm := lib.Debian, lib.Arch, name+"()(64bit)"
		if name == "libc.so.6" && l.glibc != "" {
			debian, arch = fmt.Sprintf("%s (>= %s)", debian, l.glibc), fmt.Sprintf("%s>=%s", arch, l.glibc)
			rpm = fmt.Sprintf("%s(GLIBC_%s)(64bit)", name, l.glibc)
		}
		d.depends, p.depends, a.depends = append(d.depends, debian), append(p.depends, rpm), append(a.depends, arch)
	}
	for _, name := range l.named {
		lib, ok := table[name]
		switch {
		case !ok:
			return nil, fmt.Errorf("the program names %s, which packaging/linux/libraries.toml does not have", name)
		case lib.Use == "loaded":
			d.recommends, p.recommends, a.depends = append(d.recommends, lib.Debian), append(p.recommends, name+"()(64bit)"), append(a.depends, lib.Arch)
		}
	}
	return map[string]dependencies{deb: d.compact(), rpm: p.compact(), arch: a.compact()}, nil
}

// compact are the dependencies in order, each once: one with a version stands for that
// without.
func (d dependencies) compact() dependencies {
	once := func(list []string) []string {
		slices.Sort(list)
		list = slices.Compact(list)
		return slices.DeleteFunc(list, func(name string) bool {
			return slices.ContainsFunc(list, func(other string) bool {
				rest, ok := strings.CutPrefix(other, name)
				return ok && rest != "" && strings.ContainsRune(" >", rune(rest[0]))
			})
		})
	}
	d.depends = once(d.depends)
	d.recommends = slices.DeleteFunc(once(d.recommends), func(name string) bool { return slices.Contains(d.depends, name) })
	return d
}
