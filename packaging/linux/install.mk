# Installs ResuMax:
#
#   sudo make install                  for everyone, to /usr/local
#   make install PREFIX=~/.local       for yourself
#   make uninstall PREFIX=…            removes what was installed, and nothing else; your files and settings stay
#
# DESTDIR puts everything below another root, for those who make packages.

PREFIX  ?= /usr/local
DESTDIR ?=

to := $(DESTDIR)$(PREFIX)

.PHONY: install uninstall caches

install:
	@cd files && find . -type f | while read -r file; do \
		mode=644; [ -x "$$file" ] && mode=755; \
		mkdir -p "$(to)/$$(dirname "$$file")" && \
		cp "$$file" "$(to)/$$file" && chmod $$mode "$(to)/$$file" || exit 1; \
	done
	@sed 's|^Exec=resumax|Exec="$(PREFIX)/bin/resumax"|' files/share/applications/io.github.resumax.ResuMax.desktop \
		>"$(to)/share/applications/io.github.resumax.ResuMax.desktop"
	@$(MAKE) --no-print-directory caches
	@echo "ResuMax is installed: $(PREFIX)/bin/resumax"

uninstall:
	@cd files && find . -type f | while read -r file; do rm -f "$(to)/$$file"; done
	@$(MAKE) --no-print-directory caches
	@cd files && find . -depth -mindepth 1 -type d | while read -r folder; do \
		rmdir "$(to)/$$folder" 2>/dev/null || true; done

# What desktops look names, types and icons up in. Where nothing is left to look up, the caches go, too.
caches:
ifeq ($(DESTDIR),)
	@if ls "$(to)"/share/applications/*.desktop >/dev/null 2>&1; then \
		! command -v update-desktop-database >/dev/null || update-desktop-database -q "$(to)/share/applications"; \
	else rm -f "$(to)/share/applications/mimeinfo.cache"; fi
	@if ls "$(to)"/share/mime/packages/*.xml >/dev/null 2>&1; then \
		! command -v update-mime-database >/dev/null || update-mime-database "$(to)/share/mime"; \
	else cd "$(to)/share/mime" 2>/dev/null || exit 0; \
		for name in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version; do \
			rm -f "$$name"; done; \
		rm -f application/x-resumax+json.xml; rmdir application packages . 2>/dev/null || true; fi
	@if find "$(to)/share/icons/hicolor" -type f ! -name icon-theme.cache 2>/dev/null | grep -q .; then \
		! command -v gtk-update-icon-cache >/dev/null || gtk-update-icon-cache -q -t -f "$(to)/share/icons/hicolor"; \
	else rm -f "$(to)/share/icons/hicolor/icon-theme.cache"; fi
endif
