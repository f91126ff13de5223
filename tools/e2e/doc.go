// Package e2e drives the built program in a real window, with a keyboard and a
// mouse, as its user does. It holds tests alone.
//
// A test starts an X server without a screen, a window manager and the program
// in it, and follows what the program does by the trace that it writes
// (RESUMAX_TRACE). Every wait is for something to happen, never for time to
// pass.
package e2e
