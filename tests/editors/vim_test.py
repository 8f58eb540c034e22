"""Vim with ALE and `kbc lsp`, set up as docs/editors.md says."""

import pathlib
import shutil
import unittest

from scratch import HERE, EditorTest, need, recipe

need(shutil.which("vim"), "Vim")
need(pathlib.Path("/usr/share/vim-ale").exists(), "ALE")


class Vim(EditorTest):
    def test_an_entry_is_edited(self):
        (self.home / "vimrc").write_text(
            "set nocompatible\nfiletype plugin indent on\nsyntax on\n" + recipe("Vim", "vim"))
        before = self.entry()

        seen = self.run_editor("vim", "-u", str(self.home / "vimrc"), "-i", "NONE", "-n", "-N",
                               "--not-a-term", "-S", str(HERE / "vim.vim"))

        self.assertEqual([(one["code"], one["type"]) for one in seen["typed"]], [("rate-percent", "E")])
        self.assertIn("`90` is a percentage", seen["typed"][0]["text"])
        self.assertEqual(seen["signs"], [{"line": seen["line"], "name": "ALEErrorSign"}])
        self.assertEqual(seen["fixed"], before)
        self.assertEqual(seen["after_fix"], [])
        self.assertEqual(seen["followed"], "entries/git/detached-head.json")


if __name__ == "__main__":
    unittest.main()
