"""The library libkbc.so: where it is, and what its functions take and give."""

import ctypes
import os
import pathlib
from ctypes import c_char_p, c_double, c_int, c_int32, c_size_t, c_uint32, c_uint64, c_void_p
from typing import TYPE_CHECKING, Optional, Union

# Of kbc.h (docs/c-api.md): what this package needs at least.
ABI_VERSION = 1
_SONAME = "libkbc.so.1"

Text = Union[str, bytes, bytearray, memoryview]
if TYPE_CHECKING:
    Path = os.PathLike[str]
else:
    Path = os.PathLike  # has no brackets before Python 3.9

NONE = 0xFFFFFFFF  # KBX_NONE
FIELD_ID = 0  # KBX_ID
KEYS = {"code": 0, "domain": 1, "category": 2, "tag": 3}  # enum kbx_key
TITLED = {"domain": 4, "category": 5, "root_cause_type": 26}  # of enum kbx_field
ANSWERS = {0: False, 2: True}  # enum kbx_answer; unknown is 1
MATCHING, SEARCHING = 0, 1  # enum kbc_ability
OK, UNABLE, TOO_LONG, NO_MEMORY = 0, -2, -3, -4  # enum kbc_status


class TextView(ctypes.Structure):
    """kbx_text"""

    _fields_ = [("data", c_void_p), ("size", c_size_t)]

    @classmethod
    def of(cls, data: Optional[bytes]) -> "TextView":
        """Of bytes that somebody else keeps."""
        return cls() if data is None else cls(ctypes.cast(c_char_p(data), c_void_p), len(data))


class MatchOptions(ctypes.Structure):
    """kbc_match_options"""

    _fields_ = [("struct_size", c_size_t), ("product", TextView), ("os", TextView),
                ("min_score", c_double), ("top", c_uint32), ("plain", c_int32)]


class SearchOptions(ctypes.Structure):
    """kbc_search_options"""

    _fields_ = [("struct_size", c_size_t), ("domain", TextView), ("top", c_uint32),
                ("reserved", c_uint32)]


class Hit(ctypes.Structure):
    """kbc_hit"""

    _fields_ = [("struct_size", c_size_t), ("entry", c_uint32), ("confused_with", c_uint32),
                ("id", TextView), ("signature", TextView), ("score", c_double),
                ("specificity", c_double), ("coverage", c_double), ("confidence", c_double),
                ("context", c_double), ("confusion", c_double), ("line", c_uint64),
                ("begin", c_uint64), ("end", c_uint64), ("matched", TextView), ("text", TextView),
                ("via", TextView), ("count", c_uint64), ("lines_size", c_uint32),
                ("captures_size", c_uint32)]


class Capture(ctypes.Structure):
    """kbc_capture"""

    _fields_ = [("struct_size", c_size_t), ("name", TextView), ("value", TextView)]


class Found(ctypes.Structure):
    """kbc_found"""

    _fields_ = [("struct_size", c_size_t), ("entry", c_uint32), ("reserved", c_uint32),
                ("id", TextView), ("signature", TextView), ("score", c_double), ("words", c_uint64)]


