"""Python's trafilatura on web pages: `with_trafilatura.py FOLDER`, pages a second of one processor, as `quality extraction` counts
them; and, where the gold has days, how many of those that htmldate gives are right.
"""

import argparse
import gzip
import json
import time
from importlib.metadata import version
from pathlib import Path

import trafilatura
from htmldate import find_date


def read(path):
    return gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()


def days(folder):
    """The day of publication of each page in gold, by the name of the page."""
    gold = {}
    for path in sorted((folder / "ground-truth").glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        day = page.get("ground_truth", page).get("publish_date") or ""
        if len(day) == len("2021-03-04"):
            gold[path.stem] = day
    return gold


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    pages = {path.name.split(".html")[0]: read(path) for path in sorted((folder / "html").iterdir())}
    print(f"trafilatura: {version('trafilatura')}")
    for name, fast in (("", False), ("fast_", True)):
        start = time.process_time()
        for page in pages.values():
            trafilatura.bare_extraction(page, fast=fast, include_comments=False, with_metadata=True)
        print(f"{name}pages_per_second: {len(pages) / (time.process_time() - start):.1f}")
    gold = days(folder)
    if gold:
        given = {name: find_date(pages[name].decode("utf-8", "replace"), original_date=True) for name in gold}
        right = sum(given[name] == day for name, day in gold.items())
        print(f"htmldate: {version('htmldate')}")
        print(f"date_accuracy: {right / len(gold):.4f}")
        print(f"date_precision: {right / max(1, sum(day is not None for day in given.values())):.4f}")


if __name__ == "__main__":
    main()
