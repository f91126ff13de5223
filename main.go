// Command resumax is a resume editor. Without arguments, or with files, it opens
// windows; with a verb it does one job without one.
package main

import (
	"os"

	"resumax/app"
	"resumax/cli"
)

func main() {
	cli.Version = version()
	args := os.Args[1:]
	own := len(args) > 0 && args[0] == app.NewWindow
	if own {
		args = args[1:]
	}
	if cli.IsVerb(args) {
		useConsole()
		os.Exit(cli.Run(args, cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}))
	}
	leaveConsole()
	files := make([]string, len(args))
	for i, arg := range args {
		files[i] = cli.File(arg)
	}
	os.Exit(app.Main(files, cli.Version, changes, own))
}
