package dev.orrery.agent.extractive.subjects;

import dev.orrery.agent.extractive.language.Coordination;
import dev.orrery.agent.extractive.language.Counts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a human's answer to the question which subjects are meant. */
public final class Answer {
    private static final Pattern YES = Pattern.compile(
            "^(?:yes|yep|yeah|y|ok|okay|right|correct|exactly|sure|agreed|go ahead|go on|these|those|all|both|all of (?:them|these|those)|both of them|that's right|that is right"
                    + "|all (?:two|three|four|five|six))\\b[,.!: ]*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NO = Pattern.compile(
            "^(?:no|nope|not quite|wrong|neither|none of (?:them|these|those))\\b[,.!: ]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern BUT = Pattern.compile(
            "^(?:but |all |them |of them )*(?:but not|but|except(?: for)?|without|not|minus|apart from|other than|leave out|drop|excluding)\\s+(.+)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ALSO =
            Pattern.compile("^(?:and |also |plus |as well as |add )+(.+)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern FIRST =
            Pattern.compile("^(?:only |just )?(?:the )?(first|last)(?: (\\w+))?$", Pattern.CASE_INSENSITIVE);

    /** "1 and 3", "the second", "number 2". */
    private static final Pattern NUMBER = Pattern.compile(
            "^(?:the |number |no\\.? ?|#)?(?:(\\d{1,2})(?:st|nd|rd|th)?|(first|second|third|fourth|fifth|sixth))(?: one)?$",
            Pattern.CASE_INSENSITIVE);

    /** What people write around names. */
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:please|i mean|we mean|i meant|it's|it is|they are|they're|these are|those are|only|just|use|take|cover|research|compare|namely|the (?:competitors?|names?|subjects?|folders?|three|two|four) (?:is|are|should be)"
                    + "|make it|go with|let's (?:take|do|use)|the|folders?|names?|our \\p{L}+ (?:is|are))[:,]?\\s+)+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TAIL = Pattern.compile(
            "\\s+(?:please|only|instead|folders?|thanks|thank you|should do|will do)[.!]*$", Pattern.CASE_INSENSITIVE);

    private final List<Member> offered;
    private final Places places;
    private final Mentions mentions;

    /** Makes a reader of answers to a question that offered {@code offered}. */
    public Answer(List<Member> offered, Places places) {
        this.offered = List.copyOf(offered);
        this.places = places;
        this.mentions = new Mentions(places);
    }

    /** Returns whom {@code answer} means; empty when it cannot be understood. */
    public Optional<List<Member>> read(String answer) {
        String text = answer.strip().replaceAll("\\s+", " ").replaceAll("[.!]+$", "");
        Matcher yes = YES.matcher(text);
        if (yes.find()) return afterYes(text.substring(yes.end()).strip());
        Matcher no = NO.matcher(text);
        if (no.find()) text = text.substring(no.end()).strip();
        if (text.isEmpty()) return Optional.empty();
        Matcher first = FIRST.matcher(text);
        if (first.matches()) return some(first.group(1), first.group(2));
        Matcher but = BUT.matcher(text);
        if (but.matches()) return without(but.group(1));
        return known(named(text));
    }

    private Optional<List<Member>> afterYes(String rest) {
        if (rest.isEmpty()) return offered.isEmpty() ? Optional.empty() : Optional.of(offered);
        Matcher but = BUT.matcher(rest);
        if (but.matches()) return without(but.group(1));
        Matcher also = ALSO.matcher(rest);
        if (also.matches()) {
            var all = new ArrayList<>(offered);
            all.addAll(named(also.group(1)));
            return known(all);
        }
        List<Member> named = named(rest);
        if (named.stream().anyMatch(m -> m.place().isPresent())) return known(named);
        return offered.isEmpty() ? Optional.empty() : Optional.of(offered);
    }

    private Optional<List<Member>> without(String names) {
        List<Member> left = new ArrayList<>(offered);
        for (Member gone : named(names)) left.removeIf(m -> same(m, gone));
        return left.isEmpty() || left.size() == offered.size() ? Optional.empty() : Optional.of(left);
    }

    private Optional<List<Member>> some(String end, String count) {
        OptionalInt n = count == null ? OptionalInt.of(1) : Counts.of(count);
        if (n.isEmpty() || n.getAsInt() > offered.size()) return Optional.empty();
        boolean last = end.equalsIgnoreCase("last");
        int size = offered.size();
        return Optional.of(last ? offered.subList(size - n.getAsInt(), size) : offered.subList(0, n.getAsInt()));
    }

    private List<Member> named(String text) {
        String plain = TAIL.matcher(LEAD.matcher(text).replaceFirst("")).replaceFirst("");
        var members = new ArrayList<Member>();
        for (String item : Coordination.items(plain)) {
            String name = LEAD.matcher(item)
                    .replaceFirst("")
                    .replaceAll("[.!?]+$", "")
                    .strip();
            byNumber(name).or(() -> byName(name)).ifPresent(members::add);
        }
        if (members.stream().anyMatch(m -> m.place().isPresent())) return members;
        // No item is a name by itself: names may stand in a sentence.
        List<Member> inside = mentions.in(text).stream()
                .filter(Mention::mapped)
                .map(m -> Member.named(m.name(), m.place()))
                .toList();
        return inside.isEmpty() ? members : inside;
    }

    private Optional<Member> byNumber(String item) {
        Matcher m = NUMBER.matcher(item);
        if (!m.matches()) return Optional.empty();
        int number = m.group(1) != null
                ? Integer.parseInt(m.group(1))
                : List.of("first", "second", "third", "fourth", "fifth", "sixth")
                                .indexOf(m.group(2).toLowerCase(Locale.ROOT))
                        + 1;
        return number >= 1 && number <= offered.size() ? Optional.of(offered.get(number - 1)) : Optional.empty();
    }

    private Optional<Member> byName(String name) {
        for (Member member : offered) {
            if (Spelling.key(member.name()).equals(Spelling.key(name))) return Optional.of(member);
        }
        Optional<Place> place = places.find(name);
        if (place.isPresent()) {
            return Optional.of(offered.stream()
                    .filter(m -> m.place().equals(place))
                    .findFirst()
                    .orElse(Member.named(name, place)));
        }
        // A name that the knowledge does not know is believed only when it is written as one.
        boolean written =
                name.matches("\\p{Lu}[\\p{L}\\p{N}.&+-]*(?: \\p{Lu}[\\p{L}\\p{N}.&+-]*){0,3}") && Names.alone(name);
        return written ? Optional.of(Member.named(name, Optional.empty())) : Optional.empty();
    }

    private static Optional<List<Member>> known(List<Member> members) {
        var once = new LinkedHashMap<String, Member>();
        for (Member m : members) once.putIfAbsent(m.place().map(Place::path).orElse(Spelling.key(m.name())), m);
        // Names alone, none of them with papers, are no answer that a report could be made of.
        boolean any = once.values().stream().anyMatch(m -> m.place().isPresent());
        return any ? Optional.of(List.copyOf(once.values())) : Optional.empty();
    }

    private static boolean same(Member a, Member b) {
        return Spelling.key(a.name()).equals(Spelling.key(b.name()))
                || a.place().isPresent() && a.place().equals(b.place());
    }
}
