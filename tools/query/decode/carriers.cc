#include "decode/carriers.h"

#include <cstdint>
#include <optional>
#include <vector>

#include "text/ascii.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr int kMostLevels = 3;
// Names of members that lie deeper are left out of `via`.
constexpr std::size_t kDeepestName = 8;
constexpr std::size_t kLongestName = 40;
// Shorter arrays of numbers are numbers.
constexpr std::size_t kFewestBytes = 4;

std::optional<char32_t> hex_number(std::string_view text, std::size_t at, std::size_t digits) {
  if (text.size() - at < digits) return {};
  char32_t value = 0;
  for (std::size_t end = at + digits; at < end; ++at) {
    if (!is_hex(text[at])) return {};
    value = value * 16 + hex_value(text[at]);
  }
  return value;
}

// What an escape means, and how many bytes it has.
struct Escape {
  std::string bytes;
  std::size_t length = 2;
};

// `\uD83D\uDE00` is one character.
std::optional<Escape> utf16_escape(std::string_view text, std::size_t at) {
  const std::optional<char32_t> first = hex_number(text, at + 2, 4);
  if (!first) return {};
  Escape escape;
  escape.length = 6;
  char32_t value = *first;
  if (text.substr(at + 6, 2) == "\\u") {
    const std::optional<char32_t> second = hex_number(text, at + 8, 4);
    if (const auto pair = second ? surrogate_pair(value, *second) : std::nullopt) {
      value = *pair;
      escape.length = 12;
    }
  }
  append_utf8(escape.bytes, value);
  return escape;
}

// Of the escape that begins here with a backslash. JSON's, and those that C, Go and Python share;
// nothing for any other, which is kept as it is.
std::optional<Escape> escape_at(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return {};
  switch (text[at + 1]) {
    case 'n':
      return Escape{"\n"};
    case 't':
      return Escape{"\t"};
    case 'r':
      return Escape{"\r"};
    case 'b':
    case 'f':
    case 'a':
    case 'v':
      return Escape{" "};
    case 'u':
      return utf16_escape(text, at);
    case 'x': {
      const std::optional<char32_t> byte = hex_number(text, at + 2, 2);
      if (!byte) return {};
      return Escape{std::string(1, static_cast<char>(*byte)), 4};
    }
    case '\\':
    case '"':
    case '\'':
    case '/':
      return Escape{std::string(1, text[at + 1])};
    default:
      return {};
  }
}

// Reads from behind the opening mark up to the closing one; gives where that is, or the end.
std::size_t read_quoted(std::string_view text, std::size_t at, char mark, DecodedText& out) {
  std::size_t done = at;
  while (at < text.size() && text[at] != mark) {
    if (text[at] != '\\') {
      ++at;
      continue;
    }
    const std::optional<Escape> escape = escape_at(text, at);
    if (!escape) {
      at += at + 1 < text.size() ? 2 : 1;
      continue;
    }
    out.copy(text, done, at);
    out.replace(escape->bytes, at, at + escape->length);
    at += escape->length;
    done = at;
  }
  out.copy(text, done, at);
  return at;
}

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

// The end of `[104, 105, …]` and its bytes; nothing for any other array.
std::optional<std::size_t> read_bytes(std::string_view text, std::size_t at, DecodedText& out) {
  ++at;
  for (;;) {
    at = behind_blanks(text, at);
    const std::size_t begin = at;
    unsigned value = 0;
    while (at < text.size() && is_digit(text[at]) && at - begin < 3) {
      value = value * 10 + static_cast<unsigned>(text[at++] - '0');
    }
    if (at == begin || value > 255) return {};
    const char byte = static_cast<char>(value);
    out.replace({&byte, 1}, begin, at);
    at = behind_blanks(text, at);
    if (at == text.size()) break;
    if (text[at] == ']') return at + 1;
    if (text[at] != ',') return {};
    ++at;
  }
  return at;
}

// One pass over a text in which an object may begin anywhere.
class Json {
 public:
  Json(std::string_view text, int level, std::string prefix, const SeeCarried& see)
      : text_(text), level_(level), prefix_(std::move(prefix)), see_(see) {}

