// Searching in indexes that kbc has written, and in damaged ones.

#include "search/searcher.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "emit/emit.h"
#include "index/damage.h"
#include "index/made_index.h"
#include "kbx/index.h"
#include "kbx/postings.h"
#include "link/link.h"
#include "lower/entry_fields.h"
#include "lower/lower.h"
#include "parse/parse.h"
#include "text/languages.h"
#include "text/terms.h"

namespace kbc {
namespace {

using Ids = std::vector<std::string>;

// An index and what searches it.
class Searched {
 public:
  explicit Searched(std::string bytes) : bytes_(std::move(bytes)) {
    std::string error;
    index_ = kbx::Index::over(bytes_, error);
    REQUIRE(index_);
    const bool is_sound = index_->verify(error);
    INFO(error);
    REQUIRE(is_sound);
    searcher_ = Searcher::over(*index_, error);
    INFO(error);
    REQUIRE(searcher_);
  }

  Found found(std::string_view query, SearchOptions options = {}) {
    return searcher_->search(query, options, scratch_);
  }
  Ids ids(std::string_view query, SearchOptions options = {}) {
    Ids ids;
    for (const SearchHit& hit : found(query, options).hits) {
      ids.emplace_back(index_->at(hit.entry)->id());
    }
    return ids;
  }
  std::string first(std::string_view query) {
    const Ids all = ids(query);
    return all.empty() ? "" : all.front();
  }

  const kbx::Index& index() const { return *index_; }
  const WordTables& tables() const { return searcher_->tables(); }

 private:
  std::string bytes_;
  std::optional<kbx::Index> index_;
  std::optional<Searcher> searcher_;
  SearchScratch scratch_;
};

const std::vector<std::string> kFew = {
    R"({"id": "a/one", "signature": "port in use", "domain": "a", "root_cause": "another process",
        "tags": ["socket"], "signature_zh": "端口被占用", "error_code": "EADDRINUSE",
        "dead_ends": [{"action": "wait"}], "workarounds": [{"action": "kill the process"}]})",
    R"({"id": "a/two", "signature": "disk full", "domain": "a", "root_cause": "a port of the disk",
        "dead_ends_zh": ["重启服务器"], "workarounds_zh": ["清理磁盘"], "root_cause_zh": "磁盘已满"})",
    R"({"id": "b/three", "signature": "ModuleNotFoundError: No module named x", "domain": "b",
        "root_cause": "ports are modules, and queries too"})"};

std::string index_with_jobs(const std::vector<std::string>& entries, unsigned jobs) {
  Pools pools;
  std::vector<Objects> objects(1);
  for (const std::string& text : entries) {
    Document document;
    parse_json(text, Dialect::kJson, document);
    const Entry entry = lower(document, {}, text, "", CaseRule::kIgnoreCase);
    assemble(entry, static_cast<FileId>(objects[0].entries.size()), pools, objects[0]);
  }
  LinkOptions options;
  options.jobs = jobs;
  const Result<Image> image = link(objects, pools, {}, {}, options);
  REQUIRE(image);
  std::ostringstream out;
  write_index(*image, out);
  return std::move(out).str();
}

// All terms of the texts that are looked at, by entry: by the reader, not by the writer.
std::set<std::string> terms_of(const kbx::Entry<kbx::Mapped>& entry) {
  std::set<std::string> all;
  Terms terms(Terms::Use::kText);
  const auto add = [&](std::string_view text) {
    terms.split(text);
    for (std::size_t at = 0; at < terms.size(); ++at) all.emplace(terms[at]);
  };
  for (const std::string_view text :
       {entry.id(), entry.error_code(), entry.signature(), entry.root_cause()}) {
    add(text);
  }
  for (const Translation& translation : kTranslations) {
    const kbx::EntryField& field = *translation.field;
    if (kbx::is_text(field)) add(entry.text_of(field));
    if (!kbx::is_text_list(field)) continue;
    for (const std::string_view text : entry.texts_of(field)) add(text);
  }
  for (const std::string_view tag : entry.tags()) add(tag);
  for (const auto& way : entry.dead_ends()) add(way.action);
  for (const auto& way : entry.workarounds()) add(way.action);
  return all;
}

}  // namespace

