// The application's delegate is GLFW's, which leaves out the method by which macOS hands files over. It is added here,
// by the functions of the Objective-C runtime.
typedef struct objc_object *id;
typedef struct objc_class *Class;
typedef struct objc_selector *SEL;

extern Class objc_getClass(const char *name);
extern SEL sel_registerName(const char *name);
extern signed char class_addMethod(Class class, SEL name, void (*method)(void), const char *types);
extern void objc_msgSend(void);

extern void resumaxOpen(void *list);

unsigned long resumaxCount(void *list) {
	return ((unsigned long (*)(void *, SEL))objc_msgSend)(list, sel_registerName("count"));
}

const char *resumaxPath(void *list, unsigned long i) {
	id path = ((id (*)(void *, SEL, unsigned long))objc_msgSend)(list, sel_registerName("objectAtIndex:"), i);
	return ((const char *(*)(id, SEL))objc_msgSend)(path, sel_registerName("fileSystemRepresentation"));
}

// open_files is -[NSApplicationDelegate application:openFiles:].
static void open_files(id self, SEL name, id application, id files) {
	const unsigned long success = 0; // NSApplicationDelegateReplySuccess
	(void)self;
	(void)name;
	resumaxOpen(files);
	((void (*)(id, SEL, unsigned long))objc_msgSend)(application, sel_registerName("replyToOpenOrPrint:"), success);
}

void resumaxListen(void) {
	Class delegate = objc_getClass("GLFWApplicationDelegate");
	if (delegate)
		class_addMethod(delegate, sel_registerName("application:openFiles:"), (void (*)(void))open_files, "v@:@@");
}
