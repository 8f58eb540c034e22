#include "version/version.h"

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
    if (byte < static_cast<unsigned>(Stage::kLabel)) return false;
    if (byte > static_cast<unsigned>(Stage::kPost)) return false;
    stage = static_cast<Stage>(byte);
    ++at_;
    return true;
  }

  // The number at this place, "0" for zero; moves past it.
  bool read_number(std::string_view& digits) {
    const std::size_t end = kbx::key_number_end(bytes_, at_);
    if (end == at_) return false;
    const std::size_t length = peek() == KeyByte::kLongNumber ? kbx::kKeyLengthBytes : 0;
    digits = digits_of_zero(bytes_.substr(at_ + 1 + length, end - at_ - 1 - length));
    at_ = end;
    return true;
  }

  // The word at this place; moves past it.
  bool read_word(std::string_view& word) {
    const std::size_t end = kbx::key_word_end(bytes_, at_);
    if (end == at_) return false;
    word = bytes_.substr(at_ + 1, end - at_ - 2);
    at_ = end;
    return true;
  }

 private:
  unsigned peek() const {
    return at_ < bytes_.size() ? static_cast<unsigned char>(bytes_[at_]) : 0;
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
    case Stage::kLabel:
    case Stage::kPreview:
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
  const bool is_numbered = elements.empty() || is_digit(elements[0][0]);
  if (stage == Stage::kLabel && is_numbered && is_one_number) decoded.text += ".0";
  decoded.text += label_text(stage, elements);
  decoded.length = reader.at();
  return decoded;
}

}  // namespace kbc
