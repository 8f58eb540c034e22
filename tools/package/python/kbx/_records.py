"""What an index gives out: plain values that stay when it is closed."""

from typing import Any, Dict, NamedTuple, Optional, Tuple


class Score(NamedTuple):
    """The parts of a score, as docs/matching.md has them; `Match.score` is their sum."""

    specificity: float
    coverage: float
    confidence: float
    context: float
    confusion: float


class Match(NamedTuple):
    """An entry that a message or log shows."""

    id: str
    signature: str
    #: How well it fits, up to 100.
    score: float
    #: Where it is. Of a message, text[begin:end], in characters of a str and bytes of bytes. Of a log,
    #: in bytes of line number `line`, and beyond its end if the match goes on in the next.
    begin: int
    end: int
    #: What was matched, as it was read; see `via`.
    matched: str
    #: How the text was read, as docs/matching.md lists; None: as it is.
    via: Optional[str]
    #: The named groups of the regex that took part.
    captures: Dict[str, str]
    #: Of a log: the line in which the match begins, from 1.
    line: int
    #: Of a log: how many lines the entry matches, and the first ten of them; of a message, 1 and its
    #: line.
    line_count: int
    lines: Tuple[int, ...]
    #: The text or line as it was read, at most 500 bytes around the match.
    text: str
    #: The entry that fits better and is taken for this one, if there is one.
    confused_with: Optional[str]
    #: What the score consists of.
    parts: Score


class Found(NamedTuple):
    """An entry that has some words."""

    id: str
    signature: str
    score: float
    #: Those of the query that it has, folded.
    words: Tuple[str, ...]


class Version(NamedTuple):
    """A product with the versions of it that are meant."""

    version: str
    introduced: Optional[str] = None
    deprecated: Optional[str] = None
    removed: Optional[str] = None
    behavior_change: Optional[str] = None
    status: Optional[str] = None


class DeadEnd(NamedTuple):
    """What people try, and why it does not help."""

    action: str
    why_fails: Optional[str] = None
    fail_rate: Optional[float] = None
    condition: Optional[str] = None
    sources: Tuple[str, ...] = ()


class Workaround(NamedTuple):
    """What helps."""

    action: str
    success_rate: Optional[float] = None
    how: Optional[str] = None
    condition: Optional[str] = None
    sources: Tuple[str, ...] = ()


class Link(NamedTuple):
    """A link to another entry: `index[link.error_id]`, if it is there."""

    error_id: str
    distinction: Optional[str] = None
    probability: Optional[float] = None
    condition: Optional[str] = None
    typical_delay: Optional[str] = None


class Entry(NamedTuple):
    """A known error. The fields have the names and the meaning of docs/entry-format.md; what an entry
    does not have is None or empty. `json` is all of it as `kbc show --format json` writes it."""

    id: str
    signature: str
    json: str
    regex: Optional[str] = None
    domain: Optional[str] = None
    category: Optional[str] = None
    subcategory: Optional[str] = None
    error_code: Optional[str] = None
    root_cause: Optional[str] = None
    root_cause_type: Optional[str] = None
    resolvable: Optional[str] = None
    versions: Tuple[Version, ...] = ()
    os_specific: Dict[str, str] = {}
    dead_ends: Tuple[DeadEnd, ...] = ()
    workarounds: Tuple[Workaround, ...] = ()
    leads_to: Tuple[Link, ...] = ()
    preceded_by: Tuple[Link, ...] = ()
    frequently_confused_with: Tuple[Link, ...] = ()
    official_doc_url: Optional[str] = None
    official_doc_section: Optional[str] = None
    verification_tier: Optional[str] = None
    confidence: Optional[float] = None
    fix_success_rate: Optional[float] = None
    evidence_count: int = 0
    first_seen: Optional[str] = None
    last_confirmed: Optional[str] = None
    last_updated: Optional[str] = None
    tags: Tuple[str, ...] = ()
    aliases: Tuple[str, ...] = ()
    examples: Tuple[str, ...] = ()
    counterexamples: Tuple[str, ...] = ()
    kbc_ignore: Tuple[str, ...] = ()
    locale: Optional[str] = None
    signature_zh: Optional[str] = None
    root_cause_zh: Optional[str] = None
    dead_ends_zh: Tuple[str, ...] = ()
    workarounds_zh: Tuple[str, ...] = ()


_RECORDS: Dict[str, Any] = {
    "versions": Version, "dead_ends": DeadEnd, "workarounds": Workaround, "leads_to": Link,
    "preceded_by": Link, "frequently_confused_with": Link,
}


def entry_of(members: Dict[str, Any], json: str) -> Entry:
    """The entry of a JSON object. A later library may know members that are passed over here."""
    members = {**members, **members.get("transition_graph", {}), "json": json}
    entry: Entry = _record(Entry, members, {"id": "", "signature": "", "os_specific": {}})
    return entry


def _record(kind: Any, members: Dict[str, Any], defaults: Dict[str, Any]) -> Any:
    known = {name: _value(name, value) for name, value in members.items() if name in kind._fields}
    return kind(**{**defaults, **known})


def _value(name: str, value: Any) -> Any:
    if name in _RECORDS:
        kind = _RECORDS[name]
        return tuple(_record(kind, item, {kind._fields[0]: ""}) for item in value)
    if isinstance(value, list):
        return tuple(value)
    # A rate of 1 is written without a fraction.
    return float(value) if isinstance(value, int) and name != "evidence_count" else value
