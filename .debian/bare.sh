#!/usr/bin/env bash
# Installs a package on a bare Debian, uses it there as somebody without rights and without a network, and
# removes it again:
#
#   .debian/bare.sh PACKAGE
#
# Needs root, mounts and namespaces; where these are not to be had it says so and is done.
set -euo pipefail
package=$(realpath "$1")

skip() {
  echo "skipped: $1"
  exit 0
}

[ "$(id -u)" = 0 ] || skip "a bare Debian is set up by root only"
command -v mmdebstrap > /dev/null || skip "mmdebstrap is not installed"
room=$(mktemp -d)
trap 'rm -rf --one-file-system "$room"' EXIT
root=$room/debian
mkdir -p "$room/try/proc" "$room/try/dev"
unshare --mount --net --pid --fork sh -euc 'mount -t proc proc "$0/proc"; mount --bind /dev "$0/dev"' \
  "$room/try" 2> /dev/null || skip "mounts and namespaces are not allowed here"
rm -r "$room/try"
release=$(. /etc/os-release && echo "${VERSION_CODENAME:-stable}")
mmdebstrap --quiet --variant=minbase --skip=cleanup/apt/lists "$release" "$root" \
  2> "$room/told" || {
  tail -n 5 "$room/told"
  skip "a bare $release cannot be made here"
}
cp "$package" "$root/lindung.deb"
before=$(find "$root" -xdev -path '*lindung*' ! -name lindung.deb | wc -l)

# What is done inside: with its own mounts, and with `--net` without a network.
inside() {
  unshare --mount --pid --fork --kill-child "$@" bash -euc '
    root=$0
    mount -t proc proc "$root/proc"
    mount --bind /dev "$root/dev"
    ip link set lo up 2> /dev/null || true
    exec chroot "$root" /bin/bash -eu -c "$1"' "$root" "$script"
}

cp -L /etc/resolv.conf "$root/etc/resolv.conf"
script='
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
SECONDS=0
apt-get install -qq -y --no-install-recommends /lindung.deb > /tmp/apt 2>&1 || { cat /tmp/apt; exit 1; }
echo "installed in $SECONDS s, with $(grep -c ^Unpacking /tmp/apt) packages"
useradd --create-home perencana'
inside

script='
export LC_ALL=C.UTF-8
must() { "$@" || { echo "not as it must be: $*"; cat /tmp/app 2> /dev/null; exit 1; }; }
as() { setpriv --reuid perencana --regid perencana --clear-groups env HOME=/home/perencana "$@"; }
cd /home/perencana
as lindung doctor
shared=/usr/share/lindung
as lindung compare $shared/scenarios/kab-malang/*.yaml --baseline dasar --quiet --out hasil
must [ -s hasil/report.md ]
must [ -s hasil/manifest.json ]
for program in lindung lindung-app; do
  for file in man/man1/$program.1.gz man/id/man1/$program.1.gz \
    bash-completion/completions/$program zsh/vendor-completions/_$program \
    fish/vendor_completions.d/$program.fish; do
    must [ -s /usr/share/$file ]
  done
done
must [ -s /usr/share/applications/lindung.desktop ]
must bash -n /usr/share/bash-completion/completions/lindung
as lindung-app --port 8080 --no-browser 2> /tmp/app &
app=$!
ask() {
  exec 3<> /dev/tcp/127.0.0.1/8080 || return 1
  printf "GET $1 HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nConnection: close\r\n\r\n" >&3
  tr -d "\000" <&3
}
for try in $(seq 100); do ask / > /tmp/page 2> /dev/null && break; sleep 0.1; done
must grep -q "^HTTP/1.1 200" /tmp/page
must grep -q "<html" /tmp/page
ask /vega.js > /tmp/vega
must grep -aq "^HTTP/1.1 200" /tmp/vega
must [ -f Lindung/jawa-timur/dasar.yaml ]
kill $app
wait $app || true
echo "doctor, compare, page, manuals and completions are as they should be"
cd /
rm -r /home/perencana
dpkg --purge lindung > /dev/null
rm -f /tmp/app /tmp/page /tmp/vega /tmp/apt'
inside --net

left=$(find "$root" -xdev -path '*lindung*' ! -name lindung.deb | wc -l)
[ "$left" = "$before" ] || {
  find "$root" -xdev -path '*lindung*'
  exit 1
}
echo "purged, nothing left"
