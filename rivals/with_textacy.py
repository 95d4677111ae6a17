"""textacy's quotations in a folder of PolNeAR: `with_textacy.py FOLDER MODEL > found.jsonl`.

Writes what `quality statements FOLDER --found found.jsonl` reads: places in characters, the documents that
textacy refuses, and the processor seconds that the model and textacy took for all texts, loading left out.
"""

import json
import sys
import time
from pathlib import Path

import spacy
from textacy.extract.triples import direct_quotations


def pieces(tokens):
    """Runs of neighbouring tokens, as places in the text."""
    found, last = [], None
    for token in tokens:
        end = token.idx + len(token)
        if last is not None and token.i == last + 1:
            found[-1][1] = end
        else:
            found.append([token.idx, end])
        last = token.i
    return found


def main(folder, model):
    nlp = spacy.load(model)
    seconds = 0.0
    for path in sorted(Path(folder, "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        start = time.process_time()
        try:
            found = list(direct_quotations(nlp(text)))
        except ValueError as error:
            found = []
            print(json.dumps({"doc": path.stem, "refused": str(error)}))
        seconds += time.process_time() - start
        for speaker, cue, content in found:
            line = {"source": pieces(speaker), "cue": pieces(cue), "content": pieces(content)}
            print(json.dumps({"doc": path.stem, **line}))
    print(json.dumps({"seconds": round(seconds, 1)}))


main(*sys.argv[1:])
