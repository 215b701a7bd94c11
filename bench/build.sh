# Builds the measuring programs beside what ./orrery starts. Sourced after build/build.sh; POSIX sh; needs $home, $JDK
# and $class_path.

bench=$home/bench/target

# Make sure that the measuring programs are those of the present sources. Sets bench_path.
ensure_bench() {
  if [ ! -r "$bench/speed.stamp" ] || [ -n "$(find "$home/bench/pom.xml" "$home/bench/src/main" "$home/runtime/src/main" \
    "$home/kernel/src/main" -newer "$bench/speed.stamp" 2>/dev/null | head -n 1)" ]; then
    say 'building the measuring programs'
    maven=$(find_maven) || return $?
    mkdir -p "$home/target" "$bench"
    touch "$bench/began"
    JAVA_HOME=$JDK MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" \
      "$maven" -B -q -f "$home/pom.xml" -pl bench -am -Dmaven.test.skip=true package \
      org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DincludeScope=runtime \
      -DexcludeGroupIds=dev.orrery -DoutputDirectory="$bench/lib" > "$home/target/bench.log" 2>&1 < /dev/null || {
      tail -n 20 "$home/target/bench.log" >&2
      return 70
    }
    touch -r "$bench/began" "$bench/speed.stamp"
  fi
  bench_path=$bench/classes:$home/runtime/target/classes:$home/kernel/target/classes
  for jar in "$bench"/lib/*.jar; do bench_path=$bench_path:$jar; done
}

# Start a measuring program: bench_java CLASS ARGUMENT...
bench_java() {
  "$JDK/bin/java" -Xmx2g -XX:+UseParallelGC --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED \
    "-Djava.util.logging.config.file=$home/build/logging.properties" -cp "$bench_path" "$@"
}