# name: result, arguments. What is a pointer to an object of the library is a c_void_p.
_FUNCTIONS = {
    "kbx_open": (c_void_p, c_char_p, c_char_p, c_size_t),
    "kbx_read": (c_void_p, c_char_p, c_char_p, c_size_t),
    "kbx_open_memory": (c_void_p, c_char_p, c_size_t, c_char_p, c_size_t),
    "kbx_close": (None, c_void_p),
    "kbx_verify": (c_int, c_void_p, c_char_p, c_size_t),
    "kbx_size": (c_uint32, c_void_p),
    "kbx_content_id": (c_uint64, c_void_p),
    "kbx_provenance_size": (c_uint32, c_void_p),
    "kbx_provenance_name": (TextView, c_void_p, c_uint32),
    "kbx_provenance_value": (TextView, c_void_p, c_uint32),
    "kbx_find_n": (c_uint32, c_void_p, c_char_p, c_size_t),
    "kbx_count_with_n": (c_uint32, c_void_p, c_int, c_char_p, c_size_t),
    "kbx_entry_with_n": (c_uint32, c_void_p, c_int, c_char_p, c_size_t, c_uint32),
    "kbx_title_n": (TextView, c_void_p, c_int, c_char_p, c_size_t),
    "kbx_entry_text": (TextView, c_void_p, c_uint32, c_int),
    "kbx_affects_n": (c_int, c_void_p, c_uint32, c_char_p, c_size_t, c_char_p, c_size_t),
    "kbc_library_version": (c_uint32,),
    "kbc_status_text": (c_char_p, c_int),
    "kbc_open": (c_void_p, c_void_p, c_char_p, c_size_t),
    "kbc_close": (None, c_void_p),
    "kbc_trouble": (TextView, c_void_p, c_int),
    "kbc_result_new": (c_void_p,),
    "kbc_result_free": (None, c_void_p),
    "kbc_size_place": (c_void_p, c_void_p),
    "kbc_match": (c_int, c_void_p, c_char_p, c_size_t, c_void_p, c_void_p),
    "kbc_match_each": (c_int, c_void_p, c_char_p, c_void_p, c_uint32, c_void_p, c_void_p, c_void_p),
    "kbc_hit_at": (c_int, c_void_p, c_uint32, c_void_p),
    "kbc_line_at": (c_uint64, c_void_p, c_uint32, c_uint32),
    "kbc_capture_at": (c_int, c_void_p, c_uint32, c_uint32, c_void_p),
    "kbc_log_new": (c_void_p, c_void_p, c_void_p),
    "kbc_log_free": (None, c_void_p),
    "kbc_log_add": (c_int, c_void_p, c_char_p, c_size_t),
    "kbc_log_finish": (c_int, c_void_p, c_void_p),
    "kbc_search": (c_int, c_void_p, c_char_p, c_size_t, c_void_p, c_void_p),
    "kbc_found_at": (c_int, c_void_p, c_uint32, c_void_p),
    "kbc_words_size": (c_uint32, c_void_p),
    "kbc_word_at": (TextView, c_void_p, c_uint32),
    "kbc_entry_json": (c_int, c_void_p, c_uint32, c_void_p),
    "kbc_json": (TextView, c_void_p),
}


def _path() -> str:
    """What to load, in the order that docs/python.md states."""
    named = os.environ.get("KBC_LIBRARY")
    if named:
        return named
    beside = pathlib.Path(__file__).with_name(_SONAME)
    return str(beside) if beside.exists() else _SONAME


def _load(path: str) -> ctypes.CDLL:
    try:
        library = ctypes.CDLL(path)
    except OSError as error:
        raise ImportError(f"kbx cannot load the library of kbc: {error}; install kbc's wheel, or "
                          "name the library in the environment variable KBC_LIBRARY") from error
    try:
        library.kbc_abi_version.restype = c_uint32
        version = library.kbc_abi_version()
    except AttributeError:
        raise ImportError(f"{path} is not the library of kbc that kbx needs: it has no "
                          "kbc_abi_version; see KBC_LIBRARY") from None
    if version < ABI_VERSION:
        raise ImportError(f"{path} has version {version} of kbc's C interface, and kbx needs "
                          f"{ABI_VERSION} or later: use the library that came with kbx")
    for name, (result, *arguments) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    return library


# ctypes lets other threads run while a function of a CDLL is called.
LIBRARY = _load(_path())


def text_at(data: Optional[int], size: int) -> Optional[str]:
    """A text of the library; None if it is absent."""
    # What is no UTF-8 is replaced as in kbc's JSON.
    return ctypes.string_at(data, size).decode("utf-8", "replace") if data else None


def text_of(text: TextView) -> Optional[str]:
    return text_at(text.data, text.size)


def bytes_of(text: Text) -> bytes:
    """UTF-8, of the same number of characters whatever is in the text."""
    if isinstance(text, bytes):
        return text
    if not isinstance(text, str):
        try:
            return memoryview(text).tobytes()
        except TypeError:
            raise TypeError(f"a text is a str or bytes, not {type(text).__name__}") from None
    try:
        return text.encode()
    except UnicodeEncodeError:
        pass
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text).encode()
