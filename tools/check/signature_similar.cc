#include "check/checks.h"

#include <cmath>
#include <string>
#include <vector>

#include "text/ascii_case.h"
#include "text/decimal.h"
#include "text/similarity.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// What other rules report: two entries with one id, or with the same signature.
bool is_known(const EntryRecord& left, const EntryRecord& right) {
  return left.id.value == right.id.value ||
         lower_ascii(left.signature.value) == lower_ascii(right.signature.value);
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
    const double similarity = std::round(pair.similarity * 100) / 100;
    report
        .at(entry.at_signature(), "the signature is nearly that of " + ticked(other.id.value, 128) +
                                      " (similarity " + decimal(similarity) + ")")
        .note(other.at_signature(), "the other signature")
        .help("merge the two entries if they describe one error");
  }
}

const Explanation signature_similar_explanation = {
    "The signature has nearly the same words as that of another entry in the same domain. The "
    "similarity is the share of the longer one's words that both have.",
    "Often one error was described twice, with a word more or less.",
    R"(in git/a:  "signature": "failed to push some refs to the remote"
in git/b:  "signature": "error: failed to push some refs to remote")",
    R"(in git/a:  "signature": "failed to push some refs to the remote"
in git/b:  "signature": "refusing to merge unrelated histories")",
    "Compare the two entries. If they describe one error, merge them and keep the other id as an "
    "alias; if not, nothing is to be done.",
};

}  // namespace kbc
