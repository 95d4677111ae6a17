"""Checks an account: python3 verify_account.py ACCOUNT.jsonl SOURCES... (what that proves: verify.md beside it)"""
import codecs, glob, hashlib, json, os, pathlib, re, sys
from collections import Counter, defaultdict
ORDER = ("account capture statement voice edit descent family share passage furniture story claim disagreement origin "
         "instance place report unread note").split()  # each behind those that list it
EVIDENCE = {"dates": "reports", "date-lines": "reports parent child", "date-line-of-parent": "reports parent",
            "date-line-of-child": "reports child", "mosaic": "reports percent count", "second-generation": "reports",
            "less-changed": "passage", "cut": "parent", "lost-attribution": "parent child", "other-passages": "count",
            "orphaned-anaphora": "child", "spin": "parent child", "triangle": "parent child passage"}  # parts of kinds
PARENTS, PAIRWISE_LIMIT = ["report", "lost-ancestor", "original", "not-decidable"], 100  # reports of a family
RUN = re.compile(rb"[^\xff \t\r\n](?:[^\xff]*[^\xff \t\r\n])?")  # of bytes but 255, without the blanks round it
CODECS = {"windows-874": "cp874", "Shift_JIS": "cp932", "EUC-KR": "cp949", "GBK": "gb18030", "Big5": "big5hkscs"}
TEXTS, LISTED, COPIED, EDITS, NAMED = {}, Counter(), defaultdict(list), defaultdict(list), defaultdict(set)
DESCENTS, SHARED, RUNS, WITH, FROM = {}, Counter(), Counter(), defaultdict(dict), defaultdict(dict)
SPOKEN, FURNITURE, TOLD, DIRECT = defaultdict(set), defaultdict(list), set(), ("speaker", "own-text", "not-stated")
STANCES = {"affirm": ({"affirms", "alleges"}, ()), "allege": ({"alleges"}, {"affirms"}), "deny": ({"denies"}, ())}
def sha(data): return hashlib.sha256(data).hexdigest()
def demand(holds, text):
    if not holds: raise ValueError(text)
def canonical(item, *left_out):
    if type(item) is str: return b"%d:%s" % (len(item.encode()), item.encode())
    if type(item) is list: return b"l%se" % b"".join(map(canonical, item))
    if type(item) != dict: return b"i%de" % item if type(item) is int else {None: b"n", True: b"t", False: b"f"}[item]
    return b"d%se" % b"".join(canonical(key) + canonical(item[key]) for key in sorted(item.keys() - left_out))
def elements(inside, at=0):  # of a JSON list, as they are written
    while at < len(inside):
        at = json.JSONDecoder().raw_decode(inside, start := re.compile(r"[\s,]*").match(inside, at).end())[1]
        yield inside[start:at].encode()
def originals(name, data):  # the records in a file where the account knows one of them, else the file
    try: mark, parts = "#", [*elements(re.fullmatch(rb"(?:\xef\xbb\xbf)?\s*\[(.*\S)\s*\]\s*", data, re.S)[1].decode())]
    except (TypeError, ValueError, RecursionError): mark, parts = ":", re.split(b"\r?\n", data)
    parts = [("%s%s%d" % (name.rstrip("/"), mark, nth), part) for nth, part in enumerate(parts, 1) if part.strip()]
    known = any(sha(part) in CAPTURED or os.path.basename(label) in UNREAD for label, part in parts)
    return parts if known and sha(data) not in CAPTURED else [(name, data)]
def spans_in(value):
    if type(value) is dict: return [value] if {"start", "text"} <= value.keys() else spans_in([*value.values()])
    return [span for item in value for span in spans_in(item)] if type(value) is list else []
def same_report(end, words): return end["report"] == words["report"]
def inside(a, b): return a["report"] == b["report"] and a["start"] <= b["start"] <= b["end"] <= a["end"]
def replay(old, new, edits):
    text, at, copy = old["text"].encode(), old["start"], b""
    for side, other in sorted(edits, key=lambda edit: [span[end] for span in edit for end in ("start", "end")]):
        copy += text[at - old["start"]:side["start"] - old["start"]]
        demand(at <= side["start"] and new["start"] + len(copy) == other["start"], "an edit is out of place")
        at, copy = side["end"], copy + other["text"].encode()
    demand(copy + text[at - old["start"]:] == new["text"].encode(), "its edits do not lead to " + new["text"])
