package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"resumax/resume/codec"
	"resumax/role"
)

func newCommand(s Streams) *cobra.Command {
	var id, out string
	var sample bool
	c := &cobra.Command{
		Use:   "new --role ID [-o FILE] [--sample]",
		Short: "Start a resume from a role, blank or with sample text",
		Args:  arguments(0, 0),
		RunE: func(c *cobra.Command, _ []string) error {
			if err := checkOutput(c); err != nil {
				return err
			}
			if id == "" {
				return usagef("--role is missing: “resumax roles” lists the roles")
			}
			p, err := s.roleNamed(id)
			if err != nil {
				return err
			}
			d := p.Empty("")
			if sample {
				d = p.Sample()
			}
			return writeNew(out, codec.Encode(d), s.Out)
		},
	}
	c.Flags().StringVar(&id, "role", "", "the role's ID from “resumax roles”")
	c.Flags().StringVarP(&out, "output", "o", "-", "the file to write, “-” for standard output")
	c.Flags().BoolVar(&sample, "sample", false, "fill in the role's sample, a fictional person")
	return c
}

// roles are the role packs that there are. Those of the user's own that cannot be
// read are said.
func (s Streams) roles() role.List {
	all, faults := home().Roles()
	s.sayAll(faults)
	return all
}

// findRole is the role pack with an id. Faults of the user's own are said.
func (s Streams) findRole(id string) (*role.Pack, bool) {
	p, known, faults := home().Role(id)
	s.sayAll(faults)
	return p, known
}

func (s Streams) roleNamed(id string) (*role.Pack, error) {
	p, ok := s.findRole(id)
	if !ok {
		return nil, usagef("there is no role “%s”: “resumax roles” lists the roles", id)
	}
	return p, nil
}

func rolesCommand(s Streams) *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "roles [--format text|json]",
		Short: "List the roles",
		Long: "Built-in roles, and your own: NAME.toml files in the folder “roles” of ResuMax's settings folder.\n" +
			"To make one from an open resume, choose File, Save as role… in the window.",
		Args: arguments(0, 0),
		RunE: func(*cobra.Command, []string) error {
			list := []listed{}
			for _, p := range s.roles() {
				list = append(list, listed{p.ID, p.Name, p.Family, p.About, p.Titles})
			}
			return printList(s, list, format)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text or json")
	return c
}

// listed is one line of a list of roles or designs, and its form in JSON.
type listed struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Family string   `json:"family,omitempty"`
	About  string   `json:"about,omitempty"`
	Titles []string `json:"titles,omitempty"`
}

func printList(s Streams, list []listed, format string) error {
	if err := choiceOf("format", format, "text", "json"); err != nil {
		return err
	}
	if format == "json" {
		return printJSON(s.Out, list)
	}
	width := 0
	for _, l := range list {
		width = max(width, len(l.ID))
	}
	var b strings.Builder
	for _, l := range list {
		fmt.Fprintf(&b, "%-*s  %s\n", width, l.ID, l.Name)
	}
	return writeStream(s.Out, []byte(b.String()))
}
