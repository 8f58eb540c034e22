"""Opening, closing, sharing and pickling an index, and what is wrong with one."""

import ast
import concurrent.futures
import ctypes
import gc
import multiprocessing
import os
import pathlib
import pickle
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import typing
import unittest

import kbx
from kbx import _base, _library
from support import ROOT, index_file, kbc, messages

PACKAGE = pathlib.Path(kbx.__file__).parent
MESSAGE = "! [rejected] main -> main (non-fast-forward)"
ID = "git/push-rejected-non-fast-forward"


def ids(index, texts):
    """What each text finds; a function that processes can be given."""
    return [[hit.id for hit in index.match(text)] for text in texts]


def first_found(index, pipe):
    pipe.send(index.match(MESSAGE)[0].id)
    pipe.close()


class Handle(unittest.TestCase):
    def setUp(self):
        self.index = kbx.open(index_file())
        self.addCleanup(self.index.close)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_it_is_a_mapping(self):
        names = list(self.index)
        self.assertEqual(names, sorted(names))
        self.assertEqual(len(self.index), len(names))
        entry = self.index[ID]
        self.assertEqual(entry.id, ID)
        self.assertIn(ID, self.index)
        self.assertTrue(entry.aliases)
        for alias in entry.aliases:
            self.assertIn(alias, self.index)
            self.assertEqual(self.index[alias], entry)
        for other in ("git/none", "", "git/\0", "git/é", 5, None):
            self.assertNotIn(other, self.index)
            self.assertIsNone(self.index.get(other) if isinstance(other, str) else None)
        with self.assertRaisesRegex(KeyError, "git/none"):
            self.index["git/none"]
        self.assertEqual(self.index, self.index)
        self.assertNotEqual(self.index, kbx.open(index_file()))
        self.assertEqual(len({self.index, self.index}), 1)

    def test_finding_by_a_key(self):
        coded = [entry for entry in self.index.values() if entry.error_code]
        self.assertTrue(coded)
        for entry in coded:
            found = self.index.find(entry.error_code)
            self.assertEqual(found, [one for one in coded if one.error_code == entry.error_code])
        in_git = self.index.find(domain="git")
        self.assertEqual([one.id for one in in_git],
                         [id for id in self.index if id.startswith("git/")])
        self.assertIn(self.index[ID], self.index.find(category=self.index[ID].category))
        self.assertIn(self.index[ID], self.index.find(tag=self.index[ID].tags[0]))
        self.assertEqual(self.index.find("no such code"), [])
        for wrong in ({}, {"domain": "git", "tag": "git"}):
            with self.assertRaises(TypeError):
                self.index.find(**wrong)
        self.assertTrue(self.index.title("domain", "git"))
        self.assertIsNone(self.index.title("domain", "no-such-domain"))
        with self.assertRaisesRegex(ValueError, "'domain', 'category'"):
            self.index.title("tag", "git")

    def test_versions(self):
        self.assertIs(self.index.affects(ID, "Git", "2.40"), True)
        self.assertIs(self.index.affects(ID, "Git", "1.0"), False)
        with self.assertRaises(KeyError):
            self.index.affects("git/none", "Git", "2.40")

    def test_the_file(self):
        self.index.verify()
        self.assertRegex(self.index.content_id, "^[0-9a-f]{16}$")
        self.assertEqual(self.index.provenance["tool"], "kbc")
        self.assertEqual("kbc " + kbx.library_version(), kbc("version").decode().split("\n")[0])

    def test_closing(self):
        entry, hits = self.index[ID], self.index.match(MESSAGE)
        answers = self.index.match_each([MESSAGE, MESSAGE])
        self.assertEqual(next(answers), hits)
        with self.index as same:
            self.assertIs(same, self.index)
            self.assertFalse(same.closed)
        self.assertTrue(self.index.closed)
        self.index.close()
        for use in (lambda: self.index[ID], lambda: len(self.index), lambda: list(self.index),
                    lambda: ID in self.index, lambda: self.index.match(MESSAGE),
                    lambda: self.index.match_each([]), lambda: self.index.match_log(MESSAGE),
                    lambda: self.index.search("port"), lambda: self.index.find("EACCES"),
                    self.index.verify, self.index.__enter__, lambda: self.index.provenance):
            with self.assertRaisesRegex(ValueError, "the index .*kb.kbx is closed"):
                use()
        self.assertIn("closed", repr(self.index))
        # What it gave out stays, and what has begun can go on.
        gc.collect()
        self.assertEqual(next(answers), hits)
        self.assertEqual(entry.id, ID)
        self.assertEqual(pickle.loads(pickle.dumps((entry, hits))), (entry, hits))

    def test_places_are_of_the_text_that_was_given(self):
        for before in ("", "x ", "näh ", "端口 ", "\ud800 ", "\udcff ", "\U0001f600"):
            text = before + MESSAGE + " ä"
            hit = self.index.match(text)[0]
            self.assertEqual(hit.id, ID)
            self.assertEqual(text[hit.begin:hit.end], hit.matched)
            raw = text.encode("utf-8", "replace")
            hit = self.index.match(raw)[0]
            self.assertEqual(raw[hit.begin:hit.end].decode(), hit.matched)
            self.assertEqual(self.index.match(bytearray(raw)), self.index.match(raw))
            self.assertEqual(self.index.match(memoryview(raw)), self.index.match(raw))

    def test_arguments(self):
        for wrong in (None, 5, [MESSAGE]):
            with self.assertRaisesRegex(TypeError, "a text is a str or bytes, not"):
                self.index.match(wrong)
        with self.assertRaisesRegex(TypeError, "a text is a str or bytes, not int"):
            self.index.match_log([5])
        with self.assertRaisesRegex(ValueError, "top is 0, and must be at least 1"):
            self.index.match(MESSAGE, top=0)
        with self.assertRaises(TypeError):
            self.index.match(MESSAGE, min_score="much")
        self.assertEqual(self.index.match(""), [])
        self.assertEqual(self.index.match(b"\0\xff" * 1000), [])
        self.assertEqual(self.index.match_log([]), [])
        self.assertEqual(self.index.match_log(""), [])

    def test_an_iterable_that_fails(self):
        def lines():
            yield MESSAGE
            raise OSError("the pipe is gone")
        for use in (self.index.match_log, lambda log: list(self.index.match_each(log))):
            with self.assertRaisesRegex(OSError, "the pipe is gone"):
                use(lines())
        self.assertEqual(self.index.match_log([MESSAGE])[0].line, 1)

    def test_a_list_with_a_text_that_fails(self):
        """The answers to those before it come first, in a batch as one by one."""
        for before in (0, 3, _base._BATCH, _base._BATCH + 5):
            answers = self.index.match_each([MESSAGE] * before + [5, MESSAGE])
            for _ in range(before):
                self.assertEqual(next(answers)[0].id, ID)
            with self.assertRaisesRegex(TypeError, "a text is a str or bytes, not int"):
                next(answers)

    def test_what_is_too_long_for_a_batch(self):
        long = "x" * (_base._LONGEST_BATCH // 2)
        texts = [long, MESSAGE, long, memoryview(MESSAGE.encode()), bytearray(MESSAGE.encode())]
        with self.assertRaises(ValueError):
            _base._batch_of(texts)
        self.assertEqual([len(answer) for answer in self.index.match_each(texts)], [0, 1, 0, 1, 1])
        self.assertEqual([len(answer) for answer in self.index.match_each(texts[1:])], [1, 0, 1, 1])

    def test_a_batch_takes_one_call(self):
        calls, ask = [], _base._ask_each
        self.addCleanup(setattr, _base, "_ask_each", ask)
        _base._ask_each = lambda *arguments: calls.append(arguments) or ask(*arguments)
        for texts in (["x"] * 1000, [b"x"] * 1000, ["ä"] * 1000, ["x", bytearray(b"x")] * 500):
            calls.clear()
            list(self.index.match_each(texts))
            self.assertEqual(len(calls), 4)

    def test_what_cannot_be_opened(self):
        missing = self.folder / "none.kbx"
        with self.assertRaises(FileNotFoundError) as raised:
            kbx.open(missing)
        self.assertEqual(raised.exception.filename, str(missing))
        with self.assertRaises(IsADirectoryError):
            kbx.open(self.folder)
        with self.assertRaises(FileNotFoundError):
            kbx.open("")
        with self.assertRaises(FileNotFoundError) as raised:
            kbx.open(os.fsencode(missing))
        self.assertEqual(raised.exception.filename, str(missing))
        with self.assertRaises(TypeError):
            kbx.open(5)
        sound = pathlib.Path(index_file()).read_bytes()
        damaged = self.folder / "damaged.kbx"
        for content in (b"", b"no index", sound[:100], sound[:-1]):
            damaged.write_bytes(content)
            for copy in (False, True):
                with self.assertRaisesRegex(kbx.Error, "damaged.kbx: "):
                    kbx.open(damaged, copy=copy)
            with self.assertRaises(kbx.Error):
                kbx.from_bytes(content)
        middle = len(sound) // 2
        damaged.write_bytes(sound[:middle] + bytes([sound[middle] ^ 1]) + sound[middle + 1:])
        with self.assertRaisesRegex(kbx.Error, "damaged.kbx: "):
            kbx.open(damaged).verify()
        if os.getuid() != 0:
            damaged.chmod(0)
            with self.assertRaises(PermissionError):
                kbx.open(damaged)

    def test_what_the_library_refuses(self):
        base = self.index._opened()
        for status, error, words in [(-2, kbx.Error, "kb.kbx: the index has no tables"),
                                     (-3, ValueError, "too long"), (-4, MemoryError, ""),
                                     (-1, kbx.Error, "kb.kbx: an argument"),
                                     (-99, kbx.Error, "kb.kbx: no status")]:
            with self.assertRaisesRegex(error, words):
                base._check(status, _library.MATCHING)

    def test_three_ways_to_open(self):
        copied = self.folder / "é copy.kbx"
        shutil.copyfile(index_file(), copied)
        expected = self.index.match(MESSAGE)
        in_memory = kbx.open(copied, copy=True)
        of_bytes = kbx.from_bytes(copied.read_bytes())
        mapped = kbx.open(str(copied))
        copied.unlink()
        for index in (in_memory, of_bytes, mapped):
            gc.collect()
            self.assertEqual(index.match(MESSAGE), expected)
        self.assertEqual(pickle.loads(pickle.dumps(of_bytes)).match(MESSAGE), expected)
        with self.assertRaises(FileNotFoundError):
            pickle.loads(pickle.dumps(mapped))

    def test_pickling_opens_the_file_again(self):
        here = os.getcwd()
        self.addCleanup(os.chdir, here)
        os.chdir(pathlib.Path(index_file()).parent)
        pickled = pickle.dumps(kbx.open("kb.kbx"))
        os.chdir(here)
        again = pickle.loads(pickled)
        self.assertEqual(again.content_id, self.index.content_id)
        self.assertEqual(again.match(MESSAGE), self.index.match(MESSAGE))

    def test_threads(self):
        texts = messages()[::5]
        expected = ids(self.index, texts)
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            for answer in pool.map(ids, [self.index] * 16, [texts] * 16):
                self.assertEqual(answer, expected)
        # PyDLL would keep all other threads waiting.
        self.assertIs(type(_library.LIBRARY), ctypes.CDLL)

    def test_processes(self):
        texts = messages()[::20]
        expected = ids(self.index, texts)
        for method in ("spawn", "fork"):
            with concurrent.futures.ProcessPoolExecutor(
                    2, mp_context=multiprocessing.get_context(method)) as pool:
                for answer in pool.map(ids, [self.index] * 4, [texts] * 4):
                    self.assertEqual(answer, expected)

    def test_a_fork_while_other_threads_match(self):
        """Whatever they hold at that moment, the child goes on with the same index, also when the
        file is gone."""
        copied = self.folder / "kb.kbx"
        shutil.copyfile(index_file(), copied)
        index = kbx.open(copied)
        copied.unlink()
        stop = threading.Event()
        texts = messages()[::3]

        def busy():
            while not stop.is_set():
                ids(index, texts)
        threads = [threading.Thread(target=busy) for _ in range(3)]
        for thread in threads:
            thread.start()
        context = multiprocessing.get_context("fork")
        try:
            for _ in range(20):
                ours, theirs = context.Pipe()
                child = context.Process(target=first_found, args=(index, theirs))
                child.start()
                theirs.close()
                self.assertEqual(ours.recv(), ID)
                child.join()
                self.assertEqual(child.exitcode, 0)
        finally:
            stop.set()
            for thread in threads:
                thread.join()

    def test_a_child_leaves_alone_what_threads_may_have_held(self):
        forks = _base._forks
        try:
            before = self.index._opened().pointer
            _base._note_fork()
            self.assertEqual(self.index.match(MESSAGE)[0].id, ID)
            self.assertNotEqual(self.index._opened().pointer, before)
        finally:
            _base._forks = forks


class Library(unittest.TestCase):
    def imported(self, **environment):
        done = subprocess.run([sys.executable, "-B", "-c", "import kbx; print(kbx.__file__)"],
                              env={**os.environ, **environment}, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, universal_newlines=True, check=False)
        return done.stdout.strip() + done.stderr.strip().split("\n")[-1]

    def test_which_is_loaded(self):
        library = os.environ["KBC_LIBRARY"]
        with tempfile.TemporaryDirectory() as folder:
            package = pathlib.Path(folder, "kbx")
            shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("*.so*", "__pycache__"))
            ours = str(package / "__init__.py")
            self.assertIn("libkbc.so",
                          self.imported(PYTHONPATH=folder, KBC_LIBRARY="", LD_LIBRARY_PATH=""))
            for beside in (pathlib.Path(library).parent).glob("libkb[cx].so*"):
                os.symlink(beside, pathlib.Path(folder, beside.name))
            self.assertEqual(ours, self.imported(PYTHONPATH=folder, KBC_LIBRARY="",
                                                 LD_LIBRARY_PATH=folder))
            for beside in (pathlib.Path(library).parent).glob("libkb[cx].so*"):
                os.symlink(beside, package / beside.name)
            self.assertEqual(ours, self.imported(PYTHONPATH=folder, KBC_LIBRARY="",
                                                 LD_LIBRARY_PATH=""))
            self.assertIn("ImportError: kbx cannot load the library of kbc: /no/such.so",
                          self.imported(PYTHONPATH=folder, KBC_LIBRARY="/no/such.so"))

    def test_another_library(self):
        self.assertIn("libm.so.6 is not the library of kbc that kbx needs",
                      self.imported(KBC_LIBRARY="libm.so.6"))

    def test_an_older_library(self):
        needed = _library.ABI_VERSION
        self.addCleanup(setattr, _library, "ABI_VERSION", needed)
        _library.ABI_VERSION = 99
        with self.assertRaisesRegex(ImportError, f"has version [0-9]+ of kbc's C interface, and "
                                                 "kbx needs 99 or later"):
            _library._load(os.environ["KBC_LIBRARY"])

    def test_the_header_has_what_is_used(self):
        header = (ROOT / "tools/query/capi/kbc.h").read_text(encoding="utf-8")
        header += (ROOT / "tools/reader/kbx/kbx.h").read_text(encoding="utf-8")
        self.assertIn(f"#define KBC_ABI_VERSION {_library.ABI_VERSION}\n", header)
        for name in _library._FUNCTIONS:
            self.assertRegex(header, rf"\b{name}\(")
        for name, value in [("KBX_ID", _library.FIELD_ID),
                            ("KBX_DOMAIN", _library.TITLED["domain"]),
                            ("KBX_CATEGORY", _library.TITLED["category"]),
                            ("KBX_ROOT_CAUSE_TYPE", _library.TITLED["root_cause_type"]),
                            ("KBX_BY_CODE", _library.KEYS["code"]),
                            ("KBX_BY_DOMAIN", _library.KEYS["domain"]),
                            ("KBX_BY_CATEGORY", _library.KEYS["category"]),
                            ("KBX_BY_TAG", _library.KEYS["tag"]), ("KBX_NO", 0), ("KBX_YES", 2),
                            ("KBC_MATCHING", _library.MATCHING),
                            ("KBC_SEARCHING", _library.SEARCHING), ("KBC_OK", _library.OK),
                            ("KBC_UNABLE", _library.UNABLE), ("KBC_TOO_LONG", _library.TOO_LONG),
                            ("KBC_NO_MEMORY", _library.NO_MEMORY)]:
            self.assertRegex(header, rf"\b{name} = {value}\b")

    def test_structures_have_the_members_of_the_header(self):
        header = re.sub(r"/\*.*?\*/", "", "".join(
            (ROOT / path).read_text(encoding="utf-8")
            for path in ("tools/query/capi/kbc.h", "tools/reader/kbx/kbx.h")), flags=re.DOTALL)
        types = {"size_t": ctypes.c_size_t, "uint32_t": ctypes.c_uint32, "double": ctypes.c_double,
                 "int32_t": ctypes.c_int32, "uint64_t": ctypes.c_uint64,
                 "kbx_text": _library.TextView, "const char*": ctypes.c_void_p}
        for ours, name in [(_library.TextView, "kbx_text"), (_library.Hit, "kbc_hit"),
                           (_library.MatchOptions, "kbc_match_options"),
                           (_library.SearchOptions, "kbc_search_options"),
                           (_library.Capture, "kbc_capture"), (_library.Found, "kbc_found")]:
            members, = re.findall(rf"typedef struct {{([^}}]*)}} {name};", header)
            theirs = [(member.strip(), types[kind])
                      for kind, names in re.findall(r"(const char\*|\w+) ([^;]+);", members)
                      for member in names.split(",")]
            self.assertEqual(ours._fields_, theirs, name)


class Package(unittest.TestCase):
    def test_the_syntax_is_of_python_3_8(self):
        for file in PACKAGE.glob("*.py"):
            ast.parse(file.read_text(encoding="utf-8"), str(file), feature_version=(3, 8))

    def test_types_are_declared(self):
        self.assertTrue((PACKAGE / "py.typed").exists())
        for name in kbx.__all__:
            thing = getattr(kbx, name)
            self.assertTrue(thing.__doc__, name)
            if isinstance(thing, type):
                for part, value in vars(thing).items():
                    if callable(value) and part[0] != "_":
                        self.assertIn("return", typing.get_type_hints(value), (name, part))
            else:
                self.assertIn("return", typing.get_type_hints(thing), name)

    @unittest.skipUnless(shutil.which("mypy"), "mypy is not installed")
    def test_a_checker_of_types_finds_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(["mypy", "--strict", "--cache-dir", folder, PACKAGE.name],
                                  cwd=PACKAGE.parent, stdout=subprocess.PIPE,
                                  universal_newlines=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout)


if __name__ == "__main__":
    unittest.main()
