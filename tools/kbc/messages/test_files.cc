#include "messages/test_files.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string_view>
#include <utility>

#include "config/embedded.h"
#include "load/discover.h"
#include "parse/parse.h"
#include "parse/repeated_names.h"
#include "text/number_text.h"
#include "text/ticked.h"
#include "validate/explain.h"
#include "validate/misspelt.h"
#include "validate/schema.h"

namespace kbc {
namespace {

// So many faults of one file are shown, and are worth looking for.
constexpr std::size_t kMostFaults = 20;

const Schema& test_schema() {
  static const Schema schema = [] {
    Result<Schema> compiled = Schema::compile(kMessageTestSchema);
    assert(compiled.ok());
    return std::move(*compiled);
  }();
  return schema;
}

// Reads the tests of one file.
class TestParser {
 public:
  TestParser(FileId file, TestFiles& files)
      : file_(file),
        text_(files.sources[file].text),
        lines_(files.sources.lines(file)),
        path_(files.sources[file].path),
        tests_(files.tests) {}

  Status parse_array() {
    if (!parse(text_, 0)) return status();
    if (!document_[0].is(Kind::kArray)) {
      tell(document_[0].span, "expected an array of tests, found " + kind_words(document_[0]), "");
      return status();
    }
    for (std::uint32_t at = 1; at < document_.root().next; at = document_[at].next) add(at);
    return status();
  }

  Status parse_lines() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      const std::string_view line = text_.substr(begin, end - begin);
      const bool is_blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
      if (!is_blank && parse(line, static_cast<std::uint32_t>(begin))) add(0);
      begin = end + 1;
    }
    return status();
  }

 private:
  // Parses a part of the text. False when something is wrong with it, which was told.
  bool parse(std::string_view part, std::uint32_t offset) {
    offset_ = offset;
    document_.clear();
    const std::vector<JsonFault> faults = parse_json(part, Dialect::kJson, document_);
    for (const JsonFault& fault : faults) tell(fault.span, fault.message, fault.help);
    if (!faults.empty()) return false;
    const std::vector<RepeatedName> repeated = repeated_names(document_, kMostFaults);
    for (const RepeatedName& name : repeated) {
      tell(document_[name.again].span,
           ticked(document_[name.again].text) + " is already in this object",
           "remove one of the two");
    }
    return repeated.empty();
  }

  void add(std::uint32_t node) {
    std::vector<SchemaFault> faults = test_schema().faults_of(document_, node, 0);
    join_misspelt_names(test_schema(), document_, faults);
    for (const SchemaFault& fault : faults) {
      const FaultText told = explain(fault, document_, test_schema());
      tell(told.span, told.message, told.help);
    }
    if (!faults.empty()) return;
    MessageTest test;
    test.message = text_of(node, "message");
    test.origin = text_of(node, "origin");
    test.set = text_of(node, "set");
    const std::uint32_t within = document_.member(node, "within");
    if (within != Document::kNoNode) {
      test.within = static_cast<unsigned>(document_[within].number());
    }
    const std::uint32_t never = document_.member(node, "not");
    if (never != Document::kNoNode) {
      for (std::uint32_t at = never + 1; at < document_[never].next; at = document_[at].next) {
        test.never.emplace_back(document_[at].text);
      }
    }
    set_expected(node, test);
    if (test.wanted == Wanted::kAnything && test.never.empty()) {
      return tell(mark_of(document_[node]), "neither `expect` nor `not` says what must be found",
                  "write `\"expect\": null` if nothing may be");
    }
    test.file = file_;
    test.begin = lines_.at(offset_ + document_[node].span.begin);
    test.end = lines_.at(offset_ + document_[node].span.end);
    tests_.push_back(std::move(test));
  }

  void set_expected(std::uint32_t node, MessageTest& test) const {
    const std::uint32_t expect = document_.member(node, "expect");
    if (expect == Document::kNoNode) return;
    const Node& value = document_[expect];
    test.expect_span = {offset_ + value.span.begin, offset_ + value.span.end};
    test.wanted = value.is(Kind::kNull) ? Wanted::kNothing : Wanted::kEntry;
    test.expect = value.text;
  }

  std::string text_of(std::uint32_t node, std::string_view name) const {
    const std::uint32_t value = document_.member(node, name);
    return value == Document::kNoNode ? std::string() : std::string(document_[value].text);
  }

  void tell(Span span, std::string_view message, std::string_view help) {
    if (++faults_ > kMostFaults) return;
    const Position at = lines_.at(offset_ + span.begin);
    std::string line = path_ + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) +
                       ": error: " + std::string(message);
    if (!help.empty()) line += "; " + std::string(help);
    told_.push_back(std::move(line));
  }

  Status status() {
    if (told_.empty()) return {};
    Error error{told_.front(), {told_.begin() + 1, told_.end()}};
    if (faults_ > kMostFaults) {
      error.further.push_back(path_ + ": and " + counted(faults_ - kMostFaults, "error") + " more");
    }
    return error;
  }

  FileId file_;
  std::string_view text_;
  const LineIndex& lines_;
  std::string path_;
  std::vector<MessageTest>& tests_;
  Document document_;
  std::uint32_t offset_ = 0;  // of what document_ is of, in the text
  std::vector<std::string> told_;
  std::size_t faults_ = 0;
};

}  // namespace

Result<std::vector<std::string>> find_test_files(const Config& config) {
  MessageTests found = find_message_tests(config.border, config.root, config.exclude);
  if (!found.errors.empty()) return found.errors.front();
  return std::move(found.paths);
}

Status parse_tests(FileId file, TestFiles& files) {
  TestParser parser(file, files);
  return files.sources[file].path.ends_with(".json") ? parser.parse_array() : parser.parse_lines();
}

Result<std::string> read_test_file(const Border& border, Border::By by, const std::string& path) {
  constexpr std::size_t kMostBytes = std::size_t{64} << 20;
  Result<std::string> text = border.read(path, kMostBytes, by);
  if (text && text->size() > kMostBytes) return Error{display_path(path) + ": larger than 64 MiB"};
  return text;
}

Status read_test_files(const Border& border, Border::By by, const std::vector<std::string>& paths,
                       TestFiles& files) {
  for (const std::string& path : paths) {
    Result<std::string> text = read_test_file(border, by, path);
    if (!text) return text.error();
    Source source;
    source.path = display_path(path);
    source.file = path;
    source.size = text->size();
    source.text = std::move(*text);
    if (Status failed = parse_tests(files.sources.add(std::move(source)), files)) return failed;
  }
  return {};
}

}  // namespace kbc
