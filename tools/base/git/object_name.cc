#include "git/object_name.h"

#include <sha1.h>
#include <sha2.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace kbc {
namespace {

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

std::string hexadecimal(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (std::size_t at = 0; at < size; ++at)
    text += {kDigits[bytes[at] >> 4], kDigits[bytes[at] & 15]};
  return text;
}

template <std::size_t kSize, typename Context, typename Init, typename Update, typename Final>
bool is_digest(std::string_view name, std::string_view head, std::string_view bytes, Init init,
               Update update, Final final) {
  if (name.size() != 2 * kSize) return false;
  Context context;
  init(&context);
  update(&context, bytes_of(head), head.size());
  update(&context, bytes_of(bytes), bytes.size());
  std::array<std::uint8_t, kSize> digest;
  final(digest.data(), &context);
  return name == hexadecimal(digest.data(), kSize);
}

}  // namespace

bool is_blob_named(std::string_view name, std::string_view bytes) {
  const std::string head = "blob " + std::to_string(bytes.size()) + '\0';
  return is_digest<SHA1_DIGEST_LENGTH, SHA1_CTX>(name, head, bytes, SHA1Init, SHA1Update,
                                                 SHA1Final) ||
         is_digest<SHA256_DIGEST_LENGTH, SHA2_CTX>(name, head, bytes, SHA256Init, SHA256Update,
                                                   SHA256Final);
}

std::string sha256_of(std::string_view bytes) {
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, bytes_of(bytes), bytes.size());
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest;
  SHA256Final(digest.data(), &context);
  return hexadecimal(digest.data(), digest.size());
}

bool is_sha256(std::string_view digits, std::string_view bytes) {
  return digits == sha256_of(bytes);
}

}  // namespace kbc
