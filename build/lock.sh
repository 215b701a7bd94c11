# One build at a time. Sourced; POSIX sh.

# Take the lock FILE, waiting for whoever holds it. Children inherit it: should this shell be killed, the lock
# is free only when the build it started has ended too.
take_lock() { # take_lock FILE WHAT_TO_SAY_WHEN_IT_IS_HELD
  lock=$1
  if command -v flock >/dev/null 2>&1; then
    exec 9> "$lock"
    if flock -n 9; then return 0; fi
    say "$2"
    flock 9
    return 0
  fi
  # Where flock is missing: a folder can be made only once. One left by a process that is gone is taken over.
  told=''
  while ! mkdir "$lock.d" 2>/dev/null; do
    holder=$(cat "$lock.d/pid" 2>/dev/null || true)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$lock.d"
      continue
    fi
    if [ -z "$told" ]; then
      told=yes
      say "$2 (if nothing builds, remove $lock.d)"
    fi
    sleep 1
  done
  echo $$ > "$lock.d/pid"
}

free_lock() {
  if [ -d "$lock.d" ]; then rm -rf "$lock.d"; else exec 9>&-; fi
}
