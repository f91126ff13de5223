// Package journal keeps unsaved work, so that a crash, a kill or a power cut
// costs at most two seconds of typing.
//
// A [Journal] belongs to one open project. It writes the whole document to a file
// of its own in the user's state folder, shortly after typing pauses and before
// long if it does not, and removes it when the document is saved. Beside the
// document it notes which content of which file the document was made from. When
// the program starts, [Folder.Recover] finds what processes left that are no
// longer alive, and tells whether the file is still that content.
//
// An entry is never taken for newer than a file that it was not made from: both
// are handed to the caller, for the user to choose.
//
// [Versions] keep earlier contents of saved files.
package journal
