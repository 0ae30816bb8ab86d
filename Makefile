# What you can say: make serve, make site, make check, make test, make test-long, make bench, make theme-sheet, make clean. The README has the same in plain commands.
PYTHON ?= python3
VENV := .venv
BENCH := .venv-bench
BIN := $(VENV)/bin
# Material prints its end of life at every start; the README says it once, with what it means.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve site check test test-long shots bench theme-sheet clean requirements

help:
	@echo "make serve      the course at http://127.0.0.1:8000/, new after each change you save"
	@echo "make site       the finished site in site/, or every mistake that stands in its way"
	@echo "make check      the checks that answer in half a minute, without a browser"
	@echo "make test       every check"
	@echo "make test-long  the same with inputs that nobody has tried yet: an hour or more"
	@echo "make shots      a picture of every page, on a phone and on a screen, light and dark"
	@echo "make bench      how fast it is beside others, on the page docs/benchmark.md; QUICK=1 in three minutes, to read only"
	@echo "make theme-sheet  cut the styles of a new release of Material down to what courses use"
	@echo "make clean      take away all that was made"

serve: $(VENV)/build.stamp
	@echo "The course will be at http://127.0.0.1:8000/ in a moment. Leave this running; stop it with Ctrl+C."
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

site: $(VENV)/build.stamp
	@$(BIN)/mkdocs build --strict --site-dir site
	@echo "The site is in site/. Publish that folder, or look at it: $(PYTHON) -m http.server --directory site"

check: $(VENV)/test.stamp
	@$(BIN)/python tests/run.py --quick

test: $(VENV)/test.stamp
	@$(BIN)/python tests/run.py

test-long: $(VENV)/test.stamp
	@HYPOTHESIS_PROFILE=long $(BIN)/python tests/run.py

shots: $(VENV)/test.stamp
	@PYTHONPATH=hooks $(BIN)/python tests/shots.py

# The peers have an environment of their own; the browser is that of the checks.
bench: $(VENV)/test.stamp $(BENCH)/made.stamp
	@PYTHONPATH=hooks:tests $(BIN)/python -m bench.compare $(CURDIR)/$(BENCH)/bin/python $(if $(QUICK),--quick)

# After another release of Material; a test says when. What it leaves in stands in tests/engine/theme_sheet/every-block.md.
theme-sheet: $(VENV)/test.stamp
	@PYTHONPATH=hooks:tests:tests/engine $(BIN)/python -m theme_sheet

clean:
	@rm -rf $(VENV) $(BENCH) .cache site node_modules shots
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "All that was made is gone; what you wrote is as it was."

# Pinned with hashes, for every system: needs uv (pip install uv).
requirements:
	uv pip compile --quiet --universal --python-version 3.11.2 --generate-hashes --no-emit-index-url --custom-compile-command "make requirements" requirements.in -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11.2 --generate-hashes --no-emit-index-url --custom-compile-command "make requirements" requirements-dev.in -o requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11.2 --generate-hashes --no-emit-index-url --custom-compile-command "make requirements" --constraint requirements.txt requirements-bench.in -o requirements-bench.txt

$(VENV)/build.stamp: requirements.txt
	@echo "Setting up Python's packages in $(VENV)/ (once; about a minute) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 2))' || { echo "Python 3.11.2 or newer is needed; try: make $(MAKECMDGOALS) PYTHON=python3.13"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python could not make an environment. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt $(VENV)/build.stamp
	@echo "Setting up what the checks need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(BENCH)/made.stamp: requirements-bench.txt $(VENV)/build.stamp
	@echo "Setting up the generators to compare with in $(BENCH)/ …"
	@$(BIN)/python -m venv $(BENCH)
	@$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $@
