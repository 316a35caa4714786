#!/usr/bin/env python3
"""What rules cost: rules.py CLAUSELINT FOLDER...

Reads the text files of the folders into 5 MB of English and 5 MB of Chinese, and asks 100, 300, 1,000 and 3,000 rules of
each. A rule looks for words that stand in the text once or more (pairs of English words, four Chinese characters), so
that matches have to be confirmed too. Beside it `grep -E -f` and, where it is installed, `rg -f` look for the same words
in the same file; they only count lines, where clauselint also reads, finds clauses and values and reports. The programs
take turns, and the least time of some rounds is told, with the peak memory and the slope over rules (1.0 is linear).
"""
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

from growth import slope

SIZE = 5_000_000  # bytes
COUNTS = [100, 300, 1000, 3000]
ROUNDS = 5

PACK = """pack: bench
version: 0.1.0
title: {{en: Bench, zh: 测}}
rules:
{rules}"""
RULE = """  - id: bench-{i}
    title: {{en: "Bench {i}", zh: "测{i}"}}
    dimension: warranty-cost
    severity: low
    when: {{mentions: {{{language}: ["{words}"]}}}}
    message: {{en: "Bench", zh: "测"}}
    why: {{en: "Bench", zh: "测"}}
    examples:
      - fires: {{{language}: "{words}"}}
      - passes: {{{language}: "{other}"}}
"""


def texts_in(folders):
    english, chinese = [], []
    for folder in folders:
        for root, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                if not name.endswith(".txt"):
                    continue
                with open(os.path.join(root, name), encoding="utf-8", errors="ignore") as file:
                    text = file.read()
                han = len(re.findall("[一-鿿]", text))
                (chinese if han * 4 > len(text) else english).append(text)
    return "\n".join(english), "\n".join(chinese)


def filled(text):
    """The text, repeated until it is large enough, cut at the end of a line."""
    data = text.encode()
    data = (data * (SIZE // max(1, len(data)) + 1))[:SIZE]
    return data[: data.rfind(b"\n") + 1]


def words_of(text, language, count):
    pattern = r"\b[a-z]{4,} [a-z]{4,}\b" if language == "en" else "[一-鿿]{4}"
    found = sorted(set(re.findall(pattern, text.decode(errors="ignore"))))
    random.Random(7).shuffle(found)
    return found[:count]


# A child's peak counts the pages of the process that started it, so a small one starts it.
STARTER = """import os, resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"""


def measured(command):
    """Seconds and peak memory in MiB; a peak below that of the starter, some 10 MiB, is told as that."""
    told = subprocess.run([sys.executable, "-S", "-c", STARTER, *command], stdout=subprocess.PIPE, text=True).stdout
    seconds, peak = map(float, told.split())
    return seconds, peak


def write(path, data):
    with open(path, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())
    return path


def compare(program, work, language, text):
    file = write(os.path.join(work, f"{language}.txt"), filled(text))
    words = words_of(filled(text), language, max(COUNTS))
    print(f"{language}: {os.path.getsize(file):,} bytes")
    points = []
    for count in COUNTS:
        mine = words[:count]
        other = "nothing" if language == "en" else "无"
        rules = "".join(RULE.format(i=i, language=language, words=w, other=other) for i, w in enumerate(mine))
        pack = write(os.path.join(work, f"{language}-{count}.yaml"), PACK.format(rules=rules))
        patterns = write(os.path.join(work, f"{language}-{count}.patterns"), "\n".join(mine) + "\n")
        commands = {"clauselint": [program, "scan", "-j", "1", "--no-default-packs", "--pack", pack, file],
                    "grep": ["grep", "-c", "-a", "-i", "-E", "-f", patterns, file]}
        if shutil.which("rg"):
            commands["rg"] = ["rg", "-c", "-a", "-i", "-f", patterns, file]
        taken = {name: (math.inf, 0) for name in commands}
        for turn in range(ROUNDS):
            for name, command in commands.items():
                seconds, peak = measured(command)
                if turn or name != "clauselint":  # the first run compiles the pack and keeps it
                    taken[name] = (min(taken[name][0], seconds), max(taken[name][1], peak))
        points.append((count, taken["clauselint"][0]))
        told = [f"{name} {seconds * 1000:6.0f} ms {peak:4.0f} MiB" for name, (seconds, peak) in taken.items()]
        print(f"  {count:>5,} rules   " + "   ".join(told))
    print(f"  slope over rules {slope(points):.2f}")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__.splitlines()[0])
    english, chinese = texts_in(sys.argv[2:])
    with tempfile.TemporaryDirectory() as work:
        os.environ |= {"XDG_CACHE_HOME": os.path.join(work, "cache"), "LC_ALL": "C.UTF-8"}
        for language, text in (("en", english), ("zh", chinese)):
            if text:
                compare(sys.argv[1], work, language, text)


if __name__ == "__main__":
    main()
