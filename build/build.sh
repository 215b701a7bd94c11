# Builds what ./orrery starts. Sourced by it after jdk.sh and lock.sh; POSIX sh; needs $home and $JDK.
#
# app/target/lib        the libraries' jars
# app/target/own/ID     our jars; a new ID is a new folder, so a JVM that still runs the old build keeps its files
# app/target/aot        start-up caches, named by ID and JDK build: a JVM does not notice that a jar changed under
#                       its cache and would run the old code
# app/target/launcher   stamp of a finished build: three lines, the ID, this folder and the class path

target=$home/app/target
stamp=$target/launcher
log=$home/target/build.log

# The serial collector starts fastest. A cache that is damaged or does not fit is left aside without a word.
JVM_FLAGS="-XX:+UseSerialGC -XX:+VerifySharedSpaces -Xlog:disable -Xlog:all=error:stderr -Xlog:aot*=off:stderr
  -Xlog:cds*=off:stderr --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"

say() { printf '%s\n' "orrery: $*" >&2; }

# Make sure that there is a build of the present sources and a start-up cache for this JDK. Sets class_path and cache.
ensure_build() {
  if up_to_date && cached; then return 0; fi
  if up_to_date && ! [ -w "$target" ]; then return 0; fi # somebody else's clone: start without a cache
  mkdir -p "$home/target" "$target/aot" 2>/dev/null || {
    say "must build, and cannot write in $home; make a clone of your own, or set the folder's rights"
    return 70
  }
  take_lock "$home/target/build.lock" 'another start is building; waiting for it'
  status=0
  if ! up_to_date; then build || status=$?; fi
  if [ "$status" -eq 0 ] && ! cached; then train; fi
  free_lock
  return "$status"
}

# True when no source, pom or script is newer than the stamp. Folders count: a deleted file leaves its mark there.
up_to_date() {
  [ -r "$stamp" ] || return 1
  { read -r id && read -r built_in && read -r class_path; } < "$stamp" || return 1
  [ "$built_in" = "$home" ] && [ -d "$target/own/$id" ] && [ -d "$target/lib" ] || return 1
  newer=$(find "$home/pom.xml" "$home/.mvn" "$home/build" \
    "$home/kernel/pom.xml" "$home/kernel/src/main" "$home/runtime/pom.xml" "$home/runtime/src/main" \
    "$home/app/pom.xml" "$home/app/src/main" -newer "$stamp" 2>/dev/null | head -n 1)
  [ -z "$newer" ]
}

# True when the start-up cache is there, not wanted, or known not to work with this JDK. Sets cache.
cached() {
  release_value "$JDK" JAVA_RUNTIME_VERSION
  cache=$value
  release_value "$JDK" OS_ARCH
  cache=$target/aot/$id-$cache-$value.aot
  [ "${ORRERY_AOT:-on}" != on ] || [ -r "$cache" ] || [ -e "$cache.refused" ]
}

build() {
  if [ -r "$stamp" ]; then say 'building what has changed'
  else say 'first start: building; libraries are fetched once, which takes a minute or more'; fi
  mvn=$(find_maven) || return $?
  began=$(date +%s)
  touch "$target/began"
  run_maven || return $?
  assemble >> "$log" 2>&1 || {
    show_failure
    return 70
  }
  say "built in $(($(date +%s) - began)) s"
}

find_maven() {
  for maven_home in "${MAVEN_HOME:-}" "${M2_HOME:-}"; do
    if [ -n "$maven_home" ] && [ -x "$maven_home/bin/mvn" ]; then
      echo "$maven_home/bin/mvn"
      return 0
    fi
  done
  command -v mvn || {
    say 'needs Maven 3.8 or newer to build (apt-get install maven, brew install maven), and found no mvn'
    return 69
  }
}

# Run Maven with its output in the log and show how far it is. What ends this shell ends Maven too.
run_maven() {
  : > "$log"
  JAVA_HOME=$JDK MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" \
    "$mvn" -B -f "$home/pom.xml" -Plauncher -pl app -am -Dmaven.test.skip=true package > "$log" 2>&1 < /dev/null &
  maven=$!
  trap 'kill "$maven"; exit 130' INT
  trap 'kill "$maven"; exit 143' TERM HUP
  shown=''
  while kill -0 "$maven" 2>/dev/null; do
    show_progress
    sleep 0.3 2>/dev/null || sleep 1
  done
  if [ -t 2 ]; then printf '\r\033[K' >&2; fi
  status=0
  wait "$maven" || status=$?
  trap - INT TERM HUP
  [ "$status" -ne 0 ] || return 0
  show_failure
  return 70
}

