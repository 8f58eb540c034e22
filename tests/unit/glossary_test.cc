// The translations say each thing with the word that entries/README.md has for it.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "core/rapidjson.h"
#include "paths.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

const fs::path kEntries = fs::path(KBC_SOURCE_FOLDER) / "entries";

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> words_of(const std::string& cell) {
  static const std::regex kWord("[^ |]+");
  return {std::sregex_token_iterator(cell.begin(), cell.end(), kWord), {}};
}

struct Glossary {
  std::vector<std::string> used, refused;
};

// The rows "| a thing | its word | words that are not used |" of the page.
Glossary glossary() {
  Glossary glossary;
  const std::string page = text_of(kEntries / "README.md");
  const auto heading = page.find("| thing | word | not used |");
  REQUIRE(heading != std::string::npos);
  const std::string table = page.substr(heading, page.find("\n\n", heading) - heading);
  static const std::regex kRow(R"(\n\| [^|]+ \|([^|\n]*)\|([^|\n]*)\|)");
  for (std::sregex_iterator row(table.begin(), table.end(), kRow), end; row != end; ++row) {
    for (std::string& word : words_of((*row)[1])) glossary.used.push_back(std::move(word));
    for (std::string& word : words_of((*row)[2])) glossary.refused.push_back(std::move(word));
  }
  return glossary;
}

// Without code, which stays as it is, and without what may contain a word that is not used.
std::string prose_of(const std::string& text, const Glossary& glossary) {
  std::string prose = std::regex_replace(text, std::regex("`[^`]*`"), "`");
  for (const std::string& word : glossary.used) {
    for (std::size_t at = 0; (at = prose.find(word, at)) != std::string::npos;) {
      prose.replace(at, word.size(), "`");
    }
  }
  return prose;
}

}  // namespace

TEST_CASE("where dead ends are translated, so is every condition", "[entries]") {
  for (const fs::directory_entry& file : fs::recursive_directory_iterator(kEntries)) {
    if (file.path().extension() != ".json") continue;
    CAPTURE(file.path().string());
    rapidjson::Document entry;
    entry.Parse(text_of(file.path()).c_str());
    REQUIRE(entry.IsObject());
    if (!entry.HasMember("dead_ends_zh")) continue;
    for (const std::string list : {"workarounds", "dead_ends"}) {
      const auto& items = entry[list.c_str()];
      const auto& translations = entry[(list + "_zh").c_str()];
      REQUIRE(items.Size() == translations.Size());
      for (rapidjson::SizeType at = 0; at < items.Size(); ++at) {
        const std::string translation = translations[at].GetString();
        CAPTURE(translation);
        CHECK(translation.starts_with("【") == (items[at]["condition"].GetStringLength() > 0));
        CHECK(translation.find("：") != std::string::npos);
      }
    }
  }
}

TEST_CASE("translations say each thing with one word", "[entries]") {
  const Glossary terms = glossary();
  CHECK(terms.used.size() >= 20);
  CHECK(terms.refused.size() >= 20);
  for (const fs::directory_entry& file : fs::recursive_directory_iterator(kEntries)) {
    if (file.path().extension() != ".json") continue;
    CAPTURE(file.path().string());
    rapidjson::Document entry;
    entry.Parse(text_of(file.path()).c_str());
    REQUIRE(entry.IsObject());
    std::vector<std::string> texts;
    if (entry.HasMember("root_cause_zh")) texts.emplace_back(entry["root_cause_zh"].GetString());
    for (const char* list : {"workarounds_zh", "dead_ends_zh"}) {
      if (!entry.HasMember(list)) continue;
      for (const auto& text : entry[list].GetArray()) texts.emplace_back(text.GetString());
    }
    for (const std::string& text : texts) {
      const std::string prose = prose_of(text, terms);
      for (const std::string& word : terms.refused) {
        CAPTURE(word);
        CHECK(prose.find(word) == std::string::npos);
      }
    }
  }
}

}  // namespace kbc
