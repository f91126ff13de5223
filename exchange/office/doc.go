// Package office has what the files of word processors have in common, whatever they are
// called: parts in an archive, XML, paragraphs and tables, and the way from these to a
// resume.
//
// A file is untrusted input. The size of an archive's parts and their sum, the depth of
// XML, its elements and the length of the text are bounded; document types and their
// entities are refused; names of parts are only names, links are only texts, macros are
// parts that nothing reads.
//
// What is written is the outline, in one column whatever the design: named styles, which
// are the design's, and no tables and no text boxes, so that people can go on with it and
// hiring systems read it. Each field is in a style of letters named for it, such as
// “Organization (name)”, and each section has a bookmark that says which it is. Word
// processors keep both, so our own files are read back exactly ([readKnown]), also after
// LibreOffice has saved them and after someone has changed words in them. An entry without a
// head has a bookmark, too, so that it does not join the one before it. Where text in
// none of these styles was added, the file is recognized like any other.
//
// The page comes back; what it does not show can't:
//
//	hidden sections and items, ids, meta.resumax but the sections' order and titles    not written
//	members that ResuMax has no field for                                              not written
//	street and postal code                                                             not printed
//	months, where the design prints years alone                                        the year
//	the day of a date                                                                  the month
//	points within a text that come behind its last paragraph                           in the list of points
//	the original file of a photo                                                       the picture as printed
//	a custom section's member name, where it has other characters than letters         made of its title
package office