def check_account(header):
    lines = sorted(canonical(record, "name") for record in RECORDS if record["record"] in ORDER[1:17])
    hashed = {name: count for name, count in header["counts"].items() if name not in ("unread", "notes")}
    digest = sha(canonical(dict(header, counts=hashed), "digest") + b"".join(lines))
    found = {name: sum(name.startswith(record["record"][:4]) for record in RECORDS) for name in header["counts"]}
    demand(found == header["counts"] and sum(found.values()) + 1 == len(RECORDS), "the records are %s" % found)
    demand(header["schema"] == "stemma.account/5" and header["digest"] == digest, "these records give " + digest)
def check_capture(capture):
    demand(capture["original_sha256"] in FILES, "no source has the bytes of " + capture["name"])
    report, data, text = BY_ID[capture["report"]], FILES[capture["original_sha256"]], BY_ID[capture["report"]]["text"]
    if capture["derivation"]["kind"] == "decoded":
        text = re.sub("^\ufeff", "", data.decode(CODECS.get(capture["encoding"], capture["encoding"]), "whatwg"))
    TEXTS.update({} if text is None else {sha(text.encode()): text.encode()})  # null: another is decoded
    demand(text is None or sha(text.encode()) == report["text_sha256"] and report["text"] in (None, text), "wrong text")
def check_statement(statement):
    parts, speaker = spans_in(dict(statement, speaker=None)), statement["speaker"]
    demand(statement["content"] and all(inside(statement["span"], part) for part in parts), "no content, or outside")
    cues = all(relay["cue"] for relay in statement["relays"]) and not (statement["continues"] and statement["cue"])
    demand(cues and (statement["stance"] != "denies" or statement["class"] == "denies"), "a cue lacks or does not fit")
    if not speaker: return
    name, source, _ = speaker["name"], statement["source"], SPOKEN[speaker["voice"]].add(canonical(speaker["name"]))
    near, here = source and inside(source, name), same_report(statement["span"], name)
    places = {"stated": near, "resolved": here and not near and (source or statement["continues"])}
    demand(places.get(speaker["grade"], not here) and name in BY_ID[speaker["voice"]]["names"], "his name is elsewhere")
def check_voice(voice):
    names = {canonical(name) for name in voice["names"]}
    demand(canonical(voice["shown"]) in names and names <= SPOKEN[voice["id"]], "a name of no speaker")
def check_edit(edit):
    family, old, new = BY_ID[edit["family"]], edit["from"], edit["to"]
    EDITS[edit["family"], new["passage"]].append((old["span"], new["span"]))
    demand(family["representative"] == old["passage"] != new["passage"] in family["passages"], "wrong passages")
    demand(all(inside(BY_ID[side["passage"]]["span"], side["span"]) for side in (old, new)), "outside its passages")
def day(report): return ((BY_ID[report]["published"] or {}).get("value") or "")[:10]
def later(a, b): return day(a)[:len(day(b))] > day(b)[:len(day(a))]  # as far as both dates go
def check_descent(descent):
    own, child, parent = (descent["family"], descent["passage"]), BY_ID[descent["passage"]]["span"], descent["parent"]
    family, above = BY_ID[own[0]], BY_ID[parent["passage"]]["span"] if parent["kind"] == "passage" else None
    demand(own[1] in family["passages"] and family["n_reports"] > 1 and own not in DESCENTS, "no such witness")
    demand(parent["kind"] in ["passage"] + PARENTS[1:] and bool(above) == bool(parent["passage"]), "no such parent")
    demand(not above or parent["passage"] in family["passages"] and not same_report(above, child), "a wrong parent")
    demand(not above or not later(above["report"], child["report"]), "its parent was published later")
    demand(descent["support_percent"] is None or above and 0 <= descent["support_percent"] <= 100, "no such support")
    at = parent["passage"]
    while at != own[1] and (own[0], at) in DESCENTS: at = DESCENTS[own[0], at][1]
    demand(at != own[1], "it descends from itself")
    DESCENTS[own] = parent["kind"], parent["passage"]
    for one in descent["evidence"]: check_evidence(one, family, {"parent": above, "child": child})
def check_evidence(one, family, ends):
    parts = {name for name in one if one[name] not in (None, [])}
    demand(parts == {"kind", *EVIDENCE[one["kind"]].split()}, "evidence of no known kind, or with other parts")
    is_near = same_report if "date-line" in one["kind"] else inside  # a date line stands anywhere on its page
    demand(all(not one[name] or end and is_near(end, one[name]) for name, end in ends.items()), "words from elsewhere")
    demand(one["passage"] in [None] + family["passages"], "evidence from another family")
    named, own = [BY_ID[report]["id"] for report in one["reports"]], [end and end["report"] for end in ends.values()]
    demand(named == own if one["kind"][:4] == "date" else named[:1] in ([], own[1:]), "evidence of other reports")
