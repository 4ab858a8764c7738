// toml++'s own code, compiled once for the whole program (the distribution ships it header-only or shared).
#define TOML_IMPLEMENTATION
#include <toml++/toml.h>
