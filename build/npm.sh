#!/bin/sh
# Installs the npm packages that the given folder's lock file pins, unless they are there already: the second time nothing
# is asked of the network. For tests only; Orrery itself needs no Node.
set -eu

folder=$(CDPATH='' cd -- "$1" && pwd -P)
. "$(dirname -- "$0")/lock.sh"

say() { printf '%s\n' "orrery: $*" >&2; }

installed() { cmp -s "$folder/package-lock.json" "$folder/node_modules/.pinned"; }

if installed; then exit 0; fi
command -v npm >/dev/null || {
  say 'tests need Node 20 or newer with npm (apt-get install nodejs npm, brew install node), and found no npm'
  exit 69
}
mkdir -p "$folder/target"
take_lock "$folder/target/npm.lock" 'another build is installing npm packages; waiting for it'
status=0
if ! installed; then
  (cd "$folder" && npm ci --prefer-offline --ignore-scripts --no-audit --no-fund) >&2 || status=$?
  if [ "$status" -eq 0 ]; then cp "$folder/package-lock.json" "$folder/node_modules/.pinned"; fi
fi
free_lock
exit "$status"
