// Package ats reads a resume's page as a hiring system does, from the words on it
// and their places alone, and tells what such a system would take from it: the
// text in its order, who it is about, the sections and the jobs in them, and what
// on the page gets in a reader's way. Set beside the resume itself it tells what
// was lost on the way.
//
// The recogniser is of the plain kind that is in wide use: words make lines, lines
// in bold or capitals that say a known heading part sections, and dates part jobs.
// It is no better than needed, so that what it understands any reader does.
package ats
