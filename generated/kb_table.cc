// What kb_table.h and kb_ids.h declare. Made by kbc; do not edit.

#if __cplusplus < 201703L && (!defined(_MSVC_LANG) || _MSVC_LANG < 201703L)
#error "kb_table.cc needs C++17: compile with -std=c++17"
#else

// Each field as an array of its own, which a linker leaves out where nothing reads it
// (-fdata-sections -ffunction-sections, -Wl,--gc-sections).
#define KBC_kb_c_64b590e22b1da7d3_f665f64d_SOURCE
#include "kb_ids.h"
#include "kb_table.h"
#undef KBC_kb_c_64b590e22b1da7d3_f665f64d_SOURCE

namespace kb {
inline namespace c_64b590e22b1da7d3_f665f64d {
namespace table_data {

decltype(Field<::kbx::Section{2}, 0>::kLinked) Field<::kbx::Section{2}, 0>::kLinked = Field<::kbx::Section{2}, 0>::kChunks;
decltype(Field<::kbx::Section{2}, 8>::kLinked) Field<::kbx::Section{2}, 8>::kLinked = Field<::kbx::Section{2}, 8>::kChunks;
decltype(Field<::kbx::Section{2}, 16>::kLinked) Field<::kbx::Section{2}, 16>::kLinked = Field<::kbx::Section{2}, 16>::kChunks;
decltype(Field<::kbx::Section{2}, 24>::kLinked) Field<::kbx::Section{2}, 24>::kLinked = Field<::kbx::Section{2}, 24>::kChunks;
decltype(Field<::kbx::Section{2}, 32>::kLinked) Field<::kbx::Section{2}, 32>::kLinked = Field<::kbx::Section{2}, 32>::kChunks;
decltype(Field<::kbx::Section{2}, 40>::kLinked) Field<::kbx::Section{2}, 40>::kLinked = Field<::kbx::Section{2}, 40>::kChunks;
decltype(Field<::kbx::Section{2}, 48>::kLinked) Field<::kbx::Section{2}, 48>::kLinked = Field<::kbx::Section{2}, 48>::kChunks;
decltype(Field<::kbx::Section{2}, 56>::kLinked) Field<::kbx::Section{2}, 56>::kLinked = Field<::kbx::Section{2}, 56>::kChunks;
decltype(Field<::kbx::Section{2}, 64>::kLinked) Field<::kbx::Section{2}, 64>::kLinked = Field<::kbx::Section{2}, 64>::kChunks;
decltype(Field<::kbx::Section{2}, 72>::kLinked) Field<::kbx::Section{2}, 72>::kLinked = Field<::kbx::Section{2}, 72>::kChunks;
decltype(Field<::kbx::Section{2}, 80>::kLinked) Field<::kbx::Section{2}, 80>::kLinked = Field<::kbx::Section{2}, 80>::kChunks;
decltype(Field<::kbx::Section{2}, 88>::kLinked) Field<::kbx::Section{2}, 88>::kLinked = Field<::kbx::Section{2}, 88>::kChunks;
decltype(Field<::kbx::Section{2}, 96>::kLinked) Field<::kbx::Section{2}, 96>::kLinked = Field<::kbx::Section{2}, 96>::kChunks;
decltype(Field<::kbx::Section{2}, 104>::kLinked) Field<::kbx::Section{2}, 104>::kLinked = Field<::kbx::Section{2}, 104>::kChunks;
decltype(Field<::kbx::Section{2}, 112>::kLinked) Field<::kbx::Section{2}, 112>::kLinked = Field<::kbx::Section{2}, 112>::kChunks;
decltype(Field<::kbx::Section{2}, 120>::kLinked) Field<::kbx::Section{2}, 120>::kLinked = Field<::kbx::Section{2}, 120>::kChunks;
decltype(Field<::kbx::Section{2}, 128>::kLinked) Field<::kbx::Section{2}, 128>::kLinked = Field<::kbx::Section{2}, 128>::kChunks;
decltype(Field<::kbx::Section{2}, 136>::kLinked) Field<::kbx::Section{2}, 136>::kLinked = Field<::kbx::Section{2}, 136>::kChunks;
decltype(Field<::kbx::Section{2}, 144>::kLinked) Field<::kbx::Section{2}, 144>::kLinked = Field<::kbx::Section{2}, 144>::kChunks;
decltype(Field<::kbx::Section{2}, 152>::kLinked) Field<::kbx::Section{2}, 152>::kLinked = Field<::kbx::Section{2}, 152>::kChunks;
decltype(Field<::kbx::Section{2}, 160>::kLinked) Field<::kbx::Section{2}, 160>::kLinked = Field<::kbx::Section{2}, 160>::kChunks;
decltype(Field<::kbx::Section{2}, 168>::kLinked) Field<::kbx::Section{2}, 168>::kLinked = Field<::kbx::Section{2}, 168>::kChunks;
decltype(Field<::kbx::Section{2}, 176>::kLinked) Field<::kbx::Section{2}, 176>::kLinked = Field<::kbx::Section{2}, 176>::kChunks;
decltype(Field<::kbx::Section{2}, 184>::kLinked) Field<::kbx::Section{2}, 184>::kLinked = Field<::kbx::Section{2}, 184>::kChunks;
decltype(Field<::kbx::Section{2}, 192>::kLinked) Field<::kbx::Section{2}, 192>::kLinked = Field<::kbx::Section{2}, 192>::kChunks;
decltype(Field<::kbx::Section{2}, 200>::kLinked) Field<::kbx::Section{2}, 200>::kLinked = Field<::kbx::Section{2}, 200>::kChunks;
decltype(Field<::kbx::Section{2}, 208>::kLinked) Field<::kbx::Section{2}, 208>::kLinked = Field<::kbx::Section{2}, 208>::kChunks;
decltype(Field<::kbx::Section{2}, 216>::kLinked) Field<::kbx::Section{2}, 216>::kLinked = Field<::kbx::Section{2}, 216>::kChunks;
decltype(Field<::kbx::Section{2}, 224>::kLinked) Field<::kbx::Section{2}, 224>::kLinked = Field<::kbx::Section{2}, 224>::kChunks;
decltype(Field<::kbx::Section{2}, 232>::kLinked) Field<::kbx::Section{2}, 232>::kLinked = Field<::kbx::Section{2}, 232>::kChunks;
decltype(Field<::kbx::Section{2}, 240>::kLinked) Field<::kbx::Section{2}, 240>::kLinked = Field<::kbx::Section{2}, 240>::kChunks;
decltype(Field<::kbx::Section{2}, 248>::kLinked) Field<::kbx::Section{2}, 248>::kLinked = Field<::kbx::Section{2}, 248>::kChunks;
decltype(Field<::kbx::Section{2}, 256>::kLinked) Field<::kbx::Section{2}, 256>::kLinked = Field<::kbx::Section{2}, 256>::kChunks;
decltype(Field<::kbx::Section{2}, 264>::kLinked) Field<::kbx::Section{2}, 264>::kLinked = Field<::kbx::Section{2}, 264>::kChunks;
decltype(Field<::kbx::Section{2}, 272>::kLinked) Field<::kbx::Section{2}, 272>::kLinked = Field<::kbx::Section{2}, 272>::kChunks;
decltype(Field<::kbx::Section{2}, 280>::kLinked) Field<::kbx::Section{2}, 280>::kLinked = Field<::kbx::Section{2}, 280>::kChunks;
decltype(Field<::kbx::Section{4}, 0>::kLinked) Field<::kbx::Section{4}, 0>::kLinked = Field<::kbx::Section{4}, 0>::kChunks;
decltype(Field<::kbx::Section{4}, 8>::kLinked) Field<::kbx::Section{4}, 8>::kLinked = Field<::kbx::Section{4}, 8>::kChunks;
decltype(Field<::kbx::Section{4}, 16>::kLinked) Field<::kbx::Section{4}, 16>::kLinked = Field<::kbx::Section{4}, 16>::kChunks;
decltype(Field<::kbx::Section{4}, 24>::kLinked) Field<::kbx::Section{4}, 24>::kLinked = Field<::kbx::Section{4}, 24>::kChunks;
decltype(Field<::kbx::Section{4}, 32>::kLinked) Field<::kbx::Section{4}, 32>::kLinked = Field<::kbx::Section{4}, 32>::kChunks;
decltype(Field<::kbx::Section{4}, 40>::kLinked) Field<::kbx::Section{4}, 40>::kLinked = Field<::kbx::Section{4}, 40>::kChunks;
decltype(Field<::kbx::Section{4}, 48>::kLinked) Field<::kbx::Section{4}, 48>::kLinked = Field<::kbx::Section{4}, 48>::kChunks;
decltype(Field<::kbx::Section{4}, 56>::kLinked) Field<::kbx::Section{4}, 56>::kLinked = Field<::kbx::Section{4}, 56>::kChunks;
decltype(Field<::kbx::Section{4}, 64>::kLinked) Field<::kbx::Section{4}, 64>::kLinked = Field<::kbx::Section{4}, 64>::kChunks;
decltype(Field<::kbx::Section{6}, 0>::kLinked) Field<::kbx::Section{6}, 0>::kLinked = Field<::kbx::Section{6}, 0>::kChunks;
decltype(Field<::kbx::Section{6}, 8>::kLinked) Field<::kbx::Section{6}, 8>::kLinked = Field<::kbx::Section{6}, 8>::kChunks;
decltype(Field<::kbx::Section{7}, 0>::kLinked) Field<::kbx::Section{7}, 0>::kLinked = Field<::kbx::Section{7}, 0>::kChunks;
decltype(Field<::kbx::Section{7}, 8>::kLinked) Field<::kbx::Section{7}, 8>::kLinked = Field<::kbx::Section{7}, 8>::kChunks;
decltype(Field<::kbx::Section{7}, 16>::kLinked) Field<::kbx::Section{7}, 16>::kLinked = Field<::kbx::Section{7}, 16>::kChunks;
decltype(Field<::kbx::Section{7}, 24>::kLinked) Field<::kbx::Section{7}, 24>::kLinked = Field<::kbx::Section{7}, 24>::kChunks;
decltype(Field<::kbx::Section{7}, 32>::kLinked) Field<::kbx::Section{7}, 32>::kLinked = Field<::kbx::Section{7}, 32>::kChunks;
decltype(Field<::kbx::Section{8}, 0>::kLinked) Field<::kbx::Section{8}, 0>::kLinked = Field<::kbx::Section{8}, 0>::kChunks;
decltype(Field<::kbx::Section{8}, 8>::kLinked) Field<::kbx::Section{8}, 8>::kLinked = Field<::kbx::Section{8}, 8>::kChunks;
decltype(Field<::kbx::Section{8}, 16>::kLinked) Field<::kbx::Section{8}, 16>::kLinked = Field<::kbx::Section{8}, 16>::kChunks;
decltype(Field<::kbx::Section{8}, 24>::kLinked) Field<::kbx::Section{8}, 24>::kLinked = Field<::kbx::Section{8}, 24>::kChunks;
decltype(Field<::kbx::Section{8}, 32>::kLinked) Field<::kbx::Section{8}, 32>::kLinked = Field<::kbx::Section{8}, 32>::kChunks;
decltype(Field<::kbx::Section{10}, 0>::kLinked) Field<::kbx::Section{10}, 0>::kLinked = Field<::kbx::Section{10}, 0>::kChunks;
decltype(Field<::kbx::Section{10}, 8>::kLinked) Field<::kbx::Section{10}, 8>::kLinked = Field<::kbx::Section{10}, 8>::kChunks;
decltype(Field<::kbx::Section{10}, 16>::kLinked) Field<::kbx::Section{10}, 16>::kLinked = Field<::kbx::Section{10}, 16>::kChunks;
decltype(Field<::kbx::Section{10}, 24>::kLinked) Field<::kbx::Section{10}, 24>::kLinked = Field<::kbx::Section{10}, 24>::kChunks;
decltype(Field<::kbx::Section{10}, 32>::kLinked) Field<::kbx::Section{10}, 32>::kLinked = Field<::kbx::Section{10}, 32>::kChunks;
decltype(Field<::kbx::Section{10}, 40>::kLinked) Field<::kbx::Section{10}, 40>::kLinked = Field<::kbx::Section{10}, 40>::kChunks;
decltype(Field<::kbx::Section{10}, 44>::kLinked) Field<::kbx::Section{10}, 44>::kLinked = Field<::kbx::Section{10}, 44>::kChunks;
decltype(Field<::kbx::Section{10}, 48>::kLinked) Field<::kbx::Section{10}, 48>::kLinked = Field<::kbx::Section{10}, 48>::kChunks;
decltype(Rows<::kbx::Section{3}>::kLinked) Rows<::kbx::Section{3}>::kLinked = Rows<::kbx::Section{3}>::kChunks;
decltype(Rows<::kbx::Section{5}>::kLinked) Rows<::kbx::Section{5}>::kLinked = Rows<::kbx::Section{5}>::kChunks;
decltype(Rows<::kbx::Section{9}>::kLinked) Rows<::kbx::Section{9}>::kLinked = Rows<::kbx::Section{9}>::kChunks;
decltype(Rows<::kbx::Section{11}>::kLinked) Rows<::kbx::Section{11}>::kLinked = Rows<::kbx::Section{11}>::kChunks;
decltype(Rows<::kbx::Section{12}>::kLinked) Rows<::kbx::Section{12}>::kLinked = Rows<::kbx::Section{12}>::kChunks;
decltype(Rows<::kbx::Section{13}>::kLinked) Rows<::kbx::Section{13}>::kLinked = Rows<::kbx::Section{13}>::kChunks;
decltype(Rows<::kbx::Section{14}>::kLinked) Rows<::kbx::Section{14}>::kLinked = Rows<::kbx::Section{14}>::kChunks;
decltype(Rows<::kbx::Section{15}>::kLinked) Rows<::kbx::Section{15}>::kLinked = Rows<::kbx::Section{15}>::kChunks;
decltype(Rows<::kbx::Section{16}>::kLinked) Rows<::kbx::Section{16}>::kLinked = Rows<::kbx::Section{16}>::kChunks;
decltype(Rows<::kbx::Section{17}>::kLinked) Rows<::kbx::Section{17}>::kLinked = Rows<::kbx::Section{17}>::kChunks;
decltype(Rows<::kbx::Section{18}>::kLinked) Rows<::kbx::Section{18}>::kLinked = Rows<::kbx::Section{18}>::kChunks;
decltype(Rows<::kbx::Section{19}>::kLinked) Rows<::kbx::Section{19}>::kLinked = Rows<::kbx::Section{19}>::kChunks;
decltype(Rows<::kbx::Section{20}>::kLinked) Rows<::kbx::Section{20}>::kLinked = Rows<::kbx::Section{20}>::kChunks;
decltype(Rows<::kbx::Section{21}>::kLinked) Rows<::kbx::Section{21}>::kLinked = Rows<::kbx::Section{21}>::kChunks;
decltype(Rows<::kbx::Section{22}>::kLinked) Rows<::kbx::Section{22}>::kLinked = Rows<::kbx::Section{22}>::kChunks;
decltype(Rows<::kbx::Section{23}>::kLinked) Rows<::kbx::Section{23}>::kLinked = Rows<::kbx::Section{23}>::kChunks;
decltype(Rows<::kbx::Section{24}>::kLinked) Rows<::kbx::Section{24}>::kLinked = Rows<::kbx::Section{24}>::kChunks;
decltype(Rows<::kbx::Section{25}>::kLinked) Rows<::kbx::Section{25}>::kLinked = Rows<::kbx::Section{25}>::kChunks;
decltype(Rows<::kbx::Section{26}>::kLinked) Rows<::kbx::Section{26}>::kLinked = Rows<::kbx::Section{26}>::kChunks;
decltype(Rows<::kbx::Section{27}>::kLinked) Rows<::kbx::Section{27}>::kLinked = Rows<::kbx::Section{27}>::kChunks;
decltype(Rows<::kbx::Section{28}>::kLinked) Rows<::kbx::Section{28}>::kLinked = Rows<::kbx::Section{28}>::kChunks;
decltype(Rows<::kbx::Section{29}>::kLinked) Rows<::kbx::Section{29}>::kLinked = Rows<::kbx::Section{29}>::kChunks;
decltype(Rows<::kbx::Section{30}>::kLinked) Rows<::kbx::Section{30}>::kLinked = Rows<::kbx::Section{30}>::kChunks;
decltype(Texts<::kbx::Section{2}, 104>::kLinked) Texts<::kbx::Section{2}, 104>::kLinked = Texts<::kbx::Section{2}, 104>::kChunks;
decltype(Texts<::kbx::Section{2}, 152>::kLinked) Texts<::kbx::Section{2}, 152>::kLinked = Texts<::kbx::Section{2}, 152>::kChunks;
decltype(Texts<::kbx::Section{2}, 160>::kLinked) Texts<::kbx::Section{2}, 160>::kLinked = Texts<::kbx::Section{2}, 160>::kChunks;
decltype(Texts<::kbx::Section{2}, 168>::kLinked) Texts<::kbx::Section{2}, 168>::kLinked = Texts<::kbx::Section{2}, 168>::kChunks;
decltype(Texts<::kbx::Section{2}, 176>::kLinked) Texts<::kbx::Section{2}, 176>::kLinked = Texts<::kbx::Section{2}, 176>::kChunks;
decltype(Texts<::kbx::Section{8}, 32>::kLinked) Texts<::kbx::Section{8}, 32>::kLinked = Texts<::kbx::Section{8}, 32>::kChunks;
decltype(Texts<::kbx::Section{2}, 0>::kLinked) Texts<::kbx::Section{2}, 0>::kLinked = Texts<::kbx::Section{2}, 0>::kChunks;
decltype(Texts<::kbx::Section{2}, 8>::kLinked) Texts<::kbx::Section{2}, 8>::kLinked = Texts<::kbx::Section{2}, 8>::kChunks;
decltype(Texts<::kbx::Section{2}, 16>::kLinked) Texts<::kbx::Section{2}, 16>::kLinked = Texts<::kbx::Section{2}, 16>::kChunks;
decltype(Texts<::kbx::Section{2}, 24>::kLinked) Texts<::kbx::Section{2}, 24>::kLinked = Texts<::kbx::Section{2}, 24>::kChunks;
decltype(Texts<::kbx::Section{2}, 32>::kLinked) Texts<::kbx::Section{2}, 32>::kLinked = Texts<::kbx::Section{2}, 32>::kChunks;
decltype(Texts<::kbx::Section{2}, 40>::kLinked) Texts<::kbx::Section{2}, 40>::kLinked = Texts<::kbx::Section{2}, 40>::kChunks;
decltype(Texts<::kbx::Section{2}, 48>::kLinked) Texts<::kbx::Section{2}, 48>::kLinked = Texts<::kbx::Section{2}, 48>::kChunks;
decltype(Texts<::kbx::Section{2}, 56>::kLinked) Texts<::kbx::Section{2}, 56>::kLinked = Texts<::kbx::Section{2}, 56>::kChunks;
decltype(Texts<::kbx::Section{2}, 192>::kLinked) Texts<::kbx::Section{2}, 192>::kLinked = Texts<::kbx::Section{2}, 192>::kChunks;
decltype(Texts<::kbx::Section{2}, 200>::kLinked) Texts<::kbx::Section{2}, 200>::kLinked = Texts<::kbx::Section{2}, 200>::kChunks;
decltype(Texts<::kbx::Section{2}, 208>::kLinked) Texts<::kbx::Section{2}, 208>::kLinked = Texts<::kbx::Section{2}, 208>::kChunks;
decltype(Texts<::kbx::Section{2}, 216>::kLinked) Texts<::kbx::Section{2}, 216>::kLinked = Texts<::kbx::Section{2}, 216>::kChunks;
decltype(Texts<::kbx::Section{2}, 224>::kLinked) Texts<::kbx::Section{2}, 224>::kLinked = Texts<::kbx::Section{2}, 224>::kChunks;
decltype(Texts<::kbx::Section{2}, 232>::kLinked) Texts<::kbx::Section{2}, 232>::kLinked = Texts<::kbx::Section{2}, 232>::kChunks;
decltype(Texts<::kbx::Section{2}, 240>::kLinked) Texts<::kbx::Section{2}, 240>::kLinked = Texts<::kbx::Section{2}, 240>::kChunks;
decltype(Texts<::kbx::Section{2}, 248>::kLinked) Texts<::kbx::Section{2}, 248>::kLinked = Texts<::kbx::Section{2}, 248>::kChunks;
decltype(Texts<::kbx::Section{2}, 256>::kLinked) Texts<::kbx::Section{2}, 256>::kLinked = Texts<::kbx::Section{2}, 256>::kChunks;
decltype(Texts<::kbx::Section{2}, 264>::kLinked) Texts<::kbx::Section{2}, 264>::kLinked = Texts<::kbx::Section{2}, 264>::kChunks;
decltype(Texts<::kbx::Section{2}, 272>::kLinked) Texts<::kbx::Section{2}, 272>::kLinked = Texts<::kbx::Section{2}, 272>::kChunks;
decltype(Texts<::kbx::Section{4}, 0>::kLinked) Texts<::kbx::Section{4}, 0>::kLinked = Texts<::kbx::Section{4}, 0>::kChunks;
decltype(Texts<::kbx::Section{4}, 8>::kLinked) Texts<::kbx::Section{4}, 8>::kLinked = Texts<::kbx::Section{4}, 8>::kChunks;
decltype(Texts<::kbx::Section{4}, 32>::kLinked) Texts<::kbx::Section{4}, 32>::kLinked = Texts<::kbx::Section{4}, 32>::kChunks;
decltype(Texts<::kbx::Section{4}, 40>::kLinked) Texts<::kbx::Section{4}, 40>::kLinked = Texts<::kbx::Section{4}, 40>::kChunks;
decltype(Texts<::kbx::Section{4}, 48>::kLinked) Texts<::kbx::Section{4}, 48>::kLinked = Texts<::kbx::Section{4}, 48>::kChunks;
decltype(Texts<::kbx::Section{6}, 0>::kLinked) Texts<::kbx::Section{6}, 0>::kLinked = Texts<::kbx::Section{6}, 0>::kChunks;
decltype(Texts<::kbx::Section{6}, 8>::kLinked) Texts<::kbx::Section{6}, 8>::kLinked = Texts<::kbx::Section{6}, 8>::kChunks;
decltype(Texts<::kbx::Section{7}, 0>::kLinked) Texts<::kbx::Section{7}, 0>::kLinked = Texts<::kbx::Section{7}, 0>::kChunks;
decltype(Texts<::kbx::Section{7}, 8>::kLinked) Texts<::kbx::Section{7}, 8>::kLinked = Texts<::kbx::Section{7}, 8>::kChunks;
decltype(Texts<::kbx::Section{7}, 16>::kLinked) Texts<::kbx::Section{7}, 16>::kLinked = Texts<::kbx::Section{7}, 16>::kChunks;
decltype(Texts<::kbx::Section{8}, 0>::kLinked) Texts<::kbx::Section{8}, 0>::kLinked = Texts<::kbx::Section{8}, 0>::kChunks;
decltype(Texts<::kbx::Section{8}, 8>::kLinked) Texts<::kbx::Section{8}, 8>::kLinked = Texts<::kbx::Section{8}, 8>::kChunks;
decltype(Texts<::kbx::Section{8}, 16>::kLinked) Texts<::kbx::Section{8}, 16>::kLinked = Texts<::kbx::Section{8}, 16>::kChunks;
decltype(Texts<::kbx::Section{10}, 8>::kLinked) Texts<::kbx::Section{10}, 8>::kLinked = Texts<::kbx::Section{10}, 8>::kChunks;
decltype(Texts<::kbx::Section{10}, 16>::kLinked) Texts<::kbx::Section{10}, 16>::kLinked = Texts<::kbx::Section{10}, 16>::kChunks;
decltype(Texts<::kbx::Section{10}, 24>::kLinked) Texts<::kbx::Section{10}, 24>::kLinked = Texts<::kbx::Section{10}, 24>::kChunks;
decltype(Texts<::kbx::Section{5}, 0>::kLinked) Texts<::kbx::Section{5}, 0>::kLinked = Texts<::kbx::Section{5}, 0>::kChunks;

}  // namespace table_data

namespace {

constexpr Text text_of(std::string_view text) { return Text(text.data(), text.size()); }

// The functions of an Id are those of its entry.
Entry entry(Id id) { return Entry(Storage(), id.index()); }

}  // namespace

Id Id::find(Text id) { return Id(::kb::find(id).index()); }
Code Id::find_code(Text name) { return ::kb::find_code(name); }

Text Id::id() const { return text_of(entry(*this).id()); }
Text Id::signature() const { return text_of(entry(*this).signature()); }
Text Id::signature_zh() const { return text_of(entry(*this).signature_zh()); }
Text Id::regex() const { return text_of(entry(*this).regex()); }
Text Id::domain() const { return text_of(entry(*this).domain()); }
Text Id::category() const { return text_of(entry(*this).category()); }
Text Id::subcategory() const { return text_of(entry(*this).subcategory()); }
Text Id::root_cause() const { return text_of(entry(*this).root_cause()); }
Text Id::root_cause_type() const { return text_of(entry(*this).root_cause_type()); }
Text Id::root_cause_zh() const { return text_of(entry(*this).root_cause_zh()); }
Text Id::official_doc_url() const { return text_of(entry(*this).official_doc_url()); }
Text Id::official_doc_section() const { return text_of(entry(*this).official_doc_section()); }
Text Id::error_code() const { return text_of(entry(*this).error_code()); }
Text Id::verification_tier() const { return text_of(entry(*this).verification_tier()); }
Text Id::resolvable() const { return text_of(entry(*this).resolvable()); }
Text Id::first_seen() const { return text_of(entry(*this).first_seen()); }
Text Id::last_confirmed() const { return text_of(entry(*this).last_confirmed()); }
Text Id::last_updated() const { return text_of(entry(*this).last_updated()); }
Text Id::locale() const { return text_of(entry(*this).locale()); }

double Id::confidence() const { return entry(*this).confidence(); }
double Id::fix_success_rate() const { return entry(*this).fix_success_rate(); }
std::uint64_t Id::evidence_count() const { return entry(*this).evidence_count(); }

std::uint32_t Id::dead_end_count() const { return entry(*this).dead_ends().size(); }

Id::DeadEnd Id::dead_end(std::size_t at) const {
  const auto list = entry(*this).dead_ends();
  if (at >= list.size()) return {};
  const ::kbx::DeadEnd<Storage> one = list[at];
  return {text_of(one.action), text_of(one.why_fails), text_of(one.condition), one.fail_rate};
}

std::uint32_t Id::workaround_count() const { return entry(*this).workarounds().size(); }

Id::Workaround Id::workaround(std::size_t at) const {
  const auto list = entry(*this).workarounds();
  if (at >= list.size()) return {};
  const ::kbx::Workaround<Storage> one = list[at];
  return {text_of(one.action), text_of(one.how), text_of(one.condition), one.success_rate};
}

Id::Affects Id::affects(Text product, Text version) const {
  if (!*this) return Affects::kNo;
  return static_cast<Affects>(entry(*this).affects(product, version));
}

}  // namespace c_64b590e22b1da7d3_f665f64d
}  // namespace kb

#endif  // C++17
