"""rensa (R-MinHash) on a generated pile: `with_rensa.py FOLDER PAIRS`; compare.py runs it."""

import sys

from rensa import RMinHash, RMinHashLSH

from pile import PERMUTATIONS, THRESHOLD, Clock, read_texts, search, shingles

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
    search(clock, index, signatures, into)


main(*sys.argv[1:])
