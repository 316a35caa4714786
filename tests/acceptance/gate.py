#!/usr/bin/env python3
"""Judges marked Word files by readers and validators that are not ours.

gate.py PAIRS WORK     PAIRS: one line a document, INPUT<tab>OUTPUT<tab>AUTHOR; WORK: a folder for what is written.

Needs docx-gate under $CLAUSELINT_SHARED; uses pandoc, soffice, xmllint and the Open XML SDK ($OOXML_VALIDATE) where
they are there, and says which are not. Prints a table and totals; exit 1 when a check failed, 77 when none could run.
"""
import json, os, re, shutil, struct, subprocess, sys, zipfile

NAMES = ["zip", "xsd", "sdk", "pandoc-", "pandoc+", "office-", "office+"]


def records(path):
    """Every member's local record (header and data) and central fields, raw, in order."""
    data = open(path, "rb").read()
    with zipfile.ZipFile(path) as archive:
        infos = archive.infolist()
        begins = sorted(i.header_offset for i in infos) + [archive.start_dir]
        found = []
        for info in infos:
            end = next(b for b in begins if b > info.header_offset)
            central = (info.filename, info.flag_bits, info.CRC, info.compress_size, info.file_size, info.date_time,
                       info.compress_type, info.extra, info.comment, info.external_attr, info.create_version,
                       info.extract_version)
            found.append((info.filename, central, data[info.header_offset:end], info.header_offset))
        return found, archive.comment


def check_zip(source, marked, main):
    """All members but those that mark-up writes are the same bytes, in the same order."""
    before, comment_before = records(source)
    after, comment_after = records(marked)
    if comment_before != comment_after:
        return "archive comment"
    if [r[0] for r in after][:len(before)] != [r[0] for r in before]:
        return "order of members"
    if sorted(range(len(before)), key=lambda i: before[i][3]) != \
            [i for i in sorted(range(len(after)), key=lambda i: after[i][3]) if i < len(before)]:
        return "order of records"
    writes = re.compile(r"(comments\d*\.xml|\.rels|\[Content_Types\]\.xml)$")
    for old, new in zip(before, after):
        if old[0] != main and not writes.search(old[0]) and old[1:3] != new[1:3]:
            return "changed " + old[0]
    for extra in after[len(before):]:
        if not writes.search(extra[0]):
            return "added " + extra[0]
    return first_damage(marked) if not first_damage(source) else ""


def first_damage(path):
    try:
        return zipfile.ZipFile(path).testzip() or ""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        return str(error)


def main_part(path):
    with zipfile.ZipFile(path) as archive:
        for relation in re.findall(rb"<(?:\w+:)?Relationship\b[^>]*>", archive.read("_rels/.rels")):
            if re.search(rb'Type="[^"]*/officeDocument"', relation):
                return re.search(rb'Target="/?([^"]*)"', relation).group(1).decode()
    return "word/document.xml"


def accepted(marked, out, author):
    """A copy in which the changes of one author have been made, by plain text replacement; damaged members are left out."""
    main = main_part(marked)
    with zipfile.ZipFile(marked) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            try:
                data = source.read(info.filename)
            except zipfile.BadZipFile:
                continue
            if info.filename == main:
                mine = rb'[^<>]*:author="' + re.escape(author.encode()) + rb'"[^<>]*>'
                mark = rb'[^<>]*:author="' + re.escape(author.encode()) + rb'"[^<>]*/>'
                data = re.sub(rb"<(?:\w+:)?ins " + mark, b"", data)  # of a paragraph
                data = re.sub(rb"<(\w+:)?pPrChange " + mine + rb".*?</\1?pPrChange>", b"", data, flags=re.S)
                data = re.sub(rb"<(\w+:)?del " + mine + rb".*?</\1?del>", b"", data, flags=re.S)
                data = re.sub(rb"<(\w+:)?ins " + mine + rb"(.*?)</\1?ins>", rb"\2", data, flags=re.S)
            target.writestr(info.filename, data)


