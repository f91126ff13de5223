// Package pdftext reads the text of PDF files: characters with their places and
// faces, in the order in which PDFium finds them. It takes any PDF, whoever made
// it.
//
// PDFium runs in a WebAssembly sandbox that sees no file, no clock and no
// network, and is as slow to start (some seconds, a fraction of one once its
// compiled code is kept on disk) and as large (some 300 MB) as it is thorough. So
// it is started when the first file is read, and [Reader.Close] gives all of it
// back.
package pdftext
