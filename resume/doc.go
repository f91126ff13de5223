// Package resume is the document that ResuMax edits.
//
// A [Document] is an immutable JSON tree whose root is a JSON Resume v1.0.0
// object. Because the tree is generic, members that ResuMax knows nothing of
// stay where they are, and every change is one of four edits ([Document.Set],
// [Document.Insert], [Document.Remove], [Document.Move]) at an [Address].
//
// A [Resume] is the typed reading of a document: what the engine's other packages
// (layout, scoring) work on. It is lenient: a value of the wrong shape is read
// as well as it can be, and [Check] says what is wrong with it and where.
//
// A [History] is a list of documents with undo and redo.
//
// Nothing in this package knows a file, a screen, a clock or a locale.
package resume
