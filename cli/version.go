package cli

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"resumax/assets/notices"
)

// Version is the program's version; package main sets it as it starts.
var Version = "dev"

func versionCommand(s Streams) *cobra.Command {
	var licenses bool
	c := &cobra.Command{
		Use:   "version [--licenses]",
		Short: "Print the version, or third-party licenses",
		Args:  arguments(0, 0),
		RunE: func(*cobra.Command, []string) error {
			if !licenses {
				return writeStream(s.Out, fmt.Appendln(nil, "resumax", Version))
			}
			text, err := licenseTexts()
			if err != nil {
				return err
			}
			return writeStream(s.Out, text)
		},
	}
	c.Flags().BoolVar(&licenses, "licenses", false, "print all third-party notices and licenses")
	return c
}

// licenseTexts are all notices, each under a line that names the work.
func licenseTexts() ([]byte, error) {
	all, err := notices.All()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "ResuMax %s is under the MIT License. It includes %d third-party works:\n\n", Version, len(all))
	for _, n := range all {
		fmt.Fprintf(&b, "  %s (%s)\n", n.Title(), n.License)
	}
	for _, n := range all {
		fmt.Fprintf(&b, "\n======== %s: %s\n\n%s", n.Title(), n.License, n.Text)
	}
	return b.Bytes(), nil
}
