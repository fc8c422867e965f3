# Each command sets up what it needs: a virtual environment in .venv, the locked packages, for tests a browser.

PYTHON ?= python3
BIN := .venv/bin

# mkdocs-material warns on every build about MkDocs 2, which requirements/site.in rules out.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Tests start the program hundreds of times: Python may keep what it compiled, whatever the environment says.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve check test test-quick test-all quality faults lint demo demo-files bench pictures bless compare-site owners lock browser clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: .venv/.site-installed ## build the public site from content/ into site/
	$(BIN)/mkdocs build --strict
	@echo "The site is in site/. To look at it: make serve"

serve: .venv/.site-installed ## show the site on this machine and rebuild it while you write
	$(BIN)/mkdocs serve

check: .venv/.site-installed ## check content/ (FORMAT=text, json, github or sarif; BASE=a revision to compare with)
	$(BIN)/scm check --format $(or $(FORMAT),text) $(if $(BASE),--base "$(BASE)")

test: lint browser ## what each pull request must pass: style, types, licences, and the tests that prove each promise once
	$(PYTEST) --tier=test

test-quick: .venv/.test-installed ## the tests that need no browser and no history in git, and ask little
	$(PYTEST) --tier=quick

test-all: lint browser .venv/.test-all-installed ## every test, also those that ask large tools or try everything there is
	$(PYTEST) --tier=all

faults: browser ## put known faults into a copy of the program, one at a time, and tell which of them the tests find
	$(BIN)/python tests/seeded_faults/run.py

quality: .venv/.test-installed ## write docs/quality.md again: which tests run when, and when they last passed
	$(BIN)/python tests/quality.py

lint: .venv/.test-installed ## style, types, licences
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/reuse lint --lines

demo: .venv/.site-installed ## show the worked example, a made-up register with a history (DAY=a day, else 2026-05-20)
	$(BIN)/scm demo --replace site-demo $(if $(DAY),--as-of "$(DAY)")

demo-files: browser ## make the files of the worked example's outcomes again, from scm_site/demo/sources
	$(BIN)/python tests/demo/outcome_files.py

bench: browser ## measure made-up registers of 10, 100 and 1,000 groups, and archives of 1,000 and 10,000 outcomes
	$(BIN)/python bench/run.py

pictures: browser ## take the pictures of the README and the guides again, from the real sites
	$(BIN)/python docs/pictures/take_pictures.py

bless: .venv/.test-installed ## accept what the code gives now as expected output (CASE=a folder or PATHS=several, else all)
	$(BIN)/python tests/bless.py $(CASE) $(PATHS)

compare-site: .venv/.test-installed ## show what differs in the example's site from another revision's (WITH=REV, else HEAD)
	$(BIN)/python tests/compare_site.py $(WITH)

owners: .venv/.site-installed ## write .github/CODEOWNERS again, from the rosters and content/approvals.yml
	$(BIN)/scm owners --write

lock: .venv/.test-installed ## write requirements/*.txt again from *.in (UPGRADE=1 takes newer versions)
	$(LOCK) requirements/site.in --output-file requirements/site.txt
	$(LOCK) requirements/test.in --output-file requirements/test.txt
	$(LOCK) requirements/test-all.in --output-file requirements/test-all.txt

browser: .venv/.test-installed
	$(BIN)/python tests/browser/chromium.py

clean: ## delete what the other commands made
	rm -rf .venv site site-demo .test-results .site.next-* .site-demo.next-* .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find scm_site tests bench .github -type d -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# By some processes (tests/conftest.py), each with a part of the tests; the one that is done first takes from what is left.
PYTEST = $(BIN)/pytest --numprocesses=auto --dist=worksteal

# A lock must not say where packages came from, so that it works with any package index.
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

.venv/bin/python:
	@sh requirements/make-venv.sh "$(PYTHON)"

INSTALL = $(BIN)/python -m pip install --quiet
INSTALL_PROJECT = $(INSTALL) --no-deps --no-build-isolation --editable .

.venv/.site-installed: .venv/bin/python requirements/site.txt pyproject.toml
	@echo "Installing what the site needs, once ..."
	$(INSTALL) --require-hashes --requirement requirements/site.txt
	$(INSTALL_PROJECT)
	@touch $@

.venv/.test-installed: .venv/bin/python requirements/test.txt pyproject.toml
	@echo "Installing what the tests need, once ..."
	$(INSTALL) --require-hashes --requirement requirements/test.txt
	$(INSTALL_PROJECT)
	@touch $@ .venv/.site-installed

.venv/.test-all-installed: .venv/.test-installed requirements/test-all.txt
	@echo "Installing the tools that only make test-all needs, once ..."
	$(INSTALL) --require-hashes --requirement requirements/test-all.txt
	@touch $@
