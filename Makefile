# make lab     set everything up and open JupyterLab   (LAB_ARGS="--no-browser --port 8899" passes options on)
# make app     the same with the explorer alone, its code hidden
# make test    set everything up and run every test
# make setup   the set-up alone
# make bench   measure side by side with peers, which get an environment of their own (BENCH_ARGS="--quick" tries it out)
# make words   collect the words for translators and compile the catalogues
# make paper   every lesson of every case on paper, into dist/paper/
# make site    the whole kit as a folder of pages for any web server or stick, into dist/site/ and dist/whosays-site.zip
#              (SITE_ARGS=--without-lab leaves out Python in the browser; PYODIDE=PLACE gives it a distribution with pandas)

PYTHON ?= python3
LAB_ARGS ?=
BENCH_ARGS ?=
SITE_ARGS ?=
PYODIDE ?=
BIN := .venv/bin

.PHONY: setup lab app test check notebooks screenshot pins bench method paper words site

# An environment that is half gone, or that came along in a copied folder, starts nothing: it is made anew.
ifneq ($(shell test -x .venv/bin/python && cat .venv/.ready),$(CURDIR)/.venv)
.PHONY: .venv/.ready
endif

setup: .venv/.ready

.venv/.ready: requirements.txt pyproject.toml tools/setup.py tools/furnish.py \
	tools/app/package.json tools/app/static/remoteEntry.js
	@$(PYTHON) tools/setup.py

lab: setup
	@$(BIN)/python tools/lab.py $(LAB_ARGS)

app: setup
	@$(BIN)/python tools/lab.py app $(LAB_ARGS)

test: check
	@$(BIN)/python -m pytest --numprocesses=auto

check: setup
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/pyright --warnings

notebooks: setup
	@$(BIN)/python tools/refresh_notebooks.py

screenshot: setup
	@$(BIN)/python tools/screenshot.py

method: setup
	@$(BIN)/python tools/method.py

words: setup
	@$(BIN)/python tools/words.py

paper: setup
	@$(BIN)/python tools/paper.py

site: setup
	@$(BIN)/python tools/make_site.py $(if $(PYODIDE),--pyodide "$(PYODIDE)") $(SITE_ARGS)

pins: setup
	@$(BIN)/python tools/pin.py

bench: setup bench/.venv/.ready
	@$(BIN)/python bench/measure.py $(BENCH_ARGS)

bench/.venv/.ready: bench/requirements.txt
	@$(BIN)/uv venv --quiet --clear --no-python-downloads --python $(BIN)/python bench/.venv
	@VIRTUAL_ENV=bench/.venv $(BIN)/uv pip install --quiet --requirement bench/requirements.txt
	@touch $@