def check_family(family):
    passages, old = [BY_ID[passage] for passage in family["passages"]], BY_ID[family["representative"]]
    LISTED.update(family["passages"])
    for new in passages:
        COPIED[new["span"]["report"]] += [slice(new["span"]["start"], new["span"]["end"])] * (family["n_reports"] > 1)
        replay(old["span"], new["span"], EDITS[family["id"], new["id"]])
        if family["n_reports"] > 1: share_out(family, new, passages)
        demand(new["family_size"] == len(passages) > 1, "passage %s is of a family of another size" % new["id"])
    demand(old in passages and family["n_reports"] == len({new["span"]["report"] for new in passages}), "wrong reports")
def share_out(family, passage, passages):  # what a witness adds to the figures of its report
    own, place = passage["span"]["report"], slice(passage["span"]["start"], passage["span"]["end"])
    others = {other["span"]["report"] for other in passages} - {own} if family["n_reports"] <= PAIRWISE_LIMIT else ()
    for other in others: WITH[own].setdefault(other, []).append(place)
    kind, parent = DESCENTS.get((family["id"], passage["id"])) or demand(False, passage["id"] + " has no descent")
    kind = (0, BY_ID[parent]["span"]["report"]) if parent else (PARENTS.index(kind), "")
    FROM[own].setdefault(kind, []).append(place)
def covered(report, places):  # a byte for each of the text: 1 where one of the places is
    bytes_of = bytearray(len(TEXTS[report["text_sha256"]]))
    for place in places: bytes_of[place] = b"\1" * len(bytes_of[place])
    return bytes_of
def in_paragraphs(report, marks): return sum(sum(marks[one["start"]:one["end"]]) for one in report["paragraphs"])
def runs(report):  # of letters and digits that no other report has a passage of: where, and their words
    marked = zip(TEXTS[report["text_sha256"]], covered(report, COPIED[report["id"]]))
    rest = bytes(255 if is_copied else byte for byte, is_copied in marked)  # no UTF-8 text has the byte 255
    return {(block["start"] + run.start(), block["start"] + run.end()): run[0] for block in report["paragraphs"]
            for run in RUN.finditer(rest[block["start"]:block["end"]]) if any(map(str.isalnum, run[0].decode()))}
def check_share(share):
    report, _ = BY_ID[share["report"]], SHARED.update([share["report"]])
    def sizes(places):
        return sorted((key, size) for key in places if (size := in_paragraphs(report, covered(report, places[key]))))
    told = [(one["report"], one["bytes"]) for one in share["with"]], [
        ((PARENTS.index(one["kind"]), one["report"] or ""), one["bytes"]) for one in share["parents"]]
    demand(told == (sizes(WITH[share["report"]]), sizes(FROM[share["report"]])), "it shares other bytes with others")
    if not RUNS: RUNS.update(words for one in RECORDS if one["record"] == "report" for words in set(runs(one).values()))
    new = [place for place, words in runs(report).items() if RUNS[words] == 1]
    demand([(one["start"], one["end"]) for one in share["new"]] == new, "new in it is %s" % new)
def overlap(a, b): return same_report(a, b) and a["start"] < b["end"] and b["start"] < a["end"]
def within(place, places): return any(inside(one, place) for one in places)
def blocks(at, keys=("titles", "paragraphs")): return [dict(one, report=at) for key in keys for one in BY_ID[at][key]]
def check_furniture(line): FURNITURE[line["span"]["report"]].append(line["span"])
def check_story(story):
    parts, _ = story["parts"], TOLD.update(part["report"] for part in story["parts"])
    for part in parts:
        whole = all(part[end] in {one[end] for one in blocks(part["report"])} for end in ("start", "end"))
        demand(whole and not any(overlap(part, line) for line in FURNITURE[part["report"]]), "a part is not of blocks")
    in_order = all((a["report"], a["end"]) <= (b["report"], b["start"]) for a, b in zip(parts, parts[1:]))
    demand(parts and in_order and all(within(term, parts) for term in story["terms"]), "its parts or terms do not fit")
def room(instance):  # the statement that it is, else the title or paragraph where it stands: its words lie there
    keys, span = {"headline": ["titles"], "assertion": ["paragraphs"]}.get(instance["carrier"], []), instance["span"]
    return [one for one in blocks(span["report"], keys) or [BY_ID[instance["statement"]]["span"]] if inside(one, span)]
