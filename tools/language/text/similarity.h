// Near-duplicates among short texts such as the signatures of errors.
//
// Words are those of `kbc search` (text/terms.h), but whole: a word has no parts here. And texts
// are not ranked: search weighs words and puts first the entry that has the rarest, whatever else
// is in it, while a near-duplicate is a verdict about all words of two texts, in their order, that
// one word can overturn. `kbc new` wants the former and asks search.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace kbc {

// Texts are compared within their group only.
struct GroupedText {
  std::string_view text;
  std::string_view group;
  std::uint64_t rank = 0;  // text/sample_rank.h
};

// Of the texts that share a key so many are compared with all others: those of the lowest ranks.
inline constexpr std::size_t kMostOfOneKey = 16;

// The keys under which a text is compared with others: near-duplicates share one. They depend on
// the text and its group alone; a text that is a near-duplicate of none has no keys. Sorted, each
// once.
std::vector<std::uint64_t> similarity_keys(std::string_view text, std::string_view group);

struct SimilarPair {
  std::size_t later = 0;    // indices into the texts
  std::size_t earlier = 0;  // always smaller
  double similarity = 0;    // of the longer's words the share that both have; 1 for the same words
};

// For each text the most similar one before it, where the two are near-duplicates; sorted by
// `later`. Of equally similar ones the first.
//
// Two texts are near-duplicates if the shorter one has the words of the longer one in the same
// order, but for at most a fifth of them. Letter case, punctuation, a severity in front (`error:`),
// names that stand for any name ('X', `filename`, <path>), line numbers and slips in spelling (a
// letter too much, too few, or exchanged) make no difference. Everything that tells errors apart
// does: another word, number or code in the same place, a `not` more or less, another order,
// another comparison sign. Texts that are byte for byte the same are not reported: they are no
// slips. Texts of fewer than three or more than 256 words are near-duplicates of none.
//
// Time is N log N in the number of texts and linear in their lengths, whatever they are: candidates
// come from the prefix filter of set-similarity joins (Bayardo, Ma, Srikant: Scaling Up All Pairs
// Similarity Search, 2007; Xiao et al.: Efficient Similarity Joins for Near Duplicate Detection,
// 2008), and of those that share one rare word each is compared only with the kMostOfOneKey that
// have the lowest ranks, so that among very many alike texts one may be paired with another than
// the most similar, or with none. Which two texts are compared does not depend on their order, nor
// on any text that has no key in common with either.
std::vector<SimilarPair> similar_texts(std::span<const GroupedText> texts);

}  // namespace kbc
