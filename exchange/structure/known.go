package structure

// IsHeading reports whether a text by itself is the heading of a section that is known.
func IsHeading(text string) bool { return kindOfHeading(text) != "" }
