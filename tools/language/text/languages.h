// The languages of knowledge bases: English, in which entries are written, and those into which
// texts of entries are translated. What is particular to one is in its row, and everything else
// goes by the rows.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kbx/format.h"
#include "text/harm.h"
#include "text/scripts.h"

namespace kbc {

// How the words of a script are told apart.
enum class Segmenter : std::uint8_t {
  kBetween,     // by what is between them
  kNeighbours,  // not at all: each two neighbouring characters are taken for one
};

// What `kbc show`, `kbc match` and `kbc search` write around the texts of an entry.
struct Labels {
  // Headings.
  std::string_view why, more_why, dead_ends, workarounds, os_specific, leads_to, preceded_by,
      confused_with, read, untranslated;
  // Before a value, or in its place.
  std::string_view when, also_when, always, source, confirmed, partly, unsolved;
  // Rates, as estimates, and who says so.
  std::string_view usually, often, sometimes, helps, fails, estimates;
  std::string_view by_ai, by_person, by_users;
  std::string_view harms[kHarms];  // by Harm
  // Where hits are, around numbers, and what is not shown.
  std::string_view line, lines, next, line_end, more_begin, more_end, times, first_in;
  std::string_view more_in, rest_begin, rest_end;
  std::string_view colon;    // behind a rate
  std::string_view lacking;  // before words that an entry does not have
};

inline constexpr Labels kEnglishLabels = {
    "Why it happens",
    "More on why",
    "What does not help",
    "What helps",
    "On one system",
    "Leads to",
    "Comes after",
    "Easily taken for",
    "Read",
    "Not translated",
    "When: ",
    ", when ",
    "In any case",
    "Source: ",
    "confirmed ",
    "solved in part",
    "not solved",
    "usually",
    "often",
    "sometimes",
    " helps",
    " fails",
    "rates are estimates",
    "written by AI",
    "read by a person",
    "confirmed by users",
    {"deletes or overwrites files", "discards changes", "destroys data",
     "changes owners or permissions", "ends processes or sessions", "removes programs"},
    "line ",
    "lines ",
    ", ",
    "",
    " and ",
    " more",
    " times",
    ", first in ",
    "All of it: ",
    "and ",
    " more; --all lists them",
    ":",
    "without "};

inline constexpr Labels kChineseLabels = {"为什么会这样",
                                          "更多原因",
                                          "无效的做法",
                                          "有效的做法",
                                          "特定系统",
                                          "可能导致",
                                          "可能源于",
                                          "容易混淆",
                                          "参考文档",
                                          "未翻译（英文原文）",
                                          "条件：",
                                          "，条件：",
                                          "任何情况下",
                                          "来源：",
                                          "确认于 ",
                                          "只能部分解决",
                                          "无法解决",
                                          "多数情况",
                                          "常常",
                                          "有时",
                                          "有效",
                                          "无效",
                                          "比率均为估计",
                                          "由 AI 编写",
                                          "已由人审阅",
                                          "已由用户证实",
                                          {"会删除或覆盖文件", "会丢弃修改", "会销毁数据",
                                           "会更改所有者或权限", "会结束进程或会话", "会卸载程序"},
                                          "第 ",
                                          "第 ",
                                          "、",
                                          " 行",
                                          " 以及另外 ",
                                          " 处",
                                          " 次",
                                          "，首次在",
                                          "完整内容：",
                                          "另有 ",
                                          " 个条目；用 --all 列出",
                                          "：",
                                          "不含 "};

// Words that say nothing of what a text is about, in lower case, with blanks between them.
inline constexpr std::string_view kEnglishStopWords =
    "a about am an and are as at be because been being but by can could did do does doing for from "
    "had has have having he her here him his how i if im in into is it its itself ive just me my "
    "of "
    "on or our ours she should so some such than that the their them then there these they this "
    "those though through to very was we were what when where which while who whom whose why "
    "will with would you your yours";
// A single character is a particle, which stands between words.
inline constexpr std::string_view kChineseStopWords =
    "的 了 吗 呢 吧 啊 呀 我 你 您 什么 怎么 么办 怎样 如何 为什 为何 请问";

struct Language {
  std::string_view code;  // as `--lang` has it; names of translated fields end in `_` and this
  std::string_view name;  // as messages have it
  std::string_view norm;  // the variety in which to write it
  std::string_view url_segments;  // that mean it, in lower case, with blanks between them
  Script script;                  // null for one whose letters English has, too
  Segmenter segmenter;            // of the script
  std::string_view stop_words;
  const Labels* labels;
};

inline constexpr Language kLanguages[] = {
    {"en", "English", "English", "en en-us en-gb", nullptr, Segmenter::kBetween, kEnglishStopWords,
     &kEnglishLabels},
    {"zh", "Chinese", "Simplified Chinese", "zh zh-cn zh_cn cn zh-hans zh-hant zh-tw", is_han,
     Segmenter::kNeighbours, kChineseStopWords, &kChineseLabels},
};
inline constexpr const Language& kEnglish = kLanguages[0];

// Whether the texts of an entry are in another language, unless they are translated.
constexpr bool needs_translation(const Language& language) { return &language != &kEnglish; }

// A field of an entry that translates another: a text, or a list with a text for each workaround or
// dead end.
struct Translation {
  const Language* language = kLanguages;
  const kbx::EntryField* source = kbx::kEntryFields;  // `signature`
  const kbx::EntryField* field = nullptr;             // `signature_zh`
};

constexpr bool is_translation(const kbx::EntryField& field) {
  return field.role == kbx::Role::kTranslation;
}

// All that the entry format has, in its order. A name whose parts are not a field's and a
// language's does not compile.
inline constexpr auto kTranslations = []() consteval {
  std::array<Translation, std::ranges::count_if(kbx::kEntryFields, is_translation)> all;
  std::size_t count = 0;
  for (const kbx::EntryField& field : kbx::kEntryFields) {
    if (!is_translation(field)) continue;
    const std::string_view name = field.name;
    Translation& found = all[count++];
    while (found.language->code != name.substr(name.rfind('_') + 1)) ++found.language;
    while (found.source->name != name.substr(0, name.rfind('_'))) ++found.source;
    found.field = &field;
  }
  return all;
}
();

// The field that translates another into the language; null when the entry format has none.
constexpr const kbx::EntryField* translation_of(std::string_view source, const Language& language) {
  for (const Translation& known : kTranslations) {
    if (known.language == &language && known.source->name == source) return known.field;
  }
  return nullptr;
}

// Whether an entry that is translated at all should have it: a reader needs to know the error, its
// cause and what helps. What does not help may stay as it is.
constexpr bool is_expected(const Translation& translation) {
  return std::string_view(translation.source->name) != "dead_ends";
}

// Whether the character is of a script whose words are taken by neighbours.
inline bool is_unspaced(char32_t value) {
  return std::ranges::any_of(kLanguages, [value](const Language& language) {
    return language.segmenter == Segmenter::kNeighbours && language.script(value);
  });
}

}  // namespace kbc
