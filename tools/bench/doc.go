// Command bench makes the PDF of one resume with ResuMax and with other tools
// and prints how they compare: time, memory, size of the file.
//
// All tools get the same text in the same fonts, sizes and margins, as a
// [sheet]. They take turns, so that whatever else the machine does hits all
// alike, and after every warm-up each makes a page that it has not made before.
// A tool that cannot be installed keeps its row, which says why.
package main
