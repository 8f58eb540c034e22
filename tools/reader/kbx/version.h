#ifndef KBX_VERSION_H_
#define KBX_VERSION_H_

// The version of the reader's C++ interface, which is in the names of everything in it: objects
// compiled with headers of two versions do not link with each other, where one would otherwise read
// the bytes of the other. Raised, here and where index.h asserts it, whenever a header that is
// installed changes what a compiled program does. Programs write kbx::Index all the same. C++17.

#define KBX_READER 2
#define KBX_NAMESPACE v2

namespace kbx {
inline namespace KBX_NAMESPACE {

inline constexpr int kReader = KBX_READER;

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_VERSION_H_
