"""What the tests of the Python package share. The environment names the program (KBC_BINARY) and
the library (KBC_LIBRARY) that were built; PYTHONPATH has the package's folder."""

import json
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
KBC = os.environ["KBC_BINARY"]

_folder = tempfile.TemporaryDirectory()
_index = pathlib.Path(_folder.name, "kb.kbx")


def index_file():
    """The index of this repository's entries."""
    if not _index.exists():
        kbc("build", "--kb", str(ROOT), "--emit", "index", "--out", _folder.name, "--quiet")
    return str(_index)


def kbc(*arguments, stdin=b""):
    """What kbc prints. That it finds nothing is no error."""
    done = subprocess.run([KBC, *arguments], input=stdin, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(f"kbc {arguments}: {done.returncode}, {done.stderr.decode()}")
    return done.stdout


def messages():
    """All messages of the tests of matching."""
    files = sorted(ROOT.glob("tests/match/**/*.kbc-test.ndjson"))
    assert files
    return [json.loads(line)["message"]
            for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]
