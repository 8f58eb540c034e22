// The regexes and signatures of the knowledge base in the environment variable KBC_CORPUS.
#ifndef KBC_TESTS_PATTERN_CORPUS_REGEXES_H_
#define KBC_TESTS_PATTERN_CORPUS_REGEXES_H_

#include <string>
#include <vector>

namespace kbc {

// Empty when the variable is not set.
const std::vector<std::string>& corpus_regexes();

}  // namespace kbc

#endif  // KBC_TESTS_PATTERN_CORPUS_REGEXES_H_
