// The program: everything is in cli/app.cpp.
#include "cli/commands.hpp"

int main(int argc, char** argv) { return clauselint::cli::run(argc, argv); }
