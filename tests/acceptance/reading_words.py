"""The words of a document as three programs read them, and where two such readings differ.

A reading is a string of word characters (letters, digits, Han, percent and currency signs) without case, white space or
punctuation, in order, and the spans of it that the other reader may lack: labels, text boxes, notes' marks, alternative
texts of pictures. Everything else must be there on both sides, in the same order.
"""
import html, re, unicodedata, zipfile

SIGNS = "%‰§°"
NEAR = 6  # characters that tell the place of a note
LABEL = r"\(?[0-9A-Za-z]{1,9}[.)]"


class Kept(dict):
    def __missing__(self, c):
        self[c] = c.isalnum() or c in SIGNS or unicodedata.category(c) in ("Mn", "Mc", "Sc")
        return self[c]


KEPT = Kept()


def word_characters(text):
    # decomposed: an accent may come in a piece of its own
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if KEPT[c])


class Reading:
    """Word characters, and [begin, end) of what the other side may lack."""

    def __init__(self):
        self.pieces, self.size, self.optional = [], 0, []
        self.labelled = set()  # where paragraphs with an automatic label begin
        self.labels = set()  # spans that may be left out only where the other side has an automatic label

    def add(self, text, optional=False, label=False):
        words = word_characters(text)
        span = (self.size, self.size + len(words))
        if (optional or label) and words:
            self.optional.append(span)
        if label and words:
            self.labels.add(span)
        self.pieces.append(words)
        self.size = span[1]

    def done(self):
        self.text = "".join(self.pieces)
        self.skips = {}
        for begin, end in self.optional:
            self.skips.setdefault(begin, []).append(end)
        return self


def pieces_of(paragraph):
    """The text in order, and whether each piece is of an equation: LibreOffice prints none, pandoc some as TeX."""
    text, at = paragraph["text"].encode(), paragraph["span"]["begin"]
    begun = 0
    for run in paragraph.get("runs", ()):
        begin, end = run["span"]["begin"] - at, run["span"]["end"] - at
        if run.get("obstacle") == "equation":
            yield text[begun:begin].decode(), False
            yield text[begin:end].decode(), True
            begun = end
    yield text[begun:].decode(), False


def places_of(part, words):
    at = words.find(part)
    while at >= 0:
        yield at
        at = words.find(part, at + 1)


def our_reading(paragraphs, unprinted=frozenset(), without_tables=False, lost=frozenset()):
    """From the objects of `clauselint text --format jsonl`. `unprinted` are the words of paragraphs that the other reader leaves
    out, `lost` those of passages, and with `without_tables` it leaves out whole tables too."""
    reading = Reading()
    begins, table = [], None  # of the tables that stand directly one after the other
    for paragraph in paragraphs:
        if paragraph["story"] not in ("body", "text-box"):
            continue
        here = paragraph["cell"]["table"] if "cell" in paragraph else None
        if without_tables and here != table:
            reading.optional += [(begin, reading.size) for begin in begins]
            begins = [] if here is None else begins[-8:] + [reading.size]
        table = here
        text = paragraph["text"]
        if paragraph["label"]:
            reading.labelled.add(reading.size)
            reading.add(paragraph["label"], optional=True)
            reading.labelled.add(reading.size)
        if paragraph["story"] == "text-box" or word_characters(text) in unprinted:
            reading.add(text, optional=True)
            continue
        begin = reading.size
        for piece, equation in pieces_of(paragraph):
            reading.add(piece, optional=equation)
        for part in lost:
            reading.optional += [(begin + at, begin + at + len(part)) for at in places_of(part, word_characters(text))]
    reading.optional += [(begin, reading.size) for begin in begins]
    return reading.done()


# ---------------------------------------------------------------------------------------------------- pandoc

def columns_of(line):
    """The line with each wide character followed by an empty cell, so that indexes are columns of a terminal."""
    cells = []
    for c in line:
        if unicodedata.combining(c):
            if cells:
                cells[-1] += c
            continue
        cells.append(c)
        if unicodedata.east_asian_width(c) in "WF":
            cells.append("")
    return cells


def cut(lines, bounds):
    """The columns of some lines as lists of lines; `bounds` are their first columns, the last reaches to the end."""
    made = [[] for _ in bounds]
    for line in lines:
        cells = columns_of(line)
        for i, begin in enumerate(bounds):
            end = bounds[i + 1] if i + 1 < len(bounds) else None
            made[i].append("".join(cells[begin:end]).rstrip())
    return made


def is_grid_rule(line):
    return re.fullmatch(r"\s*\+[-=:+]+\+", line.rstrip()) is not None


