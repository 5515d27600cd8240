"""What a quoted stretch looks like in its line: whole or cut, alone or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from include.extraction.quotes.marks import Quoted

_ENDS_CLAUSE = re.compile(r"[.,!?…;—–-][\"'”’»«“‘›‹)\]]*$")
_LONGEST_TITLE = 10
_WORK = re.compile(
    r"\b(?:book|novel|memoir|autobiography|biography|film|movie|song|album|show|series|play|podcast"
    r"|newsletter|documentary|episode|essay|poem|magazine|musical)\b[^.:;\n\"“”]{0,30},?$",
    re.IGNORECASE,
)
_LIGHT = frozenset(
    str.split("a an and as at by for from in into is it of on or over the to up vs with & de la le")
)
_FARTHEST = 400
_FEW_WORDS = 6
_OPENERS = "“”\"'‘«„» `["
_FULL_STOP = re.compile(r"[.!?](?=\s+[A-Z“\"«„‘'])|\n")
_SHORT_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Rev|St|Jr|Sr|[A-Z])$")
_LEAD_ENDS = (". ", "! ", "? ", "\n", ".” ", "!” ", "?” ", '." ', '!" ', '?" ', ".'' ", "?'' ")
_ENDED = re.compile(r"[.!?…][\"'”’»«“‘›‹)\]]*$")


def inner_start(text: str, here: Quoted) -> str:
    """The first character behind the opening marks."""
    return text[here.start : here.end].lstrip(_OPENERS)[:1]


def starts_small(text: str, here: Quoted) -> bool:
    """Whether the words inside begin with a small letter: they go on with a sentence."""
    return inner_start(text, here).islower()


def is_title(text: str, here: Quoted) -> bool:
    """Whether the words are the name of a work, show or slogan and nobody's speech: “Morning
    Report”, behind no comma or colon, every word of weight with a capital."""
    lead = text[max(0, here.start - 200) : here.start].rsplit("\n", 1)[-1].strip()
    is_work = bool(_WORK.search(lead))
    if lead[-1:] in {",", ":", "-", "—", "–"} and not is_work:
        return False
    inside = text[here.start : here.end].strip(_OPENERS + "”’»“,.;")
    words = inside.split()
    if not (0 if is_work else 1) < len(words) <= _LONGEST_TITLE or inside[-1:] in {"!", "?"}:
        return False
    heavy = [w for w in words if w.lower() not in _LIGHT]
    is_inside = bool(lead) and lead[-1] not in _OPENERS + ".!?”"
    return is_inside and all(w.lstrip("('‘$#")[:1].isupper() or w[:1].isdigit() for w in heavy)


def whole_end(text: str, here: Quoted, quoted: Sequence[Quoted], position: int) -> int:
    """Where the sentence of a stretch ends, short quoted words within it passed over."""
    begin = here.end
    for behind in quoted[position + 1 : position + 5]:
        found = sentence_end(text, begin, behind.start)
        if found < behind.start or behind.start - begin > _FARTHEST:
            return found
        inside = text[behind.start : behind.end]
        if len(inside.split()) > _FEW_WORDS:
            return behind.start
        if _ENDED.search(inside):
            return behind.end
        begin = behind.end
    return sentence_end(text, begin, min(len(text), begin + _FARTHEST))


def is_complete(text: str, here: Quoted) -> bool:
    """Whether the stretch ends a clause: punctuation just inside or just outside."""
    if not here.closed:
        return True
    inside = text[max(here.start, here.end - 5) : here.end]
    after = text[here.end : here.end + 2].lstrip()
    return bool(_ENDS_CLAUSE.search(inside)) or after[:1] in {",", ""}


def stands_alone(text: str, here: Quoted) -> bool:
    """Whether the stretch fills its paragraph or opens and ends its own sentence."""
    line = text.rfind("\n", 0, here.start) + 1
    opens = not text[line : here.start].strip() or text[line : here.start].rstrip()[-1] in ".!?:"
    inner = text[here.start : here.start + 4].lstrip("“”\"'‘«„» `[")
    return (
        opens
        and inner[:1].isupper()
        and bool(_ENDS_CLAUSE.search(text[max(0, here.end - 5) : here.end]))
    )


def clause_start(text: str, begin: int, end: int) -> int:
    """Where the sentence that leads to a quoted stretch begins; a colon reaches over the
    end of its paragraph."""
    lead = text[begin:end].rstrip()
    if lead.endswith(":"):
        end = begin + len(lead)
    best = begin
    for mark in _LEAD_ENDS:
        at = text.rfind(mark, begin, end)
        while at >= 0 and mark == ". " and _SHORT_TITLE.search(text[max(begin, at - 5) : at]):
            at = text.rfind(mark, begin, at)
        if at >= 0:
            best = max(best, at + len(mark))
    return best


def sentence_end(text: str, begin: int, end: int) -> int:
    """Where the sentence ends that goes on at `begin`, at most `end`."""
    for match in _FULL_STOP.finditer(text[begin:end]):
        at = begin + match.start()
        if match[0] != "." or not _SHORT_TITLE.search(text[max(begin, at - 5) : at]):
            return at
    return end


def ends_sentence(text: str, here: Quoted) -> bool:
    """Whether the stretch closes its sentence: a full stop inside, a capital behind."""
    inner = text[here.start : here.end].rstrip("\"'”’»“‘›)] ")
    behind = text[here.end : here.end + 3].lstrip()
    return inner[-1:] == "." and not behind[:1].islower()
