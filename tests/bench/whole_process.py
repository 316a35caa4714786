#!/usr/bin/env python3
"""Whole processes side by side: whole_process.py CLAUSELINT FILE.docx...

For each file, `clauselint check`, `unzip -p` and `pandoc -t plain` run in turn, round after round, so that whatever else
the machine does falls on all three. Told are the medians, the ratio to each, and where valgrind is installed the
instructions executed, which do not depend on what else the machine does.
"""
import re
import shutil
import statistics
import subprocess
import sys
import time

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


def compare(program, file):
    ours = [program, "check", "--fail-on", "never", file]
    commands = {"check": ours, "unzip": ["unzip", "-p", file]}
    if shutil.which("pandoc"):
        commands["pandoc"] = ["pandoc", "-t", "plain", file]
    taken = medians(commands)
    print(f"{file}")
    for name, median in taken.items():
        ratio = "" if name == "check" else f"   check takes {taken['check'] / median:.2f} of it"
        print(f"  {name:8}{median:9.2f} ms{ratio}")
    if shutil.which("valgrind"):
        counts = {name: million_instructions(commands[name]) for name in ("check", "unzip")}
        print(f"  instructions, millions: check {counts['check']:.1f}, unzip {counts['unzip']:.1f}")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__.splitlines()[0])
    for file in sys.argv[2:]:
        compare(sys.argv[1], file)


if __name__ == "__main__":
    main()
