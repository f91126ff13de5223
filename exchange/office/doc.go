// Package office has what the files of word processors have in common, whatever they are
// called: parts in an archive, XML, paragraphs and tables, and the way from these to a
// resume.
//
// A file is untrusted input. The size of an archive's parts and their sum, the depth of
// XML, its elements and the length of the text are bounded; document types and their
// entities are refused; names of parts are only names, links are only texts, macros are
// parts that nothing reads.
package office