TEST_CASE("a word counts fifteen times in a text at most", "[search]") {
  // Of forty words, so many are `port`.
  const auto entry = [](const std::string& id, int times) {
    std::string text;
    for (int word = 0; word < 40; ++word) text += word < times ? " port" : " word";
    return R"({"id": "a/)" + id + R"(", "signature": ")" + text.substr(1) + "\"}";
  };
  Searched searched(index_of({entry("a", 1), entry("b", 15), entry("c", 16), entry("d", 17),
                              entry("e", 32), entry("f", 40)}));
  const Found found = searched.found("port");
  REQUIRE(found.hits.size() == 6);
  for (std::size_t at = 1; at < 5; ++at) CHECK(found.hits[at].score == found.hits[0].score);
  CHECK(found.hits[5].score < found.hits[0].score);
  CHECK(searched.ids("port").back() == "a/a");
}

TEST_CASE("search finds words in every text that is looked at", "[search]") {
  Searched searched(index_of(kFew));
  CHECK(searched.ids("socket") == Ids{"a/one"});
  CHECK(searched.ids("eaddrinuse") == Ids{"a/one"});
  CHECK(searched.ids("wait") == Ids{"a/one"});
  CHECK(searched.ids("kill") == Ids{"a/one"});
  CHECK(searched.ids("process") == Ids{"a/one"});
  CHECK(searched.ids("three") == Ids{"b/three"});
  CHECK(searched.ids("module found") == Ids{"b/three"});
  CHECK(searched.ids("端口") == Ids{"a/one"});
  CHECK(searched.ids("清理") == Ids{"a/two"});
  CHECK(searched.ids("已满") == Ids{"a/two"});
  CHECK(searched.ids("nothing") == Ids{});
  CHECK(searched.ids("") == Ids{});
  CHECK(searched.ids("...") == Ids{});
}

TEST_CASE("a word counts more in a signature, and a rare one more than a frequent one",
          "[search]") {
  Searched searched(index_of(kFew));
  CHECK(searched.ids("port") == Ids{"a/one", "a/two", "b/three"});
  CHECK(searched.ids("port disk") == Ids{"a/two", "a/one", "b/three"});
  const Found found = searched.found("port PORT nothing-of-it");
  CHECK(found.words == Ids{"port", "nothing"});
  CHECK(found.known == 0b1);
  CHECK(found.total == 3);
  for (const SearchHit& hit : found.hits) CHECK(hit.score > 0);
}

TEST_CASE("singular and plural find each other, and the one that is asked for first", "[search]") {
  Searched searched(
      index_of({R"({"id": "a/one", "signature": "query proxy class"})",
                R"({"id": "a/two", "signature": "queries proxies classes"})",
                R"({"id": "a/x", "signature": "http"})", R"({"id": "a/y", "signature": "https"})",
                R"({"id": "a/z", "signature": "statu"})"}));
  for (const std::string word : {"query", "proxy", "class"}) {
    CHECK(searched.ids(word) == Ids{"a/one", "a/two"});
  }
  for (const std::string word : {"queries", "proxies", "classes"}) {
    CHECK(searched.ids(word) == Ids{"a/two", "a/one"});
  }
  CHECK(searched.ids("http") == Ids{"a/x"});
  CHECK(searched.ids("https") == Ids{"a/y"});
  CHECK(searched.ids("status") == Ids{});
}

TEST_CASE("a word that is not there is taken as the beginning of others", "[search]") {
  Searched searched(index_of(kFew));
  CHECK(searched.ids("proc") == Ids{"a/one"});
  CHECK(searched.ids("modulenot") == Ids{"b/three"});
  CHECK(searched.ids("po") == Ids{});
  CHECK(searched.ids("磁") == Ids{"a/two"});
  CHECK(searched.ids("盘") == Ids{"a/two"});
  CHECK(searched.ids("用") == Ids{"a/one"});
}

