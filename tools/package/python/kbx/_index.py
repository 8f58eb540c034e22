"""An index of a knowledge base, as a mapping that can be asked."""

import ctypes
import errno
import os
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional, Tuple, Union

from . import _library as c
from ._base import Base, Error, Log, match_options, search_options, sentence
from ._library import LIBRARY, Path, Text, bytes_of, text_of
from ._records import Entry, Found, Match


class Index(Mapping[str, Entry]):
    """An open index: a mapping of ids to entries, in the order of ids. An alias is a key, too, for
    `index[alias]`, `in` and `get`.

    Any number of threads may use one index. Pickling it gives a handle that opens the same file
    again, so it can be passed to other processes; a process that is forked can go on with it.
    close(), or the end of a `with`, ends its use; what runs in another thread is finished first."""

    __slots__ = ("_base", "_name", "_again", "__weakref__")

    def __init__(self, base: Base, again: Tuple[Any, ...]) -> None:
        self._base: Optional[Base] = base
        self._name = base.name
        self._again = again  # what makes another one, for pickle

    # A mapping is compared by its items, and an index has too many for that.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def __repr__(self) -> str:
        return f"<kbx.Index of {self._name}{', closed' if self.closed else ''}>"

    def __enter__(self) -> "Index":
        self._opened()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __reduce__(self) -> Tuple[Any, ...]:
        return self._again

    def close(self) -> None:
        """May be called more than once. Afterwards what asks the index raises ValueError."""
        self._base = None

    @property
    def closed(self) -> bool:
        return self._base is None

    # Entries

    def __len__(self) -> int:
        return int(LIBRARY.kbx_size(self._opened().index))

    def __iter__(self) -> Iterator[str]:
        for number in range(len(self)):
            yield self._opened().id_of(number)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self._opened().find(id) != c.NONE

    def __getitem__(self, id: str) -> Entry:
        """The entry with this id, or that has it as an alias; else KeyError."""
        return self._opened().entry(self._number(id))

    def find(self, code: Optional[str] = None, *, domain: Optional[str] = None,
             category: Optional[str] = None, tag: Optional[str] = None) -> List[Entry]:
        """The entries with an error code, or of a domain or category, or with a tag, in the order of
        ids."""
        keys = {"code": code, "domain": domain, "category": category, "tag": tag}
        given = [(c.KEYS[kind], bytes_of(key)) for kind, key in keys.items() if key is not None]
        if len(given) != 1:
            raise TypeError("find() takes one of an error code, a domain, a category and a tag")
        base, (kind, data) = self._opened(), given[0]
        count = LIBRARY.kbx_count_with_n(base.index, kind, data, len(data))
        return [base.entry(LIBRARY.kbx_entry_with_n(base.index, kind, data, len(data), at))
                for at in range(count)]

    def affects(self, id: str, product: str, version: str) -> Optional[bool]:
        """Whether the versions of the entry with this id mean a version of a product; None if they
        do not say."""
        name, number = bytes_of(product), bytes_of(version)
        return c.ANSWERS.get(LIBRARY.kbx_affects_n(self._opened().index, self._number(id), name,
                                                   len(name), number, len(number)))

    def title(self, kind: str, name: str) -> Optional[str]:
        """What the name of a "domain", a "category" or a "root_cause_type" stands for, by the
        taxonomy of the knowledge base; None for what no entry has."""
        if kind not in c.TITLED:
            raise ValueError(f"{kind!r} is none of {', '.join(map(repr, c.TITLED))}")
        data = bytes_of(name)
        return text_of(LIBRARY.kbx_title_n(self._opened().index, c.TITLED[kind], data, len(data)))

    # The file

    @property
    def content_id(self) -> str:
        """16 hexadecimal digits, the same for the same entries."""
        return f"{LIBRARY.kbx_content_id(self._opened().index):016x}"

    @property
    def provenance(self) -> Dict[str, str]:
        """What the file says of its origin: "tool", "tool-version", "commit" and others."""
        index = self._opened().index
        return {text_of(LIBRARY.kbx_provenance_name(index, at)) or "":
                text_of(LIBRARY.kbx_provenance_value(index, at)) or ""
                for at in range(LIBRARY.kbx_provenance_size(index))}

    def verify(self) -> None:
        """Looks at every byte; Error if one is not as kbc has written it. Opening looks at the
        beginning alone, and no call reads outside of a damaged file."""
        error = ctypes.create_string_buffer(500)
        if not LIBRARY.kbx_verify(self._opened().index, error, len(error)):
            raise Error(sentence(error))

    # Questions

    def match(self, text: Text, *, top: Optional[int] = None, min_score: float = 0,
              product: Optional[str] = None, os: Optional[str] = None,
              plain: bool = False) -> List[Match]:
        """The entries that a message shows, each once, the best first: what `kbc match TEXT` finds,
        with its options; without `top`, all."""
        base = self._base or self._opened()
        if top is None and not min_score and product is None and os is None and not plain:
            return base.match(text, None)  # what is asked for most costs least
        return base.match(text, match_options(top, min_score, product, os, plain))

    def match_each(self, texts: Iterable[Text], *, top: Optional[int] = None,
                   min_score: float = 0, product: Optional[str] = None,
                   os: Optional[str] = None, plain: bool = False) -> Iterator[List[Match]]:
        """The same for each of many messages. Those of a list or tuple are matched some hundred at a
        time, at about half the cost; of any other iterable, a message is asked for when the answer
        to the one before has been taken."""
        options = match_options(top, min_score, product, os, plain)
        return self._opened().match_each(texts, options)

    def match_log(self, log: Log, *, top: Optional[int] = None, min_score: float = 0,
                  product: Optional[str] = None, os: Optional[str] = None,
                  plain: bool = False) -> List[Match]:
        """The entries that the lines of a log show, each once, the best first: what `kbc match
        --file` finds. The log is a text, an open file, a path (a pathlib.Path; a str is a text), or
        an iterable of lines, with or without their line breaks."""
        options = match_options(top, min_score, product, os, plain)
        return self._opened().match_log(log, options)

    def search(self, words: Text, *, top: Optional[int] = 10,
               domain: Optional[str] = None) -> List[Found]:
        """The entries that have some of the words, the best first: what `kbc search` finds. All of
        them with top=None."""
        return self._opened().search(words, search_options(top, domain))

    def _opened(self) -> Base:
        base = self._base
        if base is None:
            raise ValueError(f"the index {self._name} is closed")
        return base

    def _number(self, id: str) -> int:
        number = self._opened().find(id)
        if number == c.NONE:
            raise KeyError(id)
        return number


