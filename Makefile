# `make help` lists what there is. PORT=, SITE_URL=, DATABASE_URL= and the rest of .env.example may follow a target.
.DEFAULT_GOAL := help
.PHONY: run dev test check fix bench audit strings pins help packages
MAKEFLAGS += --no-print-directory

FIND_PYTHON := /bin/sh launcher/find-python.sh
PYTHON_OF_VENV := .venv/bin/python
export PYTHON

run: ## serve the newsroom on http://127.0.0.1:8000, as in production
	@exec $(FIND_PYTHON) -m launcher run

dev: ## the same with autoreload and the debug toolbar
	@exec $(FIND_PYTHON) -m launcher dev

test: packages ## every test, on a Postgres and a Chromium of their own (ARGS= goes to pytest)
	@$(PYTHON_OF_VENV) -m pytest -n 2 --dist worksteal $(ARGS)

check: packages ## what a change must pass besides the tests: lint, migrations, templates, imports
	@$(PYTHON_OF_VENV) -m launcher.check

fix: packages ## mends what can be mended by itself
	@$(PYTHON_OF_VENV) -m launcher.check --fix

bench: packages ## how fast the real server is at 1,000, 10,000 and 100,000 stories (SIZES=1000 ONLY=search for less)
	@$(PYTHON_OF_VENV) -m launcher.bench

audit: packages ## Lighthouse, the Nu checker and the weight of a page, held to our limits (needs Node and Java)
	@$(PYTHON_OF_VENV) -m launcher.audit $(ARGS)

strings: packages ## brings the translations of what readers see up to the code, and compiles them
	@$(PYTHON_OF_VENV) -m launcher.strings

pins: packages ## writes requirements/*.txt anew from pyproject.toml (needs uv)
	@/bin/sh launcher/pin.sh

packages:
	@exec $(FIND_PYTHON) -m launcher packages dev

help: ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1	\2/p' Makefile
