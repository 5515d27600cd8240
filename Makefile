# `make` lists what it can do. Everything runs from this folder; nothing needs root.
SHELL := /bin/sh
PY := .venv/bin/python
LOCAL := $(PY) -m include.local
INSTALLED := .venv/.installed
INSTALLED_DEV := .venv/.installed-dev
FEEDS ?=
EDITION ?= 1
# Processes that test side by side; JOBS=0 is one, as debuggers want it
JOBS ?= auto
TIMES ?= 50
MINUTES ?= 120
PYTEST := $(PY) -m pytest -n $(JOBS) --dist loadgroup
CODE := include plugins dags seeds tests

.DEFAULT_GOAL := help
.PHONY: help setup run up airflow psql stop env test check other-days kill-tests mutate fuzz soak bench bench-polling bench-unchanged bench-memory bench-backlog bench-cleaning bench-extraction bench-copies bench-stories bench-warehouse fit-figures fit-names questions docs docs-fresh lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(INSTALLED) ## install everything into .venv and prepare the databases
	@$(LOCAL) setup

run: $(INSTALLED) ## one run on the sample newsroom: FEEDS=live | my.csv | my.opml, EDITION=2
	@$(LOCAL) run $(if $(FEEDS),--feeds '$(FEEDS)') --edition $(EDITION)

up: $(INSTALLED) ## Airflow with its UI, and the warehouse, until Ctrl-C
	@$(LOCAL) up

airflow: $(INSTALLED) ## any command of Airflow: ARGS="dags list"
	@$(LOCAL) airflow $(ARGS)

psql: $(INSTALLED) ## open the warehouse in psql, as its reader: ROLE=owner may write
	@$(LOCAL) psql $(if $(ROLE),--role '$(ROLE)')

stop: $(INSTALLED) ## stop a database server that a killed process left
	@$(LOCAL) stop

env: ## write .env with new secrets for docker compose, unless there is one
	@if [ -e .env ]; then echo "dateline: .env is there already; it stays as it is" >&2; exit 2; fi
	@umask 077 && python3 -m include.local secrets > .env && echo "wrote .env"

test: $(INSTALLED_DEV) ## run the tests
	@$(PYTEST)

check: $(INSTALLED_DEV) docs-fresh ## everything CI checks: style, types, imports, documents, tests
	@.venv/bin/ruff check $(CODE)
	@.venv/bin/ruff format --check $(CODE)
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-cache
	@$(PYTEST)
	@$(PY) -m tests.days one

other-days: $(INSTALLED_DEV) ## run the tests as if it were each of ten days: TESTS=tests/warehouse
	@$(PY) -m tests.days ten $(TESTS)

mutate: $(INSTALLED_DEV) ## change tuned numbers one by one: which do tests not notice? ROOMS="stories statements"
	@$(PY) -m tests.mutations $(ROOMS)

bench: $(INSTALLED_DEV) ## measure and record; CHECK=1 compares and refuses a fall: NAMES=gold,copies,polling
	@$(PY) -m tests.benchmarks.bench $(if $(CHECK),--check) $(if $(NAMES),--names $(NAMES))

fuzz: $(INSTALLED_DEV) ## properties and the model with TIMES=50 the examples, drawn anew
	@TIMES=$(TIMES) $(PYTEST) --timeout 0 tests/properties tests/unit/test_urls_hold.py \
	  tests/faults/test_model.py

soak: $(INSTALLED_DEV) ## an endless newsroom, one request in ten at fault: MINUTES=120
	@$(PY) -m tests.soak --minutes $(MINUTES)

kill-tests: $(INSTALLED_DEV) ## kill tasks, the scheduler, PostgreSQL and whole runs, so often each: KILLS=10, SEED=other
	@KILLS=$(or $(KILLS),10) $(if $(SEED),SEED='$(SEED)') $(PY) -m pytest -n 0 -s tests/dags/test_kills.py

bench-polling: $(INSTALLED) ## our poll schedule against others, simulated: POLLS=FOLDER of recorded polls
	@PYTHONPATH=. $(PY) tests/benchmarks/polling.py $(if $(POLLS),--polls '$(POLLS)')

