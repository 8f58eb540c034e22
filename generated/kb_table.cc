// What kb_table.h and kb_ids.h declare. Made by kbc; do not edit.

#if __cplusplus < 201703L && (!defined(_MSVC_LANG) || _MSVC_LANG < 201703L)
#error "kb_table.cc needs C++17: compile with -std=c++17"
#else

// Each field as an array of its own, which a linker leaves out where nothing reads it
// (-fdata-sections -ffunction-sections, -Wl,--gc-sections).
#define KBC_kb_c_8b52efbfcaa51594_134315e8_SOURCE
#include "kb_ids.h"
#include "kb_table.h"
#undef KBC_kb_c_8b52efbfcaa51594_134315e8_SOURCE

namespace kb {
inline namespace c_8b52efbfcaa51594_134315e8 {
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
decltype(Field<::kbx::Section{2}, 288>::kLinked) Field<::kbx::Section{2}, 288>::kLinked = Field<::kbx::Section{2}, 288>::kChunks;
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
decltype(Rows<::kbx::Section{44}>::kLinked) Rows<::kbx::Section{44}>::kLinked = Rows<::kbx::Section{44}>::kChunks;
decltype(Texts<::kbx::Section{2}, 104>::kLinked) Texts<::kbx::Section{2}, 104>::kLinked = Texts<::kbx::Section{2}, 104>::kChunks;
decltype(Texts<::kbx::Section{2}, 152>::kLinked) Texts<::kbx::Section{2}, 152>::kLinked = Texts<::kbx::Section{2}, 152>::kChunks;
decltype(Texts<::kbx::Section{2}, 160>::kLinked) Texts<::kbx::Section{2}, 160>::kLinked = Texts<::kbx::Section{2}, 160>::kChunks;
decltype(Texts<::kbx::Section{2}, 168>::kLinked) Texts<::kbx::Section{2}, 168>::kLinked = Texts<::kbx::Section{2}, 168>::kChunks;
decltype(Texts<::kbx::Section{2}, 176>::kLinked) Texts<::kbx::Section{2}, 176>::kLinked = Texts<::kbx::Section{2}, 176>::kChunks;
decltype(Texts<::kbx::Section{2}, 288>::kLinked) Texts<::kbx::Section{2}, 288>::kLinked = Texts<::kbx::Section{2}, 288>::kChunks;
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
decltype(Texts<::kbx::Section{44}, 0>::kLinked) Texts<::kbx::Section{44}, 0>::kLinked = Texts<::kbx::Section{44}, 0>::kChunks;
decltype(Texts<::kbx::Section{44}, 8>::kLinked) Texts<::kbx::Section{44}, 8>::kLinked = Texts<::kbx::Section{44}, 8>::kChunks;

}  // namespace table_data

namespace {

// The text whose place and length stand in a cell. One function for all fields, where the reader's
// own are one for each: they would take longer to compile than all else here.
[[maybe_unused]] Text text_in(const char* cell, const char* const* pages) {
  const std::uint32_t offset = ::kbx::load32(cell);
  if (offset == ::kbx::kAbsent) return {};
  return {pages[offset / ::kbx::kPageBytes] + offset % ::kbx::kPageBytes, ::kbx::load32(cell + 4)};
}

// The text in a field of a row; absent of none, and where the tables do not have the field.
template <::kbx::Section kS, std::size_t kAt>
Text text_of([[maybe_unused]] std::uint32_t row) {
  if constexpr (Storage::has<kS, kAt>()) {
    if (row != ::kbx::kNone) {
      return text_in(Storage::field<kS, kAt>(row), table_data::Texts<kS, kAt>::kLinked.at);
    }
  }
  return {};
}

// The row of an item of a list of an entry; kNone where there is none.
struct RowReader {
  static std::uint32_t read(const Storage&, std::uint32_t row) { return row; }
};
template <std::size_t kAt, ::kbx::Section kRows>
std::uint32_t item_row(Id id, std::size_t at) {
  const auto list =
      ::kbx::list_field<::kbx::Section::kEntries, kAt, kRows, RowReader>(Storage(), id.index());
  return at < list.size() ? list[at] : ::kbx::kNone;
}

// The other functions of an Id are those of its entry.
[[maybe_unused]] Entry entry(Id id) { return Entry(Storage(), id.index()); }

}  // namespace

Id Id::find(Text id) { return Id(::kb::find(id).index()); }
Code Id::find_code(Text name) { return ::kb::find_code(name); }

Text Id::id() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("id")>(index_);
}
Text Id::signature() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("signature")>(index_);
}
Text Id::signature_zh() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("signature_zh")>(index_);
}
Text Id::regex() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("regex")>(index_);
}
Text Id::domain() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("domain")>(index_);
}
Text Id::category() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("category")>(index_);
}
Text Id::subcategory() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("subcategory")>(index_);
}
Text Id::root_cause() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("root_cause")>(index_);
}
Text Id::root_cause_type() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("root_cause_type")>(index_);
}
Text Id::root_cause_zh() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("root_cause_zh")>(index_);
}
Text Id::official_doc_url() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("official_doc_url")>(index_);
}
Text Id::official_doc_section() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("official_doc_section")>(index_);
}
Text Id::error_code() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("error_code")>(index_);
}
Text Id::verification_tier() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("verification_tier")>(index_);
}
Text Id::resolvable() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("resolvable")>(index_);
}
Text Id::first_seen() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("first_seen")>(index_);
}
Text Id::last_confirmed() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("last_confirmed")>(index_);
}
Text Id::last_updated() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("last_updated")>(index_);
}
Text Id::locale() const {
  return text_of<::kbx::Section::kEntries, ::kbx::entry_at("locale")>(index_);
}

double Id::confidence() const { return entry(*this).confidence(); }
double Id::fix_success_rate() const { return entry(*this).fix_success_rate(); }
std::uint64_t Id::evidence_count() const { return entry(*this).evidence_count(); }

std::uint32_t Id::dead_end_count() const { return entry(*this).dead_ends().size(); }

Id::DeadEnd Id::dead_end(std::size_t at) const {
  using At = ::kbx::DeadEndAt;
  constexpr ::kbx::Section kS = ::kbx::Section::kDeadEnds;
  const std::uint32_t row = item_row<::kbx::entry_at("dead_ends"), kS>(*this, at);
  if (row == ::kbx::kNone) return {};
  return {text_of<kS, At::kAction>(row), text_of<kS, At::kWhyFails>(row), text_of<kS, At::kCondition>(row),
          ::kbx::rate_field<kS, At::kFailRate>(Storage(), row)};
}

std::uint32_t Id::workaround_count() const { return entry(*this).workarounds().size(); }

Id::Workaround Id::workaround(std::size_t at) const {
  using At = ::kbx::WorkaroundAt;
  constexpr ::kbx::Section kS = ::kbx::Section::kWorkarounds;
  const std::uint32_t row = item_row<::kbx::entry_at("workarounds"), kS>(*this, at);
  if (row == ::kbx::kNone) return {};
  return {text_of<kS, At::kAction>(row), text_of<kS, At::kHow>(row), text_of<kS, At::kCondition>(row),
          ::kbx::rate_field<kS, At::kSuccessRate>(Storage(), row)};
}

Id::Affects Id::affects(Text product, Text version) const {
  if (!*this) return Affects::kNo;
  return static_cast<Affects>(entry(*this).affects(product, version));
}

}  // namespace c_8b52efbfcaa51594_134315e8
}  // namespace kb

#endif  // C++17
