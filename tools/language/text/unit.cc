#include "text/unit.h"

#include <algorithm>
#include <iterator>

#include "text/ascii.h"

namespace kbc {
namespace {

constexpr double kKibi = 1024;
constexpr double kDay = 86400;

// Single letters that mean many things (m, d, g, K) are left out: rather miss one than see a unit
// where there is none.
constexpr Unit kUnits[] = {
    {"ns", Dimension::kTime, 1e-9, Spelling::kExact},
    {"nanosecond", Dimension::kTime, 1e-9},
    {"纳秒", Dimension::kTime, 1e-9},
    {"us", Dimension::kTime, 1e-6, Spelling::kExact},
    {"µs", Dimension::kTime, 1e-6},
    {"μs", Dimension::kTime, 1e-6},
    {"microsecond", Dimension::kTime, 1e-6},
    {"微秒", Dimension::kTime, 1e-6},
    {"ms", Dimension::kTime, 1e-3, Spelling::kExact},
    {"msec", Dimension::kTime, 1e-3},
    {"millisecond", Dimension::kTime, 1e-3},
    {"毫秒", Dimension::kTime, 1e-3},
    {"s", Dimension::kTime, 1, Spelling::kExact},
    {"sec", Dimension::kTime, 1},
    {"second", Dimension::kTime, 1},
    {"秒", Dimension::kTime, 1},
    {"min", Dimension::kTime, 60},
    {"minute", Dimension::kTime, 60},
    {"分钟", Dimension::kTime, 60},
    {"分", Dimension::kTime, 60},
    {"h", Dimension::kTime, 3600, Spelling::kExact},
    {"hr", Dimension::kTime, 3600},
    {"hour", Dimension::kTime, 3600},
    {"小时", Dimension::kTime, 3600},
    {"钟头", Dimension::kTime, 3600},
    {"时", Dimension::kTime, 3600},
    {"day", Dimension::kTime, kDay},
    {"天", Dimension::kTime, kDay},
    {"日", Dimension::kTime, kDay},
    {"工作日", Dimension::kTime, kDay},
    {"自然日", Dimension::kTime, kDay},
    {"昼夜", Dimension::kTime, kDay},
    {"week", Dimension::kTime, 7 * kDay},
    {"周", Dimension::kTime, 7 * kDay},
    {"星期", Dimension::kTime, 7 * kDay},
    {"礼拜", Dimension::kTime, 7 * kDay},
    {"month", Dimension::kMonths, 1},
    {"月", Dimension::kMonths, 1},
    {"year", Dimension::kMonths, 12},
    {"yr", Dimension::kMonths, 12},
    {"年", Dimension::kMonths, 12},
    {"周年", Dimension::kMonths, 12},
    {"岁", Dimension::kMonths, 12},
    {"周岁", Dimension::kMonths, 12},
    {"byte", Dimension::kBytes, 1},
    {"字节", Dimension::kBytes, 1},
    {"kb", Dimension::kBytes, kKibi},
    {"kib", Dimension::kBytes, kKibi},
    {"Ki", Dimension::kBytes, kKibi, Spelling::kExact},
    {"kilobyte", Dimension::kBytes, kKibi},
    {"千字节", Dimension::kBytes, kKibi},
    {"mb", Dimension::kBytes, kKibi* kKibi},
    {"mib", Dimension::kBytes, kKibi* kKibi},
    {"Mi", Dimension::kBytes, kKibi* kKibi, Spelling::kExact},
    {"megabyte", Dimension::kBytes, kKibi* kKibi},
    {"兆字节", Dimension::kBytes, kKibi* kKibi},
    {"兆", Dimension::kBytes, kKibi* kKibi},
    {"gb", Dimension::kBytes, kKibi* kKibi* kKibi},
    {"gib", Dimension::kBytes, kKibi* kKibi* kKibi},
    {"Gi", Dimension::kBytes, kKibi* kKibi* kKibi, Spelling::kExact},
    {"gigabyte", Dimension::kBytes, kKibi* kKibi* kKibi},
    {"吉字节", Dimension::kBytes, kKibi* kKibi* kKibi},
    {"千兆字节", Dimension::kBytes, kKibi* kKibi* kKibi},
    {"tb", Dimension::kBytes, kKibi* kKibi* kKibi* kKibi},
    {"tib", Dimension::kBytes, kKibi* kKibi* kKibi* kKibi},
    {"terabyte", Dimension::kBytes, kKibi* kKibi* kKibi* kKibi},
    {"bit", Dimension::kBits, 1},
    {"位", Dimension::kBits, 1},
    {"比特", Dimension::kBits, 1},
    {"bps", Dimension::kBitRate, 1},
    {"kbps", Dimension::kBitRate, 1e3},
    {"mbps", Dimension::kBitRate, 1e6},
    {"gbps", Dimension::kBitRate, 1e9},
    {"%", Dimension::kFraction, 0.01},
    {"％", Dimension::kFraction, 0.01},
    {"percent", Dimension::kFraction, 0.01},
    {"成", Dimension::kFraction, 0.1},
    {"°c", Dimension::kCelsius, 1},
    {"° c", Dimension::kCelsius, 1},
    {"℃", Dimension::kCelsius, 1},
    {"摄氏度", Dimension::kCelsius, 1},
    {"°f", Dimension::kFahrenheit, 1},
    {"° f", Dimension::kFahrenheit, 1},
    {"℉", Dimension::kFahrenheit, 1},
    {"华氏度", Dimension::kFahrenheit, 1},
    {"hz", Dimension::kFrequency, 1},
    {"赫兹", Dimension::kFrequency, 1},
    {"赫", Dimension::kFrequency, 1},
    {"khz", Dimension::kFrequency, 1e3},
    {"mhz", Dimension::kFrequency, 1e6},
    {"ghz", Dimension::kFrequency, 1e9},
    {"px", Dimension::kPixels, 1},
    {"pixel", Dimension::kPixels, 1},
    {"像素", Dimension::kPixels, 1},
    {"mm", Dimension::kMetres, 1e-3, Spelling::kExact},
    {"millimetre", Dimension::kMetres, 1e-3},
    {"millimeter", Dimension::kMetres, 1e-3},
    {"毫米", Dimension::kMetres, 1e-3},
    {"cm", Dimension::kMetres, 1e-2, Spelling::kExact},
    {"centimetre", Dimension::kMetres, 1e-2},
    {"centimeter", Dimension::kMetres, 1e-2},
    {"厘米", Dimension::kMetres, 1e-2},
    {"metre", Dimension::kMetres, 1},
    {"meter", Dimension::kMetres, 1},
    {"米", Dimension::kMetres, 1},
    {"km", Dimension::kMetres, 1e3},
    {"kilometre", Dimension::kMetres, 1e3},
    {"kilometer", Dimension::kMetres, 1e3},
    {"公里", Dimension::kMetres, 1e3},
    {"千米", Dimension::kMetres, 1e3},
    {"mg", Dimension::kGrams, 1e-3, Spelling::kExact},
    {"milligram", Dimension::kGrams, 1e-3},
    {"毫克", Dimension::kGrams, 1e-3},
    {"gram", Dimension::kGrams, 1},
    {"克", Dimension::kGrams, 1},
    {"kg", Dimension::kGrams, 1e3},
    {"kilogram", Dimension::kGrams, 1e3},
    {"公斤", Dimension::kGrams, 1e3},
    {"千克", Dimension::kGrams, 1e3},
    {"斤", Dimension::kGrams, 500},
    {"ml", Dimension::kLitres, 1e-3},
    {"millilitre", Dimension::kLitres, 1e-3},
    {"milliliter", Dimension::kLitres, 1e-3},
    {"毫升", Dimension::kLitres, 1e-3},
    {"litre", Dimension::kLitres, 1},
    {"liter", Dimension::kLitres, 1},
    {"升", Dimension::kLitres, 1},
    {"usd", Dimension::kDollars, 1},
    {"dollar", Dimension::kDollars, 1},
    {"美元", Dimension::kDollars, 1},
    {"美金", Dimension::kDollars, 1},
    {"eur", Dimension::kEuros, 1},
    {"euro", Dimension::kEuros, 1},
    {"欧元", Dimension::kEuros, 1},
    {"gbp", Dimension::kPounds, 1},
    {"英镑", Dimension::kPounds, 1},
    {"jpy", Dimension::kYen, 1},
    {"yen", Dimension::kYen, 1},
    {"日元", Dimension::kYen, 1},
    {"cny", Dimension::kYuan, 1},
    {"rmb", Dimension::kYuan, 1},
    {"yuan", Dimension::kYuan, 1},
    {"人民币", Dimension::kYuan, 1},
};

// Chinese units of one character that also begin other words, and the `s` of decades.
constexpr std::string_view kAmbiguous[] = {"s",  "分", "时", "日", "月", "周", "位",
                                           "成", "兆", "米", "克", "斤", "升", "赫"};

bool starts_with(std::string_view text, const Unit& unit) {
  if (text.size() < unit.name.size()) return false;
  if (unit.spelling == Spelling::kExact) return text.starts_with(unit.name);
  return std::equal(unit.name.begin(), unit.name.end(), text.begin(),
                    [](char a, char b) { return a == lower_ascii(b); });
}

// How many bytes of the text the unit takes; 0 if the text begins otherwise, or its word goes on.
std::size_t unit_length(std::string_view text, const Unit& unit) {
  if (!starts_with(text, unit)) return 0;
  std::size_t end = unit.name.size();
  if (!is_letter(unit.name.back())) return end;
  if (end >= 2 && end < text.size() && text[end] == 's') ++end;
  const bool goes_on = end < text.size() && (is_letter(text[end]) || is_digit(text[end]) ||
                                             text[end] == '_' || text[end] == '(');
  return goes_on ? 0 : end;
}

}  // namespace

FoundUnit unit_at_start(std::string_view text) {
  FoundUnit found;
  if (text.empty()) return found;
  for (const Unit& unit : kUnits) {
    const std::size_t length = unit_length(text, unit);
    if (length > found.length) found = {&unit, length, false};
  }
  found.is_certain = found.unit != nullptr &&
                     std::find(std::begin(kAmbiguous), std::end(kAmbiguous), found.unit->name) ==
                         std::end(kAmbiguous);
  return found;
}

}  // namespace kbc
