# Two commands do everything on a fresh machine with Python 3.11 or later:
#   make demo    make test

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { command -v "$$python"; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
# Extras whose code the tests run; the lock holds them too.
EXTRAS := annotate archive dask excel fast ocr plot
# Programs that some tests drive: Word files are made with Writer, workbooks worked out by Calc,
# pages drawn with Chromium.
PROGRAMS := libreoffice-writer-nogui libreoffice-calc-nogui chromium fonts-noto-cjk
JOBS ?= 2
# What guided fuzzing needs, which publishes wheels for Linux and macOS only.
FUZZING := out/fuzzing
CLI := $(BIN)/reportparse
# What the demo reads: a clean report, and one with faults.
REPORT := corpora/text/qingfeng-rule-of-law-2023.txt
FAULTY := corpora/text/luwan-township-work-2023.txt
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help setup system demo test lint types layers pytest notebooks docs links fix bench gold eval gains mutate fuzz fuzz-guided readme style lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(VENV)/.package ## make .venv with the locked packages

$(VENV)/.locked: requirements/build.txt requirements/dev.txt
	@test -n "$(PYTHON)" || { echo "reportparse needs Python 3.11 or later; none was found." \
		"Name one: make PYTHON=/path/to/python3.11"; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip' 2>/dev/null || requirements/system.sh python3-venv
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) cannot make a virtual environment (Debian: install python3-venv)."; exit 1; }
	@echo "installing the locked packages into $(VENV) (once, about a minute) ..."
	@$(PIP) install --require-hashes -r requirements/build.txt
	@$(PIP) install --require-hashes --no-build-isolation -r requirements/dev.txt
	@touch $@

$(VENV)/.package: $(VENV)/.locked pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

system: ## install the programs that some tests drive (as root on Debian or Ubuntu)
	@requirements/system.sh $(PROGRAMS)

demo: setup ## read reports: outline, claims, findings, and files to open in out/
	@mkdir -p out
	@printf '\n== The outline of $(REPORT)\n\n'
	@$(CLI) outline $(REPORT)
	@printf '\n== Its figures: what is counted, in which interval, when\n\n'
	@$(CLI) parse $(REPORT)
	@printf '\n== What does not agree in $(FAULTY)\n\n'
	@$(CLI) check --fail-on never $(FAULTY)
	@printf '\n== All of corpora/text, for people and programs\n\n'
	@$(CLI) parse corpora/text/*.txt -o out/claims.csv
	@$(CLI) parse corpora/text/*.txt -o out/claims.xlsx
	@$(CLI) parse $(REPORT) -o out/report.json
	@$(CLI) check --fail-on never corpora/text -o out/findings.xlsx
	@$(CLI) check --fail-on never $(FAULTY) -o out/audit.html
	@ls -l out/claims.csv out/claims.xlsx out/report.json out/findings.xlsx out/audit.html

test: system lint types layers pytest docs ## set up, then lint, types, layers, all tests and pages

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

pytest: setup
	$(BIN)/python -m pytest -n $(JOBS)

notebooks: setup ## run the notebooks and write their outputs anew
	PYTHONPATH=tests $(BIN)/python -m house.notebooks

docs: setup ## build the pages into out/docs; a warning is an error
	PYTHONPATH=src $(BIN)/sphinx-build --quiet --fail-on-warning --keep-going \
		-c docs -d out/.doctrees . out/docs

links: setup ## look up every link of the pages that leads outside (needs the network)
	PYTHONPATH=src $(BIN)/sphinx-build --quiet --builder linkcheck \
		-c docs -d out/.doctrees . out/links

fix: setup ## mend what ruff can mend, and format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup ## time every stage beside a floor of scans, jieba and peers (PEERS=python)
	$(BIN)/python -m benchmarks --write $(if $(PEERS),--peers $(PEERS),--make-peers)

gold: setup ## write corpora/text and corpora/gold from corpora/source
	$(BIN)/python -m evaluation build

eval: setup ## score the reading on the gold reports: outline, quantities, relations, findings
	$(BIN)/python -m evaluation

gains: setup ## list every gain and loss since the last `make eval`
	$(BIN)/python -m evaluation gains

mutate: setup ## alter one figure of every relation that holds, and see what the audit shows
	nice $(BIN)/python -m evaluation mutate --write

fuzz: setup ## read 2,000 damaged files of all formats: none may crash, hang or grow
	nice $(BIN)/python -m evaluation fuzz --count 2000 --workers $(JOBS)

$(FUZZING)/.made: requirements/build.txt requirements/fuzz.txt
	@test -x $(FUZZING)/bin/python || "$(PYTHON)" -m venv $(FUZZING)
	@$(FUZZING)/bin/python -m pip --quiet install --require-hashes -r requirements/build.txt
	@$(FUZZING)/bin/python -m pip --quiet install --require-hashes --no-build-isolation \
		-r requirements/fuzz.txt
	@touch $@

fuzz-guided: setup $(FUZZING)/.made ## search for inputs that crash, hang or grow (TARGET=parse MINUTES=10)
	PYTHONPATH=tests nice $(BIN)/python -m evaluation guided $(or $(TARGET),parse) \
		--minutes $(or $(MINUTES),10) --python $(FUZZING)/bin/python --write

archives: setup ## plant faults between the reports of a made-up archive, and find them
	nice $(BIN)/python -m evaluation archives --workers $(JOBS) --write

scale: setup ## run 20,000 made-up reports through (REPORTS=n), and write what they take
	nice $(BIN)/python -m benchmarks.scale --reports $(or $(REPORTS),20000) --workers $(JOBS) --write

archive: setup ## write a made-up archive of 1,000 reports to out/archive (REPORTS=20000 for more)
	PYTHONPATH=tests $(BIN)/python -m corpora.archive out/archive --reports $(or $(REPORTS),1000)

readme: setup ## run the commands shown in the pages and write their output anew
	PYTHONPATH=tests $(BIN)/python -m house.snippets

style: setup ## print sizes, complexity and docstrings of the package beside their limits
	PYTHONPATH=tests $(BIN)/python -m house.measure

lock: setup ## resolve the dependencies anew and write requirements/*.txt
	$(PIP) install uv
	$(COMPILE) --upgrade --group pyproject.toml:build -o requirements/build.txt
	$(COMPILE) --upgrade pyproject.toml --group dev $(EXTRAS:%=--extra %) \
		-o requirements/dev.txt
	$(COMPILE) --upgrade pyproject.toml --group fuzz -c requirements/dev.txt \
		-o requirements/fuzz.txt

clean: ## remove what the other targets made
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
