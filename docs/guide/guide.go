// Package guide is the guide to ResuMax: its pages, as Markdown that reads well on the web and that the program
// shows (app/guide). README.md is its table of contents, from which the order of the pages comes.
//
// The pages use headings, paragraphs, lists, tables, lines of a program, bold text, links to each other, keys as
// <kbd>Ctrl+S</kbd>, and the program's commands as *Menu ▸ Command*. Pictures stand in paragraphs of their own: the
// program leaves them out. Tests of package app compare commands and keys with the table of commands.
package guide

import (
	"embed"
	"regexp"
	"strings"
)

//go:embed *.md
var files embed.FS

// Page is a page of the guide.
type Page struct {
	ID    string // the file's name without its extension: "write"
	Title string
	Text  string // Markdown, its heading included
}

// entry is a line of the table of contents: "1. [Write](write.md): what it is about".
var entry = regexp.MustCompile(`(?m)^(?:\d+\.|-) \[([^\]]+)\]\(([a-z-]+)\.md\)`)

// Pages are all pages in order. A page that the table of contents names and that is not there is left out; a test
// holds that there is none.
func Pages() []Page {
	contents, err := files.ReadFile("README.md")
	if err != nil {
		return nil
	}
	var all []Page
	for _, m := range entry.FindAllStringSubmatch(string(contents), -1) {
		if text, err := files.ReadFile(m[2] + ".md"); err == nil {
			all = append(all, Page{ID: m[2], Title: m[1], Text: strings.ReplaceAll(string(text), "\r\n", "\n")})
		}
	}
	return all
}
