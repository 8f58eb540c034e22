#pragma once

namespace kbc {

// What becomes of the process when the system refuses it something in the middle of its work, in
// any thread: out of memory, or a mapped file that was cut, end it with exit status 2 and a word on
// standard error, without a temporary file; a limit of file sizes becomes an error of the write.
void prepare_last_resort();

}  // namespace kbc
