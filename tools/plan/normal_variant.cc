#include "plan/normal_variant.h"

#include <algorithm>
#include <string>
#include <utility>

namespace kbc {
namespace {

using Kind = Token::Kind;

bool is_empty_run(const Token& token) { return token.kind == Kind::kGap || token.kind == Kind::kRun; }

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
      if (token.kind == Kind::kGap && is_empty_run(last)) {
        last = std::move(token);
        continue;
      }
    }
    if (is_empty_run(token) && tokens.empty()) continue;
    tokens.push_back(std::move(token));
  }
  while (!tokens.empty() && is_empty_run(tokens.back())) tokens.pop_back();
  return tokens;
}

}  // namespace

std::optional<Variant> normal_variant(Variant variant) {
  Variant tokens = joined(std::move(variant));
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
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
    const bool is_implied =
        std::any_of(variant.begin(), variant.end(), [&](const Token& token) {
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
