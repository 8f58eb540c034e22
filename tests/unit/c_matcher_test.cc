// What kbc.h promises. That its answers are those of the commands is in cli/c_library_test.cc.

#include <cstring>
#include <fstream>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "capi/kbc.h"
#include "catch.h"
#include "index/damage.h"
#include "index/made_index.h"
#include "kbx/index.h"
#include "kbx/json.h"
#include "match/made_log.h"
#include "paths.h"
#include "unit/counted_new.h"

namespace kbc {
namespace {

std::string_view view(kbx_text text) { return {text.data, text.size}; }

using Result = std::unique_ptr<kbc_result, decltype(&kbc_result_free)>;
Result new_result() { return {kbc_result_new(), kbc_result_free}; }

// An index in memory, ready for questions.
class Base {
 public:
  explicit Base(std::string index) : bytes_(std::move(index)) {
    char error[100];
    index_ = kbx_open_memory(bytes_.data(), bytes_.size(), error, sizeof error);
    REQUIRE(index_ != nullptr);
    base_ = kbc_open(index_, error, sizeof error);
    REQUIRE(base_ != nullptr);
    CHECK(std::string(error).empty());
  }
  ~Base() {
    kbc_close(base_);
    kbx_close(index_);
  }
  Base(const Base&) = delete;
  Base& operator=(const Base&) = delete;

  const kbc_base* operator*() const { return base_; }
  const kbx_index* index() const { return index_; }

 private:
  std::string bytes_;
  kbx_index* index_ = nullptr;
  kbc_base* base_ = nullptr;
};

// Three entries, of which one has named groups, and one names a product and a system.
std::string three() {
  return index_of({R"({"id": "a/port", "signature": "port 80 is in use",
                       "regex": "port (?P<port>\\d+) is in use", "root_cause": "A server runs."})",
                   R"({"id": "a/disk", "signature": "disk full", "regex": "disk full",
                       "versions": [{"version": "Alpha >=1"}], "os_specific": {"linux": "x"}})",
                   R"({"id": "b/lines", "signature": "first then second",
                       "regex": "first\\s+second"})"});
}

kbc_hit hit_at(const kbc_result* result, std::uint32_t at) {
  kbc_hit hit;
  std::memset(&hit, 0xAB, sizeof hit);
  hit.struct_size = sizeof hit;
  CHECK(kbc_hit_at(result, at, &hit) == KBC_OK);
  CHECK(hit.struct_size == sizeof hit);
  return hit;
}

std::vector<std::string> ids(const kbc_result* result) {
  std::vector<std::string> found;
  for (std::uint32_t at = 0; at < kbc_size(result); ++at) {
    found.emplace_back(view(hit_at(result, at).id));
  }
  return found;
}

using Ids = std::vector<std::string>;

int match(const Base& base, std::string_view text, kbc_result* result,
          const kbc_match_options* options = nullptr) {
  return kbc_match(*base, text.data(), text.size(), options, result);
}

// Texts as kbc_match_each takes them, and how many hits each has.
struct Many {
  explicit Many(const std::vector<std::string>& given) : sizes(given.size(), 77) {
    for (const std::string& text : given) {
      texts += text;
      ends.push_back(texts.size());
    }
  }
  int match(const Base& base, kbc_result* result, const kbc_match_options* options = nullptr) {
    return kbc_match_each(*base, texts.data(), ends.data(), static_cast<std::uint32_t>(ends.size()),
                          options, sizes.data(), result);
  }

  std::string texts;
  std::vector<std::uint64_t> ends;
  std::vector<std::uint32_t> sizes;
};

using Sizes = std::vector<std::uint32_t>;

kbc_match_options match_options() {
  kbc_match_options options = {};
  options.struct_size = sizeof options;
  return options;
}

}  // namespace

