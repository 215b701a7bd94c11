package dev.orrery.memory.document;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells the content of a page from what is around it: navigation, header, footer, sidebars, cookie notices.
 *
 * @param root the element that holds the content
 * @param rootChars the length of the root's text; 0 when every element is judged by its name alone
 */
record HtmlContent(Element root, int rootChars) {
    /** Elements that are never content. */
    private static final Set<String> NEVER = Set.of(
            "nav",
            "footer",
            "script",
            "style",
            "noscript",
            "form",
            "button",
            "template",
            "svg",
            "select",
            "iframe",
            "figure",
            "dialog",
            "textarea",
            "object",
            "canvas",
            "audio",
            "video",
            "head",
            "math");

    private static final Set<String> ROLES =
            Set.of("navigation", "banner", "contentinfo", "search", "complementary", "menu", "tablist", "dialog");

    private static final Pattern CHROME = Pattern.compile("(?i)(?:^|[\\s_-])(?:nav|navbar|navigation|menu|sidebar|toc|"
            + "breadcrumbs?|footer|header|masthead|cookies?|consent|gdpr|banner|pagination|pager|edit-?(?:page|link|this)|"
            + "skip|share|sharing|social|search|tabs?-?list|table-of-contents|on-this-page|feedback|newsletter|subscribe|"
            + "advert|ads?|promo|colist|page-?meta|prev-?next|related|comments|hidden)(?:[\\s_-]|$)");

    /** Elements that are content even when their class sounds like chrome. */
    private static final Set<String> TEXTUAL = Set.of(
            "html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "code", "a", "span", "td",
            "th", "tr", "tbody", "em", "strong", "dd", "dt", "section");

    private static final String CANDIDATES = "#content,.content,#main,.main,#main-content,.main-content,.markdown-body,"
            + ".md-content,.document,.post-content,.entry-content,.doc,.docs-content,.page-content";

    /** Finds the content of {@code page}. */
    static HtmlContent of(Document page) {
        Element root = largest(page, "main,[role=main]", 0)
                .or(() -> Optional.of(page.select("article"))
                        .filter(a -> a.size() == 1)
                        .map(a -> a.getFirst()))
                .or(() -> largest(page, CANDIDATES, 0.4))
                .orElse(page.body());
        return new HtmlContent(root, Math.max(1, root.text().length()));
    }

    /** Takes all of {@code root} for content but what is never content. */
    static HtmlContent whole(Element root) {
        return new HtmlContent(root, 0);
    }

    private static Optional<Element> largest(Document page, String query, double shareMin) {
        int all = page.body().text().length();
        return page.select(query).stream()
                .filter(e -> e.text().length() >= shareMin * all)
                .max(Comparator.comparingInt(e -> e.text().length()));
    }

    /** Tells whether {@code e} is to be left out. */
    boolean isChrome(Element e) {
        String name = e.normalName();
        if (NEVER.contains(name) || e.hasAttr("hidden") || e.attr("aria-hidden").equals("true")) return true;
        if (e.attr("style").replace(" ", "").contains("display:none")) return true;
        if (e.equals(root) || isAll(e)) return false;
        if (ROLES.contains(e.attr("role"))) return true;
        boolean titled = e.selectFirst("h1") != null;
        if (name.equals("header")) return !titled;
        if (name.equals("aside")) return !isWithinContent() || sounds(e);
        return !TEXTUAL.contains(name) && !titled && sounds(e);
    }

    private boolean isWithinContent() {
        return !root.normalName().equals("body") || rootChars == 0;
    }

    private static boolean sounds(Element e) {
        return CHROME.matcher(e.className()).find() || CHROME.matcher(e.id()).find();
    }

    /** An element with most of the page's text is its content, whatever it is called. */
    private boolean isAll(Element e) {
        return rootChars > 0
                && e.childrenSize() > 0
                && (!e.className().isEmpty() || !e.id().isEmpty())
                && e.text().length() * 2 > rootChars;
    }
}
