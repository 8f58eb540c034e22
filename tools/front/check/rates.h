#pragma once

#include <vector>

#include "lower/entry.h"

namespace kbc {

// Every rate of the entry that is present: `confidence`, `fix_success_rate`, and each `fail_rate`,
// `success_rate` and `probability`. Valid while the entry stays where it is.
std::vector<const Number*> rates_of(const Entry& entry);

// Whether it is present and a fraction from 0 to 1, so that other rules may calculate with it.
bool is_rate(const Number& number);

// Whether a number that is no rate looks like a percentage: a whole number from 2 to 100, or any
// from 10 to 100. `1.5` and the like may just as well be a slip for `0.15`.
bool is_percentage(const Number& number);

}  // namespace kbc
