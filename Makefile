# Needs Python 3.11 or newer, make, git and a POSIX shell (on Windows, Git's own); everything else is installed into .venv.
ifeq ($(OS),Windows_NT)
PYTHON ?= python
PROGRAMS := Scripts
else
PYTHON ?= python3
PROGRAMS := bin
endif
VENV := .venv
RUN := $(VENV)/$(PROGRAMS)/python -m
# Stamps, so that only the first run and a change of dependencies install anything: what runs, what writes documents too,
# and what checks all that.
RUNS := $(VENV)/.runs
WRITES := $(VENV)/.writes
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help run test sound check docs pictures format bench fuzz vscode publish dist audit clean

help: ## Say what each of these does
	@echo "make TARGET, where TARGET is one of:"
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  %-8s %s\n", $$1, $$2}' Makefile
	@echo "PYTHON=python3.12 after it chooses the Python that a new .venv is made with."

run: $(RUNS) ## List the overdue milestones of the shipped plan
	@$(RUN) jfp_cli overdue --plan plan

test: $(READY) ## Run every test; ARGS="-k dates" after it runs some
	$(RUN) pytest --numprocesses auto --dist loadfile $(ARGS)

check: sound test ## Run all that a change must pass

sound: $(READY) ## Run what else than tests that is: linter, formatter, types, the shipped plan, the documentation
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy
	$(RUN) jfp_cli validate --plan plan
	$(RUN) documentation --check

docs: $(READY) ## Write the pages of the reference anew, and build the documentation as a site, into build/docs
	$(RUN) documentation

pictures: $(READY) ## Take the pictures of the README and of the documentation anew, into docs/pictures
	$(RUN) documentation.pictures

format: $(READY) ## Lay the code out as the formatter wants it
	$(RUN) ruff format

bench: $(READY) ## Measure speed and memory against the budgets, into benchmarks/results.md
	$(RUN) benchmarks

fuzz: $(READY) ## Try all that chance can, for hours; JFP_FUZZ=0.01 before it tries a hundredth, tests/fuzz/__main__.py says more
	$(RUN) tests.fuzz $(ARGS)

vscode: ## Make the extension for VS Code, build/jfp.vsix; it needs Node 20 or newer with its npm
	@npm --version >/dev/null || { echo "No npm: it comes with Node, from your system's packages" >&2; exit 1; }
	@mkdir -p build && cp LICENSE editors/vscode/LICENSE
	cd editors/vscode && npm ci && npm run build && npm run package

publish: $(WRITES) ## Write the demo site into build/: plans in every format as the public sees them, and the documentation
	@$(RUN) documentation.demo

dist: $(READY) ## Build what is released, with the bill of its parts, into dist/
	rm -rf dist
	$(RUN) hatchling build
	$(RUN) release bill dist/jfp.cdx.json

audit: $(READY) ## Ask whether anything is known against the parts of jfp; ARGS=--strict after it fails where nobody knows
	@$(RUN) release audit $(ARGS)

clean: ## Delete .venv and everything else that these made
	rm -rf $(VENV) build dist editors/vscode/node_modules editors/vscode/dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUNS): pyproject.toml
	@$(call ready_venv,what runs)
	@$(RUN) pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(WRITES): pyproject.toml
	@$(call ready_venv,what writes documents)
	@$(RUN) pip install --quiet --disable-pip-version-check --editable '.[office,pdf,docs]'
	@touch $(RUNS) $@

$(READY): pyproject.toml
	@$(call ready_venv,what runs and what tests it; this takes a minute)
	@$(RUN) pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(RUNS) $(WRITES) $@

define ready_venv
$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "jfp needs Python 3.11 or newer as $(PYTHON); name another one: make PYTHON=python3.12 run" >&2; exit 1; }; \
$(RUN) pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || exit 1; \
echo "Setting up $(VENV), once, with $(1)" >&2
endef