  void run() {
    for (std::size_t at = text_.find('{'); at < text_.size();) {
      switch (text_[at]) {
        case '"':
          at = string(at);
          break;
        case '{':
          open();
          ++at;
          break;
        case '}':
          if (depth_ > 0) --depth_;
          if (names_.size() > depth_) names_.resize(depth_);
          ++at;
          break;
        case '[':
          at = array(at);
          break;
        default:
          ++at;
      }
    }
  }

 private:
  void open() {
    if (names_.size() == depth_ && depth_ < kDeepestName) names_.push_back(name_);
    ++depth_;
    name_.clear();
  }

  std::size_t string(std::size_t at) {
    value_.clear();
    const DecodedText& value = value_;
    const std::size_t end = read_quoted(text_, at + 1, '"', value_);
    const std::size_t behind = behind_blanks(text_, end + 1);
    if (behind < text_.size() && text_[behind] == ':') {
      name_ = value.text().substr(
          0, character_start(value.text(), std::min(kLongestName, value.text().size())));
      has_name_ = true;
    } else if (has_name_ && depth_ > 0) {
      give(value);
    }
    return end + 1;
  }

  std::size_t array(std::size_t at) {
    DecodedText value;
    const std::optional<std::size_t> end =
        has_name_ && depth_ > 0 ? read_bytes(text_, at, value) : std::nullopt;
    if (!end || value.text().size() < kFewestBytes) return at + 1;
    give(value);
    return *end;
  }

  void give(const DecodedText& value) {
    const auto via = [this] { return prefix_ + " " + path(); };
    see_(value, via);
    if (level_ + 1 >= kMostLevels || value.text().find('{') == std::string_view::npos) return;
    Json(value.text(), level_ + 1, via(), [&](const DecodedText& inner, const Via& inner_via) {
      DecodedText composed = inner;
      composed.compose(value);
      see_(composed, inner_via);
    }).run();
  }

  std::string path() const {
    std::string path;
    for (const std::string& name : names_) {
      if (!name.empty()) path += "." + name;
    }
    return path + "." + name_;
  }

  std::string_view text_;
  int level_;
  std::string prefix_;
  const SeeCarried& see_;
  std::vector<std::string> names_;  // of the objects that are open, as far as kDeepestName
  std::size_t depth_ = 0;
  DecodedText value_;
  std::string name_;  // of the member that is read
  bool has_name_ = false;
};

bool is_name(char c) { return is_word(c) || c == '.' || c == '-' || c == '@'; }

}  // namespace

void read_json(std::string_view line, const SeeCarried& see) { Json(line, 0, "json", see).run(); }

void read_logfmt(std::string_view line, const SeeCarried& see) {
  for (std::size_t at = line.find("=\""); at != std::string_view::npos; at = line.find("=\"", at)) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < kLongestName && is_name(line[begin - 1])) --begin;
    if (begin == at) {
      at += 2;
      continue;
    }
    DecodedText value;
    const std::size_t end = read_quoted(line, at + 2, '"', value);
    const std::string_view name = line.substr(begin, at - begin);
    see(value, [name] { return "logfmt " + std::string(name); });
    at = std::min(end + 1, line.size());
  }
}

std::string bytes_of_array(std::string_view array) {
  DecodedText bytes;
  const bool is_array = array.starts_with('[') && read_bytes(array, 0, bytes).has_value();
  return is_array ? std::string(bytes.text()) : std::string();
}

std::string unquoted(std::string_view text) {
  if (!text.starts_with('"')) return std::string(text);
  DecodedText value;
  read_quoted(text, 1, '"', value);
  return std::string(value.text());
}

void read_python_bytes(std::string_view line, const SeeCarried& see) {
  for (std::size_t at = 0; at + 1 < line.size();) {
    at = line.find('b', at);
    if (at == std::string_view::npos || at + 1 >= line.size()) return;
    const char mark = line[at + 1];
    const bool is_bytes = (mark == '\'' || mark == '"') && (at == 0 || !is_word(line[at - 1]));
    if (!is_bytes) {
      ++at;
      continue;
    }
    DecodedText value;
    at = std::min(read_quoted(line, at + 2, mark, value) + 1, line.size());
    see(value, [] { return std::string("bytes"); });
  }
}

}  // namespace kbc
