#import <Cocoa/Cocoa.h>
#import <objc/runtime.h>

// resumaxOpened is in opened_darwin.go.
extern void resumaxOpened(char *path);

static void openFiles(id self, SEL command, NSApplication *application, NSArray<NSString *> *paths) {
	for (NSString *path in paths) {
		resumaxOpened((char *)[path fileSystemRepresentation]);
	}
	[application replyToOpenOrPrint:NSApplicationDelegateReplySuccess];
}

// resumaxFollowOpens teaches GLFW's delegate of the application, which knows no files, what to do with them. An
// application looks at what its delegate can do when it gets it, so this comes before GLFW starts.
void resumaxFollowOpens(void) {
	Class delegate = objc_getClass("GLFWApplicationDelegate");
	if (delegate != Nil) {
		class_addMethod(delegate, @selector(application:openFiles:), (IMP)openFiles, "v@:@@");
	}
}
