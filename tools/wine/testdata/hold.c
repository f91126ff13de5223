/* hold FILE: keeps everybody else out of a file, as some programs do, until its standard input ends. */
#include <windows.h>
#include <stdio.h>

int wmain(int argc, wchar_t **argv) {
	HANDLE h = argc == 2 ? CreateFileW(argv[1], GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL) : INVALID_HANDLE_VALUE;
	if (h == INVALID_HANDLE_VALUE)
		return 1;
	puts("held");
	fflush(stdout);
	while (getchar() != EOF)
		;
	return 0;
}
