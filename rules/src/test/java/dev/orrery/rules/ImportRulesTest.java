package dev.orrery.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The import table holds, and only the facade knows which adapters there are. */
class ImportRulesTest {
    JavaClasses house = House.classes();

    @Test
    void everyClassLivesInAKnownRoom() {
        check("live in a known room", (type, refuse) -> {
            if (!Rooms.isKnown(Rooms.of(type.getPackageName()))) {
                refuse.accept(type.getName() + " is in a room that the import table does not know");
            }
        });
    }

    @Test
    void roomsImportOnlyWhatTheTableAllows() {
        checkImports("import what the table allows", (from, to, refuse) -> {
            String room = Rooms.of(from);
            String other = Rooms.of(to);
            if (!Rooms.visibleFrom(room).contains(other)) {
                refuse.accept("room " + room + " may not import " + other);
            }
        });
    }

    @Test
    void onlyTheFacadeNamesAdapters() {
        checkImports("leave adapters to the facade", (from, to, refuse) -> {
            boolean neighbours = Rooms.isAdapter(from) && Rooms.of(from).equals(Rooms.of(to));
            boolean mayName = neighbours
                    || Rooms.of(from).equals(Rooms.FACADE)
                    || Rooms.of(from).equals("bench");
            if (Rooms.isAdapter(to) && !mayName) {
                refuse.accept(to + " is an adapter, which only dev.orrery may name");
            }
        });
    }

    private void checkImports(String name, ImportRule rule) {
        check(
                name,
                (type, refuse) -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> Rooms.isOurs(dependency
                                .getTargetClass()
                                .getBaseComponentType()
                                .getPackageName()))
                        .forEach(dependency -> rule.check(
                                type.getPackageName(),
                                dependency
                                        .getTargetClass()
                                        .getBaseComponentType()
                                        .getPackageName(),
                                why -> refuse.accept(why + ": " + described(dependency)))));
    }

    private void check(String name, ClassRule rule) {
        classes()
                .should(new ArchCondition<JavaClass>(name) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        rule.check(type, why -> events.add(SimpleConditionEvent.violated(type, why)));
                    }
                })
                .allowEmptyShould(true)
                .check(house);
    }

    private static String described(Dependency dependency) {
        return dependency.getDescription();
    }

    private interface ClassRule {
        void check(JavaClass type, Consumer<String> refuse);
    }

    private interface ImportRule {
        void check(String from, String to, Consumer<String> refuse);
    }
}
