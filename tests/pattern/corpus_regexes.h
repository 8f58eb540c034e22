// The regexes of all entries of the knowledge bases on which tests run, also those with faults.
#ifndef KBC_TESTS_PATTERN_CORPUS_REGEXES_H_
#define KBC_TESTS_PATTERN_CORPUS_REGEXES_H_

#include <string>
#include <vector>

namespace kbc {

const std::vector<std::string>& corpus_regexes();

}  // namespace kbc

#endif  // KBC_TESTS_PATTERN_CORPUS_REGEXES_H_
