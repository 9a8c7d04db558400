# make pdfs   everything for the print shop and the screen, into output/
# make test   all tests          make check     lint, format, types
# make quick  the units alone, in a minute: no whole products, processes, command line, attacks
# make bench  the figures        make clean     away with what make has made
# make pictures   the tests' reference pictures anew, and those of docs/sheets.md
# make fuzz   500 generated events, all files of each

.PHONY: pdfs test quick check bench fuzz pictures clean

RUN := .venv/bin
UNITS := docs event layout preflight press series source trade

pdfs: .venv/.ready
	@$(RUN)/mi-print all

test: .venv/.ready .venv/.referees
	@$(RUN)/pytest -n 2

quick: .venv/.ready .venv/.referees
	@$(RUN)/pytest -n 2 -m "not slow" tests/test_rooms.py $(UNITS:%=tests/%)

check: .venv/.ready
	@$(RUN)/ruff check .
	@$(RUN)/ruff format --check .
	@$(RUN)/mypy

bench: .venv/.ready
	@$(RUN)/python bench/run.py

fuzz: .venv/.ready .venv/.referees
	@$(RUN)/pytest -n 2 tests/generated --events 500

# After a change that is meant to be seen: draws the tests' references anew. Look at them.
pictures: .venv/.ready .venv/.referees
	@$(RUN)/pytest tests/pictures --refresh-pictures
	@$(RUN)/python -m scripts.sheet_pictures

clean:
	find output -mindepth 1 ! -name .gitkeep -delete
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis

# The set-up, once for each state of the files that it reads.
.venv/.ready: requirements.lock pyproject.toml scripts/setup.sh
	@scripts/setup.sh
	@touch $@

.venv/.referees: .venv/.ready
	@scripts/setup.sh referees
	@touch $@
