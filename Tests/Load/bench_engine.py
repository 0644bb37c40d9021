#!/usr/bin/env python3
"""Prints the engine's figures: `make bench-engine` builds the release program first.

    bench_engine.py [--seeds 20] [--bilik .build/release/bilik]

The seeds start at 1; the weights of exposure control were chosen on others (101 and up).
"""

import argparse
import json
import math
import pathlib
import random
import statistics
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "Tests" / "AdaptiveTestingTests" / "Reference"
SHARES = "A=0.25,B=0.25,C=0.25,D=0.25"
SMALL_BANKS = [(30, 0.70), (60, 0.45), (100, 0.35), (200, 0.25)]


def simulate(bilik, bank, *options):
    run = subprocess.run([bilik, "simulate", "--bank", str(bank), *map(str, options), "--json"],
                         capture_output=True, text=True)
    if run.returncode != 0:
        return None, run.stderr.strip()
    return json.loads(run.stdout), None


def small_bank(count, seed):
    """Discriminations exp(N(.1, .3)), difficulties N(0, 1), areas dealt out in turn."""
    chance = random.Random(seed * 1000 + count)
    return {"items": [
        {"id": number + 1, "a": math.exp(chance.gauss(0.1, 0.3)), "b": chance.gauss(0, 1), "content": "ABCD"[number % 4]}
        for number in range(count)]}


def over_seeds(bilik, seeds, bank_of, *options):
    summaries, refused = [], []
    for seed in seeds:
        found, fault = simulate(bilik, bank_of(seed), "--examinees", 1000, "--seed", seed, *options)
        if found:
            summaries.append(found["summary"])
        else:
            refused.append(fault)
    return summaries, refused


def mean(summaries, key):
    return statistics.fmean(summary[key] for summary in summaries)


def line(label, summaries, *, decides):
    if not summaries:
        return f"{label}: refused every time"
    parts = [f"length {mean(summaries, 'meanLength'):.2f}"]
    if decides:
        gap = mean(summaries, "predictedAccuracy") - mean(summaries, "accuracy")
        parts += [f"right {mean(summaries, 'accuracy'):.4f}", f"far from the cut {mean(summaries, 'accuracyFar'):.4f}",
                  f"predicted less observed {gap:+.4f}"]
    else:
        parts += [f"RMSE {mean(summaries, 'rmse'):.4f}", f"bias {mean(summaries, 'bias'):+.4f}"]
    parts += [f"overlap {mean(summaries, 'overlap'):.3f}", f"unused {100 * mean(summaries, 'unusedShare'):.1f} %",
              f"largest exposure of all seeds {max(s['maxExposure'] for s in summaries):.3f}",
              f"violations {sum(s['blueprintViolations'] for s in summaries)}",
              f"refused tests {sum(s['refusals'] for s in summaries)}",
              f"{mean(summaries, 'cpuMillisecondsPerItem'):.4f} ms a question",
              f"p99 {max(s['cpuMillisecondsP99'] for s in summaries):.4f}"]
    return f"{label}: " + ", ".join(parts)


def replay(bilik, bank):
    expected = json.loads((REFERENCE / "bench_replay.json").read_text())["results"]
    found, fault = simulate(bilik, bank, "--responses", REFERENCE / "bench_responses_200x500.json", "--grid", 61,
                            "--stop", "se:0.30,items:30")
    if fault:
        return f"no exposure control: {fault}"
    same = sum(a["items"] == b["items"] for a, b in zip(found["results"], expected))
    summary = found["summary"]
    return (f"no exposure control, MFI and EAP: {same} of {len(expected)} sequences identical to mirtCAT's, "
            f"length {summary['meanLength']:.2f}, RMSE {summary['rmse']:.4f}, "
            f"{summary['cpuMillisecondsPerItem']:.4f} ms a question, p99 {summary['cpuMillisecondsP99']:.4f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--bilik", default=str(ROOT / ".build" / "release" / "bilik"))
    given = parser.parse_args()
    seeds = range(1, given.seeds + 1)
    bank = REFERENCE / "bench_bank_500.json"

    print(replay(given.bilik, bank), flush=True)
    control = ["--max-exposure", 0.20, "--blueprint", SHARES]
    found, _ = over_seeds(given.bilik, seeds, lambda seed: bank, *control, "--stop", "se:0.30,items:30")
    print(line("r_max .20, four areas, SE < .30 or 30", found, decides=False), flush=True)
    found, _ = over_seeds(given.bilik, seeds, lambda seed: bank, *control,
                          "--stop", "pass:0.95,cut:-0.5,min:10,items:30")
    print(line("r_max .20, four areas, pass or fail at -.5, 10 to 30", found, decides=True), flush=True)

    with tempfile.TemporaryDirectory() as folder:
        for count, share in SMALL_BANKS:
            def bank_of(seed, count=count):
                path = pathlib.Path(folder) / f"{count}-{seed}.json"
                path.write_text(json.dumps(small_bank(count, seed)))
                return path
            found, refused = over_seeds(given.bilik, seeds, bank_of, "--max-exposure", share, "--blueprint", SHARES,
                                        "--stop", "se:0.35,pass:0.95,cut:-0.5,min:10,items:20")
            print(line(f"{count} items, r_max {share}", found, decides=True), flush=True)
            for fault in refused:
                print(f"  refused: {fault}")


if __name__ == "__main__":
    main()
