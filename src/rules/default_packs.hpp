// What the build embeds of rules/*.yaml, written by embed_packs into the build folder.
#pragma once

#include <cstdint>
#include <string_view>

namespace clauselint {

std::string_view default_pack_image();

/// Differs between any two builds whose default packs or whose layout of images differ.
std::uint64_t default_pack_stamp();

}  // namespace clauselint
