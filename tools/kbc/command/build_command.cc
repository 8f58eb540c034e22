#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <cstdint>
#include <string>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/build.h"
#include "text/nearest.h"

namespace kbc {
namespace {

namespace po = boost::program_options;

po::options_description options() {
  po::options_description options;
  auto add = options.add_options();
  add("kb", po::value<std::string>()->value_name("DIR"),
      "the folder of kbc.json; else the nearest one upwards");
  add("out", po::value<std::string>()->value_name("DIR"),
      "where the artefacts go; else `generated` beside kbc.json");
  add("emit", po::value<std::vector<std::string>>()->value_name("NAMES")->composing(),
      "cpp, index, json or ndjson, separated by commas; else cpp and index");
  add("namespace", po::value<std::string>()->value_name("NAME")->default_value("kb"),
      "of the C++ tables");
  add("table-limit", po::value<std::uint32_t>()->value_name("COUNT")->default_value(100000),
      "refuse to make C++ tables of more entries");
  add("depfile", po::value<std::string>()->value_name("FILE"),
      "say there what the artefacts depend on, for Make and Ninja");
  add("stamp", po::value<std::string>()->value_name("FILE"),
      "touch it when the artefacts are up to date; the depfile speaks of it in their place");
  add("check", "write nothing; exit with 1 if an artefact is out of date");
  add("keep-going", "leave out entries with errors; exit with 1 if there are any");
  add("provenance", po::value<std::string>()->value_name("git"), "git: the index names the commit");
  add("allow-empty", "a knowledge base without entries is no error");
  add_shared_options(options);
  return options;
}

Status set_emitter(const std::string& name, BuildRequest& request) {
  std::vector<std::string_view> names;
  for (const EmitterInfo& emitter : all_emitters()) {
    names.push_back(emitter.name);
    if (emitter.name != name) continue;
    request.emitters.push_back(&emitter);
    return {};
  }
  const auto near = nearest(name, names);
  return Error{"--emit: no artefact is called `" + name + "`" +
               (near ? "; did you mean `" + std::string(*near) + "`?" : "")};
}

Status set_emitters(const po::variables_map& values, BuildRequest& request) {
  for (const std::string& name : words_of(values, "emit")) {
    if (Status failed = set_emitter(name, request)) return failed;
  }
  if (!request.emitters.empty()) return {};
  for (const EmitterInfo& emitter : all_emitters()) {
    if (emitter.is_default) request.emitters.push_back(&emitter);
  }
  return {};
}

bool is_identifier(std::string_view name) {
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  const bool begins = !name.empty() && (is_letter(name[0]) || name[0] == '_');
  return begins && std::all_of(name.begin(), name.end(), [&](char c) {
           return is_letter(c) || c == '_' || (c >= '0' && c <= '9');
         });
}

// `company::errors` is a namespace too.
Status set_namespace(const po::variables_map& values, BuildRequest& request) {
  request.name_space = values["namespace"].as<std::string>();
  std::string_view rest = request.name_space;
  for (;;) {
    const std::size_t end = rest.find("::");
    if (!is_identifier(rest.substr(0, end))) {
      return Error{"--namespace " + request.name_space + ": not a C++ namespace"};
    }
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 2);
  }
  // The tables hold the reader, which is in kbx.
  if (request.name_space == "kbx" || request.name_space.substr(0, 5) == "kbx::") {
    return Error{"--namespace " + request.name_space + ": kbx is the reader's own"};
  }
  return {};
}

Status set_provenance(const po::variables_map& values, BuildRequest& request) {
  const std::string source = text_of(values, "provenance");
  if (!source.empty() && source != "git") return Error{"--provenance " + source + ": write git"};
  request.commit = source == "git";
  return {};
}

int run_build(const po::variables_map& values) {
  BuildRequest request;
  request.kb_folder = text_of(values, "kb");
  request.out_folder = text_of(values, "out");
  request.depfile = text_of(values, "depfile");
  request.stamp = text_of(values, "stamp");
  request.table_limit = values["table-limit"].as<std::uint32_t>();
  request.check = values.count("check") != 0;
  request.keep_going = values.count("keep-going") != 0;
  request.allow_empty = values.count("allow-empty") != 0;
  SharedOptions shared;
  for (const Status& failed : {read_shared_options(values, shared), set_emitters(values, request),
                               set_namespace(values, request), set_provenance(values, request)}) {
    if (failed) return report_trouble(failed->message);
  }
  request.today = shared.today;
  request.jobs = shared.jobs;
  request.quiet = shared.quiet;
  request.progress = shared.progress;
  request.color = shared.color;
  return build(request);
}

std::vector<std::string> choices(std::string_view option) {
  std::vector<std::string> names;
  if (option == "provenance") names = {"git"};
  if (option != "emit") return names;
  for (const EmitterInfo& emitter : all_emitters()) names.emplace_back(emitter.name);
  return names;
}

}  // namespace

Command build_command() {
  Command command;
  command.details =
      "Checks the knowledge base as `kbc validate` does and, if it has no errors, writes what\n"
      "programs use: C++ tables and an index. The same entries give the same bytes.";
  command.options = options;
  command.choices = choices;
  command.run = run_build;
  return command;
}

}  // namespace kbc
