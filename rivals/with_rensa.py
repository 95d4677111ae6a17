"""rensa (R-MinHash) on a generated pile: `with_rensa.py FOLDER PAIRS`; compare.py runs it."""

import sys

from rensa import RMinHash, RMinHashLSH

from pile import PERMUTATIONS, THRESHOLD, Clock, hand_over, read_texts, shingles

BANDS = 32
SEED = 1


def main(folder, into):
    texts = read_texts(folder)
    clock = Clock()
    sets = [list(shingles(text)) for text in texts.values()]
    clock.step("shingle")
    signatures = dict(zip(texts, RMinHash.from_token_sets(sets, PERMUTATIONS, SEED)))
    clock.step("sign")
    index = RMinHashLSH(THRESHOLD, PERMUTATIONS, BANDS)
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
