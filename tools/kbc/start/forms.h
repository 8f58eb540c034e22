#pragma once

#include <string_view>

namespace kbc {

// The files of start/, in which names between `%` mean what start/base_files.cc says.
extern const std::string_view kEntryForm;
extern const std::string_view kConfigForm;
extern const std::string_view kIgnoreForm;
extern const std::string_view kSettingsForm;
extern const std::string_view kTasksForm;
extern const std::string_view kPreCommitForm;
extern const std::string_view kGitHubForm;
extern const std::string_view kGitLabForm;

}  // namespace kbc
