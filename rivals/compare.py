#!/usr/bin/env python3
"""stemma beside datasketch and rensa on one generated pile, all on one core.

    python3 rivals/compare.py FOLDER --stemma target/release/quality

FOLDER holds docs.jsonl and pairs.tsv. README.md says how the virtual environment is made and what is compared.
"""

import argparse
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

from gold import Gold

HERE = pathlib.Path(__file__).resolve().parent
RIVALS = [("datasketch", "with_datasketch.py"), ("rensa", "with_rensa.py")]
STEP = "_processor_seconds"
KIB_PER_MIB = 1024


def main():
    arguments = read_arguments()
    print_machine()
    gold = Gold(arguments.folder)
    n_documents = len(gold.family_of)
    print(f"documents: {n_documents}")
    for name, script in RIVALS:
        with tempfile.TemporaryDirectory() as scratch:
            pairs = pathlib.Path(scratch) / "pairs.tsv"
            command = [str(arguments.python), str(HERE / script), arguments.folder, str(pairs)]
            figures, peak = run_pinned(command, arguments.core)
            candidates, likely = read_pairs(pairs)
        print_times(name, figures, peak, n_documents)
        print_found(f"{name}_candidates", gold, candidates)
        print_found(f"{name}_likely", gold, likely)
    figures, peak = run_pinned([arguments.stemma, "synth", arguments.folder], arguments.core)
    print_times("stemma", figures, peak, n_documents)
    for figure, value in figures.items():
        if figure.startswith("recall_") or figure == "precision":
            print(f"stemma_{figure}: {value}")


def read_arguments():
    parser = argparse.ArgumentParser(description="stemma beside datasketch and rensa on one generated pile")
    parser.add_argument("folder", help="docs.jsonl and pairs.tsv")
    parser.add_argument("--stemma", required=True, help="the program `quality`, built for release")
    parser.add_argument("--core", default="0", help="the core that everything is pinned to")
    parser.add_argument("--python", type=pathlib.Path, default=HERE / ".venv/bin/python",
                        help="an interpreter that has requirements.txt")
    arguments = parser.parse_args()
    if not arguments.python.exists():
        sys.exit(f"error: no interpreter at {arguments.python}\nhint: rivals/README.md says how it is made")
    return arguments


def print_machine():
    """What else the machine was doing belongs to a time."""
    load = " ".join(f"{value:.2f}" for value in os.getloadavg())
    print(f"machine: {platform.machine()}, {os.cpu_count()} cores, load {load}")


def run_pinned(command, core):
    """Runs a program on one core; its `name: value` lines, and the most memory it held (MiB)."""
    process = subprocess.Popen(["taskset", "-c", core, *command], stdout=subprocess.PIPE, text=True)
    with process.stdout:
        output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"error: {command[0]} ended with {process.returncode}")
    figures = dict(line.split(": ", 1) for line in output.splitlines() if ": " in line)
    return figures, usage.ru_maxrss / KIB_PER_MIB


def read_pairs(path):
    """The candidates, and those of them that are likely."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = {(int(a), int(b)): likely == "1" for a, b, likely in lines}
    return set(pairs), {pair for pair, likely in pairs.items() if likely}


def print_times(name, figures, peak, n_documents):
    steps = {key: float(value) for key, value in figures.items() if key.endswith(STEP) and is_seconds(value)}
    print()
    for step, seconds in steps.items():
        print(f"{name}_{step}: {seconds:.2f}")
    total = sum(steps.values())
    print(f"{name}_total{STEP}: {total:.2f}")
    print(f"{name}_documents_per_processor_second: {n_documents / total:.0f}")
    print(f"{name}_peak_mebibytes: {peak:.0f}")


def is_seconds(value):
    return value.replace(".", "", 1).isdigit()


def print_found(prefix, gold, pairs):
    for kind, recall in gold.recall(pairs).items():
        print(f"{prefix}_recall_{kind}: {recall:.4f}")
    precision = gold.precision(pairs)
    print(f"{prefix}_precision: " + ("none counted" if precision is None else f"{precision:.4f}"))


main()
