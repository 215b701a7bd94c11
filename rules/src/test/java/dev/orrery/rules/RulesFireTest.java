package dev.orrery.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.orrery.agent.ImportsAnAdapterOnPurpose;
import dev.orrery.memory.broken.AdapterOnPurpose;
import dev.orrery.message.BrokenOnPurpose;
import dev.orrery.strange.StrangerOnPurpose;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A rule that cannot fail guards nothing: each one refuses code that is broken on purpose. */
class RulesFireTest {
    private static final JavaClasses BROKEN = new ClassFileImporter()
            .importClasses(
                    BrokenOnPurpose.class,
                    ImportsAnAdapterOnPurpose.class,
                    AdapterOnPurpose.class,
                    StrangerOnPurpose.class);

    @TestFactory
    Stream<DynamicTest> importRulesFire() {
        ImportRulesTest rules = new ImportRulesTest();
        rules.house = BROKEN;
        return Stream.of(
                fires("room", rules::everyClassLivesInAKnownRoom),
                fires("table", rules::roomsImportOnlyWhatTheTableAllows),
                fires("adapter", rules::onlyTheFacadeNamesAdapters));
    }

    @TestFactory
    Stream<DynamicTest> pureRoomRulesFire() {
        PureRoomsTest rules = new PureRoomsTest();
        rules.house = BROKEN;
        return Stream.of(
                fires("files", rules::pureRoomsTouchNoFilesNetworkOrDatabase),
                fires("threads", rules::pureRoomsKnowNoThreads),
                fires("clock", rules::pureRoomsKnowNoClock),
                fires("chance", rules::pureRoomsKnowNoChance),
                fires("settings", rules::pureRoomsReadNoSettingsOfTheMachine),
                fires("libraries", rules::pureRoomsNeedOnlyPersistentCollectionsAndJsonText));
    }

    @TestFactory
    Stream<DynamicTest> conductRulesFire() {
        ConductTest rules = new ConductTest();
        rules.house = BROKEN;
        return Stream.of(
                fires("print", rules::onlySpeakingRoomsPrint),
                fires("exit", rules::onlySpeakingRoomsEndTheJvm),
                fires("stack trace", rules::nobodyPrintsAStackTrace),
                fires("sleep", rules::nobodySleeps),
                fires("bare exception", rules::everyExceptionHasANameOfItsOwn));
    }

    private static DynamicTest fires(String name, ThrowingCallable rule) {
        return DynamicTest.dynamicTest(
                name,
                () -> assertThatThrownBy(rule)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("Purpose"));
    }
}
