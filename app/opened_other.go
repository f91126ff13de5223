//go:build !darwin

package app

// handedOver are the files that the desktop hands over while the program runs: none here,
// where it starts the program anew.
func handedOver() <-chan string { return nil }
