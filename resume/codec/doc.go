// Package codec is how a document is written down: as JSON Resume, and inside a
// PDF as the file that it carries.
//
// It knows bytes and no disk, so that both who keeps the project's file (package
// storage/file) and who exchanges files with others (package exchange) read and
// write them with the same code, and neither needs the other.
package codec
