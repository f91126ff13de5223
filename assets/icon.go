package assets

import _ "embed"

// Icon is the application's icon: a PNG of 256 × 256 pixels, drawn from icon.svg beside it.
//
//go:embed icon.png
var Icon []byte
