#!/bin/sh
# Makes ResuMax.app and a disk image of the built program; called by scripts/package.sh on macOS.
#
#   RESUMAX_SIGN_IDENTITY    the certificate in the keychain to sign with: "Developer ID Application: …"
#   RESUMAX_NOTARY_PROFILE   the keychain's profile for Apple's notary service, made by “xcrun notarytool store-credentials”
#
# Without them the application is signed for this machine alone, and others have to allow it in the system's settings.
set -eu

cd "$(dirname "$0")/.."

work=$1
app=dist/ResuMax.app
case $(uname -m) in
arm64) arch=arm64 ;;
*) arch=amd64 ;;
esac

say() { echo "resumax: $*" >&2; }

scripts/go.sh run ./tools/package macos -program "$work/resumax" -sbom "$work/sbom.json" -to dist
version=$(/usr/libexec/PlistBuddy -c 'Print CFBundleShortVersionString' "$app/Contents/Info.plist")
image=dist/resumax-$version-macos-$arch.dmg

if [ -n "${RESUMAX_SIGN_IDENTITY-}" ]; then
	codesign --force --options runtime --timestamp --sign "$RESUMAX_SIGN_IDENTITY" "$app"
	codesign --verify --strict "$app"
else
	codesign --force --sign - "$app"
	say "not signed for others: RESUMAX_SIGN_IDENTITY is not set"
fi

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
rm -f "$image"
hdiutil create -quiet -volname ResuMax -srcfolder "$staging" -fs HFS+ -format UDZO "$image"

if [ -n "${RESUMAX_SIGN_IDENTITY-}" ]; then
	codesign --timestamp --sign "$RESUMAX_SIGN_IDENTITY" "$image"
fi
if [ -n "${RESUMAX_SIGN_IDENTITY-}" ] && [ -n "${RESUMAX_NOTARY_PROFILE-}" ]; then
	xcrun notarytool submit "$image" --keychain-profile "$RESUMAX_NOTARY_PROFILE" --wait
	xcrun stapler staple "$image"
else
	say "not notarized: RESUMAX_SIGN_IDENTITY and RESUMAX_NOTARY_PROFILE are not both set"
fi
echo "$image"
