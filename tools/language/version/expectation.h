#pragma once

#include <string_view>

#include "version/fault.h"

namespace kbc {

// What the spec parser says where it expected one thing and found another. `found` is the token
// there, a part of the text that was parsed, empty at its end; `after` is the token before it.

// A product before a range, or before nothing at all.
VersionFault expected_product(TextSpan span, std::string_view found);

// A part of the range.
VersionFault expected_part(TextSpan span, std::string_view after, std::string_view found);

// A number without the epoch that package managers put before it.
VersionFault unknown_epoch(TextSpan span, std::string_view found);

// `any` in place of `*`.
VersionFault star(TextSpan span, std::string_view replacement);

// A number without the `v` that is a word of its own before it; the span is that of both.
VersionFault separate_v(TextSpan span, std::string_view number);

// The range without the parentheses around it, which the span has.
VersionFault parentheses(TextSpan span, std::string_view range);

// The number or codename that an operator compares with; `place` is that of both.
VersionFault expected_operand(TextSpan span, TextSpan place, std::string_view op,
                              std::string_view found);

// A second part of the number after `~=`.
VersionFault expected_second_part(TextSpan span, std::string_view found);

// `,`, `||` or the end.
VersionFault expected_separator(TextSpan span, std::string_view after, std::string_view found);

// Nothing more after `any`.
VersionFault expected_end(TextSpan span, std::string_view after, std::string_view found);

// A blank before `range`, the end of a word such as HTTP/1.1+; `product` is what is before it.
VersionFault expected_blank(TextSpan span, std::string_view product, std::string_view range);

// One of the operators there are.
VersionFault expected_operator(TextSpan span, std::string_view found);

}  // namespace kbc
