// Package variant keeps several versions of one resume, such as one for each job
// applied for, as overlays on it: a variant says only in what it differs. What it says
// nothing of is the base's, so that a new phone number reaches all.
//
// A variant is a list of changes in meta.resumax.variants of the project's file: for
// what it names other words or another value, hidden or shown, left out, another
// order, or something of its own. Each change keeps what the base said when it was
// made. Things are named by identity (see [resume.Document.Identify]); where another
// program dropped the ids they are found again by their texts, or the change is lost
// and says so. It is never attached to another line.
//
// [Open] makes the view of a variant: base and changes together, the document that is
// edited, scored and printed, with addresses translated both ways. [View.Edit] does an
// edit in the view and keeps it in the variant; the base stays as it is. Edits of the
// base go through [EditBase], so that changes of what it deletes are known as lost.
//
// These laws hold, and property tests check them. The view after an edit is what the
// edit makes of the view. An edit in a view changes nothing of the base but ids. The
// view of a variant without changes is the base.
package variant
