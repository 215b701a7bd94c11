package dev.orrery.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The pure rooms decide from their arguments alone: the world comes in as a value. */
class PureRoomsTest {
    /** Of the forbidden packages, what only shapes text in memory. */
    private static final Set<String> TEXT_IN_MEMORY = Set.of(
            "java.io.StringReader", "java.io.StringWriter", "java.io.Reader", "java.io.Writer", "java.io.Serializable");

    private static final Set<String> THREADS = Set.of(
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.ScopedValue",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.util.Timer");

    private static final Set<String> CHANCE =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

    JavaClasses house = House.classes();

    @Test
    void pureRoomsTouchNoFilesNetworkOrDatabase() {
        shouldNotUse("files, network or databases", type -> {
            String name = type.getPackageName();
            boolean world = isBelow(name, "java.io")
                    || isBelow(name, "java.net")
                    || isBelow(name, "java.nio")
                    || isBelow(name, "java.sql");
            boolean text = isBelow(name, "java.nio.charset") || TEXT_IN_MEMORY.contains(type.getName());
            return world && !text;
        });
    }

    @Test
    void pureRoomsKnowNoThreads() {
        shouldNotUse(
                "threads",
                type -> isBelow(type.getPackageName(), "java.util.concurrent") || THREADS.contains(type.getName()));
    }

    @Test
    void pureRoomsKnowNoClock() {
        shouldNotUse("clocks", type -> type.getName().equals("java.time.Clock"));
        shouldNotCall(
                "clocks",
                (owner, name) -> owner.startsWith("java.time.") && name.equals("now")
                        || owner.equals("java.lang.System")
                                && Set.of("currentTimeMillis", "nanoTime").contains(name)
                        || owner.equals("java.util.Date") && name.equals("<init>"));
    }

    @Test
    void pureRoomsKnowNoChance() {
        shouldNotUse(
                "chance",
                type -> CHANCE.contains(type.getName()) || isBelow(type.getPackageName(), "java.util.random"));
        shouldNotCall(
                "chance",
                (owner, name) -> owner.equals("java.util.UUID") && name.equals("randomUUID")
                        || owner.equals("java.lang.Math") && name.equals("random")
                        || owner.equals("java.util.Collections") && name.equals("shuffle"));
    }

    @Test
    void pureRoomsReadNoSettingsOfTheMachine() {
        shouldNotCall(
                "settings of the machine",
                (owner, name) -> owner.equals("java.lang.System")
                        && Set.of("getenv", "getProperty", "getProperties", "exit")
                                .contains(name));
    }

    @Test
    void pureRoomsNeedOnlyPersistentCollectionsAndJsonText() {
        classes()
                .that(arePure())
                .should()
                .onlyDependOnClassesThat(describe("are the JDK's, ours, or kept libraries", type -> {
                    String name = type.getBaseComponentType().getPackageName();
                    return name.isEmpty()
                            || isBelow(name, "java")
                            || Rooms.isOurs(name)
                            || isBelow(name, "org.jspecify")
                            || isBelow(name, "org.pcollections")
                            || isBelow(name, "tools.jackson.core");
                }))
                .allowEmptyShould(true)
                .check(house);
    }

    private void shouldNotUse(String what, Predicate<JavaClass> forbidden) {
        noClasses()
                .that(arePure())
                .should()
                .dependOnClassesThat(describe("are " + what, type -> forbidden.test(type.getBaseComponentType())))
                .allowEmptyShould(true)
                .check(house);
    }

    private void shouldNotCall(String what, Call forbidden) {
        noClasses()
                .that(arePure())
                .should()
                .accessTargetWhere(describe(
                        "it asks for " + what,
                        access -> forbidden.is(access.getTargetOwner().getName(), access.getName())))
                .allowEmptyShould(true)
                .check(house);
    }

    private static DescribedPredicate<JavaClass> arePure() {
        return describe("are in a pure room", type -> Rooms.PURE.contains(Rooms.of(type.getPackageName())));
    }

    private static boolean isBelow(String name, String top) {
        return name.equals(top) || name.startsWith(top + ".");
    }

    private interface Call {
        boolean is(String owner, String name);
    }
}
