"""A generated pile as the rivals get it: texts, their shingles, and a clock that counts processor time."""

import json
import pathlib
import re
import time

SHINGLE_WORDS = 5
PERMUTATIONS = 128
THRESHOLD = 0.5

WORD = re.compile(r"\w+")


def read_texts(folder):
    """The texts of docs.jsonl by number. Not timed: neither is the parsing of JSON for stemma."""
    with open(pathlib.Path(folder) / "docs.jsonl", encoding="utf-8") as lines:
        records = map(json.loads, lines)
        return {record["id"]: record["text"] for record in records}


def shingles(text):
    """Every run of five words, in small letters; of a shorter text all its words."""
    words = WORD.findall(text.lower())
    last = max(len(words) - SHINGLE_WORDS, 0)
    return {" ".join(words[at : at + SHINGLE_WORDS]) for at in range(last + 1)}


class Clock:
    """Processor seconds of this process, step by step."""

    def __init__(self):
        self.steps = []
        self.before = time.process_time()

    def step(self, name):
        """Ends a step."""
        now = time.process_time()
        self.steps.append((name, now - self.before))
        self.before = now


def search(clock, index, signatures, into):
    """Puts all signatures into an index, asks it for each, and hands over what it gives. Both rivals have the
    same calls for that."""
    for key, signature in signatures.items():
        index.insert(key, signature)
    clock.step("insert")
    candidates = set()
    for key, signature in signatures.items():
        candidates.update((min(key, other), max(key, other)) for other in index.query(signature) if other != key)
    clock.step("query")
    likely = {pair for pair in candidates if signatures[pair[0]].jaccard(signatures[pair[1]]) >= THRESHOLD}
    clock.step("estimate")
    hand_over(clock, candidates, likely, into)


def hand_over(clock, candidates, likely, into):
    """Prints the seconds of each step and writes the pairs found: those that share a bucket (`candidates`),
    and of these the ones that are `likely` copies by the estimate from their signatures."""
    for name, seconds in clock.steps:
        print(f"{name}_processor_seconds: {seconds:.3f}")
    with open(into, "w", encoding="utf-8") as lines:
        for pair in sorted(candidates):
            lines.write(f"{pair[0]}\t{pair[1]}\t{int(pair in likely)}\n")
