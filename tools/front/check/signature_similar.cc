#include <cmath>
#include <string>
#include <vector>

#include "check/check.h"
#include "text/ascii.h"
#include "text/number_text.h"
#include "text/sample_rank.h"
#include "text/similarity.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// What other rules report: two entries with one id, or with the same signature.
bool is_known(const EntryRecord& left, const EntryRecord& right) {
  return left.id.value == right.id.value ||
         lower_ascii(left.signature.value) == lower_ascii(right.signature.value);
}

std::string message_of(const SimilarPair& pair, const std::string& other) {
  if (pair.similarity == 1) {
    return "the signature is the same as that of " + other +
           " except for case, punctuation, a severity, a line number or a name such as `'X'`";
  }
  const double rounded_down = std::floor(pair.similarity * 100) / 100;
  return "the signature is nearly the same as that of " + other + " (similarity " +
         decimal(rounded_down) + ")";
}

}  // namespace

void signature_similar(const KnowledgeBase& base, Report& report) {
  std::vector<GroupedText> signatures;
  signatures.reserve(base.entries().size());
  for (const EntryRecord& entry : base.entries()) {
    signatures.push_back({entry.signature.value, entry.domain.value, sample_rank(entry.id.value)});
  }
  for (const SimilarPair& pair : similar_texts(signatures)) {
    const EntryRecord& entry = base.entries()[pair.later];
    const EntryRecord& other = base.entries()[pair.earlier];
    if (is_known(entry, other)) continue;
    report
        .at(entry.at_signature(), "similar-signature"_fault,
            message_of(pair, ticked(other.id.value, 128)))
        .about(other.id.value)
        .note(other.at_signature(), "the other signature")
        .help("merge the two entries if they describe one error");
  }
}

extern const Explanation signature_similar_explanation = {
    "The signature has nearly the same words as that of another entry in the same domain: the "
    "shorter one lacks at most a fifth of the longer one's words. The similarity is the share of "
    "the longer one's words that both have; a misspelt word counts as a word that only one has. "
    "Case, punctuation, a leading severity (`error:`), placeholder names (`'X'`, `<path>`) and "
    "line numbers are not compared. A different word, number or code in the same place makes them "
    "two errors, however similar the rest is.",
    "Often one error was described twice in slightly different words.",
    R"(in git/a:  "signature": "failed to push some refs to the remote"
in git/b:  "signature": "error: failed to push some refs to remote")",
    R"(in git/a:  "signature": "failed to push some refs to the remote"
in git/b:  "signature": "refusing to merge unrelated histories")",
    "Compare the two entries. If they describe one error, merge them and keep the other id as an "
    "alias; if not, there is nothing to do.",
};

}  // namespace kbc
