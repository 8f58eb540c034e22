"""lookup.py FILE ID: what helps against an error, with the shared library through ctypes.

The environment variable KBX_LIBRARY says where the library is; else it is looked up as libkbx.so.
"""

import ctypes
import os
import sys
from ctypes import c_char_p, c_double, c_int, c_size_t, c_uint32, c_void_p

NONE = 0xFFFFFFFF
SIGNATURE = 1  # of enum kbx_field
WORKAROUNDS = 12  # of enum kbx_list


class Text(ctypes.Structure):
    _fields_ = [("data", c_void_p), ("size", c_size_t)]

    def __str__(self):
        return ctypes.string_at(self.data, self.size).decode() if self.data else ""


class Action(ctypes.Structure):
    _fields_ = [("action", Text), ("detail", Text), ("condition", Text), ("rate", c_double),
                ("sources", c_uint32)]


kbx = ctypes.CDLL(os.environ.get("KBX_LIBRARY", "libkbx.so"))
kbx.kbx_open.restype = c_void_p
kbx.kbx_open.argtypes = [c_char_p, c_char_p, c_size_t]
kbx.kbx_close.argtypes = [c_void_p]
kbx.kbx_find.restype = c_uint32
kbx.kbx_find.argtypes = [c_void_p, c_char_p]
kbx.kbx_entry_text.restype = Text
kbx.kbx_entry_text.argtypes = [c_void_p, c_uint32, c_int]
kbx.kbx_list_size.restype = c_uint32
kbx.kbx_list_size.argtypes = [c_void_p, c_uint32, c_int]
kbx.kbx_list_action.restype = Action
kbx.kbx_list_action.argtypes = [c_void_p, c_uint32, c_int, c_uint32]

error = ctypes.create_string_buffer(b"usage: lookup.py FILE ID", 200)
index = len(sys.argv) == 3 and kbx.kbx_open(os.fsencode(sys.argv[1]), error, len(error))
if not index:
    print(error.value.decode(), file=sys.stderr)
    sys.exit(2)
entry = kbx.kbx_find(index, sys.argv[2].encode())
if entry == NONE:
    print("no entry", sys.argv[2], file=sys.stderr)
    sys.exit(1)
print(kbx.kbx_entry_text(index, entry, SIGNATURE))
for at in range(kbx.kbx_list_size(index, entry, WORKAROUNDS)):
    way = kbx.kbx_list_action(index, entry, WORKAROUNDS, at)
    print(f"{int(way.rate * 100 + 0.5)}%  {way.action}")
kbx.kbx_close(index)
