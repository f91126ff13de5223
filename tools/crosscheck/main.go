// Command crosscheck type-checks the program and its tests as they are built for
// other systems, on a machine that can build for its own only:
//
//	go run ./tools/crosscheck windows/amd64 darwin/arm64
//
// Go's own vet needs what it checks to be compiled, and Fyne's driver compiles
// with a C compiler for the system alone. Types can be checked without: the
// sources of all dependencies are read, without the bodies of their functions,
// and names of C stand for anything. It takes seconds, and finds what only the
// other system's compiler would: a name that is missing there, a call that does
// not fit, an import that is not used.
package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	failed := false
	for _, target := range os.Args[1:] {
		system, architecture, _ := strings.Cut(target, "/")
		faults, err := check(".", system, architecture)
		if err != nil {
			fmt.Fprintf(os.Stderr, "crosscheck: %s: %v\n", target, err)
			failed = true
		}
		for _, f := range faults {
			fmt.Fprintf(os.Stderr, "%s: %v\n", target, f)
			failed = true
		}
	}
	if failed {
		os.Exit(1)
	}
}