TEST_CASE("words that say nothing do not count, unless there are no others", "[search]") {
  Searched searched(
      index_of({R"({"id": "a/one", "signature": "am I the owner"})",
                R"({"id": "a/two", "signature": "what are the limits"})",
                R"({"id": "a/three", "signature": "owner", "root_cause_zh": "的"})"}));
  CHECK(searched.found("why am I not the owner").words == Ids{"not", "owner"});
  CHECK(searched.first("what is the owner") == "a/three");
  CHECK(searched.found("what are the").words == Ids{"what", "are", "the"});
  CHECK(searched.first("what are the") == "a/two");
  CHECK(searched.found("什么 问题").words == Ids{"问题"});
  CHECK(searched.ids("的") == Ids{"a/three"});
}

TEST_CASE("a word finds those of its stem, after itself", "[search]") {
  Searched searched(index_of({R"({"id": "a/one", "signature": "postgresql"})",
                              R"({"id": "a/two", "signature": "postgres"})",
                              R"({"id": "a/x", "signature": "connection lost"})",
                              R"({"id": "a/y", "signature": "postgresqlserver"})",
                              R"({"id": "a/z", "signature": "port portable"})"}));
  CHECK(searched.ids("postgres") == Ids{"a/two", "a/one"});
  CHECK(searched.ids("connected") == Ids{"a/x"});
  CHECK(searched.ids("connecting") == Ids{"a/x"});
  // Of short words too many begin with them.
  CHECK(searched.ids("port") == Ids{"a/z"});
  CHECK(searched.ids("ports") == Ids{"a/z"});
}

TEST_CASE("a pair of characters from two words counts less than the words", "[search]") {
  const auto entry = [](const std::string& id, const std::string& text) {
    return R"({"id": "a/)" + id + R"(", "signature_zh": ")" + text + "\"}";
  };
  Searched searched(
      index_of({entry("across", "盘空"), entry("disk", "磁盘"), entry("disks", "磁盘"),
                entry("space", "空间"), entry("spaces", "空间"), entry("particle", "盘的")}));
  CHECK(searched.ids("磁盘空间").back() == "a/across");
  CHECK(searched.ids("盘空") == Ids{"a/across"});
  CHECK(searched.ids("磁盘的").back() == "a/particle");
}

TEST_CASE("search gives the best few, of one domain if that is wanted", "[search]") {
  Searched searched(index_of(kFew));
  CHECK(searched.ids("port", {1, ""}) == Ids{"a/one"});
  CHECK(searched.ids("port", {2, ""}) == Ids{"a/one", "a/two"});
  CHECK(searched.found("port", {1, ""}).total == 3);
  CHECK(searched.ids("port", {10, "b"}) == Ids{"b/three"});
  CHECK(searched.ids("port", {10, "c"}) == Ids{});
  CHECK(searched.ids("port", {0, ""}) == Ids{});
  // What one search leaves in its scratch is nothing to the next.
  CHECK(searched.ids("port") == Ids{"a/one", "a/two", "b/three"});
}

TEST_CASE("the tables of words hold the words of each entry, and no others", "[search]") {
  Searched searched(index_of(own_entries()));
  const WordTables& tables = searched.tables();
  std::vector<std::set<std::string>> in_tables(searched.index().size());
  for (std::uint32_t word = 0; word < tables.size(); ++word) {
    std::string_view postings = tables.postings(word);
    for (kbx::Posting posting; kbx::next_posting(postings, posting);) {
      in_tables.at(posting.entry).emplace(tables.text(word));
    }
    CHECK(tables.find(tables.text(word)) == word);
  }
  for (const auto& entry : searched.index().entries()) {
    CAPTURE(entry.id());
    CHECK(in_tables[entry.index()] == terms_of(entry));
  }
}

TEST_CASE("a word's impact is that of BM25F in real numbers", "[search]") {
  // The signatures have 3, 2 and 9 words with their parts, the causes 2, 5 and 6.
  Searched searched(index_of(kFew));
  const auto impact = [&](std::string_view word, std::uint32_t entry) {
    std::string_view postings = searched.tables().postings(searched.tables().find(word));
    for (kbx::Posting posting; kbx::next_posting(postings, posting);) {
      if (posting.entry == entry) return posting.impact;
    }
    return std::uint32_t{0};
  };
  const auto expected = [](double frequency) { return 255 * frequency / (frequency + 1.2); };
  const double signatures = (3 + 2 + 9) / 3.0;
  CHECK(std::abs(impact("use", 0) - expected(4 / (0.25 + 0.75 * 3 / signatures))) < 2);
  const double causes = (2 + 5 + 6) / 3.0;
  CHECK(std::abs(impact("ports", 2) - expected(2 / (0.25 + 0.75 * 6 / causes))) < 2);
}

