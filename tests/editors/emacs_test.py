"""Emacs with Eglot and `kbc lsp`, set up as docs/editors.md says."""

import shutil
import subprocess
import unittest

from scratch import HERE, EditorTest, need, recipe

need(shutil.which("emacs"), "Emacs")
need(subprocess.run(["emacs", "--batch", "--eval", "(require 'eglot)"], stderr=subprocess.DEVNULL,
                    check=False).returncode == 0, "Eglot")


class Emacs(EditorTest):
    def test_an_entry_is_edited(self):
        (self.home / "init.el").write_text(recipe("Emacs", "elisp"))
        before = self.entry()

        seen = self.run_editor("emacs", "--batch", "-l", str(self.home / "init.el"),
                               "-l", str(HERE / "emacs.el"))

        self.assertEqual(seen["mode"], "kbc-mode")
        # The one thing in the list of Flymake, as it shows it.
        self.assertEqual([(one["text"], one["type"]) for one in seen["typed"]], [("90", "eglot-error")])
        self.assertIn("`90` is a percentage", seen["typed"][0]["message"])
        self.assertIn("rate-percent", seen["typed"][0]["message"])
        self.assertEqual(seen["fixed"], before)
        self.assertEqual(seen["after_fix"], [])
        # In an entry that links to one that does not exist.
        self.assertIn("link-unresolved", " ".join(one["message"] for one in seen["linked"]))
        self.assertIn("signature", seen["outline"])


if __name__ == "__main__":
    unittest.main()
