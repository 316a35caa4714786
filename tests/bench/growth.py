#!/usr/bin/env python3
"""How time and memory grow: growth.py CLAUSELINT [DRAFT.md]

Three series, each doubling: the size of one draft, the number of drafts in a scan, the number of rules. Told for each
point are the least time of some runs and the peak memory; for the series the slope of a log-log fit (1.0 is linear)
over the points that are not mere start-up. The draft is repeated to make the sizes; default: the service template.
"""
import math
import os
import subprocess
import sys
import tempfile
import time

RUNS = 3
STARTUP_SHARE = 0.5  # points whose time is mostly start-up say nothing about growth


def measured(command):
    """The least time in seconds, and the greatest peak memory in MiB, of some runs."""
    best, peak = math.inf, 0
    for _ in range(RUNS):
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(child.pid, 0)
        best = min(best, time.perf_counter() - start)
        peak = max(peak, usage.ru_maxrss / 1024)
    return best, peak


def slope(points):
    xs = [math.log(x) for x, _ in points]
    ys = [math.log(y) for _, y in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / sum((x - mean_x) ** 2 for x in xs)


def series(title, unit, sizes, command_for):
    print(title)
    points = []
    for size in sizes:
        seconds, peak = measured(command_for(size))
        points.append((size, seconds))
        print(f"  {size:>12,} {unit:10} {seconds * 1000:10.1f} ms {peak:8.0f} MiB")
    startup = points[0][1]
    telling = [point for point in points if point[1] * STARTUP_SHARE >= startup]
    print(f"  slope {slope(telling):.2f} over {len(telling)} points" if len(telling) > 2 else "  start-up throughout")


def repeated(text, size):
    return (text * (size // len(text) + 1))[:size].rsplit("\n", 1)[0] + "\n"


PACK = """pack: growth
version: 0.1.0
title: {{en: Growth, zh: 增长}}
rules:
{rules}"""

# Words that stand in no contract, so that the series shows what a rule costs that has nothing to say.
RULE = """  - id: growth-{i}
    title: {{en: "Growth {i}", zh: "增长{i}"}}
    dimension: warranty-cost
    severity: low
    when: {{mentions: {{en: ["{word} ... (shall|must) <duration>"], zh: ["{han}"]}}}}
    message: {{en: "Growth", zh: "增长"}}
    why: {{en: "Growth", zh: "增长"}}
    examples:
      - fires: {{en: "The {word} party shall 3 days.", zh: "{han}"}}
      - passes: {{en: "Nothing.", zh: "无"}}
"""


def word_for(number):
    """A word of letters only, different for each number."""
    word = "zq"
    while True:
        word += chr(ord("a") + number % 26)
        number //= 26
        if number == 0:
            return word


def han_for(number):
    return "龘" + chr(0x4E00 + number % 5000) + "齉"


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__.splitlines()[0])
    program = sys.argv[1]
    default = os.path.join(os.path.dirname(__file__), "..", "..", "samples", "service-template", "draft.md")
    with open(sys.argv[2] if len(sys.argv) == 3 else default, encoding="utf-8") as file:
        text = file.read()
    with tempfile.TemporaryDirectory() as work:

        def draft_of(size):
            return [program, "scan", "-j", "1", write(os.path.join(work, f"{size}.md"), repeated(text, size))]

        def folder_of(count):
            folder = os.path.join(work, f"folder-{count}")
            os.mkdir(folder)
            for i in range(count):
                write(os.path.join(folder, f"{i}.md"), text)
            return [program, "scan", "-j", "1", folder]

        def rules_of(count):
            rules = "".join(RULE.format(i=i, word=word_for(i), han=han_for(i)) for i in range(count))
            pack = write(os.path.join(work, f"{count}.yaml"), PACK.format(rules=rules))
            draft = write(os.path.join(work, "draft.md"), text)
            return [program, "scan", "-j", "1", "--pack", pack, draft]

        series("One draft", "bytes", [10_000 * 4**i for i in range(7)], draft_of)
        series("A scan", "drafts", [100 * 2**i for i in range(6)], folder_of)
        series("Rules of a further pack", "rules", [100, 200, 400, 800, 1600, 3200], rules_of)


if __name__ == "__main__":
    main()
