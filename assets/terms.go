package assets

import _ "embed"

// Terms is the list of technologies, methods and concepts that package terms
// finds in text, as TOML; the file's head tells its form.
//
//go:embed terms.toml
var Terms []byte
