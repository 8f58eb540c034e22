#include "author/pattern.h"

#include <algorithm>
#include <cstddef>

#include "author/error_code.h"
#include "core/re2.h"
#include "regex/compiled_regex.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace kbc {
namespace {

using Kind = Piece::Kind;
using Pieces = std::vector<Piece>;

constexpr std::size_t kMostOfRegex = 180;      // bytes
constexpr std::size_t kMostOfSignature = 240;  // characters
constexpr std::size_t kFewLetters = 10;        // fewer tell no errors apart

bool is_letter_byte(char c) { return is_letter(c) || is_beyond_ascii(c); }

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_letter_byte));
}

std::size_t literal_letters(const Pieces& pieces) {
  std::size_t letters = 0;
  for (const Piece& piece : pieces) {
    if (piece.kind == Kind::kLiteral) letters += letters_in(piece.text);
  }
  return letters;
}

// Of a message that hardly says more than a name, the name belongs to it: first what is quoted,
// then all of it.
void keep_what_tells(Pieces& pieces) {
  for (const Kind kind : {Kind::kQuoted, Kind::kWord, Kind::kNumber}) {
    for (Piece& piece : pieces) {
      if (literal_letters(pieces) >= kFewLetters) return;
      if (piece.kind != kind || piece.text.find("\xEF\xBF\xBD") != std::string::npos) continue;
      piece = {Kind::kLiteral, piece.text, escaped(piece.text), piece.text};
    }
  }
}

// `error: ` and its like say how bad it is, not what it is.
std::size_t severity_length(std::string_view text) {
  static const RE2 severity(R"re(((?i:fatal error|error|fatal|panic|critical|err|e)\s*:\s*))re");
  re2::StringPiece rest = re2_piece(text);
  std::string found;
  return RE2::Consume(&rest, severity, &found) ? found.size() : 0;
}

// `docker: ` says who speaks; another program may pass the same message on.
std::size_t program_length(std::string_view text) {
  static const RE2 program(R"re(([a-z][-\w]*(?:\[\d+\])?: +).{28,})re");
  std::string found;
  return RE2::FullMatch(re2_piece(text), program, &found) ? found.size() : 0;
}

// Whether a message that begins like this needs nothing before it. `fatal error: zlib.h: No such
// file or directory` without its first words could be anybody's.
bool says_enough(const Pieces& pieces) {
  return !pieces.empty() && pieces.front().kind != Kind::kWord;
}

bool is_separator(const Piece& piece) {
  return piece.kind == Kind::kBlanks ||
         (piece.kind == Kind::kLiteral &&
          piece.text.find_first_not_of(":,;.-=([{#") == std::string::npos);
}

bool is_open(const Piece& piece) { return piece.kind == Kind::kWord || is_separator(piece); }

std::string text_of(const Pieces& pieces) {
  std::string text;
  for (const Piece& piece : pieces) text += piece.text;
  return text;
}

void drop_front(std::size_t bytes, Pieces& pieces) {
  while (bytes > 0 && !pieces.empty()) {
    Piece& first = pieces.front();
    const std::size_t part = std::min(bytes, first.text.size());
    bytes -= part;
    first.text.erase(0, part);
    if (first.text.empty()) {
      pieces.erase(pieces.begin());
    } else {
      first.regex = escaped(first.text);
    }
  }
}

// Without what a search finds anyway: a severity, and anything that varies without bounds.
Pieces trimmed(Pieces pieces) {
  Pieces whole = pieces;
  for (const auto length : {program_length, severity_length}) {
    Pieces rest = pieces;
    drop_front(length(text_of(pieces)), rest);
    if (says_enough(rest)) pieces = std::move(rest);
  }
  while (!pieces.empty() && is_open(pieces.front())) pieces.erase(pieces.begin());
  while (!pieces.empty() && is_open(pieces.back())) pieces.pop_back();
  if (literal_letters(pieces) < kFewLetters) return whole;
  return pieces;
}

// As many pieces from the beginning as fit, ending before a blank.
std::size_t pieces_that_fit(const Pieces& pieces) {
  std::size_t bytes = 0, fit = 0;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (pieces[at].kind == Kind::kBlanks) fit = at;
    bytes += pieces[at].regex.size();
    if (bytes > kMostOfRegex && fit > 0) return fit;
  }
  return pieces.size();
}

std::string joined_regex(const Pieces& pieces) {
  std::string regex;
  for (const Piece& piece : pieces) regex += piece.regex;
  // The full stop of a sentence, and a colon before what follows.
  if (regex.size() > 2 && regex.ends_with("\\.")) regex.resize(regex.size() - 2);
  while (regex.size() > 1 && (regex.back() == ':' || regex.back() == ',')) regex.pop_back();
  return regex;
}

std::string joined_signature(const Pieces& pieces, std::size_t at_least) {
  std::string signature;
  std::size_t end = 0;  // where the last whole word ends
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (pieces[at].kind == Kind::kBlanks) end = signature.size();
    signature += pieces[at].neutral;
    if (at >= at_least && count_code_points(signature) > kMostOfSignature) {
      signature.resize(end);
      break;
    }
  }
  const std::size_t last = signature.find_last_not_of(' ');
  signature.resize(last == std::string::npos ? 0 : last + 1);
  return signature;
}

// A compiler's guess at what was meant is about this one place.
std::string_view without_guess(std::string_view message) {
  static const RE2 guess(R"re(.{12,}?((?:[;,.?]| -|:)? ?\(?[Dd]id you mean\b))re");
  re2::StringPiece found;
  if (!RE2::PartialMatch(re2_piece(message), guess, &found)) return message;
  return message.substr(0, static_cast<std::size_t>(found.data() - message.data()));
}

bool matches(const std::string& regex, const std::string& text, CaseRule rule) {
  const CompiledRegex compiled(regex, rule);
  return compiled.ok() && !compiled.matches_empty() && compiled.matches(text);
}

// One row of bytes without a blank that is longer than a signature may be.
std::string cut_short(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t count = 0; count < kMostOfSignature && end < text.size(); ++count) {
    end += decode(text, end).length;
  }
  return std::string(text.substr(0, end));
}

void take_words(const Pieces& pieces, std::vector<std::string>& words) {
  for (const Piece& piece : pieces) {
    if (piece.kind != Kind::kLiteral && piece.kind != Kind::kQuoted) continue;
    words.push_back(piece.kind == Kind::kLiteral ? piece.text : "");
  }
}

}  // namespace

MessagePattern pattern_of(std::string_view message, std::string_view code, CaseRule rule) {
  MessagePattern pattern;
  // The code may be one that the log tells beside the message.
  const std::string own = error_code_in(message);
  const bool is_inside = !code.empty() && message.find(code) != std::string_view::npos;
  Pieces pieces = pieces_of(without_guess(message), is_inside ? code : std::string_view(own));
  keep_what_tells(pieces);
  Pieces core = trimmed(pieces);
  core.resize(pieces_that_fit(core));
  while (core.size() > 1 && is_open(core.back())) core.pop_back();
  take_words(core, pattern.words);
  pattern.is_generic = literal_letters(core) < kFewLetters;
  pattern.signature = joined_signature(pieces, core.size());
  pattern.regex = joined_regex(core);
  const std::string text(message);
  if (count_code_points(pattern.signature) <= 2 * kMostOfSignature &&
      matches(pattern.regex, pattern.signature, rule) && matches(pattern.regex, text, rule)) {
    return pattern;
  }
  pattern.signature = cut_short(message);
  pattern.regex = escaped(pattern.signature);
  return pattern;
}

}  // namespace kbc
