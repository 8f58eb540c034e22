#ifndef KBC_LOWER_CASE_RULE_H_
#define KBC_LOWER_CASE_RULE_H_

namespace kbc {

// Whether the regexes of a knowledge base tell capital letters from small ones.
enum class CaseRule : unsigned char { kIgnoreCase, kCaseSensitive };

}  // namespace kbc

#endif  // KBC_LOWER_CASE_RULE_H_
