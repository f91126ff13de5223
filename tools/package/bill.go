package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"resumax/assets/notices"
)

// bill is the SBOM of the program: what cyclonedx-gomod read out of it, the Go modules, and
// what is linked with it that is no module, such as fonts. Nothing in it depends on when or
// where it is made.
func (r release) bill() ([]byte, error) {
	data, err := os.ReadFile(r.sbom)
	if err != nil {
		return nil, err
	}
	var doc map[string]any
	if err := json.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("%s: %w", r.sbom, err)
	}
	components, ok := doc["components"].([]any)
	if !ok || len(components) == 0 {
		return nil, fmt.Errorf("%s lists no components", r.sbom)
	}
	all, err := notices.All()
	if err != nil {
		return nil, err
	}
	licenses := map[string]string{}
	for _, n := range all {
		if n.Version != "" {
			licenses[n.Name] = n.License
			continue
		}
		if n.Name == "Go" {
			licenses["std"] = n.License
			continue
		}
		components = append(components, map[string]any{
			"bom-ref": "resumax:" + strings.ReplaceAll(strings.ToLower(n.Name), " ", "-"), "type": "data", "name": n.Name, "licenses": expression(n.License),
		})
	}
	for _, c := range components {
		m, ok := c.(map[string]any)
		if !ok {
			return nil, fmt.Errorf("%s: a component is no object", r.sbom)
		}
		if _, has := m["licenses"]; has {
			continue
		}
		name := fmt.Sprint(m["name"])
		license, known := licenses[name]
		if !known {
			return nil, fmt.Errorf("the program is linked with %s, which the notices don't name: run make notices", name)
		}
		m["licenses"] = expression(license)
	}
	doc["components"] = components
	if meta, ok := doc["metadata"].(map[string]any); ok {
		if app, ok := meta["component"].(map[string]any); ok {
			app["licenses"] = expression("MIT")
		}
		withoutHashes(meta["tools"])
	}
	out, err := json.MarshalIndent(doc, "", "  ")
	return append(out, '\n'), err
}

// expression is a license as SPDX names it, in CycloneDX's form.
func expression(spdx string) []any { return []any{map[string]any{"expression": spdx}} }

// withoutHashes forgets what the tool was built like, which is no matter of the program.
func withoutHashes(tools any) {
	list, _ := tools.([]any)
	for _, t := range list {
		if m, ok := t.(map[string]any); ok {
			delete(m, "hashes")
		}
	}
}
