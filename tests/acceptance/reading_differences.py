"""Where two readings of a document differ (see reading_words.py): both are gone through together, and what one may lack is
left out where they part."""

from reading_words import NEAR


def common(a, p, b, q):
    """How many characters are the same from a[p] and b[q] on."""
    step, size = 64, 0
    while a[p + size:p + size + step] == b[q + size:q + size + step]:
        got = len(a[p + size:p + size + step])
        size += got
        if got < step:
            return size
        step *= 2
    while step > 1:
        step //= 2
        if a[p + size:p + size + step] == b[q + size:q + size + step] and len(a[p + size:p + size + step]) == step:
            size += step
    return size


def roman(n):
    made = ""
    for value, letters in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while n >= value:
            made, n = made + letters, n - value
    return made


def marks_at(text, q, marks, before):
    """The marks of notes that may stand at `q` when `marks` are the next ones: (place after it, next marks). Marks that an author
    typed count without being printed, and formats that LibreOffice does not know are printed as 0. `before` are the words before
    the notes of the document; a mark may follow another."""
    foot, end, after = marks
    if text[max(0, q - NEAR):q] not in before and q != after:
        return
    for size in (1, 2, 3):
        digits = text[q:q + size]
        if len(digits) == size and digits.isdecimal() and (foot <= int(digits) <= foot + 5 or digits == "0"):
            yield q + size, (max(foot, int(digits) + 1), end, q + size)
    if text.startswith(roman(end), q):
        after = q + len(roman(end))
        yield after, (foot, end + 1, after)


def skips_from(ours, theirs, p, q, marks, before):
    """Where both may go on when what one may lack is left out: (p, q, marks passed), nearest first."""
    seen, states = {(p, q)}, [(p, q, marks)]
    for p0, q0, m in states:
        if len(states) > 200:
            break
        after = [(end, q0, m) for end in ours.skips.get(p0, ())]
        after += [(p0, end, m) for end in theirs.skips.get(q0, ()) if (q0, end) not in theirs.labels or p0 in ours.labelled]
        after += [(p0, q1, passed) for q1, passed in marks_at(theirs.text, q0, m, before)]
        for state in after:
            if state[:2] not in seen:
                seen.add(state[:2])
                states.append(state)
    return states[1:]


def resume(ours, theirs, p, q, matched, marks, before):
    """The best place to go on after a mismatch by leaving out what may be left out; None when there is none."""
    best = None
    for back in range(min(matched, 40) + 1):
        if back and not (p - back in ours.skips or q - back in theirs.skips or before):
            continue
        for p1, q1, m in skips_from(ours, theirs, p - back, q - back, marks, before):
            size = common(ours.text, p1, theirs.text, q1)
            ended = p1 + size == len(ours.text) and q1 + size == len(theirs.text)
            gain = size - back
            if (gain >= 1 or ended) and (best is None or size > best[0]):
                best = (size if not ended else 1 << 30, p1, q1, m)
        if best and best[0] >= 24:
            break
    return best and best[1:]


def realign(a, p, b, q):
    """The nearest places from which both go on alike again."""
    for reach, size in ((300, 8), (5000, 12), (60000, 20)):
        places = {}
        window = a[p:p + reach + size]
        for i in range(len(window) - size + 1):
            places.setdefault(window[i:i + size], i)
        best = None
        for j in range(min(reach, max(0, len(b) - q - size + 1))):
            i = places.get(b[q + j:q + j + size])
            if i is not None and (best is None or i + j < best[0]):
                best = (i + j, p + i, q + j)
            if best and j > best[0]:
                break
        if best:
            return best[1:]
    return len(a), len(b)


class Difference:
    def __init__(self, ours, theirs, p, q, p1, q1):
        self.ours, self.theirs = ours.text[p:p1], theirs.text[q:q1]
        self.before, self.after = ours.text[max(0, p - 25):p], theirs.text[q1:q1 + 15]

    def kind(self):
        return "missing in ours" if not self.ours else "missing in theirs" if not self.theirs else "other words"

    def __str__(self):
        short = lambda x: x if len(x) <= 60 else f"{x[:40]}…({len(x)})…{x[-10:]}"
        return f"…{self.before} ‹ours: {short(self.ours)} | theirs: {short(self.theirs)}› {self.after}…"


def differences(ours, theirs, before_notes=frozenset(), most=40):
    """Where the readings differ, at most `most` places; empty when they have the same words. After the words `before_notes` the
    other side may print the number of a note."""
    found, p, q, matched = [], 0, 0, 0
    marks = (1, 1, -1)
    while len(found) < most:
        size = common(ours.text, p, theirs.text, q)
        p, q, matched = p + size, q + size, matched + size
        if p == len(ours.text) and q == len(theirs.text):
            break
        on = resume(ours, theirs, p, q, matched, marks, before_notes)
        if on:
            p, q, marks = on
            matched = 0
            continue
        p1, q1 = realign(ours.text, p, theirs.text, q)
        found.append(Difference(ours, theirs, p, q, p1, q1))
        p, q, matched = p1, q1, 0
    return found