def grid_rows(lines):
    """A table drawn with + and |: its cells in reading order."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    row, flat, bounds = [], [], []
    for line in lines:
        if not is_grid_rule(line):
            row.append(line)
            continue
        for cell in cut(row, bounds) if row else []:
            flat += flatten([re.sub(r"\s*\|\s*$", "", x) for x in cell])
        row = []
        bounds = [i + 1 for i, c in enumerate(line) if c == "+" and i + 1 < len(line.rstrip())]
        assert not bounds or bounds[0] > indent
    return flat


RULE = re.compile(r"( +)-{3,}( +-+)*|( *)-{2,}( +-{2,})+")


def dashed_rows(lines, bounds):
    """Rows below a rule of dashes: parted by blank lines where there are any, else one a line."""
    rows, row = [], []
    blank = any(not line.strip() for line in lines)
    for line in lines + [""]:
        if line.strip() and blank:
            row.append(line)
        elif line.strip():
            rows.append([line])
        elif row:
            rows.append(row)
            row = []
    flat = []
    for row in rows:
        for cell in cut(row, bounds):
            flat += cell
    return flat


def dashed_table(lines, i):
    """Cells in order and the line after the table that a rule of dashes at `i` begins; None for a rule of its own."""
    rule = lines[i].rstrip()
    indent = len(rule) - len(rule.lstrip())
    bounds_of = lambda line: [m.start() for m in re.finditer("-+", line)]
    rules = []
    for j in range(i + 1, len(lines)):
        line = lines[j].rstrip()
        if line and len(line) - len(line.lstrip()) < indent:
            break
        if RULE.fullmatch(line) and len(line) - len(line.lstrip()) == indent:
            rules.append(j)
            if line == rule:
                break
    if not rules or lines[rules[-1]].rstrip() != rule:
        return None
    end = rules[-1]
    if len(bounds_of(rule)) > 1:
        return dashed_rows(lines[i + 1:end], bounds_of(rule)), end + 1
    inner = [j for j in rules[:-1] if len(lines[j].rstrip()) == len(rule)]
    if not inner:
        return None
    bounds = bounds_of(lines[inner[0]].rstrip())
    head = dashed_rows([x for x in lines[i + 1:inner[0]] if x.strip()] + [""], bounds)
    head = [y for cell in cut(lines[i + 1:inner[0]], bounds) for y in cell] if head else []
    return head + dashed_rows(lines[inner[0] + 1:end], bounds), end + 1


def flatten(lines):
    """Pandoc's plain text with every table's cells one after the other."""
    flat, i = [], 0
    while i < len(lines):
        line = lines[i]
        if is_grid_rule(line):
            end = i + 1
            while end < len(lines) and re.match(r"\s*[+|]", lines[end]):
                end += 1
            flat += grid_rows(lines[i:end])
            i = end
            continue
        table = dashed_table(lines, i) if RULE.fullmatch(line.rstrip()) else None
        if table:
            flat += table[0]
            i = table[1]
            continue
        simple = i + 1 < len(lines) and RULE.fullmatch(lines[i + 1].rstrip()) and line.strip() and \
            len(re.findall("-+", lines[i + 1])) > 1
        if simple:  # one line of heads, a rule, rows up to a blank line
            bounds = [m.start() for m in re.finditer("-+", lines[i + 1])]
            end = i + 2
            while end < len(lines) and lines[end].strip():
                end += 1
            flat += dashed_rows([line] + lines[i + 2:end], bounds)
            i = end
            continue
        flat.append(line)
        i += 1
    return flat


def without_notes(lines):
    """Pandoc puts the notes at the end, from `[1]` on."""
    for begin in range(len(lines) - 1, -1, -1):
        if not re.match(r"\[1\](\s|$)", lines[begin]):
            continue
        numbers = [int(m.group(1)) for m in (re.match(r"\[(\d+)\](\s|$)", x) for x in lines[begin:]) if m]
        if numbers == list(range(1, len(numbers) + 1)):
            return lines[:begin]
    return lines


def with_equations_joined(lines):
    """An equation in TeX that fills several lines is one line."""
    joined, open_ = [], False
    for line in lines:
        if open_:
            joined[-1] += " " + line
        else:
            joined.append(line)
        open_ ^= line.count("$$") % 2 == 1
    return joined


def pandoc_reading(text, features):
    lines = text.replace("\u00ad", "").split("\n")
    if features.notes:
        lines = without_notes(lines)
    reading = Reading()
    for line in with_equations_joined(flatten(lines)):
        if re.match(r"  : .", line):  # the caption of a table, which pandoc moves behind it
            reading.add(line, optional=True)
            continue
        marker = re.match(rf"\s*({LABEL} +|[-•◦▪] +)+", line)
        while marker:  # padded to four columns, which typed numbers are not
            first = re.match(rf"\s*({LABEL}|[-•◦▪])( +|$)", line)
            if not first or len(first.group(1) + first.group(2)) < 4:
                break
            reading.add(first.group(1), label=True)
            line = line[first.end():]
            marker = re.match(rf"\s*({LABEL} +|[-•◦▪] +)+", line)
        at = 0
        for bracket in re.finditer(r"\[([^\[\]]*)\]|(\$\$?)[^$]+\2", line):
            inside = bracket.group(1) or bracket.group()
            known = features.notes and inside.isdigit() or inside == "TABLE" or word_characters(inside) in features.alternatives
            if not (known or bracket.group(2) and "equations" in features.found):
                continue
            reading.add(line[at:bracket.start()])
            reading.add(inside, optional=True)
            at = bracket.end()
        reading.add(line[at:])
    return reading.done()


# ----------------------------------------------------------------------------------------------- LibreOffice

NUMBER = re.compile(r"\s*([0-9ivxlcdmIVXLCDM一二三四五六七八九十百千〇零壹贰叁肆伍陆柒捌玖拾第章条條节節款项項()（）\[\].．、:：\-–]{1,16}"
                    r"|\(?[A-Za-z]{1,2}[.):]?|[•◦▪])(?=\s|$)")


def office_reading(text, _features):
    reading = Reading()
    for line in text.lstrip("\ufeff").replace("\u00ad", "").split("\n"):
        label = NUMBER.match(line)
        if label:
            reading.add(label.group(1), label=True)
            line = line[label.end():]
        reading.add(line)
    return reading.done()


# ----------------------------------------------------------------------------------------------- features

class Features:
    """What the package holds that explains differences: read from its XML with no parser of ours."""

    MARKS = {"equations": r"<m:oMath\b", "ruby": r"<w:ruby\b", "altChunk": r"<w:altChunk\b", "symbols": r"<w:sym\b",
             "text boxes": r"<(w:txbxContent|wps:txbx)\b", "fields": r"<w:(fldChar|fldSimple)\b",
             "smart tags": r"<w:smartTag\b", "insertions": r"<w:ins\b", "deletions": r"<w:(del|delText)\b",
             "moves": r"<w:move(From|To)\b", "hidden": r"<w:vanish\b", "controls": r"<w:sdt\b",
             "placeholders": r"<w:showingPlcHdr\b", "nested tables": r"<w:tc>(?:(?!</w:tc>).)*<w:tbl>",
             "form fields": r"<w:ffData\b", "alternate": r"<mc:AlternateContent\b", "objects": r"<w:object\b",
             "sub-documents": r"<w:subDoc\b", "frames": r"<w:framePr\b", "diagrams": r"<dgm:relIds\b"}

    def __init__(self, path):
        self.notes, self.deletes, self.found, self.before_notes, self.lost = False, False, [], set(), set()
        self.alternatives, self.metadata, self.frames = {""}, set(), set()
        try:
            with zipfile.ZipFile(path) as package:
                xml = "".join(package.read(n).decode("utf-8", "replace") for n in package.namelist()
                              if re.fullmatch(r"word/[A-Za-z_]*document\d*\.xml|word/document.*\.xml", n))
                styles = "".join(package.read(n).decode("utf-8", "replace") for n in package.namelist() if n == "word/styles.xml")
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError) as error:
            self.found = [f"zip: {error}"]
            return
        self.notes = re.search(r"<\w+:(footnote|endnote)Reference\b", xml) is not None
        self.before_notes = places_of_notes(xml)
        self.deletes = re.search(r"<\w+:(del|moveFrom)\b", xml) is not None
        for value in re.findall(r'\b(?:descr|title|name|alt)="([^"]*)"', xml):
            self.alternatives.add(word_characters(html.unescape(value)))
        self.metadata = words_of_paragraphs(xml, "|".join(f'<w:pStyle w:val="{re.escape(x)}"' for x in metadata_styles(styles)))
        self.frames = words_of_paragraphs(xml, "<w:framePr ")
        self.lost = passages_lost_by_pandoc(xml)
        for table in re.findall(r"<w:tbl>(?:(?!<w:tbl>).)*?<w:tblpPr .*?</w:tbl>", xml, re.S):
            self.frames |= words_of_paragraphs(table, "")
        self.found = [name for name, mark in self.MARKS.items() if re.search(mark, xml, re.S)]


def metadata_styles(styles):
    """Ids of the styles whose paragraphs pandoc keeps for the document's metadata, or moves as captions."""
    ids = ["Title", "Subtitle", "Author", "Date", "Abstract", "AbstractTitle"]
    for style in re.findall(r"<w:style .*?</w:style>", styles, re.S):
        if re.search(r'<w:name w:val="(title|subtitle|author|date|abstract|caption|table caption)"', style, re.I):
            ids += re.findall(r'w:styleId="([^"]*)"', style)
    return ids


def passages_lost_by_pandoc(xml):
    """The words of ruby bases, of directed and customXml runs, and of simple fields: pandoc 2.17 drops them (its docx reader has no
    case for these elements, and knows few fields)."""
    found = set()
    for _, inside in re.findall(r"<w:(rubyBase|bdo|dir|customXml|fldSimple)\b[^>]*[^/>]>(.*?)</w:\1>", xml, re.S):
        if not re.search(r"<w:p[ >]", inside):
            found.add(word_characters(html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", inside)))))
    return found - {""}


def places_of_notes(xml):
    """The last word characters before each reference to a note."""
    said, found = "", set()
    for text, reference in re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|(<w:(?:footnote|endnote)Reference\b)", xml):
        said = (said + word_characters(html.unescape(text)))[-NEAR:]
        if reference:
            found.add(said)
    return found


def words_of_paragraphs(xml, mark):
    found = set()
    for paragraph in re.findall(r"<w:p[ >].*?</w:p>", xml, re.S):
        if re.search(mark, paragraph):
            found.add(word_characters(html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", paragraph)))))
    return found
