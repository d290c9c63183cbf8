# Set-up and everyday commands. `make demo` and `make test` need only a Swift toolchain and apt.

PACKAGES := pkg-config libopenblas-dev liblapacke-dev coinor-libclp-dev libsqlite3-dev libssl-dev \
  libxlsxwriter-dev libzip-dev libexpat1-dev
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
SCENARIOS := $(wildcard scenarios/jawa-timur/*.yaml)
LINDUNG := .build/release/lindung

# Where `make tools` puts what is not ours.
TOOLS := .tools

# Where `make install` puts the command and its data; a `~` that the shell left is the home folder.
PREFIX ?= $(HOME)/.local
INSTALLED = $(patsubst ~/%,$(HOME)/%,$(PREFIX))

.PHONY: demo app install install-data tools browser load uninstall test sheets opinion build packages
.PHONY: reference sturdy adding expected bench lint format package bare notebook tables scale scale-spark

## Install the command and compare the East Java scenarios; the tables go to hasil/jawa-timur.
demo: install
	"$(INSTALLED)/bin/lindung" compare $(SCENARIOS) --baseline dasar --out hasil/jawa-timur

## Put the command into PREFIX/bin, and the data that it reads into PREFIX/share/lindung.
install: build install-data
	install -m 755 $(LINDUNG) "$(INSTALLED)/bin/lindung"
	@[ "$$(command -v lindung)" = "$(INSTALLED)/bin/lindung" ] || \
	  echo 'The shell finds it after: export PATH="$(INSTALLED)/bin:$$PATH"'

install-data:
	install -d "$(INSTALLED)/bin" "$(INSTALLED)/share/lindung"
	rm -rf "$(INSTALLED)/share/lindung/notebooks-data"
	cp -R notebooks-data "$(INSTALLED)/share/lindung/"

## Install the planner's page with the command, which answers its questions, and open it on this machine.
app: packages tools install-data
	swift build -c release --product lindung
	swift build -c release --product lindung-app
	install -m 755 $(LINDUNG) .build/release/lindung-app "$(INSTALLED)/bin/"
	rm -rf "$(INSTALLED)/share/lindung/tools"
	install -D -m 644 $(TOOLS)/vega.js "$(INSTALLED)/share/lindung/tools/vega.js"
	"$(INSTALLED)/bin/lindung-app" scenarios

## Open the page in a browser and use it as a planner would.
browser: PACKAGES += python3-venv chromium fonts-liberation
browser: packages tools
	@[ -e .build/browser/bin/python ] || python3 -m venv .build/browser
	.build/browser/bin/pip install --quiet --disable-pip-version-check \
	  'playwright==1.65.*' 'axe-playwright-python==0.1.*'
	LINDUNG_OPTIMIZED=1 swift build --product lindung
	LINDUNG_OPTIMIZED=1 swift build --product lindung-app
	.build/browser/bin/python Tests/Browser/planner.py .build/debug

## Fifty browsers at once beside a sweep, clients that stop in the middle, ten thousand connections.
load: PACKAGES += python3
load: packages
	swift build -c release --product lindung
	swift build -c release --product lindung-app
	python3 Tests/Browser/load.py .build/release

uninstall:
	rm -f "$(INSTALLED)/bin/lindung" "$(INSTALLED)/bin/lindung-app"
	rm -rf "$(INSTALLED)/share/lindung/notebooks-data" "$(INSTALLED)/share/lindung/tools"
	-rmdir --ignore-fail-on-non-empty "$(INSTALLED)/share/lindung"

## A Debian package of both programs, with all that they need but Debian's own libraries.
PACKAGE := .build/package
STATIC := swift build -c release --static-swift-stdlib --scratch-path $(PACKAGE)

package: PACKAGES += python3-venv fonts-liberation dpkg-dev
package: packages tools
	$(STATIC) --product lindung
	$(STATIC) --product lindung-app
	rm -f $(PACKAGE)/lindung_*.deb
	.debian/build.sh $(PACKAGE)/release $(TOOLS)/vega.js $(PACKAGE)

## Install that package on a bare Debian, use it there, remove it; skipped where that cannot be.
bare: PACKAGES += mmdebstrap
bare: package
	.debian/bare.sh $(PACKAGE)/lindung_*.deb

## Run the notebook, which holds its pictures and numbers against the command.
notebook: PACKAGES += python3-venv fonts-liberation
notebook: build
	@[ -e .build/notebook/bin/python ] || python3 -m venv .build/notebook
	@.build/notebook/bin/pip install --quiet --disable-pip-version-check 'pandas==3.*' \
	  'pyarrow==26.*' 'altair==6.*' 'vl-convert-python==1.9.*' 'nbclient==0.11.*' 'ipykernel==7.*'
	LINDUNG="$(abspath $(LINDUNG))" .build/notebook/bin/python Tests/Scripts/run-notebook.py \
	  notebooks-data/notebooks/hasil.ipynb

## Read what every command writes with frictionless, pandas and R, and hold scenarios against their
## schema.
tables: PACKAGES += python3-venv r-base-core r-cran-jsonlite
tables: build
	@[ -e .build/tables/bin/python ] || python3 -m venv .build/tables
	@.build/tables/bin/pip install --quiet --disable-pip-version-check \
	  'frictionless[pandas,json]==5.21.*' 'pandas==3.*' 'jsonschema==4.*' 'pyyaml==6.*'
	.build/tables/bin/python Tests/Scripts/read-tables.py $(LINDUNG)
	.build/tables/bin/python Tests/Scripts/check-schema.py $(LINDUNG)

## Sweep on Dask, with workers killed in the middle, and hold it against one process.
scale: PACKAGES += python3-venv
scale: build
	@[ -e .build/scale/bin/python ] || python3 -m venv .build/scale
	@.build/scale/bin/pip install --quiet --disable-pip-version-check 'dask==2026.8.*' \
	  'distributed==2026.8.*' 'psutil==7.*'
	.build/scale/bin/python Tests/Scripts/scale-out.py $(LINDUNG) dask

## The same on Spark (490 MB and Java).
scale-spark: PACKAGES += python3-venv default-jre-headless
scale-spark: build
	@[ -e .build/scale/bin/python ] || python3 -m venv .build/scale
	@.build/scale/bin/pip install --quiet --disable-pip-version-check 'pyspark==4.3.*' 'psutil==7.*'
	.build/scale/bin/python Tests/Scripts/scale-out.py $(LINDUNG) spark

## Build everything and run all tests; those of the page by themselves, since their sweeps that wait
## to be stopped would take the processor from all others.
test: PACKAGES += python3-pip
test: packages opinion
	LINDUNG_OPTIMIZED=1 swift build --build-tests
	LINDUNG_OPTIMIZED=1 swift test --skip-build --disable-xctest --skip AppTests
	LINDUNG_OPTIMIZED=1 swift test --skip-build --disable-xctest --filter AppTests

## Compare what LibreOffice computes from workbooks with what the program found.
sheets: PACKAGES += libreoffice-calc
sheets: packages
	LINDUNG_OPTIMIZED=1 swift build --build-tests
	LINDUNG_OPTIMIZED=1 swift test --skip-build --disable-xctest --filter RecalculationTests

## A second solver that tests compare with, where it can be had; without it they skip.
opinion: packages
	@[ -e .build/opinion/highspy ] || \
	  python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore \
	    --no-deps --target .build/opinion highspy==1.15.1 \
	  || echo "HiGHS is not installed; its tests are skipped"

## What sets documents and draws pictures, out of Python packages; the page draws with vega.js.
tools: PACKAGES += python3-venv fonts-liberation
tools: packages
	@[ -e $(TOOLS)/venv/bin/python ] || python3 -m venv $(TOOLS)/venv
	@$(TOOLS)/venv/bin/pip install --quiet --disable-pip-version-check 'typst==0.15.*' \
	  'vl-convert-python==1.9.*'
	@$(TOOLS)/venv/bin/python Tests/Scripts/write-vega.py $(TOOLS)/vega.js

build: packages
	LINDUNG_COMMAND_ALONE=1 swift build -c release --product lindung

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

## Recompute scenarios in plain Python out of what `run --resolved` writes.
# Files that ask about scenarios lie beside them; their names begin with the kind of question.
QUESTIONS := alokasi-% sasaran-% tahapan-% tahapan.% kemiskinan-%
scenarios-in = $(foreach file,$(wildcard scenarios/$(1)/*.yaml),\
  $(if $(filter $(QUESTIONS),$(notdir $(file))),,$(file)))
REFERENCE := $(call scenarios-in,kota-probolinggo) $(call scenarios-in,kalimantan-tengah) \
  scenarios/jawa-timur/bulan-dipotong.yaml scenarios/jawa-timur/pendamping-provinsi.yaml

reference: PACKAGES += python3
reference: build
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	for scenario in $(REFERENCE); do \
	  $(LINDUNG) run "$$scenario" --quiet --resolved "$$folder/resolved.json" \
	    --out "$$folder/out" || exit 1; \
	  printf '%s: ' "$$scenario"; \
	  python3 Tests/Reference/recompute.py "$$folder/resolved.json" "$$folder/out" || exit 1; \
	done

## Kill a sweep at random moments, 50 times, and compare what it comes to with one left alone.
sturdy: build
	Tests/Scripts/kill-sweep.sh $(LINDUNG) 50

## Add a made-up lever and a made-up column to a copy, build it and run them.
adding: PACKAGES += python3
adding: packages
	Tests/Scripts/add-lever.sh

## Renew the expected results after a change that moves published numbers.
expected: build
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	for scenario in $(call scenarios-in,*); do \
	  $(LINDUNG) run "$$scenario" --quiet --out "$$folder" || exit 1; \
	  cp "$$folder/yearly-segment.csv" "$${scenario%.yaml}.expected.csv"; \
	done

## Measure speed against NumPy, SciPy, SALib, the EMA Workbench and Clp; see benchmarks/README.md.
RIVALS := benchmarks/.venv

bench: PACKAGES += python3-venv coinor-clp
bench: build $(RIVALS)/installed
	swift build -c release --package-path benchmarks --product measures
	$(RIVALS)/bin/python benchmarks/run.py

$(RIVALS)/installed: benchmarks/rivals/requirements.txt | packages
	python3 -m venv $(RIVALS)
	$(RIVALS)/bin/pip install --quiet --requirement $<
	touch $@

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests
