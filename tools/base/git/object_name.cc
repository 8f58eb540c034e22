#include "git/object_name.h"

#include <nettle/base16.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace kbc {
namespace {

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

template <std::size_t kSize, typename Context, typename Init, typename Update, typename Digest>
bool is_digest(std::string_view name, std::string_view head, std::string_view bytes, Init init,
               Update update, Digest digest) {
  if (name.size() != 2 * kSize) return false;
  Context context;
  init(&context);
  update(&context, head.size(), bytes_of(head));
  update(&context, bytes.size(), bytes_of(bytes));
  std::array<std::uint8_t, kSize> binary;
  digest(&context, kSize, binary.data());
  std::array<char, 2 * kSize> hexadecimal;
  base16_encode_update(hexadecimal.data(), kSize, binary.data());
  return name == std::string_view(hexadecimal.data(), hexadecimal.size());
}

}  // namespace

bool is_blob_named(std::string_view name, std::string_view bytes) {
  const std::string head = "blob " + std::to_string(bytes.size()) + '\0';
  return is_digest<SHA1_DIGEST_SIZE, sha1_ctx>(name, head, bytes, nettle_sha1_init,
                                               nettle_sha1_update, nettle_sha1_digest) ||
         is_digest<SHA256_DIGEST_SIZE, sha256_ctx>(name, head, bytes, nettle_sha256_init,
                                                   nettle_sha256_update, nettle_sha256_digest);
}

}  // namespace kbc
