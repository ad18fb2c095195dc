# Every command sets up in .venv what it needs, from pyproject.toml with the versions proved in
# constraints.txt, and says so on standard error: standard output is the program's own.

PYTHON ?= python3.13 python3.12 python3.11 python3
PIP_INSTALL := .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
	--constraint constraints.txt

# A .venv counts only where and with the Python it was made for, and with no install cut short:
# pip would take half-written packages for installed ones.
WHERE := import os, pip, sys; print(*sys.version_info[:2], os.getcwd())
WHOLE := $(shell [ ! -e .venv/installing ] && .venv/bin/python -Ic '$(WHERE)' 2>/dev/null \
	| cmp -s - .venv/made.stamp && echo yes)
VERSION := import sys; print("%d.%d" % sys.version_info[:2]); sys.exit(sys.version_info < (3, 11))

.PHONY: help install run test check format bench soak fuzz preview screenshots FORCE
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.SUFFIXES:

help:
	@echo 'make run      start Teller: in Discord if DISCORD_TOKEN is set, else here in the terminal'
	@echo 'make install  only set it up'
	@echo 'make preview  try it in a page that looks like Discord'
	@echo 'make test     check and test everything, as CI does'
	@echo 'make check    lint, formatting, types, layers'
	@echo 'make format   put the code into shape'
	@echo 'make bench    measure'
	@echo 'make screenshots  take the pictures of the README anew, with Debian’s chromium'
	@echo 'make soak     kill Teller again and again in a replayed night'
	@echo 'make fuzz     send every feed 10,000 broken answers'
	@echo 'make hexmap   lay out the map of hexagons anew; it is part of data/ already'

install: .venv/runtime.stamp
	@echo 'Teller is set up: make run starts it.' >&2

run: .venv/runtime.stamp
	@.venv/bin/teller

test: check
	.venv/bin/python -m pytest --numprocesses auto

check: .venv/dev.stamp
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

format: .venv/dev.stamp
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

bench: .venv/bench.stamp
	@.venv/bin/python tools/bench.py

soak: .venv/dev.stamp
	@.venv/bin/python -m tests.soak.night

fuzz: .venv/dev.stamp
	FUZZ_CASES=10000 .venv/bin/python -m pytest tests/declarations/feeds --numprocesses auto \
		-k fuzz --timeout 3600

hexmap: .venv/dev.stamp
	@.venv/bin/python tools/hexmap.py

preview: .venv/dev.stamp
	@.venv/bin/python tools/preview.py $(NIGHT)

.venv/made.stamp: $(if $(WHOLE),,FORCE)
	@rm -f .venv/*.stamp && rm -rf .venv
	@found= bare=; \
	for python in "$(PYTHON)" $(PYTHON); do \
	  version=$$("$$python" -c '$(VERSION)' 2>/dev/null) || continue; \
	  if "$$python" -c 'import ensurepip, venv' 2>/dev/null; then found=$$python; break; fi; \
	  bare=$$version; \
	done; \
	if [ -n "$$found" ]; then \
	  echo "Setting up Teller in .venv with Python $$version; this takes about a minute, once." >&2; \
	  "$$found" -m venv .venv; \
	elif [ -n "$$bare" ]; then \
	  echo "Python $$bare is here without venv and ensurepip, which set up a program's own" \
	    "folder. On Debian and Ubuntu: sudo apt install python$$bare-venv" >&2; \
	  exit 1; \
	else \
	  echo "Teller needs Python 3.11 or newer, and none of these is one: $(PYTHON)." \
	    "Install it, or say where it is: make PYTHON=/path/to/python3" >&2; \
	  exit 1; \
	fi
	@.venv/bin/python -Ic '$(WHERE)' > $@

.venv/runtime.stamp: .venv/made.stamp pyproject.toml constraints.txt
	@touch .venv/installing
	@$(PIP_INSTALL) --editable . >&2
	@rm .venv/installing
	@touch $@

screenshots: .venv/screenshots.stamp
	@.venv/bin/python tools/screenshots.py

.venv/screenshots.stamp: .venv/dev.stamp
	@$(PIP_INSTALL) --editable '.[dev,screenshots]' >&2
	@touch $@

.venv/bench.stamp: .venv/dev.stamp
	@$(PIP_INSTALL) --editable '.[dev,bench]' >&2
	@touch $@

.venv/dev.stamp: .venv/made.stamp pyproject.toml constraints.txt
	@touch .venv/installing
	@$(PIP_INSTALL) --editable '.[dev]' >&2
	@rm .venv/installing
	@touch .venv/runtime.stamp $@