TEST_CASE("the C matcher says where, how and how well an entry matches", "[capi]") {
  const Base base(three());
  const Result result = new_result();
  const std::string text = "x\n{\"msg\": \"port\\u00208080 is in use\"}";
  REQUIRE(match(base, text, result.get()) == KBC_OK);
  REQUIRE(kbc_size(result.get()) == 1);
  CHECK(kbc_total(result.get()) == 1);
  const kbc_hit hit = hit_at(result.get(), 0);
  CHECK(view(hit.id) == "a/port");
  CHECK(view(hit.signature) == "port 80 is in use");
  CHECK(hit.entry == kbx_find(base.index(), "a/port"));
  CHECK(hit.confused_with == KBX_NONE);
  CHECK(view(hit.matched) == "port 8080 is in use");
  CHECK(view(hit.via) == "json .msg");
  CHECK(text.substr(hit.begin, hit.end - hit.begin) == "port\\u00208080 is in use");
  CHECK(hit.line == 2);
  CHECK(hit.count == 1);
  CHECK(hit.score == hit.specificity + hit.coverage + hit.confidence + hit.context + hit.confusion);
  CHECK(hit.score > 10);
  REQUIRE(hit.captures_size == 1);
  kbc_capture capture = {};
  capture.struct_size = sizeof capture;
  REQUIRE(kbc_capture_at(result.get(), 0, 0, &capture) == KBC_OK);
  CHECK(view(capture.name) == "port");
  CHECK(view(capture.value) == "8080");
  CHECK(kbc_capture_at(result.get(), 0, 1, &capture) == KBC_BAD_ARGUMENT);
  CHECK(kbc_line_at(result.get(), 0, 0) == 1);
  CHECK(kbc_line_at(result.get(), 0, 1) == 0);
}

TEST_CASE("the C matcher takes the options of kbc match", "[capi]") {
  const Base base(three());
  const Result result = new_result();
  const std::string text = "disk full, {\"m\": \"port\\u00201 is in use\"}";
  kbc_match_options options = match_options();
  REQUIRE(match(base, text, result.get(), &options) == KBC_OK);
  CHECK(kbc_size(result.get()) == 2);
  options.top = 1;
  REQUIRE(match(base, text, result.get(), &options) == KBC_OK);
  CHECK(kbc_size(result.get()) == 1);
  CHECK(kbc_total(result.get()) == 2);
  options.top = 0;
  options.plain = 1;
  REQUIRE(match(base, text, result.get(), &options) == KBC_OK);
  CHECK(ids(result.get()) == Ids{"a/disk"});
  options.plain = 0;
  options.product = {"Beta", 4};
  REQUIRE(match(base, text, result.get(), &options) == KBC_OK);
  CHECK(ids(result.get()) == Ids{"a/port"});
  options.product = {};
  options.os = {"windows", 7};
  REQUIRE(match(base, text, result.get(), &options) == KBC_OK);
  CHECK(ids(result.get()) == Ids{"a/port"});
  options.os = {"linux", 5};
  options.min_score = 100;
  REQUIRE(match(base, text, result.get(), &options) == KBC_OK);
  CHECK(kbc_size(result.get()) == 0);
  CHECK(kbc_total(result.get()) == 0);
}

TEST_CASE("each of many texts is matched by itself", "[capi]") {
  const Base base(three());
  const Result result = new_result(), one = new_result();
  const std::vector<std::string> texts = {
      "disk full, and port 1 is in use", "", "first", "second", "a\nport 23 is in use", "x"};
  Many many(texts);
  REQUIRE(many.match(base, result.get()) == KBC_OK);
  CHECK(many.sizes == Sizes{2, 0, 0, 0, 1, 0});
  REQUIRE(kbc_size(result.get()) == 3);
  CHECK(kbc_total(result.get()) == 3);
  std::uint32_t at = 0;
  for (const std::string& text : texts) {
    REQUIRE(match(base, text, one.get()) == KBC_OK);
    for (std::uint32_t own = 0; own < kbc_size(one.get()); ++own, ++at) {
      const kbc_hit expected = hit_at(one.get(), own), hit = hit_at(result.get(), at);
      CHECK(view(hit.id) == view(expected.id));
      CHECK(hit.score == expected.score);
      CHECK(hit.line == expected.line);
      CHECK(hit.begin == expected.begin);
      CHECK(hit.end == expected.end);
      CHECK(hit.captures_size == expected.captures_size);
      CHECK(view(hit.text) == view(expected.text));
      CHECK(view(hit.matched) == view(expected.matched));
    }
  }
  CHECK(at == 3);
  // The options hold for each text, and nothing of the answer before is left.
  kbc_match_options options = match_options();
  options.top = 1;
  REQUIRE(many.match(base, result.get(), &options) == KBC_OK);
  CHECK(many.sizes == Sizes{1, 0, 0, 0, 1, 0});
  CHECK(kbc_size(result.get()) == 2);
  CHECK(kbc_total(result.get()) == 3);
  options.product = {"Beta", 4};
  REQUIRE(many.match(base, result.get(), &options) == KBC_OK);
  CHECK(ids(result.get()) == Ids{"a/port", "a/port"});
  // Without sizes, and without texts.
  CHECK(kbc_match_each(*base, many.texts.data(), many.ends.data(), 1, nullptr, nullptr,
                       result.get()) == KBC_OK);
  CHECK(kbc_size(result.get()) == 2);
  CHECK(Many({}).match(base, result.get()) == KBC_OK);
  CHECK(kbc_size(result.get()) == 0);
}

