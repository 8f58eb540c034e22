// An automaton over the tokens that, unlike the parser's, takes every text: what stands in the way
// is passed over, a closing bracket closes what it can, and a string after a value begins the next
// member. So one knows where one is while a member is half written and all after it is broken.

#include "lsp/cursor.h"

#include <algorithm>
#include <utility>

#include "lower/taxonomy.h"
#include "parse/document.h"
#include "parse/parse.h"
#include "parse/recognise.h"
#include "text/ascii.h"

namespace kbc {
namespace {

struct KnownShape {
  std::string_view shape;
  FieldKind kind;
};
constexpr KnownShape kShapes[] = {
    {"/id", FieldKind::kId},
    {"/aliases/*", FieldKind::kAlias},
    {"/transition_graph/leads_to/*/error_id", FieldKind::kTarget},
    {"/transition_graph/preceded_by/*/error_id", FieldKind::kTarget},
    {"/transition_graph/frequently_confused_with/*/error_id", FieldKind::kTarget},
    {"/regex", FieldKind::kRegex},
    {"/examples/*", FieldKind::kSample},
    {"/counterexamples/*", FieldKind::kSample},
    {"/versions/*/version", FieldKind::kVersion},
    {"/first_seen", FieldKind::kDate},
    {"/last_confirmed", FieldKind::kDate},
    {"/last_updated", FieldKind::kDate},
    {"/kbc_ignore/*", FieldKind::kRule},
};

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

// What the bytes of a string literal mean, as far as it goes. What is no escape is what it looks
// like: `\d` of a regex whose author forgot to double the backslash, too.
std::string decoded(std::string_view literal, bool is_closed) {
  std::string sound = "\"";
  for (std::size_t at = 1; at + (is_closed ? 1 : 0) < literal.size();) {
    const bool is_backslash = literal[at] == '\\';
    const std::size_t length = is_backslash ? escape_length(literal, at) : 1;
    if (length == 0) {
      sound += "\\\\";
    } else if (is_control(literal[at])) {
      sound += ' ';
    } else {
      sound += literal.substr(at, length);
    }
    at += std::max<std::size_t>(length, 1);
  }
  Document document;
  parse_json(sound += '"', Dialect::kJson, document);
  return document.empty() ? std::string() : std::string(document.root().text);
}

bool is_scalar(Token token) {
  switch (token) {
    case Token::kString:
    case Token::kUnclosed:
    case Token::kNumber:
    case Token::kBadNumber:
    case Token::kWord:
      return true;
    default:
      return false;
  }
}

bool is_quoted(Token token) { return token == Token::kString || token == Token::kUnclosed; }

class Scanner {
 public:
  Scanner(std::string_view text, std::uint32_t offset) : text_(text) {
    cursor_.offset = static_cast<std::uint32_t>(std::min<std::size_t>(offset, text.size()));
  }

  Cursor run() && {
    for (std::size_t at = 0;;) {
      const PlacedToken token = token_from(text_, at);
      if (!is_found_ && reaches(token)) find(token);
      if (token.token == Token::kEnd) break;
      if (is_found_ && is_past(token)) break;
      take(token);
      at = token.span.end;
    }
    for (const Frame::Name& name : names_) {
      if (name.span.begin != cursor_.token.begin || !cursor_.is_in_token()) {
        cursor_.names.push_back(text_of(name.span, name.token));
      }
    }
    return std::move(cursor_);
  }

 private:
  enum class State : std::uint8_t { kName, kColon, kValue, kAfter };

  // An object or array that is open.
  struct Frame {
    struct Name {
      Span span;
      Token token = Token::kEnd;
    };
    bool is_object = false;
    State state = State::kValue;
    std::size_t ordinal = 0;
    std::vector<Name> names;
  };

  // Whether the place is in the token, or before it.
  bool reaches(const PlacedToken& token) const {
    const std::uint32_t offset = cursor_.offset;
    if (token.token == Token::kEnd || token.span.begin > offset) return true;
    return is_scalar(token.token) ? token.span.end >= offset : token.span.end > offset;
  }

  void find(const PlacedToken& token) {
    is_found_ = true;
    depth_ = open_.size();
    const bool touches = is_scalar(token.token) && token.span.begin <= cursor_.offset;
    const State state = open_.empty()               ? State::kAfter
                        : touches && is_name(token) ? State::kName
                                                    : open_.back().state;
    if (!open_.empty()) names_ = open_.back().names;
    cursor_.token = touches ? token.span : Span{cursor_.offset, cursor_.offset};
    if (touches) describe(token);
    if (open_.empty()) return;
    const bool is_object = open_.back().is_object;
    if (state == State::kValue) {
      cursor_.where = Cursor::Where::kValue;
    } else if (is_object && (state == State::kName || state == State::kAfter || touches)) {
      cursor_.where = Cursor::Where::kName;
    } else if (touches) {
      cursor_.where = Cursor::Where::kValue;  // an element after one without a comma
    }
    if (state == State::kAfter && cursor_.where != Cursor::Where::kNowhere) {
      cursor_.comma_at = last_.span.end;
    }
    point(touches);
    is_next_told_ = touches;
    if (!touches) tell_next(token);
  }

