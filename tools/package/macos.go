package main

func (r release) macos() error { return nil }
