"""Checks an account against its sources, without stemma: python3 verify_account.py ACCOUNT.jsonl SOURCES...
Exit code 0: verified, 1: failed, 2: wrong usage. What is checked, and what is not: verify.md beside this script."""
import codecs, glob, json, os, pathlib, sys
from collections import Counter, defaultdict
from hashlib import sha256
ORDER = "account capture statement edit family passage furniture report unread note".split()  # of the checks
PLURALS = {"family": "families", "furniture": "furniture", "unread": "unread"}  # all others: with an s
CODECS = {"windows-874": "cp874", "Shift_JIS": "cp932", "EUC-KR": "cp949", "GBK": "gb18030", "Big5": "big5hkscs"}
TEXTS, LISTED, COPIED, EDITS = {}, Counter(), defaultdict(list), defaultdict(list)
def canonical(value, *left_out):
    if type(value) is str: return b"%d:%s" % (len(value.encode()), value.encode())
    if type(value) is list: return b"l" + b"".join(map(canonical, value)) + b"e"
    if type(value) is dict:
        return b"d" + b"".join(canonical(k) + canonical(value[k]) for k in sorted(value) if k not in left_out) + b"e"
    return b"i%de" % value if type(value) is int else {None: b"n", True: b"t", False: b"f"}[value]
def demand(holds, text):
    if not holds: raise ValueError(text)
def spans_in(value):
    items = value.values() if type(value) is dict else value if type(value) is list else ()
    is_span = type(value) is dict and value.keys() == {"report", "start", "end", "text"}
    return [value] if is_span else [span for item in items for span in spans_in(item)]
def inside(outer, span):
    return outer["report"] == span["report"] and outer["start"] <= span["start"] <= span["end"] <= outer["end"]
def replay(old, new, edits):
    text, at, copy = old["text"].encode(), old["start"], b""
    for side, other in sorted(edits, key=lambda edit: [span[end] for span in edit for end in ("start", "end")]):
        copy += text[at - old["start"]:side["start"] - old["start"]]
        demand(at <= side["start"] and new["start"] + len(copy) == other["start"], "an edit is out of place")
        at, copy = side["end"], copy + other["text"].encode()
    demand(copy + text[at - old["start"]:] == new["text"].encode(), "its edits do not lead to " + new["text"])
def check_account(header):
    lines = sorted(canonical(record, "name") for record in RECORDS if record["record"] in ORDER[1:8])
    hashed = {name: count for name, count in header["counts"].items() if name not in ("unread", "notes")}
    digest = sha256(canonical(dict(header, counts=hashed), "digest") + b"".join(lines)).hexdigest()
    found = Counter(PLURALS.get(record["record"], record["record"] + "s") for record in RECORDS)
    demand(header["schema"] == "stemma.account/1" and found == +Counter(header["counts"], accounts=1), "wrong counts")
    demand(header["digest"] == digest, "its digest is wrong, the records give " + digest)
def check_capture(capture):
    demand(capture["original_sha256"] in FILES, "no source has the bytes of " + capture["name"])
    text = FILES[capture["original_sha256"]].decode(CODECS.get(capture["encoding"], capture["encoding"]), "whatwg")
    text = (text[1:] if text.startswith("\ufeff") else text).encode()
    TEXTS[sha256(text).hexdigest()] = text
    demand(BY_ID[capture["report"]]["text_sha256"] == sha256(text).hexdigest(), "its report has another text")
def check_statement(statement):
    parts = statement["content"] and spans_in(statement)
    demand(parts and all(inside(statement["span"], part) for part in parts), "it has no content, or parts outside")
    demand(not statement["speaker"] or inside(statement["source"], statement["speaker"]["name"]), "no such speaker")
def check_edit(edit):
    family, old, new = BY_ID[edit["family"]], edit["from"], edit["to"]
    EDITS[edit["family"], new["passage"]].append((old["span"], new["span"]))
    demand(family["representative"] == old["passage"] != new["passage"] in family["passages"], "wrong passages")
    demand(all(inside(BY_ID[side["passage"]]["span"], side["span"]) for side in (old, new)), "outside its passages")
