package dev.orrery.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What code of ours does not do, wherever it stands. */
class ConductTest {
    /** Rooms that speak to a person; the others return values. */
    private static final Set<String> SPEAKING = Set.of("cli", "bench", "examples");

    private static final Set<String> BARE =
            Set.of("java.lang.RuntimeException", "java.lang.Exception", "java.lang.Throwable", "java.lang.Error");

    JavaClasses house = House.classes();

    @Test
    void onlySpeakingRoomsPrint() {
        refuse(
                "print",
                access -> !isSpeaking(access)
                        && isOf(access, "java.lang.System")
                        && Set.of("out", "err").contains(access.getName()));
    }

    @Test
    void onlySpeakingRoomsEndTheJvm() {
        refuse(
                "end the JVM",
                access -> !isSpeaking(access)
                        && (isOf(access, "java.lang.System") || isOf(access, "java.lang.Runtime"))
                        && Set.of("exit", "halt").contains(access.getName()));
    }

    @Test
    void nobodyPrintsAStackTrace() {
        refuse("print a stack trace", access -> access.getName().equals("printStackTrace"));
    }

    @Test
    void nobodySleeps() {
        refuse(
                "sleep",
                access -> access.getName().equals("sleep")
                        && (isOf(access, "java.lang.Thread") || isOf(access, "java.util.concurrent.TimeUnit")));
    }

    @Test
    void everyExceptionHasANameOfItsOwn() {
        refuse(
                "create a bare exception",
                access -> BARE.contains(access.getTargetOwner().getName())
                        && access.getName().equals("<init>")
                        && !access.getOriginOwner().isAssignableTo(Throwable.class));
    }

    private void refuse(String what, Predicate<JavaAccess<?>> forbidden) {
        noClasses()
                .should()
                .accessTargetWhere(describe("they " + what, forbidden))
                .allowEmptyShould(true)
                .check(house);
    }

    private static boolean isSpeaking(JavaAccess<?> access) {
        return SPEAKING.contains(Rooms.of(access.getOriginOwner().getPackageName()));
    }

    private static boolean isOf(JavaAccess<?> access, String owner) {
        return access.getTargetOwner().getName().equals(owner);
    }
}
