// Package html writes resumes as web pages that need nothing besides themselves, and reads
// any web page: by the fields that its markup names, where it does, else by its looks.
package html
