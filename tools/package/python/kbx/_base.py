"""An index that the library has opened, and the questions to it. One object serves any number of
threads; the last reference to it closes the index, so no call loses it on the way."""

import array
import ctypes
import functools
import io
import itertools
import json
import os
import struct
from typing import Any, Dict, Iterable, Iterator, List, Optional, Sequence, Tuple, Union

from . import _library as c
from ._library import LIBRARY, Path, Text, bytes_of, text_at, text_of
from ._records import Entry, Found, Match, Score, entry_of

Log = Union[Text, Path, Iterable[Text]]

_PIECE = 1 << 16  # bytes of a log that are handed over at once

# A line in which nothing is found takes the library less than a microsecond, so what is done here
# for each must be little. Of many texts, so many are matched with one call, if they are not longer
# than that together.
_BATCH, _LONGEST_BATCH = 256, 1 << 20
_ask_each = LIBRARY.kbc_match_each
# kbc_match without argtypes, so that it takes arguments that are made once.
_ask = LIBRARY["kbc_match"]
_SIZES = [ctypes.c_size_t.from_param(size) for size in range(1024)]

_HIT = struct.Struct("@NIIPNPNddddddQQQPNPNPNQII")  # c.Hit, taken apart five times as fast
assert _HIT.size == ctypes.sizeof(c.Hit)

# How often this process, or one that it comes from, was forked.
_forks = 0


def _note_fork() -> None:
    global _forks
    _forks += 1


os.register_at_fork(after_in_child=_note_fork)


class Error(Exception):
    """A file is no index, or a damaged one, or has no tables for what was asked. The text is a
    sentence for people."""


