package markdown

import "resumax/exchange/format"

// Format is Markdown.
var Format = &format.Format{
	ID:         "md",
	Name:       "Markdown",
	About:      "text with marks for headings and lists, for GitHub and notes",
	Extensions: []string{"md", "markdown"},
	Sniff:      sniff,
	Read:       read,
	Write:      write,
}

func write(s format.Source) (format.Output, error) { return format.Output{}, nil }
