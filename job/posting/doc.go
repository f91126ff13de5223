// Package posting reads job postings: pasted text, Markdown, saved web pages, PDF and Word
// files become a [Posting], which says what the job is and what it asks for.
//
// A reader makes lines of a file ([line]), with their headings, list structure and bold
// text, and with what structured data says (JSON-LD, front matter, the markup of sites that
// publish postings). The rest is the same for all: headings and lines that lead to a list
// part sections; labels, the first lines and prose tell the facts; and the sentences of
// sections are requirements. What a site puts around a posting, benefits, and statements on
// equal opportunity are dropped.
//
// A requirement is a group of terms of which one is enough: "Go or Rust", "a degree or
// equivalent experience", "RN or LPN". Cue words in a sentence ("a plus", "must") weigh more
// than the section that it is in.
//
// The words are in assets/postings, a file a language: English, German, French, Spanish, Portuguese.
// Terms come from package terms. Nothing here knows a disk, a clock or a network, and
// everything is bounded: see [MaxText].
package posting
