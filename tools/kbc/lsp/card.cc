#include "lsp/card.h"

#include <algorithm>
#include <sstream>
#include <string_view>
#include <vector>

#include "driver/open_index.h"
#include "emit/emit.h"
#include "link/link.h"
#include "link/object.h"
#include "lower/lower.h"
#include "show/show.h"
#include "text/ascii.h"

namespace kbc {
namespace {

// An index of the one entry, whose links lead nowhere in it and keep their ids.
Result<OpenIndex> index_of(const BaseView& view, const EntryRecord& entry) {
  const ReadText read = read_text(view, entry.file);
  if (read.document.empty()) return Error{"no JSON"};
  const std::vector<SchemaFault> faults = view.config.schema.validate(read.document);
  const Entry lowered =
      lower(read.document, faults, *read.text, entry.path_id, view.config.case_rule);
  Pools pools;
  std::vector<Objects> objects(1);
  assemble(lowered, 0, pools, objects.front());
  LinkOptions options;
  options.case_rule = view.config.case_rule;
  options.patterns = Patterns::kLeaveOut;
  options.words = Words::kLeaveOut;
  const Result<Image> image = link(objects, pools, {}, {}, options);
  if (!image) return image.error();
  std::ostringstream out;
  write_index(*image, out);
  return OpenIndex::over(std::move(out).str());
}

// What is cut ends with an ellipsis, outside of any fence.
std::string first_lines(std::string text, std::size_t most) {
  std::size_t end = 0;
  std::string fence;  // that is open
  for (std::size_t lines = 0; lines < most && end < text.size(); ++lines) {
    const std::size_t next = std::min(text.find('\n', end), text.size() - 1) + 1;
    const std::string_view line = trimmed(std::string_view(text).substr(end, next - end));
    const std::size_t ticks = std::min(line.find_first_not_of('`'), line.size());
    if (fence.empty() && ticks >= 3) {
      fence = line.substr(0, ticks);
    } else if (!fence.empty() && line == fence) {
      fence.clear();
    }
    end = next;
  }
  if (end == text.size()) return text;
  text.resize(end);
  if (!fence.empty()) text += fence + "\n";
  return text + "\n…\n";
}

}  // namespace

std::string card_of(const BaseView& view, const EntryRecord& entry, std::size_t most_lines) {
  const Result<OpenIndex> open = index_of(view, entry);
  if (!open || open->index().size() != 1) return {};
  std::ostringstream out;
  {
    Printer printer(out);
    show_markdown(*open->index().at(0), {}, printer);
  }
  std::string card = std::move(out).str();
  return first_lines(std::move(card), most_lines);
}

}  // namespace kbc