TEST_CASE("a log gives the same in one piece and cut anywhere", "[capi]") {
  const Base base(three());
  const std::string log = "ok\r\nport 1 is in use\nfirst\nsecond\r\nport 2 is in use\n\ndisk full";
  const Result whole = new_result();
  REQUIRE(kbc_match_log(*base, log.data(), log.size(), nullptr, whole.get()) == KBC_OK);
  REQUIRE(kbc_size(whole.get()) == 3);
  kbc_log* const pieces = kbc_log_new(*base, nullptr);
  REQUIRE(pieces != nullptr);
  // The same object for one log after the other.
  for (const std::size_t size : {1u, 2u, 3u, 7u, 100u}) {
    const Result result = new_result();
    for (std::size_t at = 0; at < log.size(); at += size) {
      const std::string piece = log.substr(at, size);
      REQUIRE(kbc_log_add(pieces, piece.data(), piece.size()) == KBC_OK);
    }
    REQUIRE(kbc_log_finish(pieces, result.get()) == KBC_OK);
    CHECK(ids(result.get()) == ids(whole.get()));
    for (std::uint32_t at = 0; at < kbc_size(whole.get()); ++at) {
      const kbc_hit own = hit_at(result.get(), at), other = hit_at(whole.get(), at);
      CHECK(own.score == other.score);
      CHECK(own.line == other.line);
      CHECK(own.begin == other.begin);
      CHECK(own.end == other.end);
      CHECK(own.count == other.count);
      CHECK(own.lines_size == other.lines_size);
      CHECK(view(own.text) == view(other.text));
    }
  }
  kbc_log_free(pieces);
  for (std::uint32_t at = 0; at < 3; ++at) {
    const kbc_hit hit = hit_at(whole.get(), at);
    if (view(hit.id) == "a/port") {
      CHECK(hit.count == 2);
      CHECK(hit.line == 2);
      CHECK(kbc_line_at(whole.get(), at, 0) == 2);
      CHECK(kbc_line_at(whole.get(), at, 1) == 5);
    } else if (view(hit.id) == "b/lines") {
      CHECK(view(hit.matched) == "first\nsecond");
      CHECK(hit.line == 3);
      CHECK(hit.begin == 0);
    }
  }
}

TEST_CASE("the C searcher finds entries by words", "[capi]") {
  const Base base(three());
  const Result result = new_result();
  const std::string_view words = "Port lost disk";
  kbc_search_options options = {};
  options.struct_size = sizeof options;
  REQUIRE(kbc_search(*base, words.data(), words.size(), &options, result.get()) == KBC_OK);
  REQUIRE(kbc_size(result.get()) == 2);
  REQUIRE(kbc_words_size(result.get()) == 3);
  CHECK(view(kbc_word_at(result.get(), 0)) == "port");
  CHECK(view(kbc_word_at(result.get(), 2)) == "disk");
  CHECK(kbc_word_at(result.get(), 3).data == nullptr);
  CHECK(kbc_known_words(result.get()) == 5);
  kbc_found first = {}, second = {};
  first.struct_size = second.struct_size = sizeof first;
  REQUIRE(kbc_found_at(result.get(), 0, &first) == KBC_OK);
  REQUIRE(kbc_found_at(result.get(), 1, &second) == KBC_OK);
  CHECK(first.score >= second.score);
  CHECK((first.words | second.words) == 5);
  CHECK(first.entry + second.entry == 0 + 1);
  CHECK(view(first.id).substr(0, 2) == "a/");
  CHECK(kbc_found_at(result.get(), 2, &second) == KBC_BAD_ARGUMENT);
  options.top = 1;
  REQUIRE(kbc_search(*base, words.data(), words.size(), &options, result.get()) == KBC_OK);
  CHECK(kbc_size(result.get()) == 1);
  CHECK(kbc_total(result.get()) == 2);
  options.domain = {"b", 1};
  REQUIRE(kbc_search(*base, words.data(), words.size(), &options, result.get()) == KBC_OK);
  CHECK(kbc_size(result.get()) == 0);
  // A hit is no entry that was found, and the other way round.
  kbc_hit hit = {};
  hit.struct_size = sizeof hit;
  CHECK(kbc_hit_at(result.get(), 0, &hit) == KBC_BAD_ARGUMENT);
}

