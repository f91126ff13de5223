/* Debian's wine 8 lacks the one function of bcryptprimitives.dll that Go's programs need. Windows has it: this is for
   tests only, and never shipped. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) { return RtlGenRandom(data, (ULONG)length); }
