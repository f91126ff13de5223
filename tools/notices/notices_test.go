package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every module that the program is linked with has its notice, in the version
// that go.mod asks for, and no other has one.
func TestNoticesAreCurrent(t *testing.T) {
	root := filepath.Join("..", "..")
	want, err := collect(root)
	if err != nil {
		t.Fatal(err)
	}
	if len(want) < 30 {
		t.Fatalf("the program is linked with %d modules only", len(want))
	}
	have := map[string]string{}
	err = fs.WalkDir(os.DirFS(filepath.Join(root, folder)), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(root, folder, filepath.FromSlash(path)))
		have[path] = strings.ReplaceAll(string(data), "\r\n", "\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range want {
		if have[name] != text {
			t.Errorf("%s is missing or is not what the module brings: “make notices” writes it", filepath.Join(folder, name))
		}
	}
	for name := range have {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is of a module that the program is not linked with: “make notices” removes it", filepath.Join(folder, name))
		}
	}
}

func TestClassify(t *testing.T) {
	for text, want := range map[string]string{
		"Apache License\n   Version 2.0, January 2004":                                                         "Apache-2.0",
		"Licensed under the Apache License, Version 2.0":                                                       "Apache-2.0",
		"Permission is hereby granted,\nfree of charge, to any person":                                         "MIT",
		"Redistribution and use in source and binary forms, with or without modification, are permitted":       "BSD-2-Clause",
		"Redistribution and use in source and binary forms … Neither the name of the copyright holder":         "BSD-3-Clause",
		"Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee": "ISC",
		"This Font Software is licensed under the SIL Open Font License, Version 1.1.":                         "OFL-1.1",
		"2. Altered source versions must be plainly marked as such":                                            "Zlib",
	} {
		if got, err := classify(text); got != want || err != nil {
			t.Errorf("%q is taken for %q, %v", text, got, err)
		}
	}
	for text, says := range map[string]string{
		"GNU LESSER GENERAL PUBLIC\nLICENSE Version 3": "general public license",
		"Mozilla Public License Version 2.0":           "mozilla public license",
		"All rights reserved.":                         "does not know",
	} {
		if got, err := classify(text); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q is taken for %q, %v", text, got, err)
		}
	}
}

// What a module brings with a package counts where that package is linked.
func TestLicenseFiles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"LICENSE", "NOTICE", "a.go", "license.go", "used/fonts/OFL.txt", "used/b.go", "unused/c.go",
		"unused/COPYING", "unused/deep/LICENSE", "native/LICENSE.md", "used/testdata/LICENSE", ".git/LICENSE"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	m := &module{Dir: dir, packages: map[string]bool{dir: true, filepath.Join(dir, "used"): true}}
	got, err := m.licenseFiles()
	if want := "LICENSE NOTICE native/LICENSE.md used/fonts/OFL.txt"; err != nil || strings.Join(got, " ") != want {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
}