TEST_CASE("the C decoder gives each reading, and where its bytes were", "[capi]") {
  const Result result = new_result();
  const std::string_view text = "\x1b[31m{\"msg\": \"a\\tb &lt;c&gt;\"}\x1b[0m";
  REQUIRE(kbc_decode(text.data(), text.size(), result.get()) == KBC_OK);
  REQUIRE(kbc_size(result.get()) > 2);
  kbc_reading reading = {};
  reading.struct_size = sizeof reading;
  bool has_message = false;
  for (std::uint32_t at = 0; at < kbc_size(result.get()); ++at) {
    REQUIRE(kbc_reading_at(result.get(), at, &reading) == KBC_OK);
    CHECK((at == 0) == (reading.via.data == nullptr));
    if (at == 0) CHECK(view(reading.text) == "{\"msg\": \"a\\tb &lt;c&gt;\"}");
    std::uint64_t begin = 1, end = 0;
    REQUIRE(kbc_reading_origin(result.get(), at, 0, reading.text.size, &begin, &end) == KBC_OK);
    CHECK(begin < end);
    CHECK(end <= text.size());
    if (view(reading.via) != "json .msg") continue;
    has_message = has_message || view(reading.text) == "a\tb <c>";
    CHECK(text.substr(begin, end - begin) == "a\\tb &lt;c&gt;");
    CHECK(kbc_reading_origin(result.get(), at, 1, reading.text.size + 1, &begin, &end) ==
          KBC_BAD_ARGUMENT);
    CHECK(kbc_reading_origin(result.get(), at, 2, 1, &begin, &end) == KBC_BAD_ARGUMENT);
  }
  CHECK(has_message);
  CHECK(kbc_reading_at(result.get(), kbc_size(result.get()), &reading) == KBC_BAD_ARGUMENT);

  REQUIRE(kbc_decode(nullptr, 0, result.get()) == KBC_OK);
  CHECK(kbc_size(result.get()) == 1);
  const std::string log(std::size_t{64} << 10, '\n');
  CHECK(kbc_decode(log.data(), log.size(), result.get()) == KBC_OK);
  const std::string longer = log + "\n";
  CHECK(kbc_decode(longer.data(), longer.size(), result.get()) == KBC_TOO_LONG);
  CHECK(kbc_size(result.get()) == 0);
}

TEST_CASE("the C library gives an entry as JSON", "[capi]") {
  const Base base(three());
  const Result result = new_result();
  REQUIRE(kbc_entry_json(*base, kbx_find(base.index(), "a/port"), result.get()) == KBC_OK);
  std::string error;
  const auto index = kbx::Index::over(view(kbx_bytes(base.index())), error);
  REQUIRE(index);
  CHECK(view(kbc_json(result.get())) == kbx::json_of(*index->find("a/port")));
  CHECK_THAT(std::string(view(kbc_json(result.get()))), StartsWith("{\"id\":\"a/port\","));
  CHECK(kbc_entry_json(*base, 3, result.get()) == KBC_BAD_ARGUMENT);
  CHECK(kbc_json(result.get()).data == nullptr);
}

