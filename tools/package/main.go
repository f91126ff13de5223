// Command package makes what people install, of a program that is built already:
//
//	go run ./tools/package tree FOLDER          the files beside the program, for checks
//	go run ./tools/package linux -program FILE -sbom FILE -to FOLDER
//	go run ./tools/package macos -program FILE -sbom FILE -to FOLDER
//	go run ./tools/package windows -program FILE.exe -sbom FILE -to FOLDER
//	go run ./tools/package version              as Windows has it: four numbers
//
// Linux gets a tarball with a makefile to install it, and .deb, .rpm and
// .pkg.tar.zst, which nfpm writes; macOS an application bundle, which
// scripts/package-macos.sh signs and puts on a disk image; Windows a .zip, and a .msi that
// wixl writes. scripts/package.sh and scripts/package-windows.sh build the program, have
// its SBOM made and call this command.
//
// The version is that of FyneApp.toml, and the time of everything is
// SOURCE_DATE_EPOCH: the same commit gives the same bytes.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/BurntSushi/toml"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "package:", err)
		os.Exit(1)
	}
}

// release is what is packaged.
type release struct {
	root    string // of the repository
	version string
	time    time.Time // of the commit
	program string    // the built program, "" where only what is beside it is made
	sbom    string    // what cyclonedx-gomod says of it
	to      string    // the folder that packages are written to
}

func run(args []string) error {
	if len(args) == 0 {
		return errors.New("say what to make: tree, linux, macos or windows")
	}
	r, err := newRelease(".")
	if err != nil {
		return err
	}
	flags := flag.NewFlagSet(args[0], flag.ContinueOnError)
	flags.StringVar(&r.program, "program", "", "the built program")
	flags.StringVar(&r.sbom, "sbom", "", "the SBOM that cyclonedx-gomod wrote of it")
	flags.StringVar(&r.to, "to", "dist", "the folder to write to")
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	switch args[0] {
	case "tree":
		if flags.NArg() != 1 {
			return errors.New("tree needs the folder to write to")
		}
		return r.writeTree(flags.Arg(0))
	case "linux":
		return r.linux()
	case "macos":
		return r.macos()
	case "windows":
		return r.windows()
	case "version":
		numbers, err := r.numbers()
		if err == nil {
			fmt.Println(numbers + ".0")
		}
		return err
	}
	return fmt.Errorf("%q is none of tree, linux, macos, windows, version", args[0])
}

// newRelease is the release of the sources in root.
func newRelease(root string) (release, error) {
	r := release{root: root, time: time.Unix(0, 0).UTC()}
	var app struct {
		Details struct{ Version string }
	}
	if _, err := toml.DecodeFile(filepath.Join(root, "FyneApp.toml"), &app); err != nil {
		return r, err
	}
	r.version = app.Details.Version
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return r, fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
		}
		r.time = time.Unix(seconds, 0).UTC()
	}
	return r, nil
}

// read reads a file of the repository.
func (r release) read(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(r.root, filepath.FromSlash(name)))
}

// programLimit bounds the program, in bytes: what people have to download and keep.
const programLimit = 70_000_000

// checkSize refuses a program that has outgrown its bound.
func (r release) checkSize() error {
	info, err := os.Stat(r.program)
	if err != nil {
		return err
	}
	fmt.Printf("program %.1f MB of at most %d MB\n", float64(info.Size())/1e6, programLimit/1_000_000)
	if info.Size() > programLimit {
		return fmt.Errorf("%s has %d bytes, %d more than it may have", r.program, info.Size(), info.Size()-programLimit)
	}
	return nil
}
