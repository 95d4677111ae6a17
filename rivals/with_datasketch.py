"""datasketch on a generated pile: `with_datasketch.py FOLDER PAIRS`; compare.py runs it."""

import sys

from datasketch import MinHash, MinHashLSH

from pile import PERMUTATIONS, THRESHOLD, Clock, hand_over, read_texts, shingles


def main(folder, into):
    texts = read_texts(folder)
    clock = Clock()
    sets = [[shingle.encode() for shingle in shingles(text)] for text in texts.values()]
    clock.step("shingle")
    signatures = dict(zip(texts, MinHash.generator(sets, num_perm=PERMUTATIONS)))
    clock.step("sign")
    # It chooses bands and rows itself, for this threshold.
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
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


main(*sys.argv[1:])
