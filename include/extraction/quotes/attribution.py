"""Who says what by the parse: a verb of saying with its subject and its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from include.extraction.quotes import saying_words as words
from include.extraction.reading.token_table import TokenTable

Interval = tuple[int, int]
_CLIMB = 6
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_MAX_SPEAKER = 30
_TIMES = frozenset({"after", "while", "when", "as", "following", "before"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its speaker and content, as intervals of tokens [first, after).

    `contents` is empty where the parse gives none (the words may stand in quotation
    marks near by).
    """

    cue: Interval
    speaker: Interval | None
    contents: tuple[Interval, ...]
    base: str


def find_attributions(doc: Doc) -> Iterator[Attribution]:
    """The attributions a parse shows, in order of their cues. Needs a parse."""
    table = TokenTable.of(doc)
    for index, (lowered, tag) in enumerate(zip(table.lower, table.tags, strict=True)):
        if lowered in words.VERBS and tag.startswith("VB"):
            yield from _by_verb(doc[index])
        elif lowered == "according" and index + 1 < len(doc):
            yield from _according(doc[index])


def _by_verb(verb: Token) -> Iterator[Attribution]:
    base, frames = words.VERBS[verb.lower_]
    if is_denied(verb) or _is_asked(verb) or _takes_lives(verb):
        return
    speaker = speaker_of(verb)
    contents = _called_for(verb, base) or _contents(verb, frames)
    yield Attribution((verb.i, verb.i + 1), speaker, contents, base)


def _is_asked(verb: Token) -> bool:
    """Whether the subject was asked and says nothing by this verb: "Asked whether …, she"."""
    if verb.lower_ != "asked" or verb.tag_ != "VBN":
        return False
    has_subject = any(c.dep_ in _SUBJECTS or c.dep_ == "aux" for c in verb.children)
    return not has_subject and verb.dep_ in {"advcl", "acl", "dep"}


def _takes_lives(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and c.lower_ in words.TOLLS for c in verb.children)


def _called_for(verb: Token, base: str) -> tuple[Interval, ...]:
    """What is called for, with the one who is to do it: "called for the minister to resign",
    "appealed to drivers to stay at home"."""
    if base not in {"call", "appeal", "plead"}:
        return ()
    asked: Token | None = None
    for child in verb.rights:
        marked = any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children)
        if child.dep_ in {"advcl", "ccomp", "xcomp"} and child.tag_ == "VB":
            if marked:
                return ((_behind_mark(child), _clause_end(child)),)
            if asked is not None:
                return ((asked.left_edge.i, _clause_end(child)),)
        if child.dep_ == "prep" and child.lower_ in {"to", "on", "with"}:
            asked = next((c for c in child.children if c.dep_ == "pobj"), asked)
            below = next((c for c in child.children if c.dep_ in {"pcomp", "xcomp"}), None)
            if asked is not None and below is not None:
                return ((asked.left_edge.i, _clause_end(below)),)
    return ()


def _behind_mark(clause: Token) -> int:
    mark = next(c for c in clause.children if c.dep_ == "mark")
    return int(mark.i) + 1


def _clause_end(clause: Token) -> int:
    """The end of a clause without what tells when it was said: "… after a wave of attacks"."""
    after = int(clause.right_edge.i) + 1
    for child in clause.rights:
        is_time = any(c.lower_ in _TIMES for c in (child, *child.children) if c.i >= clause.i)
        if child.dep_ in {"advcl", "prep"} and is_time:
            return min(after, int(child.left_edge.i))
    return after


def is_denied(verb: Token) -> bool:
    """Whether the cue is negated, hypothetical or under a condition."""
    for child in verb.children:
        lowered = child.lower_
        if child.dep_ == "neg" or lowered in words.NEGATIONS:
            return True
        if child.dep_ == "aux" and lowered in words.HYPOTHETICAL:
            return True
        if child.dep_ == "mark" and lowered in words.CONDITIONS:
            return True
    return False


def speaker_of(verb: Token) -> Interval | None:
    """The tokens of the one who speaks: the verb's subject, its agent in the passive, the
    antecedent of "who", or the subject of the verb it hangs on."""
    token = verb
    for _ in range(_CLIMB):
        passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children)
        if passive and token is verb:
            return _agent(token)
        for child in token.children:
            if child.dep_ in _SUBJECTS and not (passive and child.dep_ == "nsubj"):
                if child.lower_ in {"who", "which", "that"} and token.dep_ == "relcl":
                    return phrase(token.head)
                return phrase(child)
        if token.dep_ in {"acl", "relcl"} and token.head.i != token.i:
            return phrase(token.head)
        if token.dep_ not in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep"}:
            return None
        if token.head.i == token.i:
            return None
        token = token.head
        while token.dep_ in {"prep", "pcomp"} and token.head.i != token.i:
            token = token.head
    return None


