# One command for each chore; .venv is made and kept up to date by whichever comes first.

PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet

.PHONY: demo run test lint mutants screens bench assets messages recorded sample format clean
.DEFAULT_GOAL := demo
.NOTPARALLEL:  # two installations into one .venv would disturb each other

demo: .venv/ready assets  ## write the sample and its sheets to build/demo, then open it
	$(PY) -m vendorcompare demo -o build/demo

run: .venv/ready assets  ## open the window
	$(PY) -m vendorcompare

test: lint  ## every gate and every test
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n auto --dist worksteal

lint: .venv/ready-dev assets
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	.venv/bin/lint-imports
	.venv/bin/deptry vendorcompare
	.venv/bin/codespell

mutants: .venv/ready-mutants  ## change the code, to see whether a test notices; SAMPLE=, FILES=, SEED=
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.mutants \
		$(if $(SAMPLE),--sample=$(SAMPLE)) $(if $(FILES),--files='$(FILES)') $(if $(SEED),--seed=$(SEED))

screens: .venv/ready-dev assets  ## take a picture of every page
	QT_QPA_PLATFORM=offscreen $(PY) docs/screens.py build/screens

bench: .venv/ready-dev assets  ## measure against the budgets
	QT_QPA_PLATFORM=offscreen $(PY) -m benchmarks

assets: .venv/ready  ## compile forms and catalogues
	@$(PY) packaging/build_assets.py

messages: .venv/ready  ## collect the texts to translate
	$(PY) packaging/messages.py

recorded: .venv/ready sample  ## record the format of files after a change of the schema
	$(PY) packaging/record_format.py
	$(PY) -m tests.storage.make_fixture

sample: .venv/ready  ## make the sample document out of its interchange file
	$(PY) packaging/build_sample.py

format: .venv/ready-dev
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

clean:  ## remove what was made, except .venv
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -f vendorcompare/gui/forms/ui_*.py
	find resources/locale -name '*.mo' -delete
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

# The form compiler is installed first and used in place: an isolated build would fetch Qt again.
.venv/build-tools: constraints.txt packaging/debian-libraries.txt
	$(PYTHON) packaging/system_libraries.py
	test -x $(PY) || $(PYTHON) -m venv .venv
	$(PIP) install --constraint constraints.txt hatchling Babel PySide6-Essentials
	@touch $@

.venv/ready: .venv/build-tools pyproject.toml packaging/hatch_build.py
	$(PIP) install --constraint constraints.txt --no-build-isolation --editable .
	@touch $@

.venv/ready-dev: .venv/build-tools pyproject.toml packaging/hatch_build.py
	$(PIP) install --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	@touch $@ .venv/ready

.venv/ready-mutants: .venv/ready-dev
	$(PIP) install --constraint constraints.txt --no-build-isolation --editable '.[dev,mutants]'
	@touch $@
