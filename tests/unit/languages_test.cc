// What goes by the table of languages: each language of it is treated as the others are, and
// nothing beside it knows one.

#include "text/languages.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "check/checks.h"
#include "command/shared_options.h"
#include "diagnostic/rule_id.h"
#include "index/made_index.h"
#include "kbx/index.h"
#include "lower/lower.h"
#include "paths.h"
#include "search/searcher.h"
#include "show/selected_text.h"
#include "show/show.h"
#include "text/ascii.h"
#include "text/translation_drift.h"
#include "text/utf8.h"
#include "unit/parsed.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

std::vector<const Language*> translated_languages() {
  std::vector<const Language*> languages;
  for (const Language& language : kLanguages) {
    if (std::ranges::count(kTranslations, &language, &Translation::language) > 0) {
      languages.push_back(&language);
    }
  }
  return languages;
}

// A word of the language: four characters of its script, or a word that only this has.
std::string word_in(const Language& language) {
  if (language.script == nullptr) return "qu" + std::string(language.code) + "xz";
  std::string word;
  std::size_t count = 0;
  for (char32_t value = 0x80; count < 4; ++value) {
    if (value < 0xD800 && !language.script(value)) continue;
    REQUIRE(value < 0xD800);
    append_utf8(word, value);
    ++count;
  }
  return word;
}

// The member of a JSON object that has the text; a list for a list.
std::string member(const kbx::EntryField& field, const std::string& text) {
  const std::string value = kbx::is_text(field) ? '"' + text + '"' : "[\"" + text + "\"]";
  return ", \"" + std::string(field.name) + "\": " + value;
}

// An entry with all that is translated, in English.
const std::string kHead =
    R"({"id": "a/b", "locale": "en", "signature": "`one` failed", "root_cause": "`two` failed", )"
    R"("dead_ends": [{"action": "Use `four`"}], "workarounds": [{"action": "Use `three`"}])";

using Check = void (*)(const Entry& entry, const Context& context, Report& report);

