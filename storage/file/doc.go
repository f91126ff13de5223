// Package file is a resume on disk.
//
// [Load] reads any file into a document or one clear error, in bounded time and
// memory. [Save] writes a document back so that a crash, a full disk or a
// pulled plug leaves either the old file or the new one, whole; [WriteFile] says
// how, and for which files. [Recover] and [CleanTemporary] see to what killed
// processes left. [Watch] reports what other programs do to a file. Members that
// ResuMax does not know survive all of it, in place.
package file
