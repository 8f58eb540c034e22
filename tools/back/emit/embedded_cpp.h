#pragma once

#include <string_view>

namespace kbc {

// Headers of tools/reader/kbx, as they were when kbc was built.
extern const std::string_view kVersionHeader;
extern const std::string_view kFormatHeader;
extern const std::string_view kBytesHeader;
extern const std::string_view kLookupHeader;
extern const std::string_view kVersionKeyHeader;
extern const std::string_view kViewHeader;
extern const std::string_view kEntryHeader;
extern const std::string_view kKnowledgeBaseHeader;

// The files of tools/emit/cpp, in which names between `$` stand for what differs between tables.
extern const std::string_view kCommonForm;  // in both headers
extern const std::string_view kTableHeaderForm;
extern const std::string_view kIdsHeaderForm;
extern const std::string_view kTableSourceForm;

}  // namespace kbc
