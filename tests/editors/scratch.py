"""What the tests of editors share: a knowledge base to edit, and the recipes of docs/editors.md.

A test sets an editor up as the page says, runs it with a script that types, and reads what the
script has written down. Exit status 77: the editor is missing here; with KBC_REQUIRE_PROGRAMS in
the environment that is a failure.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
KBC = os.environ.get("KBC_BINARY", str(ROOT / "build/release/kbc"))

ENTRY = "entries/git/no-upstream-branch.json"
ID = "git/no-upstream-branch"
SOUND = '"confidence": 0.9,'
FAULT = '"confidence": 90,'  # rate-percent, whose fix is to write `0.9`


def need(found, what):
    """Ends the test unless a program or file is there."""
    if not found:
        print(f"{what} is not installed")
        sys.exit(1 if "KBC_REQUIRE_PROGRAMS" in os.environ else 77)


def recipe(heading, language):
    """The first block of a language below a heading of docs/editors.md."""
    page = (ROOT / "docs/editors.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {heading}$(.*?)(?=^## |\Z)", page, re.M | re.S).group(1)
    return re.search(rf"^```{language}\n(.*?)^```$", section, re.M | re.S).group(1)


class EditorTest(unittest.TestCase):
    """Has self.base: a copy of this repository's entries, which `kbc` in the PATH serves."""

    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="kbc-editors-")
        self.addCleanup(folder.cleanup)
        # As editors see it when they ask the system for the name.
        self.home = pathlib.Path(folder.name).resolve()
        self.base = self.home / "base"
        self.base.mkdir()
        (self.base / "kbc.json").write_text("{}\n")
        shutil.copytree(ROOT / "entries", self.base / "entries")
        (self.home / "bin").mkdir()
        (self.home / "bin/kbc").symlink_to(KBC)

    def entry(self):
        return (self.base / ENTRY).read_text(encoding="utf-8")

    def run_editor(self, *command):
        """Runs it in the base, and returns what its script has written to the file `seen`."""
        seen = self.home / "seen.json"
        environment = {
            "PATH": f"{self.home / 'bin'}:{os.environ['PATH']}", "HOME": str(self.home),
            "TERM": "xterm", "LC_ALL": "C.UTF-8", "KBC_SEEN": str(seen), "KBC_ENTRY": ENTRY,
        }
        done = subprocess.run(command, cwd=self.base, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300, check=False)
        said = done.stdout.decode(errors="replace")
        self.assertTrue(seen.exists(), said)
        what = json.loads(seen.read_text(encoding="utf-8"))
        # The transcript, for who runs the test to see what an editor shows.
        print(json.dumps(what, indent=2, ensure_ascii=False))
        self.assertEqual(what.get("stuck"), None, said)
        self.assertEqual(done.returncode, 0, said)
        return what

    def links_to(self, entry_id):
        """The files that name an id, in quotes."""
        return sorted(str(path.relative_to(self.base)) for path in self.base.rglob("entries/**/*.json")
                      if f'"{entry_id}"' in path.read_text(encoding="utf-8"))
