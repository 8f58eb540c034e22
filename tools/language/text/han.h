#ifndef KBC_TEXT_HAN_H_
#define KBC_TEXT_HAN_H_

namespace kbc {

// Han is Script=Han in Scripts.txt of Unicode 15.0.
bool is_han(char32_t value);

}  // namespace kbc

#endif  // KBC_TEXT_HAN_H_
