// A modem INF file of two models, small enough to be read at a glance.
#pragma once

#include <string>

namespace dialbench::tests {

inline std::string a_modem_inf() {
  return "[Version]\r\n"
         "Signature=\"$CHICAGO$\"\r\n"
         "Class=Modem\r\n"
         "Provider=%Maker%\r\n"
         "\r\n"
         "[Manufacturer]\r\n"
         "%Maker%=Acme\r\n"
         "\r\n"
         "[Acme]\r\n"
         "%Fast%=FastModem, SERENUM\\ACM0001\r\n"
         "%Slow%=SlowModem, SERENUM\\ACM0002\r\n"
         "\r\n"
         "[FastModem]\r\n"
         "AddReg=All, Fast.Responses\r\n"
         "\r\n"
         "[SlowModem]\r\n"
         "AddReg=All\r\n"
         "\r\n"
         "[All]\r\n"
         "HKR, Init, 1,, \"AT<cr>\"\r\n"
         "HKR, Init, 2,, \"AT&F E0 V1<cr>\"\r\n"
         "HKR, Settings, Prefix,, \"AT\"\r\n"
         "HKR, Settings, Terminator,, \"<cr>\"\r\n"
         "HKR, Settings, DialPrefix,, \"D\"\r\n"
         "HKR, Settings, CallSetupFailTimer,, \"S7=<#>\"\r\n"
         "HKR,, Properties, 1, 80,01,00,00, ff,00,00,00, ff,00,00,00, 07,00,00,00, 0f,00,00,00, f7,03,00,00, "
         "00,c2,01,00, 80,70,00,00\r\n"
         "HKR, Responses, \"<cr><lf>OK<cr><lf>\", 1, 00, 00, 00,00,00,00, 00,00,00,00\r\n"
         "HKR, Responses, \"<cr><lf>ERROR<cr><lf>\", 1, 03, 00, 00,00,00,00, 00,00,00,00\r\n"
         "HKR, Responses, \"<cr><lf>BUSY<cr><lf>\", 1, 06, 00, 00,00,00,00, 00,00,00,00\r\n"
         "HKR, Responses, \"<cr><lf>NO CARRIER<cr><lf>\", 1, 04, 00, 00,00,00,00, 00,00,00,00\r\n"
         "HKR, Responses, \"7<cr>\", 1, 06, 00, 00,00,00,00, 00,00,00,00\r\n"
         "\r\n"
         "[Fast.Responses]\r\n"
         "HKR, Responses, \"<cr><lf>CONNECT 33600/ARQ<cr><lf>\", 1, 02, 02, 40,83,00,00, 00,00,00,00\r\n"
         "HKR, Responses, \"<cr><lf>ENGAGED<cr><lf>\", 1, 06, 00, 00,00,00,00, 00,00,00,00\r\n"
         "\r\n"
         "[Strings]\r\n"
         "Maker=\"Acme Modems\"\r\n"
         "Fast=\"Acme Fast 33.6\"\r\n"
         "Slow=\"Acme Slow 2400\"\r\n";
}

} // namespace dialbench::tests