def spread(marked, out, author):
    """A copy for LibreOffice in which each change has a day of its own: it takes an insertion at the end of one
    paragraph and one at the start of the next, by one author and within a minute or so, for a single insertion that holds the
    paragraph mark, and joins the two paragraphs when that is rejected."""
    main = main_part(marked)
    day = iter(range(1 << 30))

    def date(match):
        n = next(day)
        return match.group(1) + b'w:date="%04d-%02d-%02dT00:00:00Z"' % (1980 + n // 336 % 100, n // 28 % 12 + 1, n % 28 + 1)

    with zipfile.ZipFile(marked) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            try:
                data = source.read(info.filename)
            except zipfile.BadZipFile:
                continue
            if info.filename == main:
                mine = rb'(<w:(?:ins|del) w:id="\d+" w:author="' + re.escape(author.encode()) + rb'" )w:date="[^"]*"'
                data = re.sub(mine, date, data)
            target.writestr(info.filename, data)


def pandoc(path, mode):
    return subprocess.run(["pandoc", "-f", "docx", "--track-changes=" + mode, "-t", "plain", "--wrap=none", path],
                          capture_output=True, timeout=600).stdout


def first_difference(a, b):
    for x, y in zip(a.splitlines(), b.splitlines()):
        if x != y:
            at = next((i for i in range(min(len(x), len(y))) if x[i:i + 1] != y[i:i + 1]), min(len(x), len(y)))
            show = lambda line: line[max(0, at - 20):at + 40].decode("utf-8", "replace")
            return "‹%s› became ‹%s›" % (show(x), show(y))
    return "%d lines became %d" % (a.count(b"\n"), b.count(b"\n"))


def same(a, b):
    """Equal but for white space: a split run may not change a word, and layout is not what is asked."""
    return "" if a.split() == b.split() else first_difference(a, b)


def xsd_findings(gate, path, part):
    out = subprocess.run([os.path.join(gate, "check_xsd.sh"), path, part], capture_output=True, text=True)
    return {re.sub(r"^\s*\d+\s*", "", line) for line in out.stdout.splitlines()}


def sdk_findings(gate, paths):
    found = {}
    for start in range(0, len(paths), 20):
        out = subprocess.run(["node", os.path.join(gate, "sdk_validate.mjs")] + paths[start:start + 20],
                             capture_output=True, text=True)
        for line in out.stdout.splitlines():
            entry = json.loads(line)
            found[entry["file"]] = set(entry.get("errors", [entry.get("fail")]))
    return found


def office_texts(gate, paths, work):
    """{path: {accept: text, reject: text}} as LibreOffice writes them; a path it could not open is missing."""
    out = subprocess.run(["/usr/bin/python3", os.path.join(gate, "accept_reject.py"), work] + paths,
                         capture_output=True, text=True)
    texts = {}
    for line in out.stdout.splitlines():
        number, mode, state = line.split()[:3]
        if state == "ok":
            name = os.path.join(work, "%04d.%s.txt" % (int(number), mode))
            texts.setdefault(paths[int(number)], {})[mode] = open(name, "rb").read()
    return texts


def main():
    pairs = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8") if line.strip()]
    work = sys.argv[2]
    os.makedirs(work, exist_ok=True)
    gate = os.path.join(os.environ.get("CLAUSELINT_SHARED", ""), "docx-gate")
    have = {"zip": True, "xsd": os.path.isdir(gate) and shutil.which("xmllint"),
            "sdk": os.path.isdir(gate) and os.environ.get("OOXML_VALIDATE") and shutil.which("node"),
            "pandoc": shutil.which("pandoc"), "office": os.path.isdir(gate) and shutil.which("soffice")}
    for tool, there in have.items():
        if not there:
            print("SKIPPED: no %s, its checks are not made" % tool)
    changed = [p for p in pairs if open(p[0], "rb").read() != open(p[1], "rb").read()]
    print("%d documents, %d of them marked" % (len(pairs), len(changed)))
    made, apart = {}, {}
    for number, (_, marked, author) in enumerate(changed):
        made[marked] = os.path.join(work, "accepted-%d.docx" % number)
        accepted(marked, made[marked], author)
        apart[marked] = os.path.join(work, "spread-%d.docx" % number)
        spread(marked, apart[marked], author)
    everything = [p[0] for p in changed] + list(apart.values()) + list(made.values())
    sdk = sdk_findings(gate, [p[0] for p in changed] + [p[1] for p in changed]) if have["sdk"] else {}
    office = office_texts(gate, everything, os.path.join(work, "office")) if have["office"] else {}

    failures = {name: 0 for name in NAMES}
    for source, marked, _ in changed:
        main_name = main_part(source)
        faults = {"zip": check_zip(source, marked, main_name)}
        if have["xsd"]:
            new = xsd_findings(gate, marked, main_name) - xsd_findings(gate, source, main_name)
            folder = os.path.dirname(main_name)
            comments = [n for n in zipfile.ZipFile(marked).namelist() if re.match(folder + r"/comments\d*\.xml$", n)]
            for part in comments:
                old = xsd_findings(gate, source, part) if part in zipfile.ZipFile(source).namelist() else set()
                new |= xsd_findings(gate, marked, part) - old
            faults["xsd"] = "; ".join(sorted(new))[:300]
        if have["sdk"]:
            faults["sdk"] = "; ".join(sorted(str(x) for x in sdk.get(marked, {"no answer"}) - sdk.get(source, set())))[:300]
        if have["pandoc"]:
            faults["pandoc-"] = same(pandoc(source, "reject"), pandoc(marked, "reject"))
            faults["pandoc+"] = same(pandoc(made[marked], "accept"), pandoc(marked, "accept"))
        if have["office"]:
            if source in office:
                texts = office.get(apart[marked], {})
                faults["office-"] = same(office[source].get("reject", b""), texts["reject"]) if "reject" in texts else "not opened"
                faults["office+"] = same(office.get(made[marked], {}).get("accept", b""), texts["accept"]) if "accept" in texts else "not opened"
        row = " ".join("%s:%s" % (n, "FAIL" if faults.get(n) else "ok" if n in faults else "-") for n in NAMES)
        print("%s  %s" % (row, os.path.basename(source)))
        for name, fault in faults.items():
            if fault:
                failures[name] += 1
                print("    %s: %s" % (name, fault))
    print("TOTAL %d marked documents: %s" % (len(changed), ", ".join("%s %d failed" % x for x in failures.items())))
    return 1 if any(failures.values()) else 0


sys.exit(main())