TEST_CASE("the C library answers what makes no sense with a status", "[capi]") {
  const Base base(three());
  const Result result = new_result();
  kbc_result* const out = result.get();
  char error[20] = "x";
  CHECK(kbc_open(nullptr, error, sizeof error) == nullptr);
  CHECK(std::string(error) == "no index");
  CHECK(kbc_open(nullptr, nullptr, 0) == nullptr);
  kbc_close(nullptr);
  kbc_result_free(nullptr);
  kbc_log_free(nullptr);
  CHECK(kbc_trouble(nullptr, KBC_MATCHING).data == nullptr);
  CHECK(kbc_trouble(*base, 99).data == nullptr);
  CHECK(kbc_match(nullptr, "x", 1, nullptr, out) == KBC_BAD_ARGUMENT);
  CHECK(kbc_match(*base, nullptr, 1, nullptr, out) == KBC_BAD_ARGUMENT);
  CHECK(kbc_match(*base, "x", 1, nullptr, nullptr) == KBC_BAD_ARGUMENT);
  CHECK(kbc_match(*base, nullptr, 0, nullptr, out) == KBC_OK);
  CHECK(kbc_match(*base, "x", std::size_t{1} << 31, nullptr, out) == KBC_TOO_LONG);
  const std::uint64_t ends[] = {1, 1, 0}, far[] = {1, std::uint64_t{1} << 31, ~std::uint64_t{0}};
  std::uint32_t sizes[3];
  const auto each = [&](const kbc_base* in, const char* texts, const std::uint64_t* at,
                        std::uint32_t count) {
    REQUIRE(kbc_match(*base, "disk full", 9, nullptr, out) == KBC_OK);
    const int status = kbc_match_each(in, texts, at, count, nullptr, sizes, out);
    CHECK(kbc_size(out) == 0);
    return status;
  };
  CHECK(each(nullptr, "x", ends, 1) == KBC_BAD_ARGUMENT);
  CHECK(each(*base, nullptr, ends, 1) == KBC_BAD_ARGUMENT);
  CHECK(each(*base, "x", nullptr, 1) == KBC_BAD_ARGUMENT);
  CHECK(each(*base, "x", ends, 3) == KBC_BAD_ARGUMENT);
  CHECK(each(*base, "x", ends, 2) == KBC_OK);
  CHECK(each(*base, nullptr, ends + 2, 1) == KBC_OK);
  CHECK(each(*base, nullptr, nullptr, 0) == KBC_OK);
  CHECK(each(*base, "x", far + 1, 1) == KBC_TOO_LONG);
  CHECK(each(*base, "x", far, 3) == KBC_TOO_LONG);
  CHECK(kbc_match_each(*base, "x", ends, 1, nullptr, sizes, nullptr) == KBC_BAD_ARGUMENT);
  CHECK(kbc_match_log(nullptr, "x", 1, nullptr, out) == KBC_BAD_ARGUMENT);
  CHECK(kbc_match_log(*base, nullptr, 1, nullptr, out) == KBC_BAD_ARGUMENT);
  CHECK(kbc_match_log(*base, nullptr, 0, nullptr, out) == KBC_OK);
  CHECK(kbc_log_new(nullptr, nullptr) == nullptr);
  CHECK(kbc_log_add(nullptr, "x", 1) == KBC_BAD_ARGUMENT);
  CHECK(kbc_log_finish(nullptr, out) == KBC_BAD_ARGUMENT);
  CHECK(kbc_search(nullptr, "x", 1, nullptr, out) == KBC_BAD_ARGUMENT);
  CHECK(kbc_search(*base, nullptr, 1, nullptr, out) == KBC_BAD_ARGUMENT);
  CHECK(kbc_search(*base, nullptr, 0, nullptr, out) == KBC_OK);
  CHECK(kbc_decode(nullptr, 1, out) == KBC_BAD_ARGUMENT);
  CHECK(kbc_decode("x", 1, nullptr) == KBC_BAD_ARGUMENT);
  CHECK(kbc_entry_json(nullptr, 0, out) == KBC_BAD_ARGUMENT);
  CHECK(kbc_size(nullptr) == 0);
  CHECK(kbc_size_place(nullptr) == nullptr);
  CHECK(kbc_total(nullptr) == 0);
  CHECK(kbc_line_at(nullptr, 0, 0) == 0);
  CHECK(kbc_words_size(nullptr) == 0);
  CHECK(kbc_known_words(nullptr) == 0);
  CHECK(kbc_json(nullptr).data == nullptr);
  std::uint64_t number = 0;
  CHECK(kbc_reading_origin(nullptr, 0, 0, 0, &number, &number) == KBC_BAD_ARGUMENT);
  for (int status = -7; status < 2; ++status) CHECK(kbc_status_text(status) != nullptr);
}

