#include "import/notice.h"

#include <filesystem>
#include <ostream>

#include "os/border.h"
#include "os/write_file.h"

namespace kbc {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 20;

// What CC BY 4.0 asks for (section 3(a)): who made it, under which licence, where it is, without
// warranty, and that it was changed.
constexpr std::string_view kDeadends =
    R"(Entries with a source below https://deadends.dev/ were made from the canons of deadends.dev.

  Origin:   https://deadends.dev, https://github.com/dbwls99706/deadends.dev
  Authors:  the contributors to deadends.dev
  Licence:  Creative Commons Attribution 4.0 International (CC BY 4.0),
            https://creativecommons.org/licenses/by/4.0/
  Changes:  `kbc import deadends` put the fields of each canon into the form of an entry, left out
            those that an entry has no place for, and made repairs whose result is certain.
            Entries may have been edited since.

The canons come as they are, without warranties of any kind.
)";

// The text, and after it what it does not say yet.
std::string with_origin(std::string_view text) {
  std::string all(text);
  if (text.find(kDeadends) != std::string_view::npos) return all;
  if (!all.empty()) all += all.ends_with('\n') ? "\n" : "\n\n";
  return all.append(kDeadends);
}

}  // namespace

Result<Notice> notice_in(const Config& config) {
  const std::string path = config.root + "/" + std::string(kNoticeName);
  std::error_code failed;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path, failed))) {
    return Notice{path, "", with_origin(""), false};
  }
  const std::string shown = display_path(path);
  const Result<std::string> text = config.border.read(shown, kMostBytes, Border::By::kEntry);
  if (!text) return text.error();
  if (text->size() > kMostBytes) return Error{shown + ": larger than 1 MiB"};
  return Notice{path, *text, with_origin(*text), true};
}

Status write_notice(const Config& config, const Notice& notice) {
  if (!notice.is_changed()) return {};
  const auto write = [&](std::ostream& out) { out << notice.after; };
  const std::string shown = display_path(notice.path);
  const Result<FilePlace> place = notice.is_there ? config.border.find(shown, Border::By::kEntry)
                                                  : config.border.output(shown, Border::By::kEntry);
  if (!place) return place.error();
  return notice.is_there ? write_file(*place, write) : write_new_file(*place, write);
}

}  // namespace kbc