def _agent(verb: Token) -> Interval | None:
    for child in verb.children:
        if child.dep_ == "agent":
            for below in child.children:
                if below.dep_ == "pobj":
                    return phrase(below)
    return None


def phrase(head: Token) -> Interval:
    """The tokens of a noun phrase without its relative clause, apposition and brackets."""
    first = head.left_edge.i
    after = head.right_edge.i + 1
    for child in head.rights:
        if child.dep_ in {"relcl", "appos", "punct", "acl", "advcl", "cc"} or (
            child.dep_ == "prep" and (child.lower_ not in {"of", "for", "in", "at"})
        ):
            if child.dep_ == "cc":
                continue
            after = min(after, max(child.left_edge.i, head.i + 1))
            break
    return first, min(after, first + _MAX_SPEAKER if head.i < first + _MAX_SPEAKER else head.i + 1)


def _contents(verb: Token, frames: frozenset[str]) -> tuple[Interval, ...]:
    clause = _clause(verb) if frames & {"clause", "quote"} else ()
    if clause:
        return clause
    content: list[Token] = []
    for child in verb.rights:
        dependency = child.dep_
        if (
            (dependency == "xcomp" and frames & {"infinitive", "predicate"})
            or (
                dependency in {"dobj", "nsubj"}
                and (frames & {"object", "predicate"} or "infinitive" in frames)
            )
            or (dependency in {"oprd", "ccomp"} and frames & {"predicate", "object", "infinitive"})
        ):
            content.append(child)
        elif dependency in {"prep", "prt"} and child.lower_ in frames:
            below = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
            content += below
        elif (
            dependency == "prep"
            and content
            and "object" in frames
            and child.lower_
            in {
                "as",
                "of",
                "for",
                "about",
                "on",
                "with",
                "from",
                "to",
                "against",
            }
        ):
            content.append(child)
    if not content:
        return ()
    if (
        "object" not in frames
        and "predicate" not in frames
        and all(c.dep_ == "dobj" for c in content)
    ):
        return ()
    return ((content[0].left_edge.i, content[-1].right_edge.i + 1),)


def _clause(verb: Token) -> tuple[Interval, ...]:
    """The clause said: right of the verb, left of it, or round it ("It is, he said, so")."""
    left: Token | None = None
    for child in verb.children:
        if child.dep_ == "ccomp":
            if child.i > verb.i:
                first, after = child.left_edge.i, child.right_edge.i + 1
                if first <= verb.i:
                    first = verb.i + 1
                return ((first, after),)
            left = child
    if left is not None:
        return ((left.left_edge.i, min(left.right_edge.i + 1, _cue_start(verb))),)
    return _around(verb)


def _cue_start(verb: Token) -> int:
    subjects = [c.left_edge.i for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i]
    return int(min([verb.i, *subjects]))


def _around(verb: Token) -> tuple[Interval, ...]:
    """The clause a cue is set into, without the cue's own words; commas must part them."""
    if verb.dep_ != "parataxis":
        return ()
    head = verb.head
    first, after = head.left_edge.i, head.right_edge.i + 1
    own_first, own_after = verb.left_edge.i, verb.right_edge.i + 1
    pieces = [(first, own_first), (own_after, after)]
    return tuple((a, b) for a, b in pieces if b - a > 1)


def _according(token: Token) -> Iterator[Attribution]:
    """ "According to X": X speaks; the clause it hangs on, without it, is what X says."""
    doc = token.doc
    to = next((c for c in token.children if c.lower_ == "to"), None)
    source: Token | None = None
    for owner in (to, token):
        if owner is None:
            continue
        source = next((c for c in owner.children if c.dep_ == "pobj"), None)
        if source is not None:
            break
    if source is None or doc[token.i + 1].lower_ != "to":
        return
    first, after = token.i, max(source.right_edge.i + 1, token.i + 2)
    sentence = token.sent
    clause = token.head
    for _ in range(_CLIMB):
        if clause.dep_ == "ROOT" or clause.tag_.startswith("VB") or clause.head.i == clause.i:
            break
        clause = clause.head
    begin, end = clause.left_edge.i, clause.right_edge.i + 1
    if clause.i == token.i:
        begin, end = sentence.start, sentence.end
    pieces = tuple((a, b) for a, b in ((begin, first), (after, end)) if b - a > 1)
    if first - sentence.start <= 1:
        pieces = tuple(p for p in pieces if p[0] >= after)
    yield Attribution((token.i, token.i + 2), phrase(source), pieces, "according")