# On a terminal a bar that moves, a third for each module; elsewhere a line when another module begins.
show_progress() {
  module=$(sed -n 's/^\[INFO\] Building Orrery \([a-z]*\) .*\[.*\]$/\1/p' "$log" | tail -n 1)
  if [ -t 2 ]; then
    case $module in
      kernel) bar='#####-------------' ;;
      runtime) bar='##########--------' ;;
      app) bar='###############---' ;;
      *) bar='------------------' ;;
    esac
    fetched=$(grep -c '^\[INFO\] Downloaded' "$log" || true)
    if [ "$fetched" = 0 ]; then fetched=''; else fetched=", $fetched files fetched"; fi
    printf '\r\033[Korrery: building [%s] %s s%s' "$bar" "$(($(date +%s) - began))" "$fetched" >&2
  elif [ "$module" != "$shown" ]; then
    say "building $module"
    shown=$module
  fi
}

# Show what Maven calls an error, up to its advice about itself. A compiler's warning fails the build too, and only
# its own line says where.
show_failure() {
  say 'the build failed:'
  errors=$(awk '
    /^\[WARNING\] .*\.java:\[/ { sub(/^\[WARNING\] /, ""); print }
    /^\[ERROR\] / {
      sub(/^\[ERROR\] /, "")
      done = sub(/ ?-> \[Help .*/, "")
      if ($0 != "") print
      if (done) exit
    }' "$log" | head -n 20)
  printf '%s\n' "${errors:-$(tail -n 20 "$log")}" >&2
  say "the whole log is $log"
}

# Put our jars where no later build touches them, and write the stamp last.
assemble() {
  compile_picocli || return 1
  fresh=$target/own/fresh
  rm -rf "$fresh"
  mkdir -p "$fresh" || return 1
  class_path=''
  for module in app runtime kernel; do
    cp "$home/$module/target/orrery-$module"-*T.jar "$fresh/orrery-$module.jar" || return 1
  done
  # A fixed time, because a start-up cache is refused when a jar's time has changed.
  TZ=UTC touch -t 202601010000 "$fresh"/*.jar || return 1
  libraries=$(cat "$target/class-path.txt") || return 1
  id=$({ cat "$fresh"/*.jar; echo "$libraries"; } | cksum | tr ' ' '-') || return 1
  if [ -d "$target/own/$id" ]; then rm -rf "$fresh"; else mv "$fresh" "$target/own/$id" || return 1; fi
  class_path=$target/own/$id
  class_path=$class_path/orrery-app.jar:$class_path/orrery-runtime.jar:$class_path/orrery-kernel.jar:$libraries
  printf '%s\n' "$id" "$home" "$class_path" > "$stamp.new" || return 1
  touch -r "$target/began" "$stamp.new" || return 1
  mv "$stamp.new" "$stamp" || return 1
  # What nobody can still be running.
  find "$target/own" -mindepth 1 -maxdepth 1 ! -name "$id" -mtime +7 -exec rm -rf {} +
}

# picocli's published classes are in a format that start-up caches leave out, so its sources are compiled anew.
compile_picocli() {
  sources=$(ls "$target"/picocli-*-sources.jar) || return 1
  published=$target/lib/$(basename "$sources" -sources.jar).jar
  ours=$target/picocli/$(basename "$published")
  if ! [ -r "$ours" ]; then
    rm -rf "$target/picocli"
    mkdir -p "$target/picocli/sources" "$target/picocli/classes" || return 1
    (cd "$target/picocli/sources" && "$JDK/bin/jar" --extract --file "$sources") || return 1
    "$JDK/bin/javac" --release 25 -proc:none -nowarn -XDignore.symbol.file -d "$target/picocli/classes" \
      "$target"/picocli/sources/picocli/*.java || return 1
    "$JDK/bin/jar" --create --file "$ours" --date=2026-01-01T00:00:00Z -C "$target/picocli/classes" . || return 1
    TZ=UTC touch -t 202601010000 "$ours"
  fi
  cp -p "$ours" "$published"
}

# Let a JVM record what the everyday commands load. Without its cache Orrery starts more slowly and works the same.
train() {
  say 'preparing a fast start'
  room=$target/training
  rm -rf "$room"
  mkdir -p "$room" "$target/aot"
  # shellcheck disable=SC2086 # JVM_FLAGS is a list of words
  (cd "$room" && ORRERY_HOME=$room/home "$JDK/bin/java" $JVM_FLAGS "-XX:AOTCacheOutput=$cache.new" -cp "$class_path" \
    dev.orrery.cli.Training) >> "$log" 2>&1 < /dev/null || true
  if [ -s "$cache.new" ]; then
    find "$target/aot" -name '*.aot*' ! -name '*.new' -exec rm -f {} +
    mv "$cache.new" "$cache"
  else
    rm -f "$cache.new"
    touch "$cache.refused" || true
  fi
  rm -rf "$room"
}
