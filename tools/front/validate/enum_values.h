#ifndef KBC_VALIDATE_ENUM_VALUES_H_
#define KBC_VALIDATE_ENUM_VALUES_H_

#include <cstddef>
#include <string>
#include <valijson/constraints/concrete_constraints.hpp>
#include <vector>

namespace valijson {
class SchemaParser;
}

namespace kbc {

// The values of an `enum` or `const`. valijson keeps them in a form that can only be compared, so
// they are read a second time, through its extension point for constraints.
class ValuesConstraint : public valijson::constraints::PolyConstraint {
 public:
  std::vector<std::string> strings;
  std::vector<std::string> values;  // canonical(), the strings too

  bool validate(const valijson::adapters::Adapter&, const std::vector<std::string>&,
                valijson::ValidationResults*) const override {
    return true;
  }

 private:
  valijson::constraints::Constraint* cloneInto(void* place) const override {
    return new (place) ValuesConstraint(*this);
  }
  std::size_t sizeOf() const override { return sizeof(ValuesConstraint); }
};

// Makes the parser give a ValuesConstraint for every `enum` and `const`.
void read_enum_values(valijson::SchemaParser& parser);

}  // namespace kbc

#endif  // KBC_VALIDATE_ENUM_VALUES_H_
