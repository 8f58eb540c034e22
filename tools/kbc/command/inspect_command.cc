#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>

#include "command/command.h"
#include "config/config.h"
#include "driver/trouble.h"
#include "inspect/derived.h"
#include "inspect/dump.h"
#include "inspect/summary.h"
#include "kbx/bytes.h"
#include "kbx/index.h"
#include "text/ascii.h"
#include "text/printer.h"

namespace kbc {
namespace {

enum class Format : std::uint8_t { kText, kJson };

// What a person asked of `kbc inspect`.
struct InspectRequest {
  std::vector<std::string> files;
  bool verify = false;
  std::string dump;  // a tag; empty for none
  Format format = Format::kText;
};

// The header, and the tags of all sections.
std::vector<std::string> dumpable() {
  std::vector<std::string> tags = {"header"};
  for (const kbx::SectionInfo& section : kbx::kSections) tags.emplace_back(section.tag, 4);
  return tags;
}

void describe(InspectRequest& request, OptionTable& options) {
  options.arguments("FILE", request.files);
  options.flag("verify", "check every byte; exit with 1 if the index is damaged", request.verify);
  options
      .text("dump", "TAG",
            "show the bytes of a section and what they mean; `header` for the header", request.dump)
      .value.offer(dumpable());
  options.choice("format", "NAME", "text or json", request.format,
                 {{"text", Format::kText}, {"json", Format::kJson}});
}

// Whether it begins as an index of a version that kbc knows: if it cannot be opened, it is damaged.
bool begins_as_index(const std::string& path) {
  char begin[kbx::kHeaderBytes] = {};
  std::ifstream in(path, std::ios::binary);
  in.read(begin, sizeof begin);
  return std::memcmp(begin, kbx::kMagic, sizeof kbx::kMagic) == 0 &&
         kbx::load16(begin + kbx::HeaderAt::kMajor) == kbx::kMajor;
}

std::string known_tags(const kbx::Index& index) {
  std::string tags = "header";
  for (std::uint32_t at = 0; at < index.section_count(); ++at) {
    tags += ", " + kbx::tag_text(index.section(at).tag);
  }
  return tags;
}

int dump(const kbx::Index& index, const std::string& name) {
  std::string tag = name;
  for (char& c : tag) c = upper_ascii(c);
  if (tag == "HEADER") {
    dump_header(index, standard_output());
    return kClean;
  }
  for (std::uint32_t at = 0; at < index.section_count(); ++at) {
    const kbx::SectionView section = index.section(at);
    if (kbx::tag_text(section.tag) != tag) continue;
    dump_section(index, section, standard_output());
    return kClean;
  }
  return report_trouble("unknown section `" + name + "`; the sections are " + known_tags(index));
}

int report_unopened(const std::string& path, const std::string& error, bool verify) {
  if (!verify || !begins_as_index(path)) return report_trouble(error);
  standard_output() << error << '\n';
  return kFindings;
}

// What is wrong with the index; empty for nothing.
std::string damage_of(const kbx::Index& index) {
  std::string error;
  if (!index.verify(error)) {
    // The summary has the path.
    return error.starts_with(index.path() + ": ") ? error.substr(index.path().size() + 2) : error;
  }
  const unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
  return compare_derived(index, jobs).fault;
}

int run(InspectRequest& request) {
  if (request.files.size() != 1) return report_trouble("name one index file");
  const std::string& file = request.files.front();
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::open(file, error);
  if (!index) return report_unopened(file, error, request.verify);
  const bool is_json = request.format == Format::kJson;
  if (!request.dump.empty() && is_json) return report_trouble("--dump writes text only");
  if (!request.dump.empty()) return dump(*index, request.dump);
  Summary summary{display_path(file), &*index, std::nullopt};
  if (request.verify) {
    error = damage_of(*index);
    summary.damage = error;
  }
  is_json ? write_summary_json(summary, data_output())
          : write_summary_text(summary, standard_output());
  return error.empty() ? kClean : kFindings;
}

}  // namespace

Command inspect_command() {
  return {.details = "FILE is an index written by `kbc build`, kb.kbx.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