TEST_CASE("the C library says what an index lacks, and does the rest", "[capi]") {
  const Result result = new_result();
  // As a reader sees a file of a version without these sections.
  const auto without = [](std::string_view begin) {
    std::string bytes = three();
    for (std::size_t row = 0; row < rows_inside(bytes); ++row) {
      char* place = bytes.data() + kbx::kHeaderBytes + row * kbx::kSectionRowBytes;
      if (std::string_view(place, 2) == begin) place[0] = 'x';
    }
    fix_checksums(bytes);
    return bytes;
  };
  const Base no_patterns(without("PT")), no_words(without("SR"));
  CHECK(view(kbc_trouble(*no_patterns, KBC_MATCHING)) == "it has no pattern tables; rebuild it");
  CHECK(kbc_trouble(*no_patterns, KBC_SEARCHING).data == nullptr);
  CHECK(match(no_patterns, "disk full", result.get()) == KBC_UNABLE);
  CHECK(Many({"disk full"}).match(no_patterns, result.get()) == KBC_UNABLE);
  CHECK(kbc_match_log(*no_patterns, "x", 1, nullptr, result.get()) == KBC_UNABLE);
  CHECK(kbc_log_new(*no_patterns, nullptr) == nullptr);
  CHECK(kbc_search(*no_patterns, "disk", 4, nullptr, result.get()) == KBC_OK);
  CHECK(kbc_size(result.get()) == 1);
  CHECK(view(kbc_trouble(*no_words, KBC_SEARCHING)) == "it has no word tables; rebuild it");
  CHECK(kbc_trouble(*no_words, KBC_MATCHING).data == nullptr);
  CHECK(kbc_search(*no_words, "disk", 4, nullptr, result.get()) == KBC_UNABLE);
  CHECK(match(no_words, "disk full", result.get()) == KBC_OK);
  CHECK(kbc_size(result.get()) == 1);
}

TEST_CASE("a structure has the size that its program knows", "[capi]") {
  const Base base(three());
  const Result result = new_result();
  REQUIRE(match(base, "port 7 is in use", result.get()) == KBC_OK);
  kbc_hit hit = {};
  for (const std::size_t size : {std::size_t{0}, sizeof hit - 8, std::size_t{5000}}) {
    hit.struct_size = size;
    CHECK(kbc_hit_at(result.get(), 0, &hit) == KBC_BAD_ARGUMENT);
  }
  CHECK(kbc_hit_at(result.get(), 0, nullptr) == KBC_BAD_ARGUMENT);
  // A later program: what this library does not know of is zero, and nothing behind it is touched.
  struct Later {
    kbc_hit hit;
    std::uint64_t news, behind;
  } later = {};
  later.news = later.behind = 7;
  later.hit.struct_size = offsetof(Later, behind);
  REQUIRE(kbc_hit_at(result.get(), 0, &later.hit) == KBC_OK);
  CHECK(view(later.hit.id) == "a/port");
  CHECK(later.hit.struct_size == offsetof(Later, behind));
  CHECK(later.news == 0);
  CHECK(later.behind == 7);
  // Its options are taken if they are what this library does anyway.
  struct LaterOptions {
    kbc_match_options options;
    std::uint64_t news;
  } wish = {};
  wish.options.struct_size = sizeof wish;
  CHECK(match(base, "port 7 is in use", result.get(), &wish.options) == KBC_OK);
  wish.news = 1;
  CHECK(match(base, "port 7 is in use", result.get(), &wish.options) == KBC_BAD_ARGUMENT);
  CHECK(kbc_size(result.get()) == 0);
  kbc_match_options none = {};
  CHECK(match(base, "port 7 is in use", result.get(), &none) == KBC_BAD_ARGUMENT);
  CHECK(Many({"disk full"}).match(base, result.get(), &none) == KBC_BAD_ARGUMENT);
  kbc_search_options reserved = {};
  reserved.struct_size = sizeof reserved;
  reserved.reserved = 1;
  CHECK(kbc_search(*base, "x", 1, &reserved, result.get()) == KBC_BAD_ARGUMENT);
}

