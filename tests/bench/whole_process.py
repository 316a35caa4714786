#!/usr/bin/env python3
"""Whole processes side by side: whole_process.py [--rules N] CLAUSELINT FILE.docx...

For each file, `clauselint check`, `unzip -p` and `pandoc -t plain` run in turn, round after round, so that whatever else
the machine does falls on all three. With --rules, N rules that look for words of these files are asked too, alone and
beside the default packs. Told are the medians, the ratio to each, and where valgrind is installed the
instructions executed, which do not depend on what else the machine does.
"""
import argparse
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time

from rules import PACK, RULE, words_of, write

ROUNDS = 25
QUIET = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def milliseconds(command):
    start = time.perf_counter()
    subprocess.run(command, **QUIET)
    return (time.perf_counter() - start) * 1000


def medians(commands):
    """The median time of each command, by name; the first round only warms the caches."""
    times = {name: [] for name in commands}
    for turn in range(ROUNDS + 1):
        for name, command in commands.items():
            taken = milliseconds(command)
            if turn:
                times[name].append(taken)
    return {name: statistics.median(taken) for name, taken in times.items()}


def million_instructions(command):
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    told = subprocess.run(valgrind + command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True).stderr
    found = re.search(r"Collected\s*:\s*(\d+)", told)
    return int(found[1]) / 1e6 if found else float("nan")


def pack_of(program, files, count, folder):
    """A pack of `count` rules whose words stand in the files, or would stand beside them."""
    told = subprocess.run([program, "text", *files], stdout=subprocess.PIPE).stdout
    words = words_of(told, "en", count)
    words += [f"{words[i % len(words)]} {words[i // len(words)]}" for i in range(count - len(words))]
    rules = "".join(RULE.format(i=i, language="en", words=w, other="nothing") for i, w in enumerate(words))
    return write(os.path.join(folder, "bench.yaml"), PACK.format(rules=rules))


def compare(program, file, pack):
    ours = [program, "check", "--fail-on", "never", file]
    commands = {"check": ours, "unzip": ["unzip", "-p", file]}
    if pack:
        commands["pack"] = [*ours, "--no-default-packs", "--pack", pack]
        commands["both"] = [*ours, "--pack", pack]
    if shutil.which("pandoc"):
        commands["pandoc"] = ["pandoc", "-t", "plain", file]
    taken = medians(commands)
    print(f"{file}")
    for name, median in taken.items():
        print(f"  {name:8}{median:9.2f} ms   {median / taken['unzip']:6.2f} times unzip -p")
    if shutil.which("valgrind"):
        counts = {name: million_instructions(command) for name, command in commands.items() if name != "pandoc"}
        print("  instructions, millions: " + ", ".join(f"{name} {count:.1f}" for name, count in counts.items()))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rules", type=int, default=0)
    arguments.add_argument("clauselint")
    arguments.add_argument("files", nargs="+")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pack = pack_of(given.clauselint, given.files, given.rules, folder) if given.rules else None
        for file in given.files:
            compare(given.clauselint, file, pack)


if __name__ == "__main__":
    main()