def check_instance(instance):
    carrier, stance, marker, said = (instance[key] for key in ("carrier", "stance", "marker", "statement"))
    demand(all(within(one, room(instance)) for one in spans_in(instance)), "it or its words stand elsewhere")
    shown = marker or said and (stance == "alleges" or BY_ID[said]["stance"] == "denies")
    demand(bool(said) == (carrier == "statement") and (shown if stance != "affirms" else not marker), "no sign of it")
def check_witnesses(witnesses, *places):  # two, or one, of the family, that the places have words of
    passages = {witnesses[key]: BY_ID[witnesses[key]]["span"] for key in ("here", "there") if witnesses[key]}
    listed = len(passages) == len(places) and passages.keys() <= set(BY_ID[witnesses["family"]]["passages"])
    demand(listed and all(map(overlap, passages.values(), places)), "an instance stands in other witnesses")
def check_origin(origin):
    own, who = {one["instance"] for one in origin["instances"]}, BY_ID[origin["who"]]
    demand(origin["is_by_edit"] != any(one["ground"] in DIRECT for one in origin["instances"]), "it is not by an edit")
    for one in origin["instances"]:
        instance, ground, of = BY_ID[one["instance"]], one["ground"], one["of"] and BY_ID[one["of"]]["span"]
        copied, is_of_other = "copy" in ground or who["id"][0] == "f" and not of, ground in ("copy", "sums-up")
        demand(bool(one["witnesses"]) == copied and one["of"] in (own if is_of_other else [None]), "it lacks a part")
        if copied: check_witnesses(one["witnesses"], instance["span"], *[of] * is_of_other)
        voice = instance["statement"] and (BY_ID[instance["statement"]]["speaker"] or {}).get("voice")
        his = voice or (one["witnesses"]["family"] if copied and who["id"][0] == "f" else instance["span"]["report"])
        fits = {"speaker": voice, "own-text": not instance["statement"], "not-stated": not voice}.get(ground, True)
        if ground == "sums-up": fits = instance["carrier"] == "headline" and same_report(of, instance["span"])
        demand(fits and (is_of_other or his == who["id"]), "an instance of another voice, report or family")
def count(origins, links, counted, but):  # those that are linked may be one, and are one at least
    def has(one, stances): return any(BY_ID[each["instance"]]["stance"] in stances for each in one["instances"])
    kinds = {one["id"]: BY_ID[one["who"]].get("kind") for one in origins if has(one, counted) and not has(one, but)}
    named, groups = {one for one in kinds if kinds[one] not in (None, "unnamed") and not BY_ID[one]["is_by_edit"]}, []
    for one in [one["id"] for one in origins if kinds.get(one["id"]) and not one["is_by_edit"]]:
        alike = [link for link in links if one in link and (link <= named or not link & named)]
        near = [group for group in groups if any(link & group for link in alike)]
        groups = [group for group in groups if group not in near] + [{one}.union(*near)]
    least = sum(bool(group & named) or not any(link & group and link & named for link in links) for group in groups)
    return {"at_least": least, "at_most": len(kinds)}
def check_claim(claim):
    ids, parts = [one["instance"] for one in claim["instances"]], BY_ID[claim["story"]]["parts"]
    LISTED.update(ids + claim["origins"])
    spans, origins = {one: BY_ID[one]["span"] for one in ids}, [BY_ID[one] for one in claim["origins"]]
    carrying, silent = {span["report"] for span in spans.values()}, [one["report"] for one in claim["silences"]]
    counted = [claim["n_instances"], claim["n_reports"], len({origin["who"] for origin in origins})]
    demand(counted == [len(spans), len(carrying), len(origins)], "it counts others, or two of its origins are one")
    demand(all(within(span, parts) for span in spans.values()), "an instance stands outside its story")
    demand(spans.get(claim["plainest"]) == claim["wording"], "its wording is not that of one of its instances")
    shared_out = [one["instance"] for origin in origins for one in origin["instances"]]
    demand(sorted(shared_out) == sorted(ids) == sorted(spans), "its origins have other instances, or it has one twice")
    links = [frozenset([pair["one"], pair["other"]]) for pair in claim["may_be_one"]]
    demand(all(len(link) == 2 and link <= set(claim["origins"]) for link in links), "no two of its origins may be one")
    demand(claim["counts"] == {name: count(origins, links, *of) for name, of in STANCES.items()}, "other origins count")
    demand(sorted([*carrying, *silent]) == sorted({part["report"] for part in parts}), "it is silent in other reports")
    early = [one["report"] for one in claim["silences"] if one["kind"] == "not-applicable"]
    demand(not any(later(one, other) for one in early for other in carrying), "a report was not published before it")
