#!/usr/bin/env python3
"""Compares what clauselint reads out of Word files with what pandoc and LibreOffice read.

reading.py CLAUSELINT [SHARED] [--all] [--only TEXT] [--differences N]

CLAUSELINT is the program; SHARED the folder with the corpora (default: $CLAUSELINT_SHARED, else ../../../shared). Three checks:

  words   each file of corpora/docx-corpus, its words against expected/pandoc-accept, expected/libreoffice and, in the original
          view, expected/pandoc-reject. Each file that differs is listed with its first difference (--differences: the first N)
  limits  each of those files is read or refused with a reason: no crash, none over 2 s or 512 MB
  labels  the automatic labels of corpora/contracts-docx against corpora/contracts-docx/labels

--only keeps the files whose name holds TEXT, --all lists the equal ones too. Exit: 0 when all files were read or refused within the
limits, 1 when not, 77 when there is nothing to compare. Differences of words are for people to judge and fail nothing.
"""
import argparse, collections, concurrent.futures, csv, difflib, itertools, json, multiprocessing, os, signal, subprocess, sys
import tempfile, threading, time
from pathlib import Path

from reading_differences import differences
from reading_words import Features, office_reading, our_reading, pandoc_reading, word_characters

SECONDS, MEGABYTES = 2.0, 512
PROCESSES = 2
REFUSED = 3  # exit code of a draft that could not be read


class Outcome:
    """One run of `clauselint text`: its lines, or the reason it gave, and what it took."""

    def __init__(self, program, path, view="final"):
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            begun = time.monotonic()
            command = [program, "text", "--format", "jsonl", "--view", view, str(path)]
            process = subprocess.Popen(command, stdout=out, stderr=err, stdin=subprocess.DEVNULL)
            killer = threading.Timer(60, process.kill)
            killer.start()
            _, status, usage = os.wait4(process.pid, 0)
            killer.cancel()
            process.returncode = os.waitstatus_to_exitcode(status)
            self.seconds = time.monotonic() - begun
            self.megabytes = usage.ru_maxrss / 1024
            self.code = process.returncode
            out.seek(0)
            err.seek(0)
            self.lines = out.read().decode("utf-8", "replace").split("\n")[:-1] if self.code == 0 else []
            self.reason = err.read().decode("utf-8", "replace").strip()

    def paragraphs(self):
        return [json.loads(line) for line in self.lines[:-1]]

    def notes(self):
        return json.loads(self.lines[-1])["notes"] if self.lines else []

    def fault(self):
        """Why the run is not as promised, or nothing."""
        if self.code < 0:
            return f"killed by {signal.Signals(-self.code).name}"
        if self.code not in (0, REFUSED):
            return f"exit {self.code}: {self.reason}"
        if self.code == REFUSED and len(self.reason.splitlines()) != 1:
            return f"refused without one line of reason: {self.reason!r}"
        if self.seconds > SECONDS:
            return f"{self.seconds:.1f} s"
        return f"{self.megabytes:.0f} MB" if self.megabytes > MEGABYTES else ""


def run_all(program, paths, view="final"):
    # Small processes of their own: the kernel counts the memory of whoever starts a program into the program's peak.
    with concurrent.futures.ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as pool:
        return dict(zip(paths, pool.map(Outcome, itertools.repeat(program), paths, itertools.repeat(view))))


def expected_of(corpus, reader, name):
    path = corpus / "expected" / reader / (name + ".txt")
    return path.read_text("utf-8", "replace") if path.exists() else None


def compare_words(corpus, outcomes, reader, make, options):
    """Prints the files of one reader that differ, and the totals."""
    print(f"\n== words against {reader}")
    equal = no_oracle = 0
    differing, ours_only, theirs_only = [], [], []
    kinds = collections.Counter()
    for name, outcome in outcomes.items():
        theirs = expected_of(corpus, reader, name)
        if theirs is None or outcome.code != 0:
            if theirs is not None or outcome.code == 0:
                (ours_only if theirs is None else theirs_only).append(name)
            continue
        features = Features(corpus / name)
        if reader == "libreoffice" and features.deletes:  # its text shows what was deleted too
            no_oracle += 1
            continue
        if reader == "libreoffice":
            ours = our_reading(outcome.paragraphs(), features.frames)
        else:
            ours = our_reading(outcome.paragraphs(), features.metadata, "[TABLE]" in theirs, features.lost)
        found = differences(ours, make(theirs, features), features.before_notes if reader == "libreoffice" else ())
        equal += not found
        if found:
            notes = ", ".join(f"{n['what']} {n['count']}" for n in outcome.notes())
            differing.append(name)
            print(f"{name}: {len(found)} [{', '.join(features.found)}] not read: {notes or 'nothing'}")
        elif options.all:
            print(f"{name}: equal")
        for difference in found[:options.differences]:
            print(f"    {difference}")
        kinds.update(d.kind() for d in found)
    read = equal + len(differing)
    print(f"{reader}: {equal} of {read} equal ({100 * equal / max(read, 1):.1f} %), {no_oracle} not comparable")
    for who, names in (("us", ours_only), ("it", theirs_only)):
        print(f"  read by {who} alone: {len(names)} {', '.join(names)}")
    print("  differences: " + (", ".join(f"{kind} {n}" for kind, n in kinds.most_common()) or "none"))
    return differing


