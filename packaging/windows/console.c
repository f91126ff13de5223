/* resumax.com: what a console runs for “resumax”.

   resumax.exe is a program for the window system, so that opening the editor opens no console, and a console does not
   wait for such a program: its next prompt would stand in the middle of what a verb writes, and the exit code would be
   lost. Consoles look for .com before .exe, as for Visual Studio's devenv. So this program starts resumax.exe with the
   same arguments and standard handles, waits for its end or until it says that it opens a window, and returns its exit
   code. */
#define UNICODE
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#define PATH_UNITS 32768

static WCHAR path[PATH_UNITS], line[PATH_UNITS], event_name[64];
static STARTUPINFOW start_info;

/* skip_program returns what follows the program's name on a command line. */
static const WCHAR *skip_program(const WCHAR *s) {
	WCHAR end = L' ';
	if (*s == L'"') {
		end = L'"';
		s++;
	}
	while (*s && *s != end && (end == L'"' || *s != L'\t'))
		s++;
	return *s == L'"' ? s + 1 : s;
}

static int fail(const char *text) {
	DWORD n;
	WriteFile(GetStdHandle(STD_ERROR_HANDLE), text, lstrlenA(text), &n, NULL);
	return 1;
}

/* Ctrl+C is for the verb, which shares the console. */
static BOOL WINAPI wait_for_verb(DWORD kind) { return kind == CTRL_C_EVENT || kind == CTRL_BREAK_EVENT; }

int run(void) {
	DWORD n = GetModuleFileNameW(NULL, path, PATH_UNITS), code = 1, inherit = HANDLE_FLAG_INHERIT;
	const WCHAR *rest = skip_program(GetCommandLineW());
	PROCESS_INFORMATION process;
	HANDLE waits[2];
	int i;
	if (n < 4 || n >= PATH_UNITS - 8 || n + lstrlenW(rest) + 4 > PATH_UNITS)
		return fail("resumax: the command line is too long\r\n");
	lstrcpyW(path + n - 4, L".exe");
	wsprintfW(event_name, L"resumax-window-%lu", GetCurrentProcessId());
	waits[1] = CreateEventW(NULL, TRUE, FALSE, event_name);
	SetEnvironmentVariableW(L"RESUMAX_WINDOW_EVENT", event_name);
	lstrcpyW(line, L"\"");
	lstrcatW(line, path);
	lstrcatW(line, L"\"");
	lstrcatW(line, rest);
	start_info.cb = sizeof start_info;
	start_info.dwFlags = STARTF_USESTDHANDLES;
	start_info.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
	start_info.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
	start_info.hStdError = GetStdHandle(STD_ERROR_HANDLE);
	SetHandleInformation(start_info.hStdInput, inherit, inherit);
	SetHandleInformation(start_info.hStdOutput, inherit, inherit);
	SetHandleInformation(start_info.hStdError, inherit, inherit);
	SetConsoleCtrlHandler(wait_for_verb, TRUE);
	if (!CreateProcessW(path, line, NULL, NULL, TRUE, 0, NULL, NULL, &start_info, &process))
		return fail("resumax: resumax.exe is missing beside resumax.com\r\n");
	CloseHandle(process.hThread);
	waits[0] = process.hProcess;
	i = WaitForMultipleObjects(waits[1] ? 2 : 1, waits, FALSE, INFINITE);
	if (i == WAIT_OBJECT_0 + 1)
		return 0; /* a window is open */
	GetExitCodeProcess(process.hProcess, &code);
	return (int)code;
}

void start(void) { ExitProcess(run()); }
