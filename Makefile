# Copydesk.  `make demo` shows it at work, `make test` runs all tests; `make help` lists the rest.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.ONESHELL:
.DEFAULT_GOAL := help

# What the tests run the tools with, or look at.
TESTED := jq mandoc zsh fish bash-completion zstd unicode-data python3 sqlite3 git parallel dpkg-deb
TOOLS := normalize translate-artifact-fix segment tag-entities extract-quotes
PREFIX ?= /usr/local
DESTDIR ?=

.PHONY: help
help: ## Say what can be made.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: ## Build, repair a garbled sample, show before and after and who said what.
	@./Examples/demo

.PHONY: build
build: ## Build the five tools for this machine.
	@Scripts/require swift libicu pcre2
	swift build -c release --static-swift-stdlib

.PHONY: test
test: ## Build and run all tests; what they look at is installed when root, else named.
	@Scripts/require swift libicu pcre2 $(TESTED)
	swift test

.PHONY: golden
golden: ## Record the golden cases, and what read-me and manual show, anew.
	COPYDESK_RECORD=1 swift test --filter "GoldenTests|TranscriptTests"

.PHONY: lint
lint: ## Check formatting and manual pages.
	@Scripts/require swift mandoc
	swift format lint --strict -r Sources Plugins Tests Package.swift
	Scripts/lint-manual

.PHONY: reference
reference: ## Write manual pages, completions and rule tables anew from the declarations.
	swift build
	swift run --skip-build generate-reference

# Installed tools have the Swift runtime linked in and no symbols, so they run where there is no toolchain.  They are built
# in a folder of their own, so that this does not undo the builds of development.
RELEASE := swift build -c release --static-swift-stdlib -Xlinker -s --scratch-path .build-install
bindir = $(DESTDIR)$(PREFIX)/bin
datadir = $(DESTDIR)$(PREFIX)/share
ZSHDIR ?= $(PREFIX)/share/zsh/site-functions
DOCDIR ?= $(PREFIX)/share/doc/copydesk

.PHONY: release
release: ## Build stripped tools with the Swift runtime linked in.
	@Scripts/require swift libicu pcre2
	$(RELEASE)

.PHONY: install
install: release ## Install under PREFIX (/usr/local), below DESTDIR where that is set.
	bin=$$($(RELEASE) --show-bin-path)
	install -d $(bindir)
	for tool in $(TOOLS); do install -m 755 "$$bin/$$tool" $(bindir); done
	for page in man/*.[1-9]; do install -D -m 644 -t $(datadir)/man/man$${page##*.} "$$page"; done
	install -D -m 644 -t $(datadir)/copydesk man/text-record.schema.json
	install -D -m 644 -t $(datadir)/bash-completion/completions completions/bash/*
	install -D -m 644 -t $(DESTDIR)$(ZSHDIR) completions/zsh/_*
	install -D -m 644 -t $(datadir)/fish/vendor_completions.d completions/fish/*.fish
	install -D -m 644 -t $(DESTDIR)$(DOCDIR) README.md LICENSE NOTICE CHANGELOG.md
	install -D -m 644 -t $(DESTDIR)$(DOCDIR)/examples Examples/Makefile Examples/*.jsonl Examples/README.md
	install -D -m 644 -t $(DESTDIR)$(DOCDIR)/examples/articles Examples/articles/*.txt

.PHONY: uninstall
uninstall: ## Remove what install put there.
	for tool in $(TOOLS); do
	  rm -f $(bindir)/$$tool $(datadir)/bash-completion/completions/$$tool $(DESTDIR)$(ZSHDIR)/_$$tool
	  rm -f $(datadir)/fish/vendor_completions.d/$$tool.fish
	done
	for page in man/*.[1-9]; do rm -f $(datadir)/man/man$${page##*.}/$${page##*/}; done
	rm -rf $(datadir)/copydesk $(DESTDIR)$(DOCDIR)

.PHONY: deb
deb: ## Make a Debian package, copydesk_VERSION_ARCH.deb, in .build.
	@Scripts/require swift libicu pcre2 dpkg-deb
	Scripts/make-deb

.PHONY: bench
bench: ## Measure the tools against their peers; what is not installed is left out.
	Benchmarks/run

.PHONY: test-package
test-package: ## Make, install, try and remove the Debian package; needs root.
	Scripts/test-package

.PHONY: fuzz
fuzz: ## Let every fuzz target think, FUZZ_SECONDS (600) each.
	for target in $$(sed -n 's/^ *fuzz("\([a-z-]*\)".*/\1/p; /^ *fuzz($$/{n;s/^ *"\([a-z-]*\)",/\1/p}' Package.swift); do
	  Tests/Fuzz/run "$$target" $${FUZZ_SECONDS:-600}
	done

.PHONY: nightly
nightly: test lint docs test-package ## What takes longer: all tests, lint, documentation, package, contract, fuzzing.
	swift build -c release --static-swift-stdlib
	COPYDESK_NIGHTLY=1 COPYDESK_BIN=.build/release swift test --skip-build --filter ContractTests
	$(MAKE) fuzz

.PHONY: docs
docs: ## Build the documentation of the library rooms with DocC into .build/docs.
	Scripts/make-docs
