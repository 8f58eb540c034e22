#include <cstdint>
#include <ostream>

#include "command/command.h"
#include "config/version.h"
#include "driver/trouble.h"
#include "kbx/format.h"
#include "output/json_writer.h"
#include "text/printer.h"

namespace kbc {
namespace {

enum class Format : std::uint8_t { kText, kJson };

void describe(Format& format, OptionTable& options) {
  options.choice("format", "NAME", "text or json", format,
                 {{"text", Format::kText}, {"json", Format::kJson}});
}

// docs/output-formats.md describes it.
void write_json(std::ostream& out) {
  JsonWriter json(out, JsonLayout::kIndented);
  json.start_object();
  json.member("version", std::uint64_t{1});
  json.tool();
  json.start_object("index");
  json.member("major", std::uint64_t{kbx::kMajor});
  json.member("minor", std::uint64_t{kbx::kMinor});
  json.end_object();
  json.end_object();
  out << '\n';
}

int run(Format& format) {
  if (format == Format::kJson) {
    write_json(data_output());
  } else {
    data_output() << "kbc " << kVersion << '\n';
  }
  return kClean;
}

}  // namespace

Command version_command() {
  return {.begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
