#include "author/revise.h"

#include "author/account.h"
#include "format/format.h"
#include "parse/parse.h"
#include "text/entry_id.h"
#include "text/printer.h"

namespace kbc {
namespace {

// The kept text as an entry; without an id when it is none.
Revision read_revision(std::string text, const Judge& judge, const Config& config,
                       const Document& schema) {
  Revision revision;
  Document document;
  const bool is_json = parse_json(text, Dialect::kJson, document).empty() && !document.empty();
  if (is_json && document.root().is(Kind::kObject)) {
    const std::uint32_t id = document.member(0, "id");
    if (id != Document::kNoNode && is_entry_id(document[id].text)) {
      revision.id = std::string(document[id].text);
    }
  }
  revision.text = is_json ? formatted(document, schema) : std::move(text);
  const std::string path = revision.id.empty() ? "" : config.entries + "/" + revision.id + ".json";
  revision.judgements = judge.among_others(revision.text, path);
  return revision;
}

}  // namespace

Result<Revision> revise(const KeptText& kept, const Judge& judge, const Config& config,
                        const Document& schema, Dialogue* dialogue) {
  for (;;) {
    if (Status failed = edit_file(kept.path())) return *failed;
    Result<std::string> text = kept.read();
    if (!text) return text.error();
    Revision revision = read_revision(std::move(*text), judge, config, schema);
    revision.is_wanted = !revision.id.empty();
    const bool is_sound = revision.is_wanted && !has_error(revision.judgements);
    if (is_sound || dialogue == nullptr) return revision;
    tell_findings(revision.judgements, standard_output());
    const char choice =
        revision.is_wanted
            ? dialogue->choose("[e]dit again, [w]rite it as it is, or [q]uit? ", "ewq", 'e')
            : dialogue->choose("[e]dit again or [q]uit? ", "eq", 'e');
    if (choice == 'e') continue;
    revision.is_wanted = choice == 'w';
    return revision;
  }
}

}  // namespace kbc
