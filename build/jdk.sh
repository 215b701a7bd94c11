# Finds a JDK that is new enough. Sourced by orrery and verify; POSIX sh.
# Sets JDK to its folder, or says what it saw and returns 69.

JDK_MIN=25

# Where package managers and tools put JDKs, as patterns.
jdk_folders="/usr/lib/jvm/* ${SDKMAN_DIR:-${HOME:-/nonexistent}/.sdkman}/candidates/java/*
  ${HOME:-/nonexistent}/.jdks/* ${HOME:-/nonexistent}/.jbang/cache/jdks/* /opt/java/* /opt/jdk*"

# Read one value of a JDK's release file into $value, without starting a process.
release_value() { # release_value JDK_DIR KEY
  value=''
  [ -r "$1/release" ] || return 0
  while IFS= read -r line; do
    case $line in
      "$2="*) value=${line#*=}; value=${value#\"}; value=${value%\"}; return 0 ;;
    esac
  done < "$1/release"
}

# Follow links by hand: readlink -f is not everywhere.
follow() { # follow FILE, into $followed
  followed=$1
  while [ -h "$followed" ]; do
    link=$(readlink "$followed")
    case $link in
      /*) followed=$link ;;
      *) followed=$(dirname "$followed")/$link ;;
    esac
  done
}

try_jdk() { # try_jdk DIR WHERE
  [ -z "$JDK" ] || return 0
  if [ ! -x "$1/bin/java" ]; then
    # A folder that somebody named on purpose deserves a word; a guess of ours does not.
    case $2 in
      *JAVA_HOME) jdk_seen="$jdk_seen
  no bin/java  $1  ($2)" ;;
    esac
    return 0
  fi
  release_value "$1" JAVA_VERSION
  if [ -z "$value" ]; then
    value=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  fi
  major=${value#1.}
  major=${major%%[!0-9]*}
  note=''
  # A bundled runtime comes with a finished build and needs no compiler.
  if [ "$2" != bundled ] && [ ! -x "$1/bin/javac" ]; then note=', no compiler'; fi
  jdk_seen="$jdk_seen
  Java ${value:-?}$note  $1  ($2)"
  if [ "${major:-0}" -ge "$JDK_MIN" ] && [ -z "$note" ]; then JDK=$1; fi
}

find_jdk() { # find_jdk ORRERY_DIR
  JDK=''
  jdk_seen=''
  if [ -n "${ORRERY_JAVA_HOME:-}" ]; then try_jdk "$ORRERY_JAVA_HOME" ORRERY_JAVA_HOME; fi
  if [ -n "${JAVA_HOME:-}" ]; then try_jdk "$JAVA_HOME" JAVA_HOME; fi
  if [ -x "$1/runtime-image/bin/java" ]; then try_jdk "$1/runtime-image" bundled; fi
  [ -z "$JDK" ] || return 0
  if on_path=$(command -v java 2>/dev/null) && [ -n "$on_path" ]; then
    follow "$on_path"
    try_jdk "$(dirname "$(dirname "$followed")")" PATH
  fi
  if [ -z "$JDK" ] && [ -x /usr/libexec/java_home ]; then
    if mac=$(/usr/libexec/java_home -v "$JDK_MIN+" 2>/dev/null); then try_jdk "$mac" java_home; fi
  fi
  # shellcheck disable=SC2086 # the patterns are meant to be spread
  for dir in $jdk_folders; do
    [ -z "$JDK" ] || return 0
    try_jdk "$dir" "${dir%/*}"
  done
  [ -z "$JDK" ] || return 0
  {
    echo "orrery: needs a JDK $JDK_MIN or newer, and found none."
    if [ -n "$jdk_seen" ]; then echo "Looked at:$jdk_seen"; fi
    echo "Install one (apt-get install temurin-25-jdk, brew install openjdk, sdk install java 25-tem),"
    echo "or let ORRERY_JAVA_HOME name its folder."
  } >&2
  return 69
}
