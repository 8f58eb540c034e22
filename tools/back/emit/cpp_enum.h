#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

// Enumerators for texts that occur in a knowledge base, in their order: `sync_error` is kSyncError,
// `ERR_OSSL` kERR_OSSL, `128` k128. What cannot be in a name is an underscore, and texts that would
// have one name get a hash each, so that a text's name depends on no more than its rivals.
std::vector<std::string> enumerators(const std::vector<std::string_view>& texts);

// Writes an enum class with an enumerator for each text, whose value is its place, and `none`.
void write_enum(std::string_view name, const std::vector<std::string_view>& texts,
                std::ostream& out);

}  // namespace kbc
