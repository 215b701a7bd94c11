package dev.orrery.tool;

import java.net.IDN;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts that may be fetched from. An entry is {@code HOST}, for the usual ports of http and https, or {@code
 * HOST:PORT}. Only an entry that names a loopback host and a port reaches into this machine.
 */
final class AllowedHosts {
    private static final Pattern ENTRY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]/@?#\\s]+)(?::(\\d{1,5}))?");

    /** A name whose last part is a number is an address to some parsers, in decimal, octal or hexadecimal. */
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)");

    private static final Pattern DOTTED_QUAD =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private final List<Entry> entries = new ArrayList<>();

    /** Where a fetch may go: what is allowed, and whether that is this very machine. */
    record Entry(String host, Optional<Integer> port, boolean loopback) {}

    /**
     * Reads the entries.
     *
     * @throws IllegalArgumentException when one is malformed; the message names it
     */
    AllowedHosts(List<String> written) {
        for (String entry : written) entries.add(read(entry));
    }

    private static Entry read(String written) {
        Matcher parts = ENTRY.matcher(written);
        if (!parts.matches()) throw malformed(written, "write HOST or HOST:PORT, without http://");
        String host = host(parts.group(1));
        Optional<Integer> port = Optional.ofNullable(parts.group(2)).map(Integer::valueOf);
        if (host.isEmpty()) throw malformed(written, "this is no host name");
        if (port.isPresent() && (port.get() < 1 || port.get() > 65_535))
            throw malformed(written, "there is no such port");
        nameFault(host).ifPresent(fault -> {
            throw malformed(written, fault);
        });
        boolean loopback = LOOPBACK.contains(host);
        if (loopback && port.isEmpty())
            throw malformed(written, "a loopback host needs its port, such as " + host + ":8080");
        return new Entry(host, port, loopback);
    }

    private static IllegalArgumentException malformed(String entry, String why) {
        return new IllegalArgumentException("not a host to fetch from: \"" + entry + "\": " + why);
    }

    private static String host(String written) {
        try {
            String host = written.startsWith("[") ? written : IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES);
            return host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Optional<String> nameFault(String host) {
        return NUMERIC.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches()
                ? Optional.of(host + " is a number in disguise; write addresses as four decimal numbers")
                : Optional.empty();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** What became of looking a place up. */
    sealed interface Verdict {
        /** It may be fetched from, at the addresses that the entry allows. */
        record Allowed(Entry entry) implements Verdict {}

        record Refused(String why) implements Verdict {}
    }

    /** Tells whether {@code uri} may be fetched, as far as its text goes; where the name leads is for others to say. */
    Verdict judge(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Verdict.Refused("only http and https can be fetched");
        }
        if (uri.getRawUserInfo() != null) return new Verdict.Refused("a URL with a user name in it is not fetched");
        if (uri.getHost() == null) return new Verdict.Refused("the URL has no plain host name");
        String host = host(uri.getHost());
        Optional<String> fault = nameFault(host);
        if (fault.isPresent()) return new Verdict.Refused(fault.get());
        int usual = scheme.equals("http") ? 80 : 443;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        return entries.stream()
                .filter(e ->
                        e.host().equals(host) && e.port().map(p -> p == port).orElse(port == usual))
                .findFirst()
                .<Verdict>map(Verdict.Allowed::new)
                .orElseGet(() -> new Verdict.Refused(
                        host + (port == usual ? "" : ":" + port) + " is not among the hosts that may be fetched from"));
    }
}
