#pragma once

// valijson as this program uses it: the only file that includes its headers, for
// validate/compile.cc and for the test that takes valijson as the judge of kbc's own evaluation.
#include "core/rapidjson.h"

// Without this it would end the process over a wrong schema instead of throwing.
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/exceptions.hpp>
// But the adapter, if it finds it, sets RAPIDJSON_ASSERT, or warns that it is set.
#undef VALIJSON_USE_EXCEPTIONS
#include <valijson/adapters/rapidjson_adapter.hpp>
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/constraint_builder.hpp>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/constraints/constraint_visitor.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
