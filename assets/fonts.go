package assets

import "embed"

// Fonts holds the font files that ResuMax ships, their licenses, and
// fonts/families.toml, which says which file is which face.
//
//go:embed fonts
var Fonts embed.FS
