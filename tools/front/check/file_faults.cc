#include "check/file_faults.h"

#include <algorithm>
#include <string>

#include "text/ticked.h"
#include "validate/explain.h"

namespace kbc {

void report_json_faults(const ParsedFile& file, JsonFault::Kind kind, Report& report) {
  for (const JsonFault& fault : file.json_faults) {
    if (fault.kind != kind) continue;
    Finding finding = report.at(fault.span, fault.name, fault.message);
    finding.help(fault.help);
    if (fault.other) finding.note(*fault.other, fault.other_message);
    if (!fault.replacement) continue;
    if (fault.replacement->empty()) {
      finding.fix("remove it", fault.span, "");
    } else {
      // What the author had in mind is lost; this keeps the place where it was.
      finding.fix("write " + ticked(*fault.replacement), Safety::kUnsafe,
                  {{finding.file(), fault.span, *fault.replacement}});
    }
  }
}

void report_schema_faults(const ParsedFile& file, std::initializer_list<Keyword> keywords,
                          Report& report) {
  for (const SchemaFault& fault : file.schema_faults) {
    if (std::find(keywords.begin(), keywords.end(), fault.keyword) == keywords.end()) continue;
    FaultText text = explain(fault, file.document, *file.schema);
    const std::string repair = "write " + ticked(text.replacement);
    Finding finding = report.at(text.span, name_of(fault.keyword), text.message);
    if (fault.keyword == Keyword::kRequired) finding.about(fault.name);
    if (text.replacement.empty() || text.help != repair) finding.help(text.help);
    for (const std::string& message : text.other_messages) {
      finding.note(mark_of(file.document[text.other]), message);
    }
    if (!text.replacement.empty()) {
      finding.fix(repair, text.span, text.replacement);
    }
  }
}

}  // namespace kbc
