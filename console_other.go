//go:build !windows

package main

// useConsole and leaveConsole have something to do on Windows only.
func useConsole()   {}
func leaveConsole() {}
