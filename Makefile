# Two targets matter to a newcomer: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo

.DEFAULT_GOAL := help
.PHONY: help demo test lint messages docs wheel lowest bench fuzz clean

help:
	@echo "make demo      install into $(VENV), make a plan and render it"
	@echo "make test      run every test"
	@echo "make lint      ruff and mypy, and the examples as plans"
	@echo "make messages  update the message catalogues from the source"
	@echo "make docs      write the generated pages and schemas anew"
	@echo "make wheel     build the wheel and try it in an empty environment without network"
	@echo "make lowest    run the tests with the lowest supported dependencies"
	@echo "make bench     time planforge beside its peers (benchmarks/README.md)"
	@echo "make fuzz      try damaged and hostile input, each target for SECONDS=60 (docs/fuzzing.md)"
	@echo "make clean     remove everything that was made here"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "planforge needs Python 3.11 or newer; say: make PYTHON=python3.12 demo"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "Python cannot make virtual environments; on Debian: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"

$(VENV)/.installed: pyproject.toml $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

demo: $(VENV)/.installed
	@mkdir -p $(DEMO)
	$(BIN)/planforge new 学校 --no-ask --force -o $(DEMO)/工作计划.yaml
	$(BIN)/planforge lint $(DEMO)/工作计划.yaml
	$(BIN)/planforge render $(DEMO)/工作计划.yaml -f docx -f md -o $(DEMO) --force
	$(BIN)/planforge convert $(DEMO)/工作计划.yaml --to hant -o $(DEMO)/traditional
	$(BIN)/planforge render $(DEMO)/traditional/工作计划.yaml -o $(DEMO)/traditional --force
	@echo
	@echo "The files are here:"
	@find $(CURDIR)/$(DEMO) -type f | sort

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist loadgroup --cov --cov-report=term $(PYTEST_ARGS)

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/planforge lint examples --preset strict

messages: $(VENV)/.dev
	$(BIN)/python tools/messages.py

docs: $(VENV)/.dev
	$(BIN)/python -m planforge.generate docs

wheel: $(BIN)/python
	$(BIN)/python tools/try_wheel.py

lowest: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --group lowest
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(VENV)-lowest
	VIRTUAL_ENV=$(VENV)-lowest $(BIN)/uv pip install --quiet --resolution lowest-direct --editable . --group test
	$(VENV)-lowest/bin/python -m pytest -n auto --dist loadgroup $(PYTEST_ARGS)

# Not editable, so that byte code is compiled as it is for users.
bench:
	@for name in bench bench-peers bench-rendercv; do \
	  $(PYTHON) -m venv $(VENV)-$$name \
	  && $(VENV)-$$name/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1" \
	  || exit 1; \
	done
	$(VENV)-bench/bin/python -m pip install --quiet . --group bench
	$(VENV)-bench-peers/bin/python -m pip install --quiet --group bench-peers
	$(VENV)-bench-rendercv/bin/python -m pip install --quiet --group bench-rendercv \
	  || echo "RenderCV cannot be installed here and is left out"
	$(VENV)-bench/bin/python benchmarks/bench.py

SECONDS ?= 60
fuzz: $(VENV)/.dev
	$(BIN)/python tests/fuzz/fuzz.py --seconds $(SECONDS) $(TARGETS)

clean:
	rm -rf $(VENV) $(VENV)-lowest $(VENV)-bench $(VENV)-bench-peers $(VENV)-bench-rendercv $(DEMO) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
