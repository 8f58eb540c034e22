// From left to right, the first form that fits at the beginning of a word is taken as a piece that
// varies (URL, path, version, number …), else the word stays literal. The forms are ordered from
// the narrow to the broad, and RE2 matches them at one place only, so that a message costs its
// length times the number of forms.
#include "author/piece.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "core/re2.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace kbc {
namespace {

using Kind = Piece::Kind;

// A kind of text that varies. The regex fits at the beginning of it; `only_if` fits all of it.
struct Form {
  const char* regex;
  Kind kind;
  const char* replacement;
  const char* neutral = nullptr;  // null: the text itself
  const char* only_if = nullptr;
};

#define KBC_HEX "[0-9a-fA-F]"

// The first that fits is taken, so that the narrower forms are first.
constexpr std::array kForms = {
    Form{R"(https?://[^\s'"<>)\]},]*[^\s'"<>)\]},.:;])", Kind::kWord, R"(https?://\S+)",
         "https://example.com/"},
    Form{R"([a-z][a-z+]+://[^\s'"<>)\]},]*[^\s'"<>)\]},.:;])", Kind::kWord, R"([a-z+]+://\S+)"},
    // A branch that goes to another.
    Form{R"([\w./-]+ -> [\w./-]+)", Kind::kWord, R"(\S+ -> \S+)"},
    // A package and its version: `left-pad@1.3.0`, `@types/node@^20`.
    Form{R"(@?[\w.-]+(?:/[\w.-]+)?@(?:[v^~=]|[<>]=?)?\d[\w.+-]*)", Kind::kWord, R"(\S+@\S+)"},
    Form{R"([\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})", Kind::kWord, R"(\S+@\S+)",
         "user@example.com"},
    Form{KBC_HEX "{8}-" KBC_HEX "{4}-" KBC_HEX "{4}-" KBC_HEX "{4}-" KBC_HEX "{12}", Kind::kNumber,
         "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "00000000-0000-0000-0000-000000000000"},
    Form{
        R"(\d{4}[-/]\d{2}[-/]\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|[-+]\d{2}:?\d{2}))?)?)",
        Kind::kNumber, R"(\d[-/:.,+\dTZ ]+)", "2000-01-01"},
    Form{R"(\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?)", Kind::kNumber, R"(\d+:\d+:\d[\d.,]*)"},
    Form{R"(\d{1,3}(?:\.\d{1,3}){3}:\d{1,5})", Kind::kWord, R"(\S+:\d+)"},
    Form{R"(\d{1,3}(?:\.\d{1,3}){3}(?:/\d+)?)", Kind::kWord, R"(\S+)"},
    Form{R"(::(?:1|ffff:[\d.]+)?:\d{1,5})", Kind::kWord, R"(\S+:\d+)"},
    Form{R"(\[[0-9a-fA-F]*:[0-9a-fA-F:.]+\]:\d{1,5})", Kind::kWord, R"(\S+:\d+)"},
    Form{
        R"(::1\b|(?:[0-9a-fA-F]{1,4}:){3,7}:?[0-9a-fA-F]{1,4}|(?:[0-9a-fA-F]{1,4}:){2,6}:[0-9a-fA-F:]*)",
        Kind::kWord, R"([0-9a-f:]+)"},
    Form{R"([A-Za-z]:[\\/][^\s'"<>|:*?]*[^\s'"<>|:*?.,;)\]])", Kind::kWord, R"(\S+)", "path"},
    Form{R"((?:~|\.{1,2})?/[^\s'"<>:,;()\[\]{}=]*[^\s'"<>:,;()\[\]{}=.])", Kind::kWord, R"(\S+)",
         "path"},
    // A relative path: `src/main.c`, not `read/write`.
    Form{R"([\w.+@-]+(?:/[\w.+@-]+)+(?::[\w.-]*\w)?)", Kind::kWord, R"(\S+)", nullptr,
         R"(.*[.\d:].*|.*/.*/.*)"},
    Form{
        R"([\w+-]+(?:\.[\w+-]+)*\.(?:c|h|cc|cpp|cxx|hpp|hh|o|a|so(?:\.\d+)*|dll|dylib|lib|exe|py|pyc|js|mjs|cjs|ts|tsx|jsx|java|class|jar|go|rs|rb|php|cs|kt|swift|sh|json|yaml|yml|xml|toml|ini|cfg|conf|txt|log|md|html|css|sql|cmake|csv|tf|lock|deb|rpm|zip|gz|tgz|pem|crt|key|sock|service))",
        Kind::kWord, R"(\S+)"},
    Form{
        R"((?:[A-Za-z0-9][\w-]*\.)+(?:com|org|net|io|dev|edu|gov|info|local|localdomain|internal|lan|cloud|cn|de|eu|uk|fr|jp|ru|us)(?::\d{1,5})?)",
        Kind::kWord, R"(\S+)", "host.example.com"},
    // An image and its tag.
    Form{R"([A-Za-z][\w./-]*:(?:latest|v?\d+(?:\.\d+)+(?:-[\w.]+)?))", Kind::kWord, R"(\S+)"},
    Form{R"([A-Za-z][\w-]*(?:\.[\w-]+)*:\d{2,5})", Kind::kWord, R"(\S+:\d+)"},
    Form{"0[xX]" KBC_HEX "+", Kind::kNumber, "0x[0-9a-f]+"},
    // Ids of commits, containers and the like.
    Form{KBC_HEX "{7,}", Kind::kNumber, "[0-9a-f]+", nullptr,
         ".*[0-9].*[a-fA-F].*|.*[a-fA-F].*[0-9].*"},
    Form{R"([a-z0-9]+(?:-[a-z0-9]+)*-[a-z0-9]{5,10})", Kind::kWord, R"([-\w]+)", nullptr,
         R"(.*-(?:[a-z]+[0-9][a-z0-9]*|[0-9]+[a-z][a-z0-9]*))"},
    Form{R"(v?\d+(?:\.\d+)+(?:[-+~][\w.+~-]*\w)?)", Kind::kNumber, R"(v?\d[-+~.\w]*)"},
    Form{R"(v\d+)", Kind::kNumber, R"(v\d+)"},
    Form{R"(\d+)", Kind::kNumber, R"(\d+)"},
};

struct CompiledForm {
  std::unique_ptr<RE2> regex, only_if;
  const Form* form;
};

const std::vector<CompiledForm>& forms() {
  static const std::vector<CompiledForm> compiled = [] {
    std::vector<CompiledForm> list;
    for (const Form& form : kForms) {
      list.push_back({std::make_unique<RE2>("(" + std::string(form.regex) + ")"),
                      form.only_if ? std::make_unique<RE2>(form.only_if) : nullptr, &form});
    }
    return list;
  }();
  return compiled;
}

// Whether what ends at `end` is followed by more of the same word: then it was a part of it.
bool goes_on(std::string_view text, std::size_t end) {
  if (end >= text.size()) return false;
  if (is_word_byte(text[end])) return true;
  const bool joins = text[end] == '.' || text[end] == '-' || text[end] == '/';
  return joins && end + 1 < text.size() && is_word_byte(text[end + 1]);
}

// A number that tells errors apart: `status 404`, `[Errno 13]`, `error: 403`.
bool is_telling(std::string_view text, std::size_t at, std::string_view number) {
  static const RE2 before(
      R"((?i)(?:errno|code|status|signal|http(?:/[\d.]+)?|sqlstate|winerror|\berror)[ =#(\[]{1,2}$|exit(?:ed with)? code:? $)");
  static const RE2 before_status(R"((?i)(?:error|code|status|response)[: ]{1,2}$)");
  const std::string_view head =
      text.substr(at - std::min<std::size_t>(at, 24), std::min<std::size_t>(at, 24));
  const re2::StringPiece piece = re2_piece(head);
  if (RE2::PartialMatch(piece, before)) return true;
  const bool is_status = number.size() == 3 && (number[0] == '4' || number[0] == '5');
  return is_status && RE2::PartialMatch(piece, before_status);
}

std::string neutral_path(const std::string& path) {
  const bool is_windows = path.size() > 1 && path[1] == ':';
  if (!is_windows && !path.starts_with('/')) return path;
  // Only below a home or a scratch folder is it one person's own.
  static const RE2 own(
      R"((?i)(?:/home|/root|/Users|/tmp|/builds?|/workspace|/private|/mnt|/srv|/data|[A-Z]:[\\/]).*)");
  if (!RE2::FullMatch(path, own)) return path;
  const std::size_t slash = path.find_last_of("/\\");
  return (is_windows ? "C:\\path\\" : "/path/to/") + path.substr(slash + 1);
}

std::string neutral_address(const std::string& text) {
  static const RE2 known(R"((?:127\.|0\.0\.0\.0|255\.|192\.0\.2\.).*)");
  static const RE2 address(R"(\d{1,3}(?:\.\d{1,3}){3}((?:[:/]\d+)?))");
  std::string rest;
  if (!RE2::FullMatch(text, address, &rest) || RE2::FullMatch(text, known)) return text;
  return "192.0.2.1" + rest;
}

std::string neutral_of(const Form& form, const std::string& text) {
  if (text.starts_with("git@")) return text;
  if (form.neutral == nullptr) return neutral_address(text);
  if (std::string_view(form.neutral) == "path") return neutral_path(text);
  return form.neutral;
}

std::optional<Piece> varying(std::string_view text, std::size_t at) {
  for (const CompiledForm& candidate : forms()) {
    re2::StringPiece rest = re2_piece(text.substr(at));
    std::string found;
    if (!RE2::Consume(&rest, *candidate.regex, &found)) continue;
    if (candidate.only_if && !RE2::FullMatch(found, *candidate.only_if)) continue;
    // `30000ms` is a number and its unit.
    const bool is_plain = std::all_of(found.begin(), found.end(), is_digit);
    if (!is_plain && goes_on(text, at + found.size())) continue;
    if (is_plain && is_telling(text, at, found)) return {};
    return Piece{candidate.form->kind, found, candidate.form->replacement,
                 neutral_of(*candidate.form, found)};
  }
  return {};
}

// Quotes, and a class for both of them where programs print either by their locale.
struct Quotes {
  std::string_view open, close, open_regex, inner_regex, close_regex;
};

constexpr std::array kQuotes = {
    Quotes{"'", "'", "'", "[^']+", "'"},        Quotes{"\"", "\"", "\"", "[^\"]+", "\""},
    Quotes{"`", "`", "`", "[^`]+", "`"},        Quotes{"`", "'", "[`']", "[^']+", "'"},
    Quotes{"‘", "’", "['‘]", "[^'’]+", "['’]"}, Quotes{"“", "”", "[\"“]", "[^\"”]+", "[\"”]"},
    Quotes{"«", "»", "«", "[^»]+", "»"},
};

bool has_word(std::string_view content) {
  return std::any_of(content.begin(), content.end(), is_word_byte);
}

// Types of languages, which tell errors apart: `'NoneType' object has no attribute 'x'`.
bool is_type(std::string_view content) {
  static const RE2 type(
      R"((?:NoneType|str|int|float|bool|bytes|bytearray|list|dict|tuple|set|frozenset|function|method|module|type|generator|coroutine|builtin_function_or_method|undefined|null|nil|None|NilClass|nil:NilClass|void|utf-8|ascii|charmap|latin-1|utf8)(?:\[\w*\])?)");
  return RE2::FullMatch(re2_piece(content), type);
}

bool is_sentence(std::string_view content) {
  return std::count(content.begin(), content.end(), ' ') >= 3;
}

std::optional<Piece> quoted(std::string_view text, std::size_t at) {
  constexpr std::size_t kMostQuoted = 200;
  for (const Quotes& quotes : kQuotes) {
    if (text.substr(at, quotes.open.size()) != quotes.open) continue;
    const std::size_t begin = at + quotes.open.size();
    const std::size_t end = text.find(quotes.close, begin);
    if (end == std::string_view::npos || end == begin || end - begin > kMostQuoted) continue;
    const std::size_t after = end + quotes.close.size();
    if (after < text.size() && is_word_byte(text[after])) continue;
    const std::string_view content = text.substr(begin, end - begin);
    const std::string whole(text.substr(at, after - at));
    // Of a grammar: `expected ';'`.
    if (!has_word(content) || is_type(content)) return Piece{Kind::kLiteral, whole, {}, whole};
    if (is_sentence(content)) continue;
    std::string neutral = std::string(quotes.open) + neutral_path(std::string(content));
    return Piece{Kind::kQuoted, whole,
                 std::string(quotes.open_regex) + std::string(quotes.inner_regex) +
                     std::string(quotes.close_regex),
                 neutral + std::string(quotes.close)};
  }
  return {};
}

void add_literal(std::string_view text, std::vector<Piece>& pieces) {
  if (pieces.empty() || pieces.back().kind != Kind::kLiteral) pieces.push_back({});
  pieces.back().text += text;
  pieces.back().neutral += text;
}

std::size_t add_blanks(std::string_view text, std::size_t at, std::vector<Piece>& pieces) {
  const std::size_t end = std::min(text.find_first_not_of(" \t", at), text.size());
  const std::string blanks(text.substr(at, end - at));
  pieces.push_back({Kind::kBlanks, blanks, blanks == " " ? " " : R"(\s+)", " "});
  return end;
}

// What was no UTF-8 is another byte each time.
std::size_t add_damaged(std::string_view text, std::size_t at, std::vector<Piece>& pieces) {
  std::size_t end = at;
  while (decode(text, end).value == kReplacementCharacter && end < text.size()) {
    end += decode(text, end).length;
  }
  const std::string damaged(text.substr(at, end - at));
  pieces.push_back({Kind::kWord, damaged, R"(\S+)", damaged});
  return end;
}

std::size_t add_piece(std::string_view text, std::size_t at, std::string_view code,
                      std::vector<Piece>& pieces) {
  if (text[at] == ' ' || text[at] == '\t') return add_blanks(text, at, pieces);
  const CodePoint character = decode(text, at);
  if (character.value == kReplacementCharacter) return add_damaged(text, at, pieces);
  const bool begins = at == 0 || !is_word_byte(text[at - 1]);
  if (begins && !code.empty() && text.substr(at, code.size()) == code &&
      (at + code.size() == text.size() || !is_word_byte(text[at + code.size()]))) {
    add_literal(code, pieces);
    return at + code.size();
  }
  std::optional<Piece> piece;
  if (begins) piece = quoted(text, at);
  if (begins && !piece) piece = varying(text, at);
  if (piece) {
    const std::size_t end = at + piece->text.size();
    pieces.push_back(std::move(*piece));
    return end;
  }
  // The rest of the word stays, whatever it holds: `x86_64`, `utf8`.
  std::size_t end = at + character.length;
  while (begins && is_word_byte(text[at]) && end < text.size() && is_word_byte(text[end])) ++end;
  add_literal(text.substr(at, end - at), pieces);
  return end;
}

}  // namespace

#undef KBC_HEX

std::string escaped(std::string_view text) {
  constexpr std::string_view kSpecial = R"(\.+*?()|[]{}^$)";
  std::string regex;
  for (const char c : text) {
    if (kSpecial.find(c) != std::string_view::npos) regex += '\\';
    regex += c;
  }
  return regex;
}

std::vector<Piece> pieces_of(std::string_view message, std::string_view code) {
  std::vector<Piece> pieces;
  if (message.size() > kMostOfMessage) {
    message = message.substr(0, previous_offset(message, kMostOfMessage));
  }
  for (std::size_t at = 0; at < message.size();) at = add_piece(message, at, code, pieces);
  for (Piece& piece : pieces) {
    if (piece.kind == Kind::kLiteral) piece.regex = escaped(piece.text);
  }
  return pieces;
}

}  // namespace kbc
