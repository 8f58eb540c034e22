#ifndef KBC_DRIVER_SELECTION_H_
#define KBC_DRIVER_SELECTION_H_

#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "driver/analyse.h"

namespace kbc {

// Keeps the findings that concern the paths: those in the files and folders named, those elsewhere
// that point there with a note, and those about an id that a named file, present or deleted, is the
// home of. A path below the entries that names no entry (a deleted file, a README) selects nothing
// more; one outside is an error. Without paths all findings stay.
//
// The entries that the paths name are put into *selected, in order.
Status select_findings(const Config& config, const std::vector<std::string>& paths,
                       Analysis& analysis, std::vector<FileId>* selected);

}  // namespace kbc

#endif  // KBC_DRIVER_SELECTION_H_
