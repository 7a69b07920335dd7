# Two commands are enough: `make run` and `make test`. Without make: `python3 bootstrap.py run` and `... test`.
PYTHON ?= python3
ARGS ?=

.PHONY: help run test setup code lint format lock messages long long-crawl long-fuzz long-xss long-sitting long-regrade long-faults long-load

help:
	@$(PYTHON) bootstrap.py --help

run:
	@$(PYTHON) bootstrap.py run $(ARGS)

test:
	@$(PYTHON) bootstrap.py test $(ARGS)

setup:
	@$(PYTHON) bootstrap.py setup --tests

code:
	@$(PYTHON) bootstrap.py code $(ACCOUNT)

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/djlint . --lint --quiet
	.venv/bin/lint-imports
	.venv/bin/mypy

format: setup
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

# What takes minutes and is left out of `make test`; each target prints a table.
LONG = .venv/bin/python -m pytest -q -m long
long: long-crawl long-fuzz long-xss long-sitting long-regrade long-faults long-load

# Every address of the packages for every role; every link the police are given.
long-crawl: setup
	$(LONG) tests/test_matrix.py tests/test_requests.py tests/test_crawl.py

long-fuzz: setup
	$(LONG) tests/test_uploads.py tests/assessments/formats tests/config/test_import_course.py

long-xss: setup
	$(LONG) tests/browser/test_injection.py

# A thousand schedules of answers that come late, twice and out of order.
long-sitting: setup
	$(LONG) tests/assessments/test_save_answer.py

# 10,000 sittings graded anew.
long-regrade: setup
	$(LONG) tests/assessments/test_regrade_many.py

# The web server killed under fifty people, the database away or full; on SQLite and PostgreSQL.
long-faults: setup
	$(LONG) tests/faults

# Answers, whole tests and sign-ins beside a floor on the same server, as ratios: the goals A1 to A4.
long-load: setup
	.venv/bin/python -m tests.load $(ARGS)

# After a change of words (needs GNU gettext); then translate what is new in locale/.
messages: setup
	.venv/bin/python -m tools.messages

# After a change of dependencies in pyproject.toml or requirements/node.in (needs uv).
EXPORT = uv export --frozen --quiet --no-emit-project --no-header --no-annotate --format requirements-txt
lock:
	uv lock
	$(EXPORT) --no-dev --output-file requirements/run.txt
	$(EXPORT) --only-group dev --output-file requirements/test.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		requirements/node.in --output-file requirements/node.txt
