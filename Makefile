# Copydesk.  `make demo` shows it at work, `make test` runs all tests; `make help` lists the rest.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

TOOLS := normalize translate-artifact-fix segment tag-entities extract-quotes
BIN := .build/release
# Tools that are installed run without a Swift toolchain: the runtime is linked in.
STATIC_BUILD := .build-static
STATIC_BIN = $(shell swift build -c release --static-swift-stdlib --scratch-path $(STATIC_BUILD) --show-bin-path)
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
	swift build -c release

.PHONY: test
test: ## Build and run all tests.
	@Scripts/require swift libicu
	swift test

.PHONY: golden
golden: ## Record the golden cases anew.
	COPYDESK_RECORD=1 swift test --filter GoldenTests

.PHONY: lint
lint: ## Check formatting and manual pages.
	swift format lint --strict -r Sources Plugins Tests Package.swift
	Scripts/lint-manual

.PHONY: reference
reference: ## Write manual pages, completions and rule tables anew from the declarations.
	swift build
	swift run --skip-build generate-reference
