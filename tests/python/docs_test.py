"""The examples of docs/python.md do what the page says."""

import doctest
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from support import ROOT, index_file

PAGE = (ROOT / "docs/python.md").read_text(encoding="utf-8")
LOG = """Compiling
 ! [rejected] main -> main (non-fast-forward)
 ! [rejected] work -> work (fetch first)
done
"""


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


class Examples(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "generated").mkdir()
        shutil.copyfile(index_file(), self.folder / "generated/kb.kbx")
        (self.folder / "build.log").write_text(LOG, encoding="utf-8")
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.folder)

    def test_what_is_typed_at_a_prompt(self):
        text = "".join(blocks("pycon"))
        self.assertGreater(text.count(">>> "), 10)
        test = doctest.DocTestParser().get_doctest(text, {}, "docs/python.md", None, 0)
        said = []
        result = doctest.DocTestRunner(verbose=False).run(test, out=said.append)
        self.assertEqual(result.failed, 0, "".join(said))

    def test_the_programs(self):
        programs = blocks("python")
        self.assertTrue(programs)
        for number, text in enumerate(programs):
            (self.folder / f"program{number}.py").write_text(text, encoding="utf-8")
            done = subprocess.run([sys.executable, "-B", f"program{number}.py"],
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  universal_newlines=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout)
            self.assertRegex(done.stdout, r"^\[\d+\.\d+, \d+\.\d+\]\n$")


if __name__ == "__main__":
    unittest.main()
