#include <cmath>
#include <string>
#include <vector>

#include "check/check.h"
#include "text/ascii.h"
#include "text/number_text.h"
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
    return "the signature is that of " + other +
           ", but for case, punctuation, a severity, a line number or a name such as `'X'`";
  }
  const double rounded_down = std::floor(pair.similarity * 100) / 100;
  return "the signature is nearly that of " + other + " (similarity " + decimal(rounded_down) + ")";
}

}  // namespace

void signature_similar(const KnowledgeBase& base, Report& report) {
  std::vector<GroupedText> signatures;
  signatures.reserve(base.entries().size());
  for (const EntryRecord& entry : base.entries()) {
    signatures.push_back({entry.signature.value, entry.domain.value});
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
    "shorter one is the longer one without a fifth of its words at most. The similarity is the "
    "share of the longer one's words that both have; a slip in spelling passes as a word that only "
    "one has. Not compared are the case of letters, punctuation, a severity in front (`error:`), "
    "names that stand for any name (`'X'`, `<path>`) and line numbers. A different word, number or "
    "code in one and the same place makes two errors of them, however alike the rest is.",
    "Often one error was described twice, with a word more or less.",
    R"(in git/a:  "signature": "failed to push some refs to the remote"
in git/b:  "signature": "error: failed to push some refs to remote")",
    R"(in git/a:  "signature": "failed to push some refs to the remote"
in git/b:  "signature": "refusing to merge unrelated histories")",
    "Compare the two entries. If they describe one error, merge them and keep the other id as an "
    "alias; if not, nothing is to be done.",
};

}  // namespace kbc
