package dev.orrery.memory.document;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads HTML with the line of every text node: the main content of a page, or a fragment inside Markdown. */
final class Html {
    private Html() {}

    static Document read(String path, String text) {
        var front = FrontMatter.of(text);
        var draft = new Draft(path, Unit.LINE);
        front.title().ifPresent(draft::title);
        front.version().ifPresent(draft::version);
        var page = parse(Blanking.templates(front.body()));
        var content = HtmlContent.of(page);
        if (!draft.hasTitle() && content.root().selectFirst("h1") == null) draft.title(pageTitle(page.title()));
        new HtmlWalker(draft, content, 0).walk(content.root());
        return draft.finish();
    }

    /** Reads a fragment that begins in line {@code first} of a file into the draft of that file. */
    static void fragment(String html, int first, Draft draft) {
        Element body = parse(html).body();
        new HtmlWalker(draft, HtmlContent.whole(body), first - 1).walk(body);
    }

    private static org.jsoup.nodes.Document parse(String html) {
        return Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true));
    }

    /** The title of a page goes on with the name of its site, after a separator. */
    private static String pageTitle(String title) {
        return title.split("\\s+[|–—·»:-]\\s+", 2)[0];
    }
}