  void describe(const PlacedToken& token) {
    cursor_.is_string = is_quoted(token.token);
    cursor_.is_closed = token.token != Token::kUnclosed;
    cursor_.text = text_of(token.span, token.token);
    cursor_.written =
        text_.substr(token.span.begin, std::min(cursor_.offset, token.span.end) - token.span.begin);
    const bool is_whole = cursor_.offset >= token.span.end;
    cursor_.typed = !cursor_.is_string ? cursor_.written
                    : is_whole         ? cursor_.text
                                       : decoded(cursor_.written, false);
  }

  void point(bool touches) {
    const bool is_member = cursor_.where == Cursor::Where::kName;
    for (std::size_t depth = 0; depth < open_.size(); ++depth) {
      const Frame& frame = open_[depth];
      const bool is_last = depth + 1 == open_.size();
      if (!frame.is_object) {
        append_pointer_token(cursor_.pointer, std::to_string(frame.ordinal));
        cursor_.shape += "/*";
      } else if (is_last && is_member) {
        if (touches) add_name(cursor_.text);
      } else if (!frame.names.empty() && !(is_last && cursor_.where == Cursor::Where::kNowhere)) {
        add_name(text_of(frame.names.back().span, frame.names.back().token));
      }
    }
  }

  void add_name(const std::string& name) {
    append_pointer_token(cursor_.pointer, name);
    append_pointer_token(cursor_.shape, name);
  }

  // What comes after the place where something is.
  void tell_next(const PlacedToken& token) {
    cursor_.has_colon = token.token == Token::kColon;
    cursor_.needs_comma = is_scalar(token.token) || token.token == Token::kOpenObject ||
                          token.token == Token::kOpenArray;
  }

  // Whether the object around the place has ended.
  bool is_past(const PlacedToken& token) {
    if (is_next_told_ && token.span.begin >= cursor_.token.end) {
      is_next_told_ = false;
      tell_next(token);
    }
    return open_.size() < depth_ || (open_.size() == depth_ && closes(token.token));
  }

  void take(const PlacedToken& token) {
    last_ = token;
    if (token.token == Token::kOpenObject || token.token == Token::kOpenArray) return open(token);
    if (closes(token.token)) return close(token.token == Token::kCloseObject);
    if (open_.empty()) return;
    Frame& frame = open_.back();
    if (token.token == Token::kComma) {
      frame.state = frame.is_object ? State::kName : State::kValue;
      if (!frame.is_object) ++frame.ordinal;
    } else if (token.token == Token::kColon) {
      if (frame.is_object) frame.state = State::kValue;
    } else if (is_scalar(token.token)) {
      take_scalar(frame, token);
    }
  }

  void take_scalar(Frame& frame, const PlacedToken& token) {
    if (frame.is_object && (frame.state != State::kValue || is_name(token))) {
      keep_name(frame, token);
      frame.state = State::kColon;
      return;
    }
    if (!frame.is_object && frame.state == State::kAfter) ++frame.ordinal;
    frame.state = State::kAfter;
  }

  // Where a value should be, the name of the next member: its own is missing.
  bool is_name(const PlacedToken& token) const {
    if (open_.empty() || !open_.back().is_object || !is_quoted(token.token)) return false;
    const std::size_t next = text_.find_first_not_of(kBlanks, token.span.end);
    return next != std::string_view::npos && text_[next] == ':';
  }

  void keep_name(Frame& frame, const PlacedToken& token) {
    frame.names.push_back({token.span, token.token});
    if (is_found_ && open_.size() == depth_) names_ = frame.names;
  }

  void open(const PlacedToken& token) {
    if (!open_.empty()) open_.back().state = State::kAfter;
    const bool is_object = token.token == Token::kOpenObject;
    open_.push_back({is_object, is_object ? State::kName : State::kValue, 0, {}});
  }

  // Brackets inside that were never closed end here as well.
  void close(bool is_object) {
    const auto same = std::find_if(open_.rbegin(), open_.rend(), [&](const Frame& frame) {
      return frame.is_object == is_object;
    });
    if (same != open_.rend()) open_.erase(same.base() - 1, open_.end());
  }

  std::string text_of(Span span, Token token) const {
    const std::string_view literal = text_.substr(span.begin, span.size());
    return is_quoted(token) ? decoded(literal, token == Token::kString) : std::string(literal);
  }

  std::string_view text_;
  Cursor cursor_;
  std::vector<Frame> open_;
  PlacedToken last_;
  bool is_found_ = false;
  bool is_next_told_ = false;
  std::size_t depth_ = 0;
  std::vector<Frame::Name> names_;  // of the object around the place
};

}  // namespace

FieldKind kind_of_field(std::string_view shape) {
  for (const KnownShape& known : kShapes) {
    if (known.shape == shape) return known.kind;
  }
  for (const TaxonomyList& list : kTaxonomyLists) {
    if (shape.substr(std::min<std::size_t>(1, shape.size())) ==
        kTextFields[list.entry_field.number].name) {
      return FieldKind::kTaxonomy;
    }
  }
  return FieldKind::kOther;
}

Cursor cursor_at(std::string_view text, std::uint32_t offset) {
  return Scanner(text, offset).run();
}

}  // namespace kbc
