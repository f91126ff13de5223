// Package letter is the cover letter that goes with a resume, or with a variant of it, to
// one employer: its form in the employer's country, its text, what is wrong with it, and
// how it is set on a page with the resume's head.
//
// A letter says nothing that its writer did not: [Start] fills a new one with the posting's
// words and the resume's, and asks a question in brackets where it would have to know more.
// [resume.SlotsIn] finds these questions, and nothing with one in it may be sent.
//
// Letters are in meta.resumax.letters of a resume's file, what was noted about employers is
// in meta.resumax.employers. Whom a letter is from is the resume's to say.
package letter