bench-unchanged: $(INSTALLED) ## what polls of 200 unchanged feeds cost
	@PYTHONPATH=. $(PY) tests/benchmarks/unchanged.py

bench-memory: $(INSTALLED) ## what a run holds: PAGES=200 (or hostile), BYTES=4900000
	@PYTHONPATH=. $(PY) tests/benchmarks/memory.py $(PAGES) $(BYTES)

bench-backlog: $(INSTALLED) ## what choosing and fetching hold however many pages wait: SIZES=20000,1000000
	@PYTHONPATH=. $(PY) tests/benchmarks/backlog.py $(SIZES)

bench-cleaning: $(INSTALLED) ## pages a second beside Trafilatura, and memory: PAGES=FOLDER
	@PYTHONPATH=. $(PY) tests/benchmarks/cleaning.py $(if $(PAGES),--pages '$(PAGES)')

bench-extraction: $(INSTALLED) ## tokens a second beside stock spaCy: TEXTS=FILE, MEMORY=5000, ENTITIES=FOLDER
	@PYTHONPATH=. $(PY) tests/benchmarks/extraction.py $(if $(TEXTS),--texts '$(TEXTS)') \
	  $(if $(MEMORY),--memory $(MEMORY)) $(if $(ENTITIES),--entities '$(ENTITIES)')

bench-copies: $(INSTALLED) ## how well copies are found, setting by setting
	@PYTHONPATH=. $(PY) tests/benchmarks/copies.py

bench-stories: $(INSTALLED) ## what a new article costs as the warehouse grows: SIZES=10000,100000
	@PYTHONPATH=. $(PY) tests/benchmarks/stories.py $(if $(SIZES),--sizes '$(SIZES)')

fit-figures: $(INSTALLED) ## how sure figures are, fitted to marked texts: MARKED='one.jsonl', CHECK=1
	@PYTHONPATH=. $(PY) tests/benchmarks/figure_confidence.py $(MARKED) $(if $(CHECK),--check)

fit-names: $(INSTALLED) ## what speaks for a name, fitted to marked texts: MARKED='one.jsonl.gz', CHECK=1
	@PYTHONPATH=. $(PY) tests/benchmarks/name_weights.py $(MARKED) $(if $(CHECK),--check)

bench-warehouse: $(INSTALLED_DEV) ## how quickly a big made warehouse answers: ARTICLES=100000, FOLDER= keeps it
	@PYTHONPATH=. $(PY) tests/benchmarks/warehouse.py $(if $(ARTICLES),--articles $(ARTICLES)) $(if $(FOLDER),--folder '$(FOLDER)')

questions: $(INSTALLED_DEV) ## write the answers of QUESTIONS.md anew, from a run on the sample newsroom
	@$(PY) -m tests.warehouse.questions

docs: $(INSTALLED) ## write the generated documents anew
	@$(PY) -m include dictionary > include/warehouse/README.md
	@$(PY) -m include picture > include/warehouse/picture.svg
	@$(LOCAL) example > .env.example
	@$(PY) -m tests.benchmarks.records

docs-fresh: $(INSTALLED)
	@$(PY) -m include dictionary | diff -u include/warehouse/README.md - || { echo "stale: make docs" >&2; exit 1; }
	@$(PY) -m include picture | diff -q include/warehouse/picture.svg - || { echo "stale: make docs" >&2; exit 1; }
	@$(LOCAL) example | diff -u .env.example - || { echo "stale: make docs" >&2; exit 1; }
	@$(PY) -m tests.benchmarks.records --check

lock: $(INSTALLED) ## resolve requirements*.in anew into pinned, hashed requirements*.txt
	@uv=$$(command -v uv || echo .dateline/tools/bin/uv); \
	lock="$$uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-header"; \
	$$lock requirements.in -o requirements.txt && $$lock requirements-dev.in -o requirements-dev.txt

clean: ## remove .venv and caches; what was collected (.dateline) stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

$(INSTALLED): requirements.txt include/local/make_venv.sh
	@echo "installing into .venv"
	@sh include/local/make_venv.sh requirements.txt
	@touch $@

$(INSTALLED_DEV): requirements-dev.txt $(INSTALLED)
	@sh include/local/make_venv.sh requirements-dev.txt
	@touch $@
