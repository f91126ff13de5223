// Package importer brings in resumes of other programs: it reads a file, and where that took
// guessing it shows what was taken beside the file, to be checked and put right, before a
// project is made of it.
//
// A [Review] is what is being checked, as plain data: a document, what of the file stands
// where in it, and what found no place. It knows no widget. The screen shows it and edits it.
package importer