def check_disagreement(one):
    sides = [side["instances"] for side in one["sides"]]
    demand(len(sides) > 1 and all(sides), "it has fewer than two sides, or an empty one")
    members = [(nth, member["words"], BY_ID[member["instance"]]) for nth, side in enumerate(sides) for member in side]
    demand(all(within(words, room(instance)) for _, words, instance in members), "words from elsewhere")
    claims = [BY_ID[claim] for claim in one["claims"] if BY_ID[claim]["story"] == one["story"]]
    own = {instance["id"] for _, _, instance in members}
    carried = [own & {each["instance"] for each in claim["instances"]} for claim in claims]
    demand(all(carried) and own == set().union(*carried) and len(claims) == len(set(one["claims"])), "other claims")
    demand(not any(overlap(a, b) for m, a, _ in members for n, b, _ in members if m < n), "two sides overlap")
def check_place(one):  # a name: of one place, of one of several, or of none that is known
    span, known, taken = one["span"], [*filter(None, [one["place"]]), *one["candidates"]], NAMED[one["span"]["report"]]
    demand(all(within(part, blocks(span["report"])) for part in spans_in(one)), "it or its words stand elsewhere")
    demand(not any(at in taken or taken.add(at) for at in range(span["start"], span["end"])), "it is over another name")
    fits = (len(known) == 1) == bool(one["place"]) and bool(one["precision"]) == bool(one["reasons"]) == bool(known)
    demand(fits and len({each["number"] for each in known}) == len(known), "what is known of it does not hang together")
def check_report(report):
    own, copied = report["id"], covered(report, COPIED[report["id"]])
    size = sum(len(copied[block["start"]:block["end"]]) for block in report["paragraphs"])
    found = {"bytes": len(copied), "paragraph_bytes": size, "copied_bytes": in_paragraphs(report, copied)}
    demand(SHARED[own] == 1 and (not TOLD or own in TOLD or not blocks(own)), "it has no share, two, or no story")
    demand(found == {name: report[name] for name in found}, "it has %s" % found)
def check(record, kind, own):
    if kind in ORDER[1:17]:
        hashed = [record["text_sha256"], record["outlet"], record["url"]] if kind == "report" else record
        demand(own[1:] == sha(canonical(hashed, "id", "name"))[:16], "its identifier does not fit")
        demand(kind == "capture" or LINES[own] == (LISTED[own] if own[0] in "pio" else 1), "it is listed too often")
    for span in spans_in(record):
        found = TEXTS[BY_ID[span["report"]]["text_sha256"]][span["start"]:span["end"]] == span["text"].encode()
        demand(found and span["start"] >= 0 and (span["text"] or own[0] in "ed"), "not in the text: " + span["text"])
    (len if kind in ("passage", "unread", "note") else globals()["check_" + kind])(record)
if len(sys.argv) < 3: sys.exit(print(__doc__) or 2)
codecs.register_error("whatwg", lambda e: (chr(e.object[e.start]) if e.encoding == "charmap" else "\ufffd", e.end))
RECORDS = [json.loads(line) for line in pathlib.Path(sys.argv[1]).read_bytes().splitlines()]
BY_ID, LINES = {record.get("id"): record for record in RECORDS}, Counter(record.get("id") for record in RECORDS)
CAPTURED = Counter(record["original_sha256"] for record in RECORDS if record["record"] == "capture")
UNREAD = {os.path.basename(record["name"]) for record in RECORDS if record["record"] == "unread"}
names = [name for path in sys.argv[2:] for name in glob.glob(glob.escape(path) + "/**", recursive=True) or [path]]
sources = [one for name in names if not os.path.isdir(name) for one in originals(name, pathlib.Path(name).read_bytes())]
FILES, there = {sha(data): data for _, data in sources}, Counter(sha(data) for _, data in sources)
problems = [] if RECORDS and RECORDS[0].get("record") == "account" else ["account: its first record is no header"]
for record in sorted(RECORDS, key=lambda record: (ORDER + [record["record"]]).index(record["record"])):
    try: check(record, record["record"], record.get("id"))
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        problems.append("%s: %s" % (ascii(record.get("id", "account"))[1:-1], ascii(error)))
others = [name for name, data in sources if there[sha(data)] != CAPTURED[sha(data)]]
problems += ["account: source %a is not part of it" % name for name in others if os.path.basename(name) not in UNREAD]
if problems: sys.exit(print(*problems, "failed: %d problems" % len(problems), sep="\n") or 1)
taken = sum(record["record"] == "report" and record["text"] is not None for record in RECORDS)
print("verified: %s; texts taken from the account: %d, sources unread: %d" % (RECORDS[0]["digest"], taken, len(others)))
