// RapidJSON's iterative reader makes the tree: it is fast, strict with the flags below, and fuzzed
// by others. But of a text that it refuses it reports only where it stopped. Then
// parse/recognise.cc, a slower reading of the same grammar that makes no tree, finds the first
// violation with what was expected and found there; parse/repair.cc explains it and repairs it in a
// copy of the same length, and the reader tries the copy. Nearly all files are read once. What
// RapidJSON takes though RFC 8259 does not (lone low surrogates, a NUL as the end) is caught here.
// It reads a copy in place, which it does several times as fast as anything else.
// tests/unit/recognise_test.cc holds the two to the same language.

#include "parse/parse.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/rapidjson.h"
#include "parse/literal.h"
#include "parse/repair.h"
#include "parse/stand_in.h"
#include "text/byte_run.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// Turns RapidJSON's events into nodes. Where a token begins follows from the end of the token
// before: only blanks, a comma or a colon, and in the dialect that allows them comments, are
// between two tokens. Of a string that is read in place the reader tells it. Where a token ends
// follows from what it is.
class TreeBuilder {
 public:
  using Ch = char;

  // `copy` is what the reader reads in place; null when it does not.
  TreeBuilder(std::string_view text, std::string_view original, const char* copy,
              Document& document)
      : text_(text), original_(original), copy_(copy), document_(document) {}

  bool Null() { return word(Kind::kNull, "null"); }
  bool Bool(bool value) { return value ? word(Kind::kTrue, "true") : word(Kind::kFalse, "false"); }
  // Numbers arrive through RawNumber; RapidJSON needs the others to exist.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }
  bool RawNumber(const char*, rapidjson::SizeType size, bool) {
    Node& node = add(Kind::kNumber, token_begin(), size);
    // The text as the author wrote it: a number beyond the range of double was masked for the
    // reader and is whole only in the original.
    const std::size_t length = number_length(original_.substr(node.span.begin));
    if (length == 0) return true;  // a slip, repaired to 0
    node.span.end = node.span.begin + static_cast<std::uint32_t>(length);
    node.text = original_.substr(node.span.begin, node.span.size());
    return true;
  }
  bool String(const char* value, rapidjson::SizeType size, bool) { return string(value, size); }
  bool Key(const char* value, rapidjson::SizeType size, bool) {
    const bool is_whole = string(value, size);
    document_.nodes().back().is_name = true;
    return is_whole;
  }
  bool StartObject() { return open(Kind::kObject); }
  bool StartArray() { return open(Kind::kArray); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  // The place of the bracket that went too deep, if that is why reading was ended.
  std::optional<std::uint32_t> too_deep() const { return too_deep_; }

 private:
  std::uint32_t token_begin() const;
  std::uint32_t string_end(std::uint32_t begin, std::size_t size) const;
  Node& add(Kind kind, std::uint32_t begin, std::size_t size);
  bool word(Kind kind, std::string_view written) {
    add(kind, token_begin(), written.size());
    return true;
  }
  bool string(const char* value, rapidjson::SizeType size);
  bool open(Kind kind);
  bool close();

  std::string_view text_;
  std::string_view original_;
  const char* copy_;
  Document& document_;
  std::vector<std::uint32_t> open_;
  std::uint32_t token_end_ = 0;
  std::optional<std::uint32_t> too_deep_;
};

std::size_t skip_comment(std::string_view text, std::size_t at) {
  const bool is_block = at + 1 < text.size() && text[at + 1] == '*';
  const std::size_t end = is_block ? text.find("*/", at + 2) : text.find('\n', at);
  if (end == std::string_view::npos) return text.size();
  return is_block ? end + 2 : end;
}

std::uint32_t TreeBuilder::token_begin() const {
  std::size_t at = token_end_;
  while (at < text_.size()) {
    const char c = text_[at];
    if (c == '/') {
      at = skip_comment(text_, at);
    } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == ':') {
      ++at;
    } else {
      break;
    }
  }
  return static_cast<std::uint32_t>(at);
}

// Of the string that begins there and stands for so many bytes. An escape is longer than what it
// stands for: where none is among the first bytes, and a quote after them, there is none.
std::uint32_t TreeBuilder::string_end(std::uint32_t begin, std::size_t size) const {
  const std::size_t plain_end = begin + 1 + size;
  if (text_[plain_end] == '"' && text_.substr(begin + 1, size).find('\\') == text_.npos) {
    return static_cast<std::uint32_t>(plain_end + 1);
  }
  std::size_t at = begin + 1;
  while (text_[at] != '"') at += text_[at] == '\\' ? 2 : 1;
  return static_cast<std::uint32_t>(at + 1);
}

Node& TreeBuilder::add(Kind kind, std::uint32_t begin, std::size_t size) {
  std::vector<Node>& nodes = document_.nodes();
  const auto index = static_cast<std::uint32_t>(nodes.size());
  Node& node = nodes.emplace_back();
  node.kind = kind;
  node.span = {begin, begin + static_cast<std::uint32_t>(size)};
  node.next = index + 1;
  token_end_ = node.span.end;
  if (open_.empty()) return node;
  const bool is_value_of_name = index > 0 && nodes[index - 1].is_name;
  node.parent = is_value_of_name ? index - 1 : open_.back();
  if (is_value_of_name) {
    nodes[index - 1].next = index + 1;
  } else {
    node.ordinal = nodes[open_.back()].count++;
  }
  return node;
}

