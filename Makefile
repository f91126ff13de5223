# ResuMax's front desk. Every target runs from a fresh clone; "make help" lists them.

GO      := scripts/go.sh
FILE    ?= dist/sample.json
ARGS    ?=
TIME    ?= 30s

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help deps deps-build deps-lint build run test vet crosscheck lint soak fuzz pictures notices bench packed translations package package-windows windows-test

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  make run FILE=my.json       edit that resume"
	@echo "  make run ARGS='roles'       run the program with these arguments"
	@echo "  make fuzz TIME=10m          run each fuzz target for that long"

deps: ## install the system packages and the Go that building and testing need
	@scripts/deps.sh build test

deps-build:
	@scripts/deps.sh build

build: deps-build ## compile the program to ./resumax
	$(GO) build -o resumax .

run: build ## build and open the editor on the sample; without a display, score and print it
ifeq ($(ARGS),)
	@scripts/run.sh "$(FILE)"
else
	./resumax $(ARGS)
endif

# Packages that start no goroutine, in code or test: there the race detector finds nothing and triples the time.
alone = score ats job/application job/letter job/match job/posting resume/variant

test: deps vet crosscheck ## check the code, then run every test, where goroutines run with the race detector
	@if grep -nE '^[[:space:]]*go [a-z]|\.Go\(func|t\.Parallel' $(alone:%=%/*.go); then echo "these start goroutines: test them with the race detector" >&2; exit 1; fi
	$(GO) test -timeout 30m $(alone:%=./%)
	$(GO) test -race -timeout 30m $$($(GO) list ./... | grep -vxE '$(subst $() $(),|,$(alone:%=resumax/%))')

vet:
	@unformatted=$$("$$($(GO) env GOROOT)/bin/gofmt" -l .); \
	if [ -n "$$unformatted" ]; then echo "gofmt these files:" $$unformatted >&2; exit 1; fi
	@$(GO) vet ./...
	@$(GO) tool staticcheck ./...

# Types only: vet itself compiles what it checks, which takes a C compiler for the other system.
crosscheck:
	@$(GO) run ./tools/crosscheck windows/amd64 darwin/arm64

deps-lint:
	@scripts/deps.sh build lint || echo "resumax: going on with what is installed" >&2

lint: deps-lint vet crosscheck ## check formatting, vet, staticcheck, go.mod, vulnerabilities, scripts, desktop files
	@$(GO) mod tidy -diff
	@scripts/lint.sh

soak: deps ## run the tests that break off work at random moments, many times over
	RESUMAX_SOAK=1 $(GO) test -count=1 -timeout 6h \
		$$(grep -rl --include='*_test.go' RESUMAX_SOAK . | xargs -r -n 1 dirname | sort -u)

fuzz: deps ## look for inputs that break a reader, TIME for each
	@scripts/fuzz.sh $(TIME)

pictures: deps ## take the documentation's pictures of the window anew
	$(GO) test -count=1 -timeout 60m ./tools/e2e -run TestPictures -pictures "$(CURDIR)/docs"

package-windows: ## make the packages for Windows in dist/ (on Debian and Ubuntu)
	@scripts/deps.sh build windows
	@scripts/package-windows.sh

windows-test: package-windows ## try the packages for Windows under wine, in a window of its own
	@scripts/deps.sh build test windows wine
	RESUMAX_WINDOWS=1 $(GO) test -count=1 -timeout 30m -v ./tools/wine

notices: ## write the license notices of all modules anew; needed when go.mod changes
	$(GO) run ./tools/notices

translations: ## write the texts of the interface into assets/translations/en.json, and list what the other languages lack; CONFIRM=key says that a changed text is translated
	$(GO) test -run TestTranslations . -args -update -confirm=$(CONFIRM)

packed: ## make the packed data of terms, roles, dictionary and words anew, after a change of their sources
	$(GO) generate ./assets/packed

package: ## make the packages of this system in dist/, the same bytes for the same commit; those for Windows, too, where their tools are
	@scripts/deps.sh build package
	@scripts/package.sh
	@if command -v x86_64-w64-mingw32-gcc >/dev/null && command -v wixl >/dev/null; then scripts/package-windows.sh; fi

bench: build ## run the benchmarks; print one resume with ResuMax, Typst, react-pdf, Chromium and fpdf
	$(GO) test -run '^$$' -bench . -benchmem \
		$$(grep -rl --include='*_test.go' '^func Benchmark' . | xargs -n 1 dirname | sort -u)
	@scripts/deps.sh bench || echo "resumax: going on with what is installed" >&2
	$(GO) run ./tools/bench
