// "Did you mean …?": the known name that a person meant who wrote an unknown one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kbc {

// The candidate that the name is most likely meant to be, or nothing if a person would reject the
// best. Letter case and the choice among `-`, `_` and blank do not count. Accepted are: up to one
// edit for every three letters; the plural for the singular; the same words in another order; a
// beginning of at least a third of the candidate (`conf`); a name that has whole words of the
// candidate, or more words than it (`cause` for `root_cause`, `signature_text` for `signature`). Of
// two equally good candidates the one nearer in length, then the one first in byte order. For short
// lists: every candidate is looked at.
std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> candidates);

// The same for the end of a message: "; did you mean `config`?". Where none is near, "; " and what
// to say otherwise, or nothing.
std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates,
                         std::string_view otherwise = {});

// Whether the name differs from the suggestion by a slip of the fingers alone, so that replacing it
// unasked is safe: by case or separators, by one edit, or by two in twelve letters or more, but by
// no digit, since `http-403` is not `http-404` misspelt.
bool is_slip(std::string_view name, std::string_view suggestion);

}  // namespace kbc
