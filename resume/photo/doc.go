// Package photo reads the picture that a resume carries in itself, and takes out
// of a picture's file what is not seen: where it was taken and when, with which
// camera, by whom, and smaller copies of how it was before it was cropped. That
// decodes nothing: the pixels stay as they are, bit by bit.
package photo
