// Package assets holds ResuMax's embedded data: fonts, designs, role packs and
// term lists. It is data, not code: the packages that use a file read and check it.
package assets
