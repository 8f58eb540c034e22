"""The Python package answers as kbc does."""

import concurrent.futures
import json
import math
import pathlib
import tempfile
import unittest

import kbx
from support import ROOT, index_file, kbc, messages


def told(hits):
    """Hits as `kbc match --format json` writes them, but for the entry."""
    return [{"id": hit.id, "score": hit.score, "line": hit.line, "begin": hit.begin,
             "end": hit.end, "matched": hit.matched, "signature": hit.signature,
             **({"via": hit.via} if hit.via else {}),
             **({"captures": hit.captures} if hit.captures else {}),
             "count": hit.line_count, "lines": list(hit.lines), "text": hit.text}
            for hit in hits]


def answered(*arguments):
    """The hits that `kbc match` prints."""
    output = kbc("match", "--index", index_file(), "--all", "--format", "json", *arguments)
    return [{name: value for name, value in hit.items() if name != "entry"}
            for hit in json.loads(output)]


def rounded(score):
    """As the output of `kbc search` has it."""
    return math.floor(score * 1000 + 0.5) / 1000


class Answers(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.index = kbx.open(index_file())
        cls.messages = messages()

    def assert_same(self, text, ours, theirs):
        if ours != theirs:
            with self.subTest(text=text):
                self.assertEqual(ours, theirs)

    def test_every_message(self):
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            answers = pool.map(lambda text: answered("--", text), self.messages)
            for message, answer in zip(self.messages, answers):
                self.assert_same(message, told(self.index.match(message.encode())), answer)

    def test_each_of_many_is_one_by_one(self):
        texts = [message.encode() for message in self.messages]
        one_by_one = [self.index.match(text) for text in texts]
        self.assertEqual(list(self.index.match_each(texts)), one_by_one)
        self.assertGreater(sum(map(bool, one_by_one)), len(texts) // 2)
        # However the texts come, and whatever they are.
        texts = [message for message in self.messages] + ["näh ", "\udcff", "", "x" * 2000] * 100
        one_by_one = [self.index.match(text) for text in texts]
        self.assertTrue(any(hit.begin != other.begin for text, answer in zip(texts, one_by_one)
                            for hit, other in zip(answer, self.index.match(text.encode(
                                "utf-8", "surrogateescape")))))
        mixed = [text.encode() if number % 3 == 1 and text.isascii() else text
                 for number, text in enumerate(texts)]
        for many in (texts, tuple(texts), iter(texts), mixed, texts[:1], texts[:256], texts[:257]):
            answers = list(self.index.match_each(many))
            self.assertEqual(answers, one_by_one[:len(answers)])
            if not isinstance(many, type(iter(texts))):
                self.assertEqual(len(answers), len(many))
        self.assertEqual(list(self.index.match_each([])), [])
        self.assertEqual(list(self.index.match_each(texts, top=1, min_score=40)),
                         [[hit for hit in answer if hit.score >= 40][:1] for answer in one_by_one])
        # An answer is there before the next text is asked for.
        asked = []
        answers = self.index.match_each(asked.append(text) or text for text in texts)
        for number in range(3):
            self.assertEqual(next(answers), one_by_one[number])
            self.assertEqual(len(asked), number + 1)

    def test_a_log_however_it_comes(self):
        lines = [message.replace("\n", "\r\n") for message in self.messages]
        ordinary = ROOT.joinpath("tests/match/ordinary_output.txt").read_text(encoding="utf-8")
        log = "\n".join(lines[::2] + [ordinary] + lines[1::2]).encode()
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "log")
            path.write_bytes(log)
            theirs = answered("--file", str(path))
            self.assertGreater(len(theirs), 100)
            ours = self.index.match_log(log)
            self.assertEqual(told(ours), theirs)
            self.assertEqual(self.index.match_log(path), ours)
            with path.open("rb") as file:
                self.assertEqual(self.index.match_log(file), ours)
            with path.open(encoding="utf-8", newline="") as file:
                self.assertEqual(self.index.match_log(file), ours)
        self.assertEqual(self.index.match_log(log.decode()), ours)
        self.assertEqual(self.index.match_log(memoryview(log)), ours)
        self.assertEqual(self.index.match_log(log.split(b"\n")), ours)
        self.assertEqual(self.index.match_log(line + b"\n" for line in log.split(b"\n")), ours)

    def test_options(self):
        text = max(self.messages, key=lambda message: len(self.index.match(message)))
        every = self.index.match(text)
        self.assertGreater(len(every), 1)
        self.assertEqual(self.index.match(text, top=1), every[:1])
        self.assertEqual(next(self.index.match_each([text], top=1)), every[:1])
        self.assertEqual(self.index.match(text, top=2**40), every)
        middle = every[0].score
        self.assertEqual(self.index.match(text, min_score=middle),
                         [hit for hit in every if hit.score >= middle])
        for option, value in [("product", "Git 2.40"), ("product", "nothing"), ("os", "linux"),
                              ("os", "windows")]:
            for message in self.messages[::40]:
                theirs = answered(f"--{option}", value, "--", message)
                ours = self.index.match(message.encode(), **{option: value})
                self.assert_same((message, value), told(ours), theirs)
        quoted = json.dumps({"message": "! [rejected] main -> main (non-fast-forward)"})
        self.assertEqual([hit.via for hit in self.index.match(quoted, top=1)], [None])
        escaped = quoted.replace("rejected", "\\u0072ejected").replace("non-fast", "non\\u002dfast")
        self.assertEqual([hit.via for hit in self.index.match(escaped)], ["json .message"])
        self.assertEqual(self.index.match(escaped, plain=True), [])

    def test_a_score_is_the_sum_of_its_parts(self):
        for message in self.messages[::20]:
            for hit in self.index.match(message):
                self.assertAlmostEqual(sum(hit.parts), hit.score)

    def test_searching(self):
        for words in ["port in use", "端口 被占用", "ENOSPC", "no such word at alll", "the",
                      "permission denied (publickey)", "postgres connection refused"]:
            for domain in (None, "git"):
                options = ["--domain", domain] if domain else []
                output = kbc("search", "--index", index_file(), "--all", "--format", "ndjson",
                             *options, "--", words)
                ours = [{"id": found.id, "score": rounded(found.score),
                         "words": list(found.words), "signature": found.signature}
                        for found in self.index.search(words, top=None, domain=domain)]
                self.assert_same(words, ours, [json.loads(line) for line in output.splitlines()])
        self.assertEqual(self.index.search(""), [])
        self.assertEqual(len(self.index.search("error")), 10)
        self.assertEqual(self.index.search("error", top=3), self.index.search("error")[:3])

    def test_every_entry(self):
        shown = {one["id"]: one
                 for one in json.loads(kbc("show", "--index", index_file(), "--format", "json",
                                           *self.index))}
        self.assertEqual(len(shown), len(self.index))
        for id, entry in self.index.items():
            self.assertEqual(json.loads(entry.json), shown[id])
            members = {**shown[id], **shown[id].get("transition_graph", {})}
            members.pop("transition_graph", None)
            for name, value in members.items():
                ours = getattr(entry, name)
                if isinstance(value, list) and value and isinstance(value[0], dict):
                    ours = [{key: list(part) if isinstance(part, tuple) else part
                             for key, part in item._asdict().items() if part not in (None, ())}
                            for item in ours]
                    value = [{key: part for key, part in item.items() if part != []}
                             for item in value]
                self.assertEqual(list(ours) if isinstance(ours, tuple) else ours, value, (id, name))


if __name__ == "__main__":
    unittest.main()
