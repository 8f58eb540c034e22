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

// What is left of each kNear that is at an end or beside a gap: the characters that it needs.
Variant without_loose(const Variant& variant) {
  Variant tokens;
  const auto is_gap = [&](std::size_t at) {
    return at >= variant.size() || variant[at].kind == Kind::kGap;
  };
  for (std::size_t at = 0; at < variant.size(); ++at) {
    const Token& token = variant[at];
    // Characters of any kind may come in any order.
    std::size_t before = at, behind = at + 1;
    while (before > 0 &&
           (variant[before - 1].kind == Kind::kAny || variant[before - 1].kind == Kind::kNear))
      --before;
    while (behind < variant.size() &&
           (variant[behind].kind == Kind::kAny || variant[behind].kind == Kind::kNear)) {
      ++behind;
    }
    const bool is_loose = before == 0 || is_gap(before - 1) || is_gap(behind);
    if (token.kind == Kind::kNear && (is_loose || token.least == token.most)) {
      tokens.insert(tokens.end(), token.least, any());
    } else if (token.kind == Kind::kRun && is_gap(behind)) {
      // Of what follows any characters will do.
    } else {
      tokens.push_back(token);
    }
  }
  return tokens;
}

Variant joined(Variant variant) {
  Variant tokens;
  for (Token& token : variant) {
    if (!tokens.empty()) {
      Token& last = tokens.back();
      if (token.kind == Kind::kText && last.kind == Kind::kText) {
        last.text += token.text;
        continue;
      }
      if (token.kind == Kind::kRun && last.kind == Kind::kGap) continue;
      if (token.kind == Kind::kGap && may_be_empty(last)) {
        last = std::move(token);
        continue;
      }
      if (token.kind == Kind::kNear && last.kind == Kind::kNear) {
        last.least += token.least;
        last.most += token.most;
        continue;
      }
    }
    if (may_be_empty(token) && tokens.empty()) continue;
    tokens.push_back(std::move(token));
  }
  while (!tokens.empty() && may_be_empty(tokens.back())) tokens.pop_back();
  return tokens;
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
    if (variant.size() == 1 && variant[0].kind == Kind::kText) texts.push_back(variant[0].text);
  }
  std::vector<Variant> kept;
  for (Variant& variant : variants) {
    const bool is_implied = std::any_of(variant.begin(), variant.end(), [&](const Token& token) {
      return token.kind == Kind::kText &&
             std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
               const bool is_itself = variant.size() == 1 && token.text == text;
               return !is_itself && token.text.find(text) != std::string::npos;
             });
    });
    if (!is_implied && std::none_of(kept.begin(), kept.end(), [&](const Variant& other) {
          return variant.size() == 1 && other.size() == 1 && variant[0].kind == Kind::kText &&
                 other[0].kind == Kind::kText && variant[0].text == other[0].text;
        })) {
      kept.push_back(std::move(variant));
    }
  }
  variants = std::move(kept);
}

}  // namespace kbc
