// Numbers as messages and fixes write them.
#ifndef KBC_TEXT_DECIMAL_H_
#define KBC_TEXT_DECIMAL_H_

#include <string>

namespace kbc {

// The value rounded to 12 significant digits, without needless zeros: 0.85, 1, 0.333333333333. A
// JSON number. Requires: a finite value.
std::string decimal(double value);

}  // namespace kbc

#endif  // KBC_TEXT_DECIMAL_H_
