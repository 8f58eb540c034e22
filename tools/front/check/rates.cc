#include "check/rates.h"

#include <cmath>

namespace kbc {

std::vector<const Number*> rates_of(const Entry& entry) {
  std::vector<const Number*> rates;
  const auto add = [&](const Number& number) {
    if (number.present()) rates.push_back(&number);
  };
  add(entry.confidence);
  add(entry.fix_success_rate);
  for (const DeadEnd& dead_end : entry.dead_ends) add(dead_end.fail_rate);
  for (const Workaround& workaround : entry.workarounds) add(workaround.success_rate);
  for (const LinkList& list : entry.links) {
    for (const Link& link : list.links) add(link.probability);
  }
  return rates;
}

bool is_rate(const Number& number) {
  return number.present() && number.value >= 0 && number.value <= 1;
}

bool is_percentage(const Number& number) {
  if (!number.present() || number.value <= 1 || number.value > 100) return false;
  return number.value >= 10 || number.value == std::floor(number.value);
}

}  // namespace kbc
