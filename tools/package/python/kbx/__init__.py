"""Knowledge bases of known errors: what kbc match and kbc search find, in Python.

    import kbx

    with kbx.open("generated/kb.kbx") as index:
        for match in index.match("! [rejected] main -> main (non-fast-forward)"):
            print(match.id, match.score)
            for way in index[match.id].workarounds:
                print("  try:", way.action)

docs/python.md of kbc says more. The work is done by the library libkbc.so, through ctypes; other
threads run meanwhile."""

from ._base import Error
from ._index import Index, from_bytes, library_version, open
from ._records import DeadEnd, Entry, Found, Link, Match, Score, Version, Workaround

__all__ = ["DeadEnd", "Entry", "Error", "Found", "Index", "Link", "Match", "Score", "Version",
           "Workaround", "from_bytes", "library_version", "open"]