def open(path: Union[str, Path], *, copy: bool = False) -> Index:
    """Opens an index that `kbc build` has written. It is mapped, which takes no time; whoever
    overwrites the file in place, and does not rename a new one over it, may end the process. With
    copy=True it is read into memory, and nothing that happens to the file matters.

    OSError if the file cannot be read, Error if it is no index."""
    name = os.fsdecode(path)
    error = ctypes.create_string_buffer(500)
    opening = LIBRARY.kbx_read if copy else LIBRARY.kbx_open
    index = opening(os.fsencode(name), error, len(error))
    if not index:
        _raise_os_error(name)
        raise Error(sentence(error))
    # Also for a process in another folder.
    return Index(Base(index, name), (_open_again, (os.path.abspath(name), copy)))


def from_bytes(data: Union[bytes, bytearray, memoryview]) -> Index:
    """The same for an index that is in memory, such as a resource of a package."""
    data = bytes_of(data)
    error = ctypes.create_string_buffer(500)
    index = LIBRARY.kbx_open_memory(data, len(data), error, len(error))
    if not index:
        raise Error(sentence(error))
    return Index(Base(index, f"of {len(data)} bytes", data), (from_bytes, (data,)))


def library_version() -> str:
    """The version of kbc that the library is of."""
    number = LIBRARY.kbc_library_version()
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def _open_again(path: str, copy: bool) -> Index:
    return open(path, copy=copy)


def _raise_os_error(path: str) -> None:
    """Says in Python's way what is wrong with a file, unless it is its content."""
    if os.path.isdir(path):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    os.stat(path)
    if not os.access(path, os.R_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
