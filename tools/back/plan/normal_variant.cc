// The normal form of a variant is what a search from left to right needs, in which every part comes
// where it comes first. In the notation of a regex:
//
//   .*ab(c).*         abc           texts joined, nothing at an end that may be empty
//   a.{2,5}.*b        a.{2}.*b      beside a gap only the characters that are needed
//   x[0-9]*.*y        x.*y          a gap takes what the run before it would have
//   a.{1,2}.{3,4}b    a.{4,6}b      neighbours of any characters as one
//   x[a-z]*b          (none)        the run could take the `b`, and a search never goes back
//
// A few passes over the tokens, of which expand_branch makes 200 at most.
#include "plan/normal_variant.h"

#include <algorithm>
#include <string>
#include <utility>

namespace kbc {
namespace {

using Kind = Token::Kind;

constexpr std::uint32_t kMostNear = 255;

// What may be nothing.
bool may_be_empty(const Token& token) {
  return token.kind == Kind::kGap || token.kind == Kind::kRun;
}

// Whether the run could take a character with which `next` may begin.
bool may_take(const ByteSet& run, const Token& next) {
  switch (next.kind) {
    case Kind::kText:
      return kbx::is_in_set(run.data(), static_cast<unsigned char>(next.text[0]));
    case Kind::kOne:
      for (std::size_t at = 0; at < run.size(); ++at) {
        if ((run[at] & next.set[at]) != 0) return true;
      }
      return false;
    default:
      return true;
  }
}

Token any() {
  Token token;
  token.kind = Kind::kAny;
  return token;
}

// Takes any characters, as many as it may.
bool is_stretch(const Token& token) {
  return token.kind == Kind::kAny || token.kind == Kind::kNear;
}

// Whether there is nothing at the place, or a gap.
bool is_loose_end(const Variant& variant, std::size_t at) {
  return at >= variant.size() || variant[at].kind == Kind::kGap;
}

// The neighbours of a token, beyond the stretches beside it: characters of any kind may come in any
// order. `before` is one more than the place.
struct Neighbours {
  std::size_t before = 0;
  std::size_t behind = 0;
};

Neighbours neighbours_of(const Variant& variant, std::size_t at) {
  Neighbours found{at, at + 1};
  while (found.before > 0 && is_stretch(variant[found.before - 1])) --found.before;
  while (found.behind < variant.size() && is_stretch(variant[found.behind])) ++found.behind;
  return found;
}

// What is left of each kNear that is at an end or beside a gap: the characters that it needs.
Variant without_loose(const Variant& variant) {
  Variant tokens;
  for (std::size_t at = 0; at < variant.size(); ++at) {
    const Token& token = variant[at];
    const auto [before, behind] = neighbours_of(variant, at);
    const bool ends_loosely = is_loose_end(variant, behind);
    const bool is_loose = before == 0 || is_loose_end(variant, before - 1) || ends_loosely;
    // Of what follows a run before a gap any characters will do.
    if (token.kind == Kind::kRun && ends_loosely) continue;
    if (token.kind == Kind::kNear && (is_loose || token.least == token.most)) {
      tokens.insert(tokens.end(), token.least, any());
    } else {
      tokens.push_back(token);
    }
  }
  return tokens;
}

// Whether `last` can take in the token that follows it, and does.
bool take_in(Token& last, Token& token) {
  if (token.kind == Kind::kText && last.kind == Kind::kText) {
    last.text += token.text;
    return true;
  }
  if (token.kind == Kind::kRun && last.kind == Kind::kGap) return true;
  if (token.kind == Kind::kGap && may_be_empty(last)) {
    last = std::move(token);
    return true;
  }
  if (token.kind == Kind::kNear && last.kind == Kind::kNear) {
    last.least += token.least;
    last.most += token.most;
    return true;
  }
  return false;
}

Variant joined(Variant variant) {
  Variant tokens;
  for (Token& token : variant) {
    if (tokens.empty() ? may_be_empty(token) : take_in(tokens.back(), token)) continue;
    tokens.push_back(std::move(token));
  }
  while (!tokens.empty() && may_be_empty(tokens.back())) tokens.pop_back();
  return tokens;
}

bool is_single_text(const Variant& variant) {
  return variant.size() == 1 && variant[0].kind == Kind::kText;
}

// Whether a text of the variant has one of these in it, and is more than that.
bool has_one_of(const Variant& variant, const std::vector<std::string>& texts) {
  return std::any_of(variant.begin(), variant.end(), [&](const Token& token) {
    return token.kind == Kind::kText &&
           std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
             const bool is_itself = variant.size() == 1 && token.text == text;
             return !is_itself && token.text.find(text) != std::string::npos;
           });
  });
}

}  // namespace

std::optional<Variant> normal_variant(Variant variant) {
  Variant tokens = joined(without_loose(joined(std::move(variant))));
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].kind == Kind::kNear && tokens[at].most > kMostNear) return {};
    if (at + 1 == tokens.size()) break;
    if (tokens[at].kind == Kind::kRun && may_take(tokens[at].set, tokens[at + 1])) return {};
  }
  return tokens;
}

void drop_implied(std::vector<Variant>& variants) {
  std::vector<std::string> texts;
  for (const Variant& variant : variants) {
    if (is_single_text(variant)) texts.push_back(variant[0].text);
  }
  std::vector<Variant> kept;
  const auto is_kept = [&kept](const std::string& text) {
    return std::any_of(kept.begin(), kept.end(), [&](const Variant& other) {
      return is_single_text(other) && other[0].text == text;
    });
  };
  for (Variant& variant : variants) {
    if (has_one_of(variant, texts)) continue;
    if (is_single_text(variant) && is_kept(variant[0].text)) continue;
    kept.push_back(std::move(variant));
  }
  variants = std::move(kept);
}

}  // namespace kbc
