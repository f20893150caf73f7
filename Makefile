PYTHON ?= python3
BIN := .venv/bin
SETUP := .venv/.ready

.PHONY: run test lint bench pipeline weights clean

## run: check the example letter
run: $(SETUP)
	$(BIN)/schrijfhulp check voorbeelden/brief.txt --fail-on nooit

## test: the whole suite
test: $(SETUP)
	$(BIN)/python -m pytest

## lint: style and types
lint: $(SETUP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

## bench: speed as ratios, and how well rules, inflection, pipeline and measures do
bench: $(SETUP)
	$(BIN)/python -m benchmarks

## pipeline: train the bundled pipeline from TREEBANK (CoNLL-U) and VECTORS (floret), about an hour on one core
pipeline: $(SETUP)
	training/train.sh $(BIN)/python $(TREEBANK) $(VECTORS)

## weights: learn the weights of the speech acts from labelled sentences, and from places in TEXTS, some minutes
weights: $(SETUP)
	$(BIN)/python -m pip install --quiet --group training
	$(BIN)/python -m training.acts $(TEXTS)

$(SETUP): pyproject.toml
	test -d .venv || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	$(BIN)/python -m compileall -q schrijfhulp  # as pip does for a package that is not editable
	touch $@

clean:
	rm -rf .venv build dist
