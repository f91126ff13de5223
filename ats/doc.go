// Package ats reads a resume's page as a hiring system does, from the words on it
// and their places alone, and tells what such a system would take from it: the
// text in its order, who it is about, the sections and the jobs in them, and what
// on the page gets in a reader's way. Set beside the resume itself it tells what
// was lost on the way.
//
// What the page says is recognized by package exchange/structure; here are the
// rules that a page should keep, and the comparison.
package ats