TEST_CASE("one result serves several bases and questions", "[capi]") {
  const Base one(three());
  const Base other(
      index_of({R"({"id": "z/other", "signature": "port 1 is in use", "regex": "port 1 "})"}));
  const Result result = new_result();
  const std::uint32_t* const size = kbc_size_place(result.get());
  CHECK(*size == 0);
  for (int round = 0; round < 3; ++round) {
    REQUIRE(match(one, "port 1 is in use", result.get()) == KBC_OK);
    CHECK(ids(result.get()) == Ids{"a/port"});
    REQUIRE(match(other, "port 1 is in use", result.get()) == KBC_OK);
    CHECK(ids(result.get()) == Ids{"z/other"});
    CHECK(*size == 1);
    REQUIRE(match(other, "nothing", result.get()) == KBC_OK);
    CHECK(*size == 0);
    REQUIRE(kbc_search(*one, "disk", 4, nullptr, result.get()) == KBC_OK);
    CHECK(kbc_size(result.get()) == 1);
    REQUIRE(kbc_decode("a\x1b[1mb", 6, result.get()) == KBC_OK);
    CHECK(kbc_size(result.get()) >= 1);
    CHECK(*size == kbc_size(result.get()));
  }
}

TEST_CASE("a line in which nothing is found takes no memory unless RE2 is asked", "[capi]") {
  const Base base(index_of(own_entries()));
  const Result result = new_result();
  std::vector<std::string> lines = made_log(2000);
  std::ifstream ordinary(std::string(KBC_SOURCE_FOLDER) + "/tests/match/ordinary_output.txt");
  for (std::string line; std::getline(ordinary, line);) lines.push_back(line);
  // What is carried is taken apart.
  std::erase_if(lines, [](const std::string& line) {
    return line.find_first_of("\"'{") != std::string::npos;
  });
  REQUIRE(lines.size() > 2500);
  const auto match_all = [&] {
    std::size_t taking = 0;
    for (const std::string& line : lines) {
      const std::size_t before = times_memory_was_taken();
      const int status = match(base, line, result.get());
      const bool has_taken = times_memory_was_taken() != before;
      CAPTURE(line);
      CHECK(status == KBC_OK);
      if (has_taken && kbc_size(result.get()) == 0) ++taking;
    }
    return taking;
  };
  match_all();
  CHECK(match_all() <= lines.size() / 1000);
  // Of many texts, too.
  std::erase_if(lines, [&](const std::string& line) {
    const std::size_t before = times_memory_was_taken();
    return match(base, line, result.get()) != KBC_OK || kbc_size(result.get()) > 0 ||
           times_memory_was_taken() != before;
  });
  Many many(lines);
  const std::size_t before = times_memory_was_taken();
  const int status = many.match(base, result.get());
  const std::size_t after = times_memory_was_taken();
  CHECK(after == before);
  CHECK(status == KBC_OK);
  CHECK(many.sizes == Sizes(lines.size()));
}

TEST_CASE("a call that runs out of memory says so, and the next one works", "[capi]") {
  const Base base(three());
  const std::string text =
      "first\nsecond {\"a\": \"port\\u00201 is in use, and this is longer than a short text\"}";
  const Result expected = new_result();
  REQUIRE(match(base, text, expected.get()) == KBC_OK);
  const Result result = new_result();
  kbc_log* const log = kbc_log_new(*base, nullptr);
  REQUIRE(log != nullptr);
  Many many({text, "nothing", text});
  std::size_t failures = 0;
  for (std::size_t times = 0; times < 400; times += times < 60 ? 1 : 17) {
    int matched = 0, each = 0, added = 0, finished = 0, searched = 0, decoded = 0, written = 0;
    const auto limited = [times](const auto& call) {
      const MemoryLimit limit(times);
      return call();
    };
    matched = limited([&] { return match(base, text, result.get()); });
    if (matched == KBC_OK) CHECK(ids(result.get()) == ids(expected.get()));
    if (matched != KBC_OK) CHECK(kbc_size(result.get()) == 0);
    each = limited([&] { return many.match(base, result.get()); });
    CHECK(kbc_size(result.get()) == (each == KBC_OK ? 2 * kbc_size(expected.get()) : 0));
    added = limited([&] { return kbc_log_add(log, text.data(), text.size()); });
    finished = limited([&] { return kbc_log_finish(log, result.get()); });
    searched = limited([&] { return kbc_search(*base, "port disk", 9, nullptr, result.get()); });
    if (searched == KBC_OK) CHECK(kbc_size(result.get()) == 2);
    decoded = limited([&] { return kbc_decode(text.data(), text.size(), result.get()); });
    written = limited([&] { return kbc_entry_json(*base, 0, result.get()); });
    for (const int status : {matched, each, added, finished, searched, decoded, written}) {
      CHECK((status == KBC_OK || status == KBC_NO_MEMORY));
      if (status != KBC_OK) ++failures;
    }
    const kbx_index* index = base.index();
    char error[100];
    kbc_close(limited([&] { return kbc_open(index, error, sizeof error); }));
  }
  CHECK(failures > 50);
  kbc_log_free(log);
  REQUIRE(match(base, text, result.get()) == KBC_OK);
  CHECK(ids(result.get()) == ids(expected.get()));
}

