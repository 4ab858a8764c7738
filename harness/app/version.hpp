// The program's version, as CMakeLists.txt has it; a test compares the two.
#pragma once

#define DIALBENCH_VERSION "0.1.0"
