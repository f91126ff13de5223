// Command notices writes the license notices of all Go modules that the program
// is linked with, on any of its systems, to assets/notices/modules: one file a
// module, from the files that the module itself brings.
//
//	make notices
//
// It fails on a license that it does not know, so that somebody reads it before
// it ships. What is no Go module stands in assets/notices/parts, by hand. Tests
// hold the files to what this program would write.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := write("."); err != nil {
		fmt.Fprintln(os.Stderr, "notices:", err)
		os.Exit(1)
	}
}

// folder is where the notices of modules stand, in the repository's root.
var folder = filepath.Join("assets", "notices", "modules")

// write makes the folder anew.
func write(root string) error {
	files, err := collect(root)
	if err != nil {
		return err
	}
	to := filepath.Join(root, folder)
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	for name, text := range files {
		path := filepath.Join(to, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