def check_limits(outcomes):
    print("\n== limits")
    read = sum(o.code == 0 for o in outcomes.values())
    faults = {name: o.fault() for name, o in outcomes.items() if o.fault()}
    refused = {name: o.reason for name, o in outcomes.items() if o.code == REFUSED}
    for name, reason in refused.items():
        print(f"refused {name}: {reason.split(': ', 2)[-1]}")
    for name, fault in faults.items():
        print(f"FAIL {name}: {fault}")
    for unit, of in (("seconds", lambda o: o.seconds), ("megabytes", lambda o: o.megabytes)):
        worst = sorted(outcomes.items(), key=lambda item: -of(item[1]))[:5]
        print(f"most {unit}: " + ", ".join(f"{name} {of(o):.2f}" for name, o in worst))
    print(f"{len(outcomes)} files: {read} read, {len(refused)} refused with a reason, {len(faults)} failed")
    return not faults


def labels_of(path):
    """Lines of depth, level, label, style, text; a bullet is a label without letter or digit."""
    rows = [line.split("\t") for line in path.read_text("utf-8", "replace").splitlines()]
    return [row[2].strip() for row in rows if len(row) > 2 and word_characters(row[2])]


def compare_labels(program, contracts):
    print("\n== labels of contracts against LibreOffice")
    files = {path: contracts / "labels" / path.parent.name / (path.name + ".labels.tsv")
             for path in sorted(contracts.rglob("*.docx"))}
    outcomes = run_all(program, [path for path, labels in files.items() if labels.exists()])
    total = same = 0
    for path, outcome in outcomes.items():
        ours = [p["label"] for p in outcome.paragraphs() if p["story"] == "body" and p["label"]]
        theirs = labels_of(files[path])
        total += max(len(ours), len(theirs))
        for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
            same += i2 - i1 if tag == "equal" else 0
            if tag != "equal":
                print(f"{path.name}: ours {ours[i1:i2][:6]}, theirs {theirs[j1:j2][:6]}")
    print(f"labels: {same} of {total} equal ({100 * same / max(total, 1):.2f} %) in {len(outcomes)} contracts")
    return check_limits(outcomes)


def main():
    here = Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("shared", nargs="?", default=os.environ.get("CLAUSELINT_SHARED", here / "../../../shared"))
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--differences", type=int, default=1)
    options = parser.parse_args()
    corpus = Path(options.shared) / "corpora/docx-corpus"
    contracts = Path(options.shared) / "corpora/contracts-docx"
    if not (corpus / "manifest.csv").exists():
        print(f"SKIPPED: no corpus at {corpus} (set CLAUSELINT_SHARED)")
        return 77
    with open(corpus / "manifest.csv", newline="", encoding="utf-8") as manifest:
        names = [row["file"] for row in csv.DictReader(manifest) if options.only in row["file"]]

    def run_named(some, view):
        made = run_all(options.program, [corpus / name for name in some], view)
        return {name: made[corpus / name] for name in some}

    outcomes = run_named(names, "final")
    unlike_pandoc = compare_words(corpus, outcomes, "pandoc-accept", pandoc_reading, options)
    unlike_office = compare_words(corpus, outcomes, "libreoffice", office_reading, options)
    neither = [name for name in unlike_pandoc if name in unlike_office]
    print(f"\nunlike both: {len(neither)} {', '.join(neither)}")
    tracked = [name for name in names if expected_of(corpus, "pandoc-reject", name) is not None]
    compare_words(corpus, run_named(tracked, "original"), "pandoc-reject", pandoc_reading, options)
    within = check_limits(outcomes)
    return 0 if compare_labels(options.program, contracts) and within else 1


if __name__ == "__main__":
    sys.exit(main())
