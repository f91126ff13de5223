// Package reactiveresume reads the JSON files of Reactive Resume, versions 3 to 6, and
// writes those of version 5, which version 6 opens too, and of version 4.
//
// Periods are in words there ("Mar 2021 – Present") and texts in HTML. What ResuMax has
// a field for and Reactive Resume has none is written as a paragraph with its name in
// bold ("Keywords: Go, Redis") and read as the field again:
//
//	resume                                   file
//	work: keywords, employer description     paragraphs of the description
//	projects: organization, type, roles,     paragraphs of the description
//	  keywords
//	volunteering: role                       first paragraph of the description
//	education: courses                       bullets of the description
//	custom sections                          sections of the type “projects”, the other fields as paragraphs
//	street and postal code                   custom fields “address” and “postalCode”
//
// The other way round, these are kept as members that pages do not show: locations of
// schools (location), addresses of awards and references (url), texts of certificates
// (summary), levels as numbers (levelNum), positions and phones of references, labels of
// links (urlLabel), custom fields without a link (customFields). Looks are kept whole in
// x-reactive-resume and written again.
//
// What a file cannot hold (of version 4 also the language):
//
//	of a resume                                     in the file
//	settings of ResuMax (role, design, fonts …)     left out, but for paper and language
//	which part of a location is region or country   told from its wording
//	days of dates that a wording is beside          the wording
//	bullets inside a summary of an entry            join the entry's bullets
//	positions that are grouped at an employer       stand alone
//	members that neither program has a field for    left out, and said so
package reactiveresume
