# make lab     set everything up and open JupyterLab   (LAB_ARGS="--no-browser --port 8899" passes options on)
# make test    set everything up and run every test
# make setup   the set-up alone

PYTHON ?= python3
LAB_ARGS ?=
AS_ROOT := $(shell [ "$$(id -u)" = 0 ] && echo --allow-root)
BIN := .venv/bin

.PHONY: setup lab test check notebooks screenshot pins

setup: .venv/.ready

.venv/.ready: requirements.txt pyproject.toml tools/setup.py
	@$(PYTHON) tools/setup.py

lab: setup
	@$(BIN)/jupyter lab $(AS_ROOT) --LabApp.extension_manager=readonly $(LAB_ARGS) notebooks/00_start_here.ipynb

test: check
	@$(BIN)/python -m pytest

check: setup
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/pyright --warnings

notebooks: setup
	@$(BIN)/python tools/refresh_notebooks.py

screenshot: setup
	@$(BIN)/python tools/screenshot.py

pins: setup
	@$(BIN)/python tools/pin.py
