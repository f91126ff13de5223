// Package rendercv reads and writes the YAML files of RenderCV, version 2.
//
// Sections are lists of entries of one type there: experience, education, publication,
// normal (with a name), one line (a label and details), bullets, numbered lists and
// texts. The type and the title tell what a section is; a first section of texts is the
// summary. Entries may have keys of their own, and what RenderCV has no field for is
// written so, or where its pages show it:
//
//	resume                                     file
//	addresses of employers, projects …         a link around the name
//	keywords                                   highlight “Keywords: …”
//	grade                                      highlight “Grade: …”
//	courses                                    highlights of the education
//	issuer, awarder, organization              first line of the summary, in italics
//	employer description, type, roles, level   keys of their own
//	accounts in networks RenderCV lacks        custom connections
//	texts without a name                       the name “–”
//
// The other way round, authors are kept as a member that pages do not show, further
// emails and phones in otherEmails and otherPhones, and design, locale and settings in
// x-rendercv, to be written again.
//
// What a file cannot hold:
//
//	of a resume                                    in the file
//	hidden sections and entries                    left out, and said so
//	settings of ResuMax (role, design, paper …)    left out
//	a photo inside the resume                      left out: the file has an address or a path
//	street and postal code                         custom connections
//	which part of a location is region or country  told from its wording
//	the address of a network's account             RenderCV's own for the name
//	the order of accounts                          those in networks that RenderCV knows first
//	phones without a country code                  custom connections
//	a start after its end, or a date in words      the wording
//	terms with both a comma and a semicolon        parted
//	members that neither program has a field for   keys of their own, in entries
package rendercv
