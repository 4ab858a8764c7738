// A modem INF file in the layout of real ones, and how the tests open pieces of it.
#pragma once

#include "at/inf/library.hpp"
#include "at/inf/read.hpp"

#include <string>

namespace dialbench::at::inf::example {

inline const std::string head = "[Version]\r\n"
                                "Signature=\"$CHICAGO$\"\r\n"
                                "Class=Modem\r\n"
                                "ClassGUID={4D36E96D-E325-11CE-BFC1-08002BE10318}\r\n"
                                "Provider=%Maker%\r\n"
                                "\r\n"
                                "[Manufacturer]\r\n"
                                "%Maker%=Models\r\n"
                                "\r\n"
                                "[Models]\r\n"
                                "%Name%=Modem1, SERENUM\\XYZ0001\r\n"
                                "\r\n"
                                "[Modem1]\r\n"
                                "AddReg=All, Answers\r\n"
                                "\r\n"
                                "[All]\r\n"
                                "HKR, Init, 2,, \"AT&F E0 V1<cr>\" ; after the first\r\n"
                                "HKR, Init, 1,, \"AT<cr>\"\r\n"
                                "HKR,, Reset,, \"ATZ<cr>\"\r\n"
                                "HKR, Settings, Prefix,, \"AT\"\r\n"
                                "HKR, Settings, CallSetupFailTimer,, \"S7=<#>\"\r\n"
                                "HKR, Settings, Compression_On,, \"%%C1\"\r\n"
                                "HKR,, InactivityScale, 1, 0a,00,00,00\r\n"
                                "HKR,, Properties, 1, 80,01,00,00, ff,00,00,00, 5a,00,00,00, \\\r\n"
                                "      07,00,00,00, 0f,00,00,00, f7,0f,00,00, 00,c2,01,00, 80,70,00,00\r\n"
                                "\r\n"
                                "[Strings]\r\n"
                                "Maker=\"Exempla Modems\"\r\n"
                                "Name=\"Exempla 288\"\r\n";

inline const std::string answers =
    "[Answers]\r\n"
    "HKR, Responses, \"0<cr>\",                          1, 00, 00, 00,00,00,00, 00,00,00,00\r\n"
    "HKR, Responses, \"31<cr>\",                         1, 02, 03, 80,70,00,00, 00,c2,01,00\r\n"
    "HKR, Responses, \"<cr><lf>OK<cr><lf>\",             1, 00, 00, 00,00,00,00, 00,00,00,00\r\n"
    "HKR, Responses, \"<cr><lf>RINGING<cr><lf>\",        1, 01, 00, 00,00,00,00, 00,00,00,00\r\n"
    "HKR, Responses, \"<cr><lf>VOICE<cr><lf>\",          1, 03, 00, 00,00,00,00, 00,00,00,00\r\n"
    "HKR, Responses, \"<cr><lf>CONNECT 28800/SURE\",     1, 02, 02, 80,70,00,00, 00,00,00,00\r\n"
    "HKR, Responses, \"<cr><lf>LINE ASLEEP<cr><lf>\",    1, 05, 00, 00,00,00,00, 00,00,00,00\r\n"
    "HKR, Responses, \"<cr><lf>NMBR = \",                1, 95, 00, 00,00,00,00, 00,00,00,00\r\n";

inline File read(const std::string& text) {
  return inf::read(text, "mdmxyz.inf", [](std::string_view) { return std::nullopt; });
}

inline bool has(const File& file, int code, std::size_t line) {
  for (const Fault& fault : file.faults)
    if (fault.code == code && fault.place.line == line) return true;
  return false;
}

inline bool has(const File& file, int code) {
  for (const Fault& fault : file.faults)
    if (fault.code == code) return true;
  return false;
}

inline std::string all_messages(const File& file) {
  std::string text;
  for (const Fault& fault : file.faults) text += message(fault) + "\n";
  return text;
}

// A library with one file in it, for the parts that need one.
struct Opened {
  explicit Opened(const std::string& text, Include others = {})
      : include(std::move(others))
      , library(faults, include)
      , member(library.open(text, "main.inf")) {}
  Faults faults;
  Include include;
  Library library;
  Member& member;
};

} // namespace dialbench::at::inf::example