std::vector<std::string> findings(Check check, RuleId rule, const std::string& members) {
  const Parsed parsed(kHead + members + '}');
  REQUIRE(parsed.faults.empty());
  const Entry entry = lower(parsed.document, {}, parsed.text, "", CaseRule::kIgnoreCase);
  std::vector<Diagnostic> diagnostics;
  Pointers pointers(parsed.document);
  Report report(rule, 0, &pointers, diagnostics);
  check(entry, Context{}, report);
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : diagnostics) {
    found.push_back(std::string(diagnostic.message) + '\n' + std::string(diagnostic.help));
  }
  return found;
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// Whether a line of source has the language's name, or its code: by itself or at the end of a name.
bool names(const std::string& line, const Language& language) {
  if (holds(line, language.name)) return true;
  const std::string lowered = ' ' + lower_ascii(line) + ' ';
  for (std::size_t at = 0; (at = lowered.find(language.code, at)) != std::string::npos; ++at) {
    const char before = lowered[at - 1];
    const char after = lowered[at + language.code.size()];
    if ((before == '_' && !is_word(after)) || (before == '"' && after == '"')) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a translation is a text, or a list of texts of workarounds or dead ends",
          "[languages]") {
  REQUIRE_FALSE(translated_languages().empty());
  for (const auto& [language, source, field] : kTranslations) {
    CAPTURE(field->name);
    CHECK(field->name == std::string(source->name) + '_' + std::string(language->code));
    CHECK(translation_of(source->name, *language) == field);
    CHECK_FALSE(is_translation(*source));
    CHECK(language != &kEnglish);
    CHECK(kbx::is_text(*field) == kbx::is_text(*source));
    if (kbx::is_text(*field)) continue;
    CHECK(kbx::is_text_list(*field));
    CHECK((source->rows == kbx::Section::kWorkarounds || source->rows == kbx::Section::kDeadEnds));
  }
  CHECK(translation_of("regex", *translated_languages().front()) == nullptr);
  CHECK(translation_of("signature", kEnglish) == nullptr);
}

TEST_CASE("the languages differ, and each has all that is asked of it", "[languages]") {
  for (const Language& language : kLanguages) {
    CAPTURE(language.code);
    CHECK(std::ranges::count(kLanguages, language.code, &Language::code) == 1);
    CHECK(std::ranges::count(kLanguages, language.name, &Language::name) == 1);
    CHECK_FALSE(language.norm.empty());
    CHECK(holds(' ' + std::string(language.url_segments) + ' ',
                ' ' + std::string(language.code) + ' '));
    CHECK((language.script != nullptr || language.segmenter == Segmenter::kBetween));
    for (char32_t value = 0; value < 0x80 && language.script != nullptr; ++value) {
      CHECK_FALSE(language.script(value));
    }
  }
}

TEST_CASE("the checks of translations look at each language", "[languages]") {
  for (const auto& [language, source, field] : kTranslations) {
    CAPTURE(field->name);
    const std::string word = word_in(*language), name(language->name);
    const auto script = [&](const std::string& members) {
      return findings(translation_script, RuleId::translation_script, members);
    };
    CHECK(script(member(*field, word)).empty());
    const std::vector<std::string> untranslated = script(member(*field, "left as it was"));
    CHECK(untranslated.size() == (language->script == nullptr ? 0 : 1));
    if (!untranslated.empty()) CHECK(holds(untranslated[0], name));
    if (!untranslated.empty()) CHECK(holds(untranslated[0], language->norm));

    const std::vector<std::string> drifts =
        findings(translation_drift, RuleId::translation_drift, member(*field, word));
    REQUIRE(drifts.size() == 1);
    CHECK(holds(drifts[0], "is not in the translation"));

    const std::vector<std::string> missing =
        findings(translation_missing, RuleId::translation_missing, member(*field, word));
    std::size_t others = 0;
    for (const Translation& other : kTranslations) {
      if (other.language != language || other.field == field || !is_expected(other)) continue;
      REQUIRE(others < missing.size());
      CHECK(holds(missing[others++], '`' + std::string(other.field->name) + '`'));
    }
    CHECK(missing.size() == others);

    if (kbx::is_text(*field)) continue;
    const auto count = [&](const std::string& text) {
      return findings(translation_count, RuleId::translation_count, member(*field, text)).size();
    };
    CHECK(count(word) == 0);
    CHECK(count(word + "\", \"" + word) == 1);
  }
}

TEST_CASE("an English text that is in another language is told from the others", "[languages]") {
  for (const Language* language : translated_languages()) {
    if (language->script == nullptr) continue;
    CAPTURE(language->code);
    const std::vector<std::string> found =
        findings(translation_script, RuleId::translation_script,
                 ", \"official_doc_section\": \"" + word_in(*language) + '"');
    REQUIRE(found.size() == 1);
    CHECK(holds(found[0], "a text in "));
  }
}

TEST_CASE("search and show have the translations of each language", "[languages]") {
  for (const auto& [language, source, field] : kTranslations) {
    CAPTURE(field->name);
    const std::string word = word_in(*language);
    const std::string bytes = index_of({kHead + member(*field, word) + '}'});
    std::string error;
    const std::optional<kbx::Index> index = kbx::Index::over(bytes, error);
    REQUIRE(index);
    const std::optional<Searcher> searcher = Searcher::over(*index, error);
    REQUIRE(searcher);
    SearchScratch scratch;
    CHECK(searcher->search(word, {}, scratch).hits.size() == 1);

    for (const auto show : {show_text, show_markdown}) {
      for (const Language& other : kLanguages) {
        ShowOptions options;
        options.language = &other;
        std::ostringstream out;
        {
          Printer page(out);
          show(*index->find("a/b"), options, page);
        }
        CHECK(holds(out.str(), word) == (&other == language));
        CHECK(holds(out.str(), other.labels->workarounds));
      }
    }
  }
}

TEST_CASE("the option --lang takes the languages of translations", "[languages]") {
  const Language* chosen = &kEnglish;
  OptionTable options;
  add_language_option(options, chosen);
  for (const Language* language : translated_languages()) {
    CAPTURE(language->code);
    CHECK(options.read("show", {"--lang", std::string(language->code)}));
    CHECK(chosen == language);
    CHECK(
        holds(options.help(), std::string(language->code) + ": in " + std::string(language->name)));
  }
  CHECK_FALSE(options.read("show", {"--lang", "xx"}));
}

TEST_CASE("a URL of a page in another language is the same page", "[languages]") {
  for (const Language& language : kLanguages) {
    std::istringstream segments{std::string(language.url_segments)};
    for (std::string segment; segments >> segment;) {
      CAPTURE(segment);
      const std::string translated = "https://a.example/" + segment + "/page";
      CHECK(translation_drift("https://a.example/en/page", translated).drifts.empty());
    }
  }
  CHECK_FALSE(
      translation_drift("https://a.example/en/page", "https://a.example/e/page").drifts.empty());
}

TEST_CASE("no source but the table knows a language of translations", "[languages]") {
  // The table, and where the fields themselves are.
  const std::vector<std::string> allowed = {"language/text/languages.h", "reader/kbx/format.h",
                                            "reader/kbx/entry.h", "reader/kbx/kbx.h"};
  const fs::path root = fs::path(KBC_SOURCE_FOLDER) / "tools";
  for (const fs::directory_entry& file : fs::recursive_directory_iterator(root)) {
    const std::string path = file.path().lexically_relative(root).generic_string();
    const std::string extension = file.path().extension().string();
    if (extension != ".cc" && extension != ".h" && extension != ".def") continue;
    if (std::ranges::count(allowed, path) > 0) continue;
    std::ifstream in(file.path(), std::ios::binary);
    // The examples of a rule are in some language.
    for (std::string line; std::getline(in, line) && !holds(line, "extern const Explanation");) {
      const std::string code = line.substr(0, line.find("//"));
      for (const Language* language : translated_languages()) {
        CAPTURE(path, line);
        CHECK_FALSE(names(code, *language));
      }
    }
  }
}

}  // namespace kbc
