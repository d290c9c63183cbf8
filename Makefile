# Set-up and everyday commands. `make demo` and `make test` need only a Swift toolchain and apt.

PACKAGES := pkg-config libopenblas-dev liblapacke-dev
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
SCENARIOS := $(filter-out %.expected.yaml,$(wildcard scenarios/jawa-timur/*.yaml))

.PHONY: demo test build packages lint format

## Compare the East Java scenarios; the tables go to hasil/jawa-timur.
demo: build
	.build/release/lindung compare $(SCENARIOS) --baseline dasar --out hasil/jawa-timur

## Build everything and run all tests.
test: packages
	swift build --build-tests
	swift test --skip-build --disable-xctest

build: packages
	swift build -c release --product lindung

## Install the Debian packages that are missing.
packages:
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
	    || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  $(SUDO) apt-get update -q && \
	  $(SUDO) apt-get install -q -y --no-install-recommends $$missing; \
	fi

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests
