// A knowledge base in memory, as a language server has it, for the tests of what editors ask.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "analysis/rule_choice.h"
#include "analysis/workspace.h"
#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "config/config.h"
#include "load/discover.h"
#include "lsp/base_view.h"
#include "lsp/cursor.h"

namespace kbc {

// The bar in a text is where the cursor is.
struct Typed {
  explicit Typed(std::string with_bar) : text(std::move(with_bar)) {
    const std::size_t bar = text.find('|');
    REQUIRE(bar != std::string::npos);
    text.erase(bar, 1);
    offset = static_cast<std::uint32_t>(bar);
  }
  Cursor cursor() const { return cursor_at(text, offset); }

  std::string text;
  std::uint32_t offset = 0;
};

class MadeBase {
 public:
  // By paths below the entries, sorted.
  explicit MadeBase(std::map<std::string, std::string> texts) {
    Result<Config> config = load_config({folder_.path(), {}, {}});
    REQUIRE(config);
    config_ = std::make_unique<Config>(std::move(*config));
    AnalyseOptions options;
    settle_rules(*config_, {}, options.rules);
    options.today = Today::exactly(today());
    Workspace workspace(*config_, options, Workspace::Use::kOnce);
    std::vector<std::string> paths;
    for (const auto& [path, text] : texts) {
      folder_.write("entries/" + path, text);
      paths.push_back(path);
    }
    workspace.open(paths, [&](const std::string& path) {
      return source_from_text(texts.at(path), "entries/" + path, id_of_path(path));
    });
    analysis_ = std::make_unique<Analysis>(std::move(workspace).take());
    locate_and_sort(*analysis_);
  }

  BaseView view() const { return {*config_, analysis_->base, analysis_->sources}; }
  const Analysis& analysis() const { return *analysis_; }
  const KnowledgeBaseFolder& folder() const { return folder_; }

  static std::chrono::year_month_day today() {
    return std::chrono::year(2026) / std::chrono::January / 15;
  }

 private:
  KnowledgeBaseFolder folder_;
  std::unique_ptr<Config> config_;
  std::unique_ptr<Analysis> analysis_;
};

}  // namespace kbc
