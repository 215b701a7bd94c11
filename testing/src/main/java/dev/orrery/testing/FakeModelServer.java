package dev.orrery.testing;

import dev.orrery.message.Json;
import dev.orrery.message.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fake of OpenAI's and Anthropic's servers, npm's aimock, as a process of its own. One process serves all test classes of
 * a JVM and ends with it; each test begins with an empty script. Needs Node 20; the packages are installed when they are
 * first needed.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeModelServer server = new FakeModelServer();
 *
 * @Test
 * void twoTurns() {
 *     server.when(ScriptedReply.user("licence").first().calls("knowledge.search", Json.object().with("query", "licence")));
 *     server.when(ScriptedReply.user("licence").says("{\"answer\": \"MIT\"}").using(120, 8));
 *     server.when(ScriptedReply.system("You plan").refuses(429, "slow down").after(7));
 *     server.when(ScriptedReply.anything().says("I do not know"));
 *     // … --model openai:any --base-url server.baseUrl() …
 *     assertThat(server.requests()).hasSize(2);
 * }
 * }</pre>
 *
 * The first rule that fits a request answers it, so narrow ones come first. {@code user} looks for words in the last user
 * message, {@code system} in the system messages. A request that no rule fits is refused with a 404. Both wire formats are
 * served at {@link #baseUrl}. Not for tests that run in parallel within one JVM.
 */
public final class FakeModelServer implements BeforeEachCallback {
    private final HttpClient http = HttpClient.newHttpClient();

    /** Makes the extension; the process starts before the first test that uses one. */
    public FakeModelServer() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        reset();
    }

    /** Returns the base URL for either provider. */
    public String baseUrl() {
        return Running.SERVER.url() + "/v1";
    }

    /** Adds a rule to the script, after those that are there. */
    public void when(ScriptedReply rule) {
        Json body = Json.object().with("fixtures", Json.of(List.of(rule.toJson())));
        control("POST", "/fixtures", JsonText.print(body));
    }

    /** Forgets all rules and requests. */
    public void reset() {
        control("POST", "/reset", "");
    }

    /** Returns the bodies of the requests for completions so far, oldest first, as OpenAI's format has them. */
    public List<Json> requests() {
        var bodies = new ArrayList<Json>();
        for (Json entry : control("GET", "/journal", "").items()) {
            if (entry.text("method").equals("POST")) bodies.add(entry.at("body").orElse(Json.object()));
        }
        return bodies;
    }

    private Json control(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(Running.SERVER.url() + "/__aimock" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new AssertionError(path + " was refused: " + answer.body());
            return JsonText.parse(answer.body());
        } catch (IOException broken) {
            throw new AssertionError("the fake model server does not answer", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped", stopped);
        }
    }

    /** The one process of this JVM. It ends with its standard input, so also when the JVM is killed. */
    private record Running(Process process, String url) {
        static final Running SERVER = start();

        private static Running start() {
            Path root = root();
            Path folder = root.resolve("testing/npm");
            try {
                Process install = new ProcessBuilder(
                                "sh", root.resolve("build/npm.sh").toString(), folder.toString())
                        .redirectErrorStream(true)
                        .start();
                String said = new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (install.waitFor() != 0) throw new AssertionError("npm packages cannot be installed: " + said);
                Process server = new ProcessBuilder("node", "fake-model-server.mjs")
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
                BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
                String url = out.readLine();
                if (url == null) throw new AssertionError("the fake model server ended at once; is Node 20 or newer?");
                return new Running(server, url);
            } catch (IOException broken) {
                throw new AssertionError("the fake model server cannot be started; is Node there?", broken);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError("stopped", stopped);
            }
        }

        private static Path root() {
            Path folder = Path.of("").toAbsolutePath();
            while (!Files.isDirectory(folder.resolve("testing/npm"))) {
                folder = folder.getParent();
                if (folder == null) throw new AssertionError("run the tests inside the repository");
            }
            return folder;
        }
    }
}
