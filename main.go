// Command resumax is a resume editor. Without arguments, or with a file, it
// opens a window; with a verb it does one job without one.
package main

import (
	"os"

	"resumax/app"
	"resumax/cli"
)

func main() {
	cli.Version = version()
	args := os.Args[1:]
	if cli.IsVerb(args) {
		useConsole()
		os.Exit(cli.Run(args, cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}))
	}
	leaveConsole()
	path := ""
	if len(args) > 0 {
		path = cli.File(args[0])
	}
	os.Exit(app.Main(path, cli.Version))
}
