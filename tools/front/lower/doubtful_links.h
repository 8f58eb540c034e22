#pragma once

#include <array>
#include <vector>

#include "lower/entry.h"
#include "parse/document.h"
#include "validate/schema.h"

namespace kbc {

// By LinkKind, whether a link that an entry lacks may be one that it has, but that could not be
// read: the list is under a misspelt name or twice, is no array, or holds something that is no
// link.
std::array<bool, kLinkKinds> doubtful_links(const Document& document,
                                            const std::vector<SchemaFault>& faults);

}  // namespace kbc