TEST_CASE("threads may match and search with one base", "[capi]") {
  const Base base(index_of(own_entries()));
  std::vector<std::thread> threads;
  std::vector<int> right(4);
  for (int& count : right) {
    threads.emplace_back([&base, &count] {
      kbc_result* const result = kbc_result_new();
      for (std::uint32_t entry = 0; entry < kbx_size(base.index()); ++entry) {
        const kbx_text text = kbx_entry_text(base.index(), entry, KBX_SIGNATURE);
        kbc_match(*base, text.data, text.size, nullptr, result);
        const bool is_matched = kbc_size(result) > 0;
        kbc_search(*base, text.data, text.size, nullptr, result);
        if (is_matched && kbc_size(result) > 0) ++count;
      }
      kbc_result_free(result);
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(right[0] > 0);
  for (const int count : right) CHECK(count == right[0]);
}

TEST_CASE("the C matcher takes any bytes", "[capi]") {
  const Base base(index_of(own_entries()));
  const Result result = new_result();
  std::uint32_t state = 1;
  const auto next = [&state] { return state = state * 1664525 + 1013904223; };
  const std::string_view pieces[] = {"{\"",
                                     "\\u",
                                     "\x1b[",
                                     "\xff",
                                     "&#",
                                     "\n",
                                     "b'",
                                     "No space left",
                                     "=\"",
                                     "\xe4\xbd",
                                     std::string_view("\0", 1),
                                     "[[[[",
                                     "\\"};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int piece = 0; piece < 40; ++piece) text += pieces[(next() >> 16) % std::size(pieces)];
    REQUIRE(match(base, text, result.get()) == KBC_OK);
    for (std::uint32_t at = 0; at < kbc_size(result.get()); ++at) {
      const kbc_hit hit = hit_at(result.get(), at);
      REQUIRE(hit.begin <= hit.end);
      REQUIRE(hit.end <= text.size());
    }
    // Cut anywhere.
    std::vector<std::string> parts;
    std::uint32_t hits = 0;
    for (std::size_t begin = 0; begin < text.size(); begin += parts.back().size()) {
      parts.push_back(text.substr(begin, (next() >> 16) % 30 + 1));
      REQUIRE(match(base, parts.back(), result.get()) == KBC_OK);
      hits += kbc_size(result.get());
    }
    Many many(parts);
    REQUIRE(many.match(base, result.get()) == KBC_OK);
    REQUIRE(kbc_size(result.get()) == hits);
    REQUIRE(std::accumulate(many.sizes.begin(), many.sizes.end(), 0u) == hits);
    REQUIRE(kbc_match_log(*base, text.data(), text.size(), nullptr, result.get()) == KBC_OK);
    REQUIRE(kbc_search(*base, text.data(), text.size(), nullptr, result.get()) == KBC_OK);
    REQUIRE(kbc_decode(text.data(), text.size(), result.get()) == KBC_OK);
  }
}

TEST_CASE("the versions of kbc.h and of its library are kbc's", "[capi]") {
  CHECK(kbc_abi_version() == KBC_ABI_VERSION);
  CHECK(kbc_library_version() == KBX_VERSION);
}

}  // namespace kbc
