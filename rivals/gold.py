"""Judges pairs of documents by what was planted, by the same rule as `quality synth`."""

import collections
import itertools
import json
import pathlib

from pile import WORD

RUN_WORDS = 8
BASE_KINDS = {"orig", "single"}


class Gold:
    """The planted copies of a pile."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        with open(folder / "docs.jsonl", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        self.family_of = {record["id"]: record["fam"] for record in records}
        self.bases = [record for record in records if record["kind"] in BASE_KINDS]
        self.copies = collections.defaultdict(list)
        for line in (folder / "pairs.tsv").read_text(encoding="utf-8").splitlines():
            source, copy, kind = line.split("\t")
            self.copies[kind].append((min(int(source), int(copy)), max(int(source), int(copy))))
        self.alike = self._families_that_share_runs()

    def _families_that_share_runs(self):
        families_of = collections.defaultdict(set)
        for record in self.bases:
            words = WORD.findall(record["text"].lower().replace("_", " "))
            for at in range(len(words) - RUN_WORDS + 1):
                families_of[tuple(words[at : at + RUN_WORDS])].add(record["fam"])
        shared = (families for families in families_of.values() if len(families) > 1)
        return {pair for families in shared for pair in itertools.combinations(sorted(families), 2)}

    def recall(self, pairs):
        """By kind: which share of the planted copies is among the pairs."""
        return {kind: sum(pair in pairs for pair in copies) / len(copies) for kind, copies in sorted(self.copies.items())}

    def precision(self, pairs):
        """The share of the pairs that are right. Documents of different families whose originals share eight
        words in a row are left out. None without originals, or without pairs."""
        right = wrong = 0
        for pair in pairs:
            a, b = sorted(self.family_of[document] for document in pair)
            right += a == b
            wrong += a != b and (a, b) not in self.alike
        return right / (right + wrong) if self.bases and right + wrong else None
