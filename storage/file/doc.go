// Package file is a resume on disk.
//
// [Load] reads any file into a document or one clear error, in bounded time and
// memory. [Save] writes a document back so that a crash, a full disk or a
// pulled plug leaves either the old file or the new one, whole. Members that
// ResuMax does not know survive both, in place.
package file
