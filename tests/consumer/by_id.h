#ifndef CONSUMER_BY_ID_H_
#define CONSUMER_BY_ID_H_

#include <string_view>

// What helps when a push is rejected.
std::string_view advice();

#endif  // CONSUMER_BY_ID_H_
