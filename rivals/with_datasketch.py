"""datasketch on a generated pile: `with_datasketch.py FOLDER PAIRS`; compare.py runs it."""

import sys

from datasketch import MinHash, MinHashLSH

from pile import PERMUTATIONS, THRESHOLD, Clock, read_texts, search, shingles


def main(folder, into):
    texts = read_texts(folder)
    clock = Clock()
    sets = [[shingle.encode() for shingle in shingles(text)] for text in texts.values()]
    clock.step("shingle")
    signatures = dict(zip(texts, MinHash.generator(sets, num_perm=PERMUTATIONS)))
    clock.step("sign")
    # It chooses bands and rows itself, for this threshold.
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    search(clock, index, signatures, into)


main(*sys.argv[1:])
