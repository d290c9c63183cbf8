#!/usr/bin/env bash
# Puts built programs, data, scenarios, manual pages and completions into a Debian package:
#
#   .debian/build.sh PROGRAMS VEGA OUT
#
# PROGRAMS is the folder of `lindung` and `lindung-app`, VEGA the script that draws the page's pictures, OUT
# the folder for lindung_VERSION_ARCHITECTURE.deb. The same inputs give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
programs=$1
vega=$2
out=$3
here=.debian
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH
umask 022

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
share=$root/usr/share
shared=$share/lindung
install -d "$root/usr/bin" "$shared/tools" "$share/doc/lindung" "$root/DEBIAN" \
  "$share/bash-completion/completions" "$share/zsh/vendor-completions" \
  "$share/fish/vendor_completions.d" "$share/man/man1" "$share/man/id/man1"

for program in lindung lindung-app; do
  strip --strip-unneeded --remove-section=.comment --remove-section=.note \
    -o "$root/usr/bin/$program" "$programs/$program"
  chmod 755 "$root/usr/bin/$program"
  "$programs/$program" --generate-completion-script bash \
    > "$share/bash-completion/completions/$program"
  "$programs/$program" --generate-completion-script zsh \
    > "$share/zsh/vendor-completions/_$program"
  "$programs/$program" --generate-completion-script fish \
    > "$share/fish/vendor_completions.d/$program.fish"
  python3 $here/manual.py "$programs/$program" en | gzip -9n > "$share/man/man1/$program.1.gz"
  python3 $here/manual.py "$programs/$program" id | gzip -9n > "$share/man/id/man1/$program.1.gz"
done

# Expected results are for tests.
cp -R notebooks-data scenarios "$shared/"
find "$shared/scenarios" -name '*.expected.csv' -delete
install -m 644 "$vega" "$shared/tools/vega.js"
install -D -m 644 $here/lindung.desktop "$share/applications/lindung.desktop"
install -D -m 644 $here/lindung.svg "$share/icons/hicolor/scalable/apps/lindung.svg"
install -m 644 $here/copyright "$share/doc/lindung/copyright"
gzip -9nc CHANGELOG.md > "$share/doc/lindung/changelog.gz"
find "$shared" -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +

# Which packages the libraries come from; a file named control is all that dpkg-shlibdeps needs.
helper=$(mktemp -d)
trap 'rm -rf "$root" "$helper"' EXIT
install -d "$helper/debian"
printf 'Source: lindung\n\nPackage: lindung\nArchitecture: any\n' > "$helper/debian/control"
depends=$(cd "$helper" && dpkg-shlibdeps -O "$root"/usr/bin/lindung "$root"/usr/bin/lindung-app \
  2>/dev/null | sed -n 's/^shlibs:Depends=//p')

version=$("$programs/lindung" --version)
architecture=$(dpkg --print-architecture)
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@DEPENDS@/$depends/" \
  -e "s/@SIZE@/$(du -sk --exclude=DEBIAN "$root" | cut -f1)/" $here/control > "$root/DEBIAN/control"
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums)
# dpkg-deb takes no later times than the epoch; earlier ones would differ between checkouts.
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

install -d "$out"
file=$out/lindung_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$file.tmp" > /dev/null
mv "$file.tmp" "$file"
echo "$file: $(($(stat -c %s "$file") / 1024 / 1024)) MiB," \
  "$(sed -n 's/^Installed-Size: //p' "$root/DEBIAN/control") KiB installed"
