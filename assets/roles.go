package assets

import "embed"

// Roles are the role packs, one TOML file a role; package role reads them.
//
//go:embed roles/*.toml
var Roles embed.FS
