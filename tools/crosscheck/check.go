package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// listed is a package as “go list” describes it. One that is built for a test
// has its test files with it, and the test's name in brackets behind its path.
type listed struct {
	ImportPath, Dir, Name, ForTest string
	GoFiles, CgoFiles              []string
	ImportMap                      map[string]string // what an import stands for, where it is not itself
	Standard                       bool
	Module                         *struct {
		Main      bool
		GoVersion string
	}
}

// ours reports whether the package is of the module that is checked.
func (p *listed) ours() bool { return p.Module != nil && p.Module.Main }

// check returns what is wrong in the packages of the module in a folder, built
// for a system.
func check(folder, system, architecture string) ([]error, error) {
	packages, err := list(folder, system, architecture)
	if err != nil {
		return nil, err
	}
	c := &checker{files: token.NewFileSet(), checked: map[string]*types.Package{"unsafe": types.Unsafe},
		sizes: types.SizesFor("gc", architecture)}
	parsed := c.parse(packages)
	for i, p := range packages {
		c.check(p, parsed[i])
	}
	return c.faults, nil
}

// list lists the module's packages, their tests and all that they import, what
// is imported before what imports it.
func list(folder, system, architecture string) ([]*listed, error) {
	command := exec.Command("go", "list", "-deps", "-test",
		"-json=ImportPath,Dir,Name,ForTest,GoFiles,CgoFiles,ImportMap,Standard,Module", "./...")
	command.Dir = folder
	command.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+architecture, "CGO_ENABLED=1")
	var failure bytes.Buffer
	command.Stderr = &failure
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("%w: %s", err, failure.String())
	}
	var packages []*listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		p := &listed{}
		if err := d.Decode(p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, err
		}
		if p.ImportPath != "unsafe" && !strings.HasSuffix(p.ImportPath, ".test") { // go test makes its main programs
			packages = append(packages, p)
		}
	}
}

// checker checks packages in the order in which they are imported.
type checker struct {
	files   *token.FileSet
	checked map[string]*types.Package
	sizes   types.Sizes
	faults  []error
}

// source is a package's files, and what is wrong with them.
type source struct {
	files  []*ast.File
	faults []error
}

// parse reads the files of all packages.
func (c *checker) parse(packages []*listed) []source {
	parsed := make([]source, len(packages))
	slots := make(chan struct{}, 4)
	var all sync.WaitGroup
	for i, p := range packages {
		all.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			for _, name := range slices.Concat(p.GoFiles, p.CgoFiles) {
				f, err := parser.ParseFile(c.files, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
				if err != nil {
					parsed[i].faults = append(parsed[i].faults, err)
				}
				if f != nil {
					parsed[i].files = append(parsed[i].files, f)
				}
			}
		})
	}
	all.Wait()
	return parsed
}

// check checks one package. What seems wrong in another's is not reported: it
// may come of C's names being anything.
func (c *checker) check(p *listed, s source) {
	var faults []error
	config := types.Config{
		FakeImportC:      true,
		IgnoreFuncBodies: !p.ours(),
		Sizes:            c.sizes,
		Importer:         importer{c, p},
		Error:            func(err error) { faults = append(faults, err) },
	}
	if p.ours() {
		config.GoVersion = "go" + p.Module.GoVersion
	}
	checked, _ := config.Check(p.Name, c.files, s.files, nil)
	c.checked[p.ImportPath] = checked
	if p.ours() {
		c.report(s.faults)
		c.report(faults)
	}
}

// report takes what is wrong once: a package is checked again with its tests.
func (c *checker) report(faults []error) {
	for _, f := range faults {
		if !slices.ContainsFunc(c.faults, func(have error) bool { return have.Error() == f.Error() }) {
			c.faults = append(c.faults, f)
		}
	}
}

// importer finds what a package imports among what is checked already.
type importer struct {
	*checker
	into *listed
}

func (i importer) Import(path string) (*types.Package, error) {
	if mapped, ok := i.into.ImportMap[path]; ok {
		path = mapped
	}
	if p := i.checked[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("%s is not checked before it is imported", path)
}