class Base:
    """See above. `keep` is what must be there as long as the index is open."""

    __slots__ = ("index", "name", "_argument", "_base", "_forks", "_keep", "_names", "_results",
                 "_closing")

    def __init__(self, index: int, name: str, keep: Optional[bytes] = None) -> None:
        self._closing = LIBRARY.kbc_close, LIBRARY.kbx_close
        self._base: Optional[int] = None
        self._forks = _forks
        self._keep = keep
        self._names: Dict[int, Tuple[str, str]] = {}  # id and signature by the number of an entry
        self._results: List[_Result] = []  # that nobody uses at the moment
        self.name = name
        self.index = index
        self._open()

    def __del__(self) -> None:
        close_base, close_index = self._closing
        if self._forks == _forks:
            close_base(self._base)
        close_index(self.index)

    def _open(self) -> None:
        error = ctypes.create_string_buffer(500)
        self._base = LIBRARY.kbc_open(self.index, error, len(error))
        self._argument = ctypes.c_void_p.from_param(self._base)
        self._forks = _forks
        if not self._base:
            raise Error(sentence(error))

    @property
    def pointer(self) -> Optional[int]:
        # In a process that was forked while another thread was matching, a lock of the base is held
        # for ever. The index has none; the old base is left alone, and never closed.
        if self._forks != _forks:
            self._open()
        return self._base

    # Entries

    def id_of(self, number: int) -> str:
        return text_of(LIBRARY.kbx_entry_text(self.index, number, c.FIELD_ID)) or ""

    def find(self, id: str) -> int:
        data = bytes_of(id)
        return int(LIBRARY.kbx_find_n(self.index, data, len(data)))

    def entry(self, number: int) -> Entry:
        result = self._take()
        try:
            self._check(LIBRARY.kbc_entry_json(self.pointer, number, result.pointer), None)
            text = text_of(LIBRARY.kbc_json(result.pointer)) or "{}"
        finally:
            self._results.append(result)
        return entry_of(json.loads(text), text)

    # Questions

    def match(self, text: Text, options: Any) -> List[Match]:
        try:
            data = text.encode() if type(text) is str else bytes_of(text)
        except UnicodeEncodeError:
            data = bytes_of(text)
        if self._forks != _forks:
            self._open()
        try:
            result = self._results.pop()
        except IndexError:
            result = _Result()
        size = len(data)
        try:
            status = _ask(self._argument, data,
                          _SIZES[size] if size < 1024 else ctypes.c_size_t(size), options,
                          result.argument)
            if status:
                self._check(status, c.MATCHING)
            hits = result.size.value
            if not hits:
                return []
            return self._matches(result, 0, hits, data if isinstance(text, str) else None)
        finally:
            self._results.append(result)

    def match_each(self, texts: Iterable[Text], options: Any) -> Iterator[List[Match]]:
        if not isinstance(texts, (list, tuple)):
            # The next may not be there yet.
            for text in texts:
                yield self.match(text, options)
            return
        for begin in range(0, len(texts), _BATCH):
            batch = texts[begin:begin + _BATCH]
            answers = self._match_batch(batch, options)
            if answers is None:
                for text in batch:
                    yield self.match(text, options)
            else:
                yield from answers

    def _match_batch(self, texts: Sequence[Text], options: Any) -> Optional[List[List[Match]]]:
        """The answers to at most _BATCH texts, or None if they are to be asked for one by one: so an
        error comes when its text is reached."""
        try:
            data, ends, parts = _batch_of(texts)
        except (TypeError, ValueError):
            return None
        result = self._take()
        try:
            status = _ask_each(self.pointer, data, ends.buffer_info()[0], len(texts), options,
                               result.sizes, result.pointer)
            if status != c.OK:
                return None
            if not result.size.value:
                return [[] for _ in texts]
            answers, at = [], 0
            for text, part, size in zip(texts, parts, result.sizes):
                part = part if isinstance(text, str) else None
                answers.append(self._matches(result, at, size, part) if size else [])
                at += size
            return answers
        finally:
            self._results.append(result)

    def match_log(self, log: Log, options: Any) -> List[Match]:
        if isinstance(log, os.PathLike):
            with io.open(log, "rb") as file:
                return self.match_log(file, options)
        log_of = LIBRARY.kbc_log_new(self.pointer, options)
        if not log_of:
            self._check(c.UNABLE if self._trouble(c.MATCHING) else c.NO_MEMORY, c.MATCHING)
        result = _Result()
        try:
            for piece in _pieces(log):
                self._check(LIBRARY.kbc_log_add(log_of, piece, len(piece)), c.MATCHING)
            self._check(LIBRARY.kbc_log_finish(log_of, result.pointer), c.MATCHING)
        finally:
            LIBRARY.kbc_log_free(log_of)
        return self._matches(result, 0, result.size.value, None)

    def search(self, words: Text, options: Any) -> List[Found]:
        data = bytes_of(words)
        result = self._take()
        try:
            status = LIBRARY.kbc_search(self.pointer, data, len(data), options, result.pointer)
            self._check(status, c.SEARCHING)
            terms = [text_of(LIBRARY.kbc_word_at(result.pointer, at)) or ""
                     for at in range(LIBRARY.kbc_words_size(result.pointer))]
            return [self._found(result, at, terms) for at in range(result.size.value)]
        finally:
            self._results.append(result)

    # Answers

    def _matches(self, result: "_Result", begin: int, size: int,
                 text: Optional[bytes]) -> List[Match]:
        """Hits of an answer. With a text, places are counted in its characters."""
        hits = []
        for at in range(begin, begin + size):
            self._check(LIBRARY.kbc_hit_at(result.pointer, at, result.hit_argument), None)
            hits.append(self._hit(result, at))
        if text is None or text.isascii():
            return hits
        places = _characters(text, [place for hit in hits for place in (hit.begin, hit.end)])
        return [hit._replace(begin=places[hit.begin], end=places[hit.end]) for hit in hits]

    def _hit(self, result: "_Result", at: int) -> Match:
        (_, entry, confused_with, id, id_size, signature, signature_size, score, specificity,
         coverage, confidence, context, confusion, line, begin, end, matched, matched_size, text,
         text_size, via, via_size, count, lines, captures) = _HIT.unpack_from(result.hit)
        names = self._names.get(entry)
        if names is None:
            names = text_at(id, id_size) or "", text_at(signature, signature_size) or ""
            self._names[entry] = names
        return Match(
            names[0], names[1], score, begin, end, text_at(matched, matched_size) or "",
            text_at(via, via_size),
            dict(result.capture(at, n) for n in range(captures)) if captures else {}, line, count,
            tuple(LIBRARY.kbc_line_at(result.pointer, at, n) for n in range(lines)),
            text_at(text, text_size) or "",
            None if confused_with == c.NONE else self.id_of(confused_with),
            Score(specificity, coverage, confidence, context, confusion))

    def _found(self, result: "_Result", at: int, words: List[str]) -> Found:
        found = c.Found(struct_size=ctypes.sizeof(c.Found))
        self._check(LIBRARY.kbc_found_at(result.pointer, at, ctypes.byref(found)), None)
        return Found(text_of(found.id) or "", text_of(found.signature) or "", found.score,
                     tuple(word for n, word in enumerate(words) if found.words >> n & 1))

    def _take(self) -> "_Result":
        try:
            return self._results.pop()
        except IndexError:
            return _Result()

    def _trouble(self, ability: int) -> Optional[str]:
        return text_of(LIBRARY.kbc_trouble(self.pointer, ability))

    def _check(self, status: int, ability: Optional[int]) -> None:
        if status == c.OK:
            return
        if status == c.NO_MEMORY:
            raise MemoryError
        said = LIBRARY.kbc_status_text(status).decode()
        if status == c.TOO_LONG:
            raise ValueError(said)
        if status == c.UNABLE and ability is not None:
            said = self._trouble(ability) or said
        raise Error(f"{self.name}: {said}")