// The reader takes an escaped low surrogate that is alone for a character. No text from the
// file itself holds the bytes ED A0 to ED BF: they are not UTF-8.
bool has_surrogate(std::string_view value) {
  for (std::size_t at = value.find('\xED'); at != std::string_view::npos && at + 1 < value.size();
       at = value.find('\xED', at + 1)) {
    if (static_cast<unsigned char>(value[at + 1]) >= 0xA0) return true;
  }
  return false;
}

bool TreeBuilder::string(const char* value, rapidjson::SizeType size) {
  const std::uint32_t begin =
      copy_ == nullptr ? token_begin() : static_cast<std::uint32_t>(value - copy_ - 1);
  Node& node = add(Kind::kString, begin, string_end(begin, size) - begin);
  const std::string_view raw = text_.substr(node.span.begin + 1, node.span.size() - 2);
  // An escape is always longer than what it stands for.
  node.escaped = raw.size() != size;
  node.text = node.escaped ? document_.arena().copy({value, size}) : raw;
  return !node.escaped || !has_surrogate(node.text);
}

bool TreeBuilder::open(Kind kind) {
  if (open_.size() == kMaxDepth) {
    too_deep_ = token_begin();
    return false;
  }
  const auto index = static_cast<std::uint32_t>(document_.nodes().size());
  add(kind, token_begin(), 1);
  open_.push_back(index);
  return true;
}

bool TreeBuilder::close() {
  std::vector<Node>& nodes = document_.nodes();
  const std::uint32_t index = open_.back();
  open_.pop_back();
  nodes[index].span.end = token_begin() + 1;
  nodes[index].next = static_cast<std::uint32_t>(nodes.size());
  const std::uint32_t parent = nodes[index].parent;
  if (nodes[parent].is_name) nodes[parent].next = nodes[index].next;
  token_end_ = nodes[index].span.end;
  return true;
}

struct Outcome {
  bool ok = false;
  std::size_t offset = 0;                 // where the reader stopped
  std::optional<std::uint32_t> too_deep;  // the bracket that stopped it
};

constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;

template <unsigned flags, typename Stream>
Outcome read_from(Stream& in, TreeBuilder& builder, std::size_t size) {
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<flags>(in, builder);
  if (result.IsError()) return {false, result.Offset(), builder.too_deep()};
  // The reader takes a NUL byte for the end of the text.
  if (in.Tell() != size) return {false, in.Tell(), {}};
  return {true, size, {}};
}

// The first byte at which reading in place has to end: it is nowhere in JSON, and the reader takes
// it for the end, or does not see it (core/rapidjson.h).
std::size_t find_end(std::string_view text) {
  return byte_run(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte != 0) & ((byte < 0x1A) | (byte >= 0x20));
  });
}

// One attempt. text and original have the same length; nodes view text, but for numbers.
Outcome read(std::string_view text, std::string_view original, Dialect dialect,
             Document& document) {
  document.clear();
  document.nodes().reserve(text.size() / 16);
  if (dialect != Dialect::kJson) {  // comments may have any bytes
    TreeBuilder builder(text, original, nullptr, document);
    rapidjson::MemoryStream in(text.data(), text.size());
    return read_from<kFlags | rapidjson::kParseCommentsFlag>(in, builder, text.size());
  }
  // The reader looks at sixteen bytes at once, behind the end, too.
  constexpr std::size_t kBytesAtOnce = 16;
  char* copy = document.arena().allocate(text.size() + kBytesAtOnce);
  const std::size_t end = find_end(text);
  std::copy_n(text.data(), end, copy);
  std::memset(copy + end, 0, kBytesAtOnce);
  TreeBuilder builder(text, original, copy, document);
  rapidjson::InsituStringStream in(copy);
  return read_from<kFlags | rapidjson::kParseInsituFlag>(in, builder, text.size());
}

JsonFault depth_fault(std::uint32_t offset) {
  return {"too-deep"_fault,
          JsonFault::Kind::kLimits,
          {offset, offset + 1},
          "nested deeper than " + std::to_string(kMaxDepth) + " levels",
          "an entry needs five; look for brackets that were never closed"};
}

// Reads, repairs, and reads again, until the text is read or beyond repair. Each round but one
// tells at least one fault and there are at most kMaxJsonFaults of them, so the time stays linear.
std::vector<JsonFault> read_and_mend(std::string_view original, Dialect dialect,
                                     Document& document) {
  Repair repair(original, dialect);
  document.clear();
  if (repair.mend_encoding() == Mend::kImpossible) return repair.take_faults();
  while (repair.faults().size() < kMaxJsonFaults) {
    const Outcome outcome = read(repair.text(), original, dialect, document);
    if (outcome.ok) {
      for (const std::uint32_t offset : repair.damaged()) document.mark_damaged(offset);
      for (const Span name : repair.unquoted_names()) {
        document.set_text(name.begin, original.substr(name.begin, name.size()));
      }
      document.keep(repair.take_text());
      return repair.take_faults();
    }
    if (outcome.too_deep) {
      repair.add(depth_fault(*outcome.too_deep));
      break;
    }
    if (repair.mend_syntax(outcome.offset) == Mend::kImpossible) break;
  }
  document.clear();
  return repair.take_faults();
}

}  // namespace

std::vector<JsonFault> parse_json(std::string_view text, Dialect dialect, Document& document) {
  if (!first_invalid_utf8(text) && read(text, text, dialect, document).ok) return {};
  if (std::optional<JsonFault> stand_in = stand_in_fault(text)) {
    document.clear();
    return {std::move(*stand_in)};
  }
  return read_and_mend(text, dialect, document);
}

}  // namespace kbc
