// The program: everything is in cli/app.cpp.
#include <cstdlib>  // defines __GLIBC__
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/commands.hpp"

int main(int argc, char** argv) {
#ifdef __GLIBC__
  // Blocks of up to 32 MiB come from the heap and stay in it: given back to the system and asked for again, each of their
  // pages would be cleared anew, which costs a short run a tenth of its time.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
  return clauselint::cli::run(argc, argv);
}
