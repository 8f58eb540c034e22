#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>

#include "command/command.h"
#include "command/shared_options.h"
#include "config/config.h"
#include "inspect/dump.h"
#include "inspect/summary.h"
#include "kbx/bytes.h"
#include "kbx/index.h"

namespace kbc {
namespace {

namespace po = boost::program_options;

po::options_description options() {
  po::options_description options;
  auto add = options.add_options();
  add("verify", "look at every byte; exit with 1 if the index is damaged");
  add("dump", po::value<std::string>()->value_name("TAG"),
      "show the bytes of a section and what they mean; `header` for the header");
  add("format", po::value<std::string>()->value_name("NAME")->default_value("text"),
      "text or json");
  return options;
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

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

int dump(const kbx::Index& index, const std::string& name) {
  const std::string tag = upper(name);
  if (tag == "HEADER") {
    dump_header(index, std::cout);
    return kClean;
  }
  for (std::uint32_t at = 0; at < index.section_count(); ++at) {
    const kbx::SectionView section = index.section(at);
    if (kbx::tag_text(section.tag) != tag) continue;
    dump_section(index, section, std::cout);
    return kClean;
  }
  return report_trouble("no section `" + name + "`; there are " + known_tags(index));
}

int report_unopened(const std::string& path, const std::string& error, bool verify) {
  if (!verify || !begins_as_index(path)) return report_trouble(error);
  std::cout << error << '\n';
  return kFindings;
}

int run_inspect(const po::variables_map& values) {
  const std::vector<std::string> files = values_of(values, "argument");
  const std::string format = values["format"].as<std::string>();
  const bool verify = values.count("verify") != 0;
  if (files.size() != 1) return report_trouble("name one index file");
  if (format != "text" && format != "json") {
    return report_trouble("--format " + format + ": write text or json");
  }
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::open(files[0], error);
  if (!index) return report_unopened(files[0], error, verify);
  const std::string tag = text_of(values, "dump");
  if (!tag.empty() && format == "json") return report_trouble("--dump writes text only");
  if (!tag.empty()) return dump(*index, tag);
  Summary summary{display_path(files[0]), &*index, std::nullopt};
  if (verify) {
    index->verify(error);
    summary.damage = error;
  }
  format == "json" ? write_summary_json(summary, std::cout)
                   : write_summary_text(summary, std::cout);
  return error.empty() ? kClean : kFindings;
}

std::vector<std::string> choices(std::string_view option) {
  if (option == "format") return {"text", "json"};
  return {};
}

}  // namespace

Command inspect_command() {
  Command command;
  command.arguments = "FILE";
  command.details = "FILE is an index that `kbc build` has written, kb.kbx.";
  command.takes_arguments = true;
  command.options = options;
  command.choices = choices;
  command.run = run_inspect;
  return command;
}

}  // namespace kbc
