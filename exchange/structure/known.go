package structure

// IsHeading reports whether a text by itself is the heading of a section that is known.
func IsHeading(text string) bool { return kindOfHeading(text) != "" }

// NetworkOf is the network whose profile a web address is, and the name of the user there;
// both are empty where it is none.
func NetworkOf(url string) (network, username string) { return networkOf(url) }
