# ResuMax's front desk. Every target runs from a fresh clone; "make help" lists them.

GO      := scripts/go.sh
VERSION := $(shell sed -n 's/^ *Version *= *"\(.*\)"/\1/p' FyneApp.toml)
FILE    ?= dist/sample.json
ARGS    ?=

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help deps deps-build run test lint vet bench build

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  make run FILE=my.json       edit that resume"
	@echo "  make run ARGS='roles'       run the program with these arguments"

deps: ## install the system packages and the Go that building and testing need
	@scripts/deps.sh build test

deps-build:
	@scripts/deps.sh build

build: deps-build ## compile the program to ./resumax
	$(GO) build -ldflags "-X resumax/cli.Version=$(VERSION)" -o resumax .

run: build ## build and open the editor on the sample; without a display, score and print it
ifeq ($(ARGS),)
	@scripts/run.sh "$(FILE)"
else
	./resumax $(ARGS)
endif

test: deps vet ## check the code, then run every test with the race detector
	$(GO) test -race -timeout 30m ./...

vet:
	@unformatted=$$("$$($(GO) env GOROOT)/bin/gofmt" -l .); \
	if [ -n "$$unformatted" ]; then echo "gofmt these files:" $$unformatted >&2; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

lint: deps vet ## check formatting, vet, staticcheck and that go.mod is tidy
	$(GO) mod tidy -diff

bench: build ## run the benchmarks; print one resume with ResuMax, Typst, react-pdf, Chromium and fpdf
	$(GO) test -run '^$$' -bench . -benchmem \
		$$(grep -rl --include='*_test.go' '^func Benchmark' . | xargs -n 1 dirname | sort -u)
	@scripts/deps.sh bench || echo "resumax: going on with what is installed" >&2
	$(GO) run ./tools/bench
