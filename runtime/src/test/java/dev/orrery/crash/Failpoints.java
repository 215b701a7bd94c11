package dev.orrery.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;

/**
 * Stands between the journal and SQLite, and holds whoever comes to one place for ever, so that the process can be killed
 * exactly there: before, during or after a statement or a commit. Thread-safe.
 */
final class Failpoints {
    /** Where, in relation to a statement. During is inside of SQLite, which calls back from its loop. */
    enum Phase {
        BEFORE,
        DURING,
        AFTER
    }

    /** A place: a statement or a commit, the side of it, and how often it is come to before it holds. */
    record Place(Phase phase, String site, int times) {
        /** Reads what {@link #arguments} wrote, behind the first argument. */
        static Place of(String[] arguments) {
            return new Place(Phase.valueOf(arguments[1]), arguments[3], Integer.parseInt(arguments[2]));
        }

        List<String> arguments() {
            return List.of(phase.name(), Integer.toString(times), site);
        }

        @Override
        public String toString() {
            return phase + " " + site;
        }
    }

    static final String COMMIT = "COMMIT";

    private final Place place;
    private final Consumer<Place> held;
    private final Consumer<String> passed;
    private final AtomicInteger left;

    /**
     * Makes failpoints that hold at {@code place}.
     *
     * @param held is told when somebody is held there, by whom is held
     * @param passed is told of each site that is come to
     */
    Failpoints(Place place, Consumer<Place> held, Consumer<String> passed) {
        this.place = place;
        this.held = held;
        this.passed = passed;
        this.left = new AtomicInteger(place.times());
    }

    private interface Call {
        Object run() throws Throwable;
    }

    /** Returns {@code connection} with a failpoint around everything that it runs. */
    Connection around(Connection connection) {
        InvocationHandler handler = (_, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" ->
                prepared(
                        (PreparedStatement) invoke(connection, method, arguments),
                        ((String) arguments[0]).strip(),
                        connection);
            case "createStatement" -> statement((Statement) invoke(connection, method, arguments), connection);
            case "commit" -> cross(COMMIT, connection, () -> invoke(connection, method, arguments));
            case "rollback" -> cross("ROLLBACK", connection, () -> invoke(connection, method, arguments));
            case "close" -> cross("CLOSE", connection, () -> invoke(connection, method, arguments));
            default -> invoke(connection, method, arguments);
        };
        return proxy(Connection.class, handler);
    }

    private PreparedStatement prepared(PreparedStatement statement, String sql, Connection connection) {
        InvocationHandler handler = (_, method, arguments) -> method.getName().startsWith("execute")
                ? cross(sql, connection, () -> invoke(statement, method, arguments))
                : invoke(statement, method, arguments);
        return proxy(PreparedStatement.class, handler);
    }

    private Statement statement(Statement statement, Connection connection) {
        InvocationHandler handler = (_, method, arguments) -> method.getName().startsWith("execute")
                ? cross(((String) arguments[0]).strip(), connection, () -> invoke(statement, method, arguments))
                : invoke(statement, method, arguments);
        return proxy(Statement.class, handler);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Failpoints.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Runs {@code call}, and is held where it is to be. */
    private Object cross(String sql, Connection connection, Call call) throws Throwable {
        String site = name(sql);
        passed.accept(site);
        boolean mine = site.equals(place.site()) && left.decrementAndGet() == 0;
        if (mine && place.phase() == Phase.BEFORE) hold();
        if (mine && place.phase() == Phase.DURING) holdInside(site, connection.unwrap(SQLiteConnection.class));
        Object result = call.run();
        if (mine) hold();
        return result;
    }

    /** Returns what a place is called: its statement, on one line and cut off. */
    private static String name(String sql) {
        String line = sql.replaceAll("\\s+", " ");
        return line.length() <= 70 ? line : line.substring(0, 70);
    }

    private void holdInside(String site, SQLiteConnection connection) throws SQLException {
        if (site.equals(COMMIT)) {
            connection.addCommitListener(new SQLiteCommitListener() {
                @Override
                public void onCommit() {
                    hold();
                }

                @Override
                public void onRollback() {}
            });
        } else {
            ProgressHandler.setHandler(connection, 1, new ProgressHandler() {
                @Override
                protected int progress() {
                    hold();
                    return 0;
                }
            });
        }
    }

    private void hold() {
        held.accept(place);
        while (true) LockSupport.park(this);
    }
}
