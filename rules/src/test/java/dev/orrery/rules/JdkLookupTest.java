package dev.orrery.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lookup that {@code orrery} and {@code verify} share takes the first JDK that is new enough. */
class JdkLookupTest {
    @TempDir
    Path folder;

    @Test
    void theJdkNamedForOrreryComesBeforeJavaHome() throws Exception {
        Path wanted = jdk("wanted", "25.0.3");
        Path other = jdk("other", "26");

        Lookup lookup = lookUp(wanted, other);

        assertThat(lookup.jdk()).isEqualTo(wanted.toString());
    }

    @Test
    void aJdkThatIsTooOldIsPassedBy() throws Exception {
        Path old = jdk("old", "24.0.2");
        Path young = jdk("young", "26-ea");

        Lookup lookup = lookUp(old, young);

        assertThat(lookup.jdk()).isEqualTo(young.toString());
    }

    @Test
    void aRuntimeWithoutACompilerIsPassedBy() throws Exception {
        Path runtime = jdk("runtime", "25");
        Files.delete(runtime.resolve("bin/javac"));
        Path full = jdk("full", "25");

        Lookup lookup = lookUp(runtime, full);

        assertThat(lookup.jdk()).isEqualTo(full.toString());
    }

    @Test
    void whenNoneFitsTheUserSeesWhatWasLookedAt() throws Exception {
        Path old = jdk("old", "1.8.0_402");
        Path nothing = folder.resolve("nothing");

        Lookup lookup = lookUp(old, nothing);

        assertThat(lookup.status()).isEqualTo(69);
        assertThat(lookup.said())
                .contains("Java 1.8.0_402  " + old)
                .contains("no bin/java  " + nothing)
                .contains("ORRERY_JAVA_HOME");
    }

    private Path jdk(String name, String version) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
        for (String tool : List.of("java", "javac")) {
            Files.writeString(bin.resolve(tool), "#!/bin/sh\n");
            Files.setPosixFilePermissions(bin.resolve(tool), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return folder.resolve(name);
    }

    /** Run the lookup in a shell whose machine has no JDK but these two. */
    private Lookup lookUp(Path forOrrery, Path javaHome) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder shell = new ProcessBuilder(
                        "/bin/sh",
                        "-euc",
                        ". build/jdk.sh; jdk_folders=''; status=0; find_jdk \"$PWD\" || status=$?;"
                                + " PATH=; echo \"$JDK\"; exit $status")
                .directory(House.ROOT.toFile())
                .redirectError(said.toFile());
        shell.environment().clear();
        shell.environment().put("PATH", tools().toString());
        shell.environment().put("HOME", folder.toString());
        shell.environment().put("ORRERY_JAVA_HOME", forOrrery.toString());
        shell.environment().put("JAVA_HOME", javaHome.toString());
        Process process = shell.start();
        String jdk = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Lookup(process.waitFor(), jdk, Files.readString(said));
    }

    /** An empty folder: the lookup needs no tool but the shell when release files are there. */
    private Path tools() throws IOException {
        return Files.createDirectories(folder.resolve("tools"));
    }

    private record Lookup(int status, String jdk, String said) {}
}