class _Result:
    """A kbc_result, and the structures into which its parts are copied."""

    __slots__ = ("pointer", "argument", "size", "sizes", "hit", "hit_argument", "_capture",
                 "_free")

    def __init__(self) -> None:
        self._free = LIBRARY.kbc_result_free
        self.pointer = LIBRARY.kbc_result_new()
        if not self.pointer:
            raise MemoryError
        self.argument = ctypes.c_void_p.from_param(self.pointer)
        self.size = ctypes.c_uint32.from_address(LIBRARY.kbc_size_place(self.pointer))
        self.sizes = (ctypes.c_uint32 * _BATCH)()
        self.hit = c.Hit(struct_size=ctypes.sizeof(c.Hit))
        self.hit_argument = ctypes.byref(self.hit)
        self._capture = c.Capture(struct_size=ctypes.sizeof(c.Capture))

    def __del__(self) -> None:
        self._free(self.pointer)

    def capture(self, hit: int, at: int) -> Tuple[str, str]:
        LIBRARY.kbc_capture_at(self.pointer, hit, at, ctypes.byref(self._capture))
        return text_of(self._capture.name) or "", text_of(self._capture.value) or ""


def _batch_of(texts: Sequence[Text]) -> Tuple[bytes, "array.array[int]", Sequence[Any]]:
    """The bytes of texts one behind the other, where each ends, and each. ValueError if they are
    long."""
    ends = array.array("Q", itertools.accumulate(map(len, texts)))
    if ends[-1] > _LONGEST_BATCH:
        raise ValueError
    kinds = set(map(type, texts))
    if kinds == {bytes}:
        return b"".join(texts), ends, texts  # type: ignore[arg-type]
    if kinds == {str}:
        joined = "".join(texts)  # type: ignore[arg-type]
        if joined.isascii():
            return joined.encode(), ends, texts
    parts = list(map(bytes_of, texts))
    return b"".join(parts), array.array("Q", itertools.accumulate(map(len, parts))), parts


@functools.lru_cache(maxsize=64, typed=True)  # a program asks with the same ones again and again
def match_options(top: Optional[int], min_score: float, product: Optional[str],
                  os: Optional[str], plain: bool) -> Any:
    """As kbc_match takes them."""
    names = [None if name is None else bytes_of(name) for name in (product, os)]
    options = c.MatchOptions(ctypes.sizeof(c.MatchOptions), *map(c.TextView.of, names), min_score,
                             _most(top), bool(plain))
    options.keep = names
    return ctypes.byref(options)


def search_options(top: Optional[int], domain: Optional[str]) -> Any:
    """As kbc_search takes them."""
    name = None if domain is None else bytes_of(domain)
    options = c.SearchOptions(ctypes.sizeof(c.SearchOptions), c.TextView.of(name), _most(top))
    options.keep = name
    return ctypes.byref(options)


def sentence(buffer: Any) -> str:
    """What the library wrote into a buffer for it."""
    return str(buffer.value.decode("utf-8", "replace"))


def _most(top: Optional[int]) -> int:
    """The library has 0 for all."""
    if top is None:
        return 0
    if top < 1:
        raise ValueError(f"top is {top}, and must be at least 1; None gives all")
    return min(top, c.NONE)


def _pieces(log: Any) -> Iterator[bytes]:
    if isinstance(log, (str, bytes, bytearray, memoryview)):
        data = bytes_of(log)
        for at in range(0, len(data), 1 << 30):
            yield data[at:at + (1 << 30)]
    elif hasattr(log, "read"):
        while True:
            piece = log.read(_PIECE)
            if not piece:
                return
            yield bytes_of(piece)
    else:
        yield from _joined(log)


def _joined(lines: Iterable[Text]) -> Iterator[bytes]:
    held, size = [], 0
    for line in lines:
        data = bytes_of(line)
        held.append(data if data.endswith(b"\n") else data + b"\n")
        size += len(data)
        if size >= _PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _characters(text: bytes, places: Iterable[int]) -> Dict[int, int]:
    """How many characters are before each of these bytes."""
    before, at, found = 0, 0, {}
    for place in sorted(set(places)):
        before += len(text[at:place].decode("utf-8", "surrogateescape"))
        at = place
        found[place] = before
    return found
