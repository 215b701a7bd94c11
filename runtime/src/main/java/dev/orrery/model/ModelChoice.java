package dev.orrery.model;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which model a user has chosen, checked.
 *
 * @param name provider and name
 * @param endpoint where it is, without a slash at the end
 * @param key what the endpoint is shown; empty for a server on this machine that wants none
 */
public record ModelChoice(ModelName name, URI endpoint, Optional<Secret> key) {
    /**
     * Checks what a user wrote.
     *
     * @param model {@code PROVIDER:NAME}
     * @param baseUrl the endpoint, up to and with its {@code /v1}; empty for the provider's own
     * @param environment looks up a variable of the environment, for the key
     */
    public static Checked<ModelChoice> of(
            String model, Optional<String> baseUrl, Function<String, Optional<String>> environment) {
        return switch (ModelName.parse(model)) {
            case Checked.Faulty<ModelName>(String message) -> new Checked.Faulty<>(message);
            case Checked.Valid<ModelName>(ModelName name) ->
                switch (endpoint(name, baseUrl)) {
                    case Checked.Faulty<URI>(String message) -> new Checked.Faulty<>(message);
                    case Checked.Valid<URI>(URI endpoint) -> withKey(name, endpoint, environment);
                };
        };
    }

    private static Checked<ModelChoice> withKey(
            ModelName name, URI endpoint, Function<String, Optional<String>> environment) {
        String variable = name.provider().keyVariable();
        Optional<Secret> key =
                environment.apply(variable).filter(text -> !text.isBlank()).map(Secret::new);
        if (key.isEmpty() && !isLocal(endpoint)) {
            return new Checked.Faulty<>("model " + name + " at " + endpoint + " needs a key: set " + variable
                    + ", or name a server on this machine with --base-url");
        }
        if (key.filter(secret -> !secret.reveal().matches("[\\x21-\\x7e]+")).isPresent()) {
            return new Checked.Faulty<>(variable + " holds characters that no key has; set it anew");
        }
        return new Checked.Valid<>(new ModelChoice(name, endpoint, key));
    }

    private static Checked<URI> endpoint(ModelName name, Optional<String> baseUrl) {
        if (baseUrl.isEmpty()) return new Checked.Valid<>(name.provider().baseUrl());
        String text = baseUrl.get().strip().replaceAll("/+$", "");
        try {
            URI url = new URI(text);
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (http && url.getHost() != null && url.getRawUserInfo() == null && url.getRawQuery() == null) {
                return new Checked.Valid<>(url);
            }
        } catch (URISyntaxException malformed) {
            // Said below, for every reason alike.
        }
        return new Checked.Faulty<>("base URL '" + text.replaceAll("//[^/@]*@", "//***@") + "' is not one; write it as"
                + " http://127.0.0.1:8080/v1 or https://HOST/v1, without user name or query");
    }

    /** Tells whether the model runs on this machine: then it needs no key and costs nothing. */
    public boolean isLocal() {
        return isLocal(endpoint);
    }

    private static boolean isLocal(URI url) {
        String host = url.getHost();
        if (host.equalsIgnoreCase("localhost")) return true;
        // Only addresses: a name would have to be looked up, and may mean another machine tomorrow.
        if (!host.matches("\\[.*\\]|[0-9.]+")) return false;
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
