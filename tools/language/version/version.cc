#include "version/version.h"

#include <cstdint>
#include <vector>

#include "version/characters.h"

namespace kbc {
namespace {

using kbx::KeyByte;

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
    if (byte < KeyByte::kZero || byte > KeyByte::kLongNumber) return false;
    std::size_t begin = at_ + 1;
    std::uint64_t length = byte - KeyByte::kZero;
    if (byte == KeyByte::kLongNumber) {
      if (bytes_.size() - begin < kbx::kKeyLengthBytes) return false;
      length = read_length(begin);
      begin += kbx::kKeyLengthBytes;
    }
    if (length > bytes_.size() - begin) return false;
    digits = digits_of_zero(bytes_.substr(begin, static_cast<std::size_t>(length)));
    at_ = begin + static_cast<std::size_t>(length);
    return true;
  }

  // The word at this place; moves past it.
  bool read_word(std::string_view& word) {
    if (peek() != KeyByte::kWord) return false;
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
    for (std::size_t i = 0; i < kbx::kKeyLengthBytes; ++i) {
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

Version::Version(std::string_view parts, Stage stage, std::string_view label) {
  kbx::append_key(key_, parts, stage, label);
}

std::optional<Version> Version::at_cut(std::string_view cut) {
  const std::size_t length = decode_key(cut).length;
  const bool is_after = cut.size() == length + 1 && cut.back() == '\0';
  if (length == 0 || (length != cut.size() && !is_after)) return {};
  Version version;
  version.key_ = cut.substr(0, length);
  return version;
}

std::size_t numbers_end(std::string_view key) {
  KeyReader reader(key);
  std::string_view digits;
  while (reader.read_number(digits)) continue;
  return reader.at();
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
