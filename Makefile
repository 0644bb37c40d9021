# Each target is one command; what it does stands in the README.
.PHONY: run test check format bench bench-engine

run:
	scripts/run

test check:
	scripts/test

format:
	swift format --in-place --recursive Sources Tests Package.swift

bench:
	@test -x scripts/bench || { echo "scripts/bench is not there"; exit 1; }
	scripts/bench

bench-engine:
	scripts/bench-engine
