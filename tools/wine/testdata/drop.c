/* drop TITLE FILE...: drops files on the window whose title begins so, as the file manager does. The list of files is
   written into the memory of the window's program, because no handle of this one is worth anything there. */
#include <windows.h>
#include <shlobj.h>
#include <wchar.h>

static const wchar_t *title;
static HWND found;

static BOOL CALLBACK look(HWND w, LPARAM unused) {
	wchar_t text[256] = L"";
	(void)unused;
	GetWindowTextW(w, text, 256);
	if (IsWindowVisible(w) && wcsncmp(text, title, wcslen(title)) == 0)
		found = w;
	return found == NULL;
}

int wmain(int argc, wchar_t **argv) {
	char block[8192] = {0};
	DROPFILES *head = (DROPFILES *)block;
	wchar_t *at = (wchar_t *)(block + sizeof *head);
	DWORD process;
	HANDLE h;
	void *there;
	if (argc < 3)
		return 1;
	title = argv[1];
	EnumWindows(look, 0);
	if (!found)
		return 2;
	head->pFiles = sizeof *head;
	head->fWide = TRUE;
	for (int i = 2; i < argc; i++) {
		wcscpy(at, argv[i]);
		at += wcslen(at) + 1;
	}
	GetWindowThreadProcessId(found, &process);
	h = OpenProcess(PROCESS_VM_OPERATION | PROCESS_VM_WRITE, FALSE, process);
	there = VirtualAllocEx(h, NULL, sizeof block, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
	if (!there || !WriteProcessMemory(h, there, block, sizeof block, NULL))
		return 3;
	return PostMessageW(found, WM_DROPFILES, (WPARAM)there, 0) ? 0 : 4;
}
