#include "version/version.h"

#include <algorithm>
#include <cassert>

#include "version/characters.h"

namespace kbc {
namespace {

constexpr unsigned char kZero = 0x10;
constexpr unsigned char kLongNumber = 0xF0;
constexpr unsigned char kWord = 0xF1;
constexpr std::size_t kMaxShortDigits = kLongNumber - kZero - 1;
constexpr std::size_t kLengthBytes = 8;

std::string_view without_leading_zeros(std::string_view digits) {
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

void append_length(std::string& key, std::size_t length) {
  for (std::size_t i = kLengthBytes; i-- > 0;) {
    key += static_cast<char>((static_cast<std::uint64_t>(length) >> (8 * i)) & 0xFF);
  }
}

void append_number(std::string& key, std::string_view digits) {
  digits = without_leading_zeros(digits);
  if (digits.size() <= kMaxShortDigits) {
    key += static_cast<char>(kZero + digits.size());
  } else {
    key += static_cast<char>(kLongNumber);
    append_length(key, digits.size());
  }
  key += digits;
}

void append_word(std::string& key, std::string_view word) {
  key += static_cast<char>(kWord);
  for (const char c : word) key += to_lower(c);
  key += '\0';
}

// A label is cut where digits and letters meet too, so that rc10 is above rc9.
void append_label(std::string& key, std::string_view label) {
  std::size_t end_of_nonzero = key.size();
  for (std::size_t at = 0; at < label.size();) {
    const std::size_t begin = at;
    if (is_digit(label[at])) {
      at = skip_digits(label, at);
      append_number(key, label.substr(begin, at - begin));
    } else if (is_letter(label[at])) {
      while (at < label.size() && is_letter(label[at])) ++at;
      append_word(key, label.substr(begin, at - begin));
    } else {
      ++at;
      continue;
    }
    if (static_cast<unsigned char>(key.back()) != kZero) end_of_nonzero = key.size();
  }
  key.resize(end_of_nonzero);
}

std::string_view digits_of_zero(std::string_view digits) { return digits.empty() ? "0" : digits; }

// Walks over a key that may be anything.
class KeyReader {
 public:
  explicit KeyReader(std::string_view bytes) : bytes_(bytes) {}

  std::size_t at() const { return at_; }

  // The stage at this place; moves past it.
  bool read_stage(Stage& stage) {
    const unsigned byte = peek();
    if (byte < static_cast<unsigned>(Stage::kNumbered)) return false;
    if (byte > static_cast<unsigned>(Stage::kPost)) return false;
    stage = static_cast<Stage>(byte);
    ++at_;
    return true;
  }

  // The number at this place, "0" for zero; moves past it.
  bool read_number(std::string_view& digits) {
    const unsigned byte = peek();
    if (byte < kZero || byte > kLongNumber) return false;
    std::size_t begin = at_ + 1;
    std::uint64_t length = byte - kZero;
    if (byte == kLongNumber) {
      if (bytes_.size() - begin < kLengthBytes) return false;
      length = read_length(begin);
      begin += kLengthBytes;
    }
    if (length > bytes_.size() - begin) return false;
    digits = digits_of_zero(bytes_.substr(begin, static_cast<std::size_t>(length)));
    at_ = begin + static_cast<std::size_t>(length);
    return true;
  }

  // The word at this place; moves past it.
  bool read_word(std::string_view& word) {
    if (peek() != kWord) return false;
    const std::size_t end = bytes_.find('\0', at_);
    if (end == std::string_view::npos) return false;
    word = bytes_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return true;
  }

 private:
  unsigned peek() const {
    return at_ < bytes_.size() ? static_cast<unsigned char>(bytes_[at_]) : 0;
  }

  std::uint64_t read_length(std::size_t begin) const {
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i) {
      length = length << 8 | static_cast<unsigned char>(bytes_[begin + i]);
    }
    return length;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

// How a stage is written before a label that is one number, and before any other label.
struct StageText {
  std::string_view before_number;
  std::string_view before_label;
};

StageText stage_text(Stage stage) {
  switch (stage) {
    case Stage::kDev:
      return {".dev", "-dev"};
    case Stage::kAlpha:
      return {"a", "-a"};
    case Stage::kBeta:
      return {"b", "-b"};
    case Stage::kCandidate:
      return {"rc", "-rc"};
    case Stage::kPost:
      return {".post", "-post"};
    case Stage::kNumbered:
    case Stage::kWorded:
    case Stage::kRelease:
      break;
  }
  return {"-", ""};
}

std::string label_text(Stage stage, const std::vector<std::string_view>& elements) {
  if (stage == Stage::kRelease && elements.empty()) return {};
  const StageText written = stage_text(stage);
  const bool is_number = elements.empty() || (elements.size() == 1 && is_digit(elements[0][0]));
  if (is_number) {
    return std::string(written.before_number) + std::string(elements.empty() ? "0" : elements[0]);
  }
  std::string text(written.before_label);
  char separator = text.empty() ? '-' : '.';
  for (const std::string_view element : elements) {
    text += separator;
    text += element;
    separator = '.';
  }
  return text;
}

}  // namespace

Version::Version() : key_(1, static_cast<char>(Stage::kRelease)) {}

Version::Version(const std::vector<std::string_view>& parts, Stage stage, std::string_view label) {
  assert(!parts.empty());
  std::size_t count = parts.size();
  while (count > 0 && without_leading_zeros(parts[count - 1]).empty()) --count;
  for (std::size_t i = 0; i < count; ++i) append_number(key_, parts[i]);
  key_ += static_cast<char>(stage);
  append_label(key_, label);
}

std::string Version::text() const { return decode_key(key_).text; }

DecodedKey decode_key(std::string_view bytes) {
  KeyReader reader(bytes);
  DecodedKey decoded;
  std::string_view element;
  while (reader.read_number(element)) {
    if (!decoded.text.empty()) decoded.text += '.';
    decoded.text += element;
  }
  if (decoded.text.empty()) decoded.text = "0";
  Stage stage = Stage::kRelease;
  if (!reader.read_stage(stage)) return {};
  std::vector<std::string_view> elements;
  while (reader.read_number(element) || reader.read_word(element)) {
    if (!element.empty()) elements.push_back(element);
  }
  // 2303-6 would be read as a month.
  const bool is_one_number = decoded.text.find('.') == std::string::npos;
  if (stage == Stage::kNumbered && is_one_number) decoded.text += ".0";
  decoded.text += label_text(stage, elements);
  decoded.length = reader.at();
  return decoded;
}

}  // namespace kbc