TEST_CASE("the same entries have the same words, whoever counts them", "[search]") {
  std::vector<std::string> entries = own_entries();
  const std::string one = index_with_jobs(entries, 1);
  CHECK(one == index_with_jobs(entries, 3));
  std::shuffle(entries.begin(), entries.end(), std::mt19937(3));
  CHECK(one == index_with_jobs(entries, 1000));
}

TEST_CASE("people find the repository's own entries", "[search]") {
  Searched searched(index_of(own_entries()));
  CHECK(searched.first("port in use") == "networking/address-already-in-use");
  CHECK(searched.first("nginx address already in use") == "nginx/bind-address-in-use");
  CHECK(searched.first("EADDRINUSE") == "node/listen-address-in-use");
  const Ids chinese = searched.ids("端口 被占用", {5, ""});
  CHECK(std::count(chinese.begin(), chinese.end(), "nginx/bind-address-in-use") +
            std::count(chinese.begin(), chinese.end(), "node/listen-address-in-use") >
        0);
  CHECK(searched.first("git push rejected") == "git/push-rejected-non-fast-forward");
  CHECK(searched.first("npm missing script") == "node/npm-missing-script");
  CHECK(searched.first("javascript heap out of memory") == "node/heap-out-of-memory");
}

TEST_CASE("an entry is found first by the words of its signature", "[search]") {
  Searched searched(index_of(own_entries()));
  std::size_t first = 0;
  for (const auto& entry : searched.index().entries()) {
    first += searched.first(entry.signature()) == entry.id() ? 1 : 0;
  }
  CHECK(first * 100 >= searched.index().size() * 95);
}

TEST_CASE("a query of any length is answered", "[search]") {
  Searched searched(index_of(kFew));
  std::string query;
  for (int number = 0; number < 100000; ++number) query += "w" + std::to_string(number) + " ";
  CHECK(searched.found(query + "port").words.size() == kMostQueryWords);
  CHECK(searched.found("port " + query).hits.size() == 3);
  CHECK(searched.ids(std::string(1000000, 'p')) == Ids{});
}

TEST_CASE("an index without words says so", "[search]") {
  std::string bytes = index_of(kFew);
  for (std::size_t row = 0; row < rows_inside(bytes); ++row) {
    // As a reader of version 1.2 sees a file of version 1.1.
    char* place = bytes.data() + kbx::kHeaderBytes + row * kbx::kSectionRowBytes;
    if (place[0] == 'S' && place[1] == 'R') place[0] = 'x';
  }
  fix_checksums(bytes);
  std::string error;
  const auto index = kbx::Index::over(bytes, error);
  REQUIRE(index);
  CHECK(index->verify(error));
  CHECK(!Searcher::over(*index, error));
  CHECK(error == "it has no word tables; rebuild it");
  Searched empty(index_of({}));
  CHECK(empty.ids("port") == Ids{});
}

