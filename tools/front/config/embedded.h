#pragma once

#include <string_view>

namespace kbc {

// The files of schema/, as they were when kbc was built.
extern const std::string_view kEntrySchema;
extern const std::string_view kSchemaSchema;
extern const std::string_view kConfigSchema;
extern const std::string_view kTaxonomySchema;
extern const std::string_view kMessageTestSchema;
extern const std::string_view kTaxonomy;

}  // namespace kbc
