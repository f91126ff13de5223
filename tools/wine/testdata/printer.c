/* printer PPD: adds a PostScript printer that prints to files and asks for their names, and makes it the default. */
#include <windows.h>
#include <winspool.h>
#include <stdio.h>

int wmain(int argc, wchar_t **argv) {
	DRIVER_INFO_3W driver = {3, L"Paper", L"Windows x64", L"wineps.drv", argc == 2 ? argv[1] : L"", L"wineps.drv", NULL, NULL, NULL, L"RAW"};
	PRINTER_INFO_2W printer = {0};
	printer.pPrinterName = L"Paper";
	printer.pDriverName = L"Paper";
	printer.pPortName = L"FILE:";
	printer.pPrintProcessor = L"winprint";
	printer.pDatatype = L"RAW";
	printer.pShareName = printer.pComment = printer.pLocation = printer.pParameters = printer.pSepFile = L"";
	if (!AddPrinterDriverExW(NULL, 3, (BYTE *)&driver, APD_COPY_NEW_FILES | APD_COPY_FROM_DIRECTORY) || !AddPrinterW(NULL, 2, (BYTE *)&printer) ||
	    !SetDefaultPrinterW(L"Paper")) {
		fprintf(stderr, "error %lu\n", GetLastError());
		return 1;
	}
	return 0;
}
