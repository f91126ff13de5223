// Package application keeps what was applied for: which job, how far it has come, what is to
// be done next, and what was sent.
//
// Applications are a list in the project's file, meta.resumax.applications; [List], [Find],
// [New], [Update], [Delete], [SetStatus] and [Send] read and edit it, each edit giving a new
// document. Title and employer are copied from the posting, so that an application says what
// it is about after the posting is deleted, and one can be made without a posting.
//
// What was sent is frozen. [Send] keeps the resume as its pages tell it, by
// [resume.Document.Public], in meta.resumax.sent, a store beside the applications in which a
// version is found by the hash of its content. Nothing of it refers to the resume, its
// variants or its postings, so no edit of these changes it, and [Frozen] checks the hash
// before it gives a version back. A version that several applications got is stored once, and
// one that none has is removed. Each is compressed: fifty versions of a resume as plain JSON
// would be larger than all the rest of the file, and texts that are compressed are found by
// no search, replacement or conversion that goes over the file. (Storing only what differs
// from another version is smaller still, but then a version is lost with the one it is told
// by.) Photos do not compress, so they are stored once on their own.
//
// [Export] and [Import] exchange applications with spreadsheets. [Sheet] is what application
// forms ask, in their order, ready to copy, and [Facts] is what they ask beside the resume.
//
// The package knows no disk and no clock: it is handed the day and the bytes.
package application
