#include "lsp/feature.h"

namespace kbc {
namespace {

[[maybe_unused]] Feature named(std::string_view method, Feature feature) {
  feature.method = method;
  return feature;
}

}  // namespace

std::uint32_t FeatureRequest::offset() const {
  if (!params.has("position")) return static_cast<std::uint32_t>(document->text().size());
  return document->positions().offset_of(read_position(params.object("position")));
}

Span FeatureRequest::range() const {
  return document->positions().span_of(read_range(params.object("range")));
}

const std::vector<Feature>& all_features() {
  static const std::vector<Feature> features = {
#define KBC_FEATURE(name, method) named(method, name##_feature()),
#include "lsp/features.def"
#undef KBC_FEATURE
  };
  return features;
}

}  // namespace kbc