TEST_CASE("verify finds what is wrong with words", "[search]") {
  using kbx::Section;
  using kbx::TermAt;
  const std::string whole = index_of(kFew);
  std::string error;
  const auto fault_after = [&](const auto& change) {
    std::string bytes = whole;
    change(bytes);
    fix_checksums(bytes);
    const auto index = kbx::Index::over(bytes, error);
    if (index) index->verify(error);
    return error;
  };
  const auto with = [&](std::size_t row, std::size_t at, std::uint32_t value) {
    return fault_after([&](std::string& bytes) {
      put32(bytes, row_begin(bytes, Section::kTerms, row) + at, value);
    });
  };
  const std::uint32_t rows =
      kbx::load32(whole.data() + table_row(Section::kTerms) + kbx::SectionAt::kCount);
  const std::string last = "section SRTM, row " + std::to_string(rows - 1) + ": ";
  CHECK(with(0, TermAt::kText, 1) == "section SRTM, row 0: empty, or not in order");
  CHECK(with(1, TermAt::kText, 0) == "section SRTM, row 1: empty, or not in order");
  CHECK(with(1, TermAt::kPostings, 0xFFFFFFFF) == "section SRTM, row 2: empty, or not in order");
  CHECK(with(rows - 1, TermAt::kText, 0xFFFFFFFF) ==
        "section SRTX: does not end with the last word");
  CHECK(with(rows - 1, TermAt::kPostings, 0xFFFFFFFF) ==
        "section SRPO: does not end with the last word");
  CHECK(with(rows - 1, TermAt::kEntries, 1) == last + "the last has entries");
  CHECK(with(0, TermAt::kEntries, 7) == "section SRTM, row 0: entries: not as many as there are");
  const auto with_posting = [&](std::size_t at, unsigned char value) {
    return fault_after([&](std::string& bytes) {
      bytes[begin_of(bytes, Section::kPostings) + at] = static_cast<char>(value);
    });
  };
  CHECK(with_posting(0, 9) ==
        "section SRTM, row 0: postings: an entry that is not there, or not in order");
  CHECK(with_posting(0, 0) == "section SRTM, row 0: postings: not steps from end to end");
  CHECK(with_posting(1, 0) == "section SRTM, row 0: postings: not steps from end to end");
  CHECK(fault_after([&](std::string& bytes) {
          bytes[begin_of(bytes, Section::kTermTexts)] = '\xFF';
        }) == "section SRTM, row 0: text: not UTF-8");
  CHECK(fault_after([&](std::string& bytes) {
          bytes[begin_of(bytes, Section::kTermTexts)] = 'z';
        }) == "section SRTM, row 1: text: not in order");
}

TEST_CASE("damaged tables of words are survived", "[search]") {
  const std::string whole = index_of(kFew);
  const std::size_t begin = begin_of(whole, kbx::Section::kTermTexts);
  std::mt19937 random(17);
  SearchScratch scratch;
  std::string error;
  std::size_t sound = 0, found = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = whole;
    for (int change = 1 + static_cast<int>(random() % 4); change > 0; --change) {
      const std::size_t at = begin + random() % (whole.size() - begin);
      bytes[at] = static_cast<char>(random() % 3 == 0 ? 0xFF : random());
    }
    fix_checksums(bytes);
    const ExactCopy copy(bytes);
    const auto index = kbx::Index::over(copy.view(), error);
    REQUIRE(index);
    sound += index->verify(error) ? 1 : 0;
    const auto searcher = Searcher::over(*index, error);
    REQUIRE(searcher);
    for (const std::string_view query : {"port in use", "磁", "磁盘 端口", "pro disk modules x"}) {
      const Found all = searcher->search(query, {}, scratch);
      for (const SearchHit& hit : all.hits) CHECK(hit.entry < index->size());
      found += all.hits.size();
    }
  }
  CHECK(sound < 1500);
  CHECK(found > 3000);
}

TEST_CASE("steps of postings have one form", "[search]") {
  const auto taken = [](std::string_view bytes) {
    kbx::Posting posting;
    return kbx::next_posting(bytes, posting) ? std::optional(posting.entry) : std::nullopt;
  };
  using std::string_view_literals::operator""sv;
  CHECK(taken("\x01\x05"sv) == 0U);
  CHECK(taken("\x80\x01\x05"sv) == 127U);
  CHECK(taken("\xFF\xFF\xFF\xFF\x0F\x05"sv) == 0xFFFFFFFEU);
  for (const std::string_view none :
       {""sv, "\x01"sv, "\x01\x00"sv, "\x00\x05"sv, "\x81\x00\x05"sv, "\x80"sv,
        "\xFF\xFF\xFF\xFF\x1F\x05"sv, "\xFF\xFF\xFF\xFF\xFF\x01\x05"sv}) {
    CHECK(taken(none) == std::nullopt);
  }
}

}  // namespace kbc
