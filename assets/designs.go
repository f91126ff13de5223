package assets

import "embed"

// Designs holds the designs that ResuMax ships, one file each,
// designs/ID.toml.
//
//go:embed designs
var Designs embed.FS
