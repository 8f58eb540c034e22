"""Neovim with `kbc lsp`, set up as docs/editors.md says."""

import shutil
import unittest

from scratch import ENTRY, HERE, ID, EditorTest, need, recipe

need(shutil.which("nvim"), "Neovim")


class Neovim(EditorTest):
    def test_an_entry_is_edited(self):
        (self.home / "init.lua").write_text(recipe("Neovim", "lua"))
        linking = [file for file in self.links_to(ID) if file != ENTRY]
        self.assertGreater(len(linking), 2)
        before = self.entry()

        seen = self.run_editor("nvim", "--headless", "-n", "-i", "NONE", "-u",
                               str(self.home / "init.lua"), "-c", f"luafile {HERE / 'neovim.lua'}")

        self.assertEqual([(one["code"], one["source"]) for one in seen["typed"]],
                         [("rate-percent", "kbc")])
        self.assertIn("`90` is a percentage", seen["typed"][0]["message"])
        self.assertEqual(seen["signs"], [{"line": seen["line"], "name": "DiagnosticSignError"}])
        # The word that is marked.
        self.assertEqual(seen["marked"], "90")

        self.assertIn("write `0.9`", " ".join(seen["actions"]))
        self.assertEqual(seen["fixed"], before)
        self.assertEqual(seen["after_fix"], [])

        self.assertIn("link", " ".join(seen["lenses"]))
        self.assertIn("detached-head", seen["hover"])

        self.assertEqual(seen["renamed"], "entries/git/without-upstream.json")
        self.assertFalse((self.base / ENTRY).exists())
        moved = (self.base / seen["renamed"]).read_text(encoding="utf-8")
        self.assertIn('"id": "git/without-upstream"', moved)
        self.assertEqual(self.links_to("git/without-upstream"), sorted([*linking, seen["renamed"]]))
        self.assertEqual([file for file in self.links_to(ID) if file != seen["renamed"]], [])
        self.assertEqual(seen["after_rename"], [])


if __name__ == "__main__":
    unittest.main()