def check_family(family):
    passages, old = [BY_ID[passage] for passage in family["passages"]], BY_ID[family["representative"]]
    reports = {passage["span"]["report"] for passage in passages}
    LISTED.update(family["passages"])
    for new in passages:
        COPIED[new["span"]["report"]] += [new["span"]] if len(reports) > 1 else []
        replay(old["span"], new["span"], EDITS[family["id"], new["id"]])
        demand(new["family_size"] == len(passages) > 1, "passage %s is of a family of another size" % new["id"])
    demand(old in passages and family["n_reports"] == len(reports), "its representative or reports are wrong")
def check_report(report):
    copied = bytearray(len(TEXTS[report["text_sha256"]]))  # 1 where a copied passage stands
    for span in COPIED[report["id"]]:
        copied[span["start"]:span["end"]] = b"\1" * len(copied[span["start"]:span["end"]])
    copied_bytes = sum(sum(copied[block["start"]:block["end"]]) for block in report["paragraphs"])
    found = [len(copied), sum(block["end"] - block["start"] for block in report["paragraphs"]), copied_bytes]
    demand(found == [report["bytes"], report["paragraph_bytes"], report["copied_bytes"]], "its bytes are %s" % found)
def check(record, kind, own):
    if kind in ORDER[1:8]:
        hashed = [record["text_sha256"], record["outlet"], record["url"]] if kind == "report" else record
        demand(own[1:] == sha256(canonical(hashed, "id", "name")).hexdigest()[:16], "its identifier does not fit")
        demand(kind == "capture" or LINES[own] == (LISTED[own] if kind == "passage" else 1), "it is listed too often")
    for span in spans_in(record):
        text, start, words = TEXTS[BY_ID[span["report"]]["text_sha256"]], span["start"], span["text"].encode()
        whole = 0 <= start <= len(text) and not b"\x80" <= text[start:start + 1] < b"\xc0" and (words or kind == "edit")
        demand(whole and text[start:span["end"]] == words, "these words do not stand there: " + span["text"])
    globals().get("check_" + kind, len)(record)
if len(sys.argv) < 3: sys.exit(print(__doc__) or 2)
codecs.register_error("whatwg", lambda e: (  # as browsers: C1 in the gaps of windows code pages, else U+FFFD
    chr(e.object[e.start]) if e.encoding == "charmap" and 0x80 <= e.object[e.start] < 0xa0 else "\ufffd", e.end))
names = [name for path in sys.argv[2:] for name in glob.glob(glob.escape(path) + "/**", recursive=True) or [path]]
sources = [(name, pathlib.Path(name).read_bytes()) for name in names if not os.path.isdir(name)]
FILES = {sha256(data).hexdigest(): data for _, data in sources}
RECORDS = [json.loads(line) for line in pathlib.Path(sys.argv[1]).read_bytes().splitlines()]
BY_ID, LINES = {record.get("id"): record for record in RECORDS}, Counter(record.get("id") for record in RECORDS)
there = Counter(sha256(data).hexdigest() for _, data in sources)
problems = [] if RECORDS and RECORDS[0].get("record") == "account" else ["account: its first record is no header"]
for record in [record for kind in ORDER for record in RECORDS if record["record"] == kind]:
    try:
        check(record, record["record"], record.get("id"))
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        problems.append("%s: %s" % (ascii(record.get("id", "account"))[1:-1], ascii(error)))
there.subtract(record["original_sha256"] for record in RECORDS if record["record"] == "capture")
unread = [os.path.basename(record["name"]) for record in RECORDS if record["record"] == "unread"]
for name in [name for name, data in sources if there[sha256(data).hexdigest()]]:
    known = os.path.basename(name) in unread  # said, for whoever hides a source may list it as unread
    (print if known else problems.append)("account: source %a is not part of it%s" % (name, ", but unread" * known))
print(*problems, "failed: %d problems" % len(problems) if problems else "verified: " + RECORDS[0]["digest"], sep="\n")
sys.exit(bool(problems))
