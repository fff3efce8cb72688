package org.mahdar.app.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The story's own text in a page: where most of the running text stands, without menus, buttons, captions, pointers to
 * other stories and comments. After the idea of Readability: paragraphs give their weight to what they stand in, links
 * take it away.
 */
final class MainText {
    /** Elements that are never part of a text. */
    private static final String NEVER =
            "script, style, noscript, template, nav, aside, footer, form, iframe, svg, button, select, input, textarea,"
                    + " figure, figcaption, video, audio, object, dialog, [hidden], [aria-hidden=true],"
                    + " [role=navigation], [role=complementary], [role=banner], [role=search], [role=contentinfo]";

    private static final Pattern UNLIKELY = Pattern.compile(
            "comment|disqus|share|sharing|social|related|sidebar|side-bar|promo|advert|banner|sponsor|newsletter|subscri"
                    + "|breadcrumb|menu|footer|widget|recommend|popular|most-|trending|caption|cookie|read-?(also|more|next)"
                    + "|also-|see-?also|outbrain|taboola|pagination|pager|login|signup|copyright|byline|tags?-|tag-?list"
                    + "|author-(box|bio)|toolbar|print-only");
    private static final Pattern LIKELY = Pattern.compile("article|story|body|content|entry|main|post|text|detail");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "section",
            "article",
            "main",
            "header",
            "td",
            "tr",
            "table",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "pre",
            "center",
            "address",
            "body");

    private static final int PARAGRAPH = 25;

    private final Facts facts;

    MainText(Facts facts) {
        this.facts = facts;
    }

    /** A block of text: its words, and how many of its characters are links. */
    private record Block(String text, int linked, boolean heading) {
        boolean isLinks() {
            return linked * 2 > text.length();
        }
    }

    /** The paragraphs of the story; none where the page holds no running text. Takes the page to pieces. */
    List<String> of(Document page, String title) {
        page.select(NEVER).remove();
        removeUnlikely(page);
        Optional<Element> top = Optional.ofNullable(page.selectFirst("[itemprop=articleBody]"))
                .filter(body -> body.text().length() > 4 * PARAGRAPH)
                .or(() -> best(page));
        List<String> out = new ArrayList<>();
        if (top.isEmpty()) {
            return out;
        }
        List<Block> blocks = new ArrayList<>();
        new Cutter(blocks).cut(top.get());
        for (Block block : blocks) {
            if (block.heading() && facts.isHeadingOfOthers(block.text()) && !out.isEmpty()) {
                break;
            }
            boolean isTitle = out.isEmpty() && block.text().equals(title);
            if (!isTitle && !block.isLinks() && !facts.isFurniture(block.text())) {
                out.add(block.text());
            }
        }
        return out;
    }

    /** The paragraphs of some markup that is all story, parted by blank lines. */
    static String all(String markup) {
        Document document = Jsoup.parseBodyFragment(markup);
        document.select("script, style, figure, figcaption, media").remove();
        List<Block> blocks = new ArrayList<>();
        new Cutter(blocks).cut(document.body());
        return String.join("\n\n", blocks.stream().map(Block::text).toList());
    }

    private static void removeUnlikely(Document page) {
        for (Element element : page.body().getAllElements()) {
            String name = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
            boolean structural = Set.of("body", "article", "main", "html").contains(element.normalName());
            if (!structural
                    && name.length() > 1
                    && UNLIKELY.matcher(name).find()
                    && element.selectFirst("[itemprop=articleBody], article") == null) {
                element.remove();
            }
        }
    }

    /** What holds the most running text. */
    private static Optional<Element> best(Document page) {
        Map<Element, Double> weights = new HashMap<>();
        for (Element element : page.body().getAllElements()) {
            double weight = weight(element);
            Element above = element.parent();
            if (weight > 0 && above != null) {
                weights.merge(above, weight, Double::sum);
                Element further = above.parent();
                if (further != null) {
                    weights.merge(further, weight / 2, Double::sum);
                }
            }
        }
        Optional<Element> best = Optional.empty();
        double most = 0;
        for (Element element : page.body().getAllElements()) {
            double weight = weights.getOrDefault(element, 0.0) * (1 - linkShare(element));
            String name = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
            if (element.normalName().equals("article") || LIKELY.matcher(name).find()) {
                weight *= 1.25;
            }
            if (weight > most) {
                most = weight;
                best = Optional.of(element);
            }
        }
        return best;
    }

    /** What a paragraph, or a division that is used as one, gives to what it stands in. */
    private static double weight(Element element) {
        String own = element.normalName().equals("p") || element.normalName().equals("pre")
                ? element.text()
                : element.ownText();
        if (own.length() < PARAGRAPH
                || !BLOCKS.contains(element.normalName())
                || element.normalName().equals("li")) {
            return 0;
        }
        long commas = own.chars().filter(c -> c == ',' || c == '\u060C').count();
        double weight = 1 + commas + Math.min(own.length() / 100.0, 5);
        return weight * (1 - linkShare(element));
    }

    private static double linkShare(Element element) {
        int all = element.text().length();
        int linked =
                element.select("a").stream().mapToInt(a -> a.text().length()).sum();
        return all == 0 ? 1 : Math.min(1, (double) linked / all);
    }

    /** Cuts an element into blocks: at block elements and at line breaks. */
    private static final class Cutter {
        private final List<Block> blocks;
        private final StringBuilder text = new StringBuilder();
        private int linked;

        Cutter(List<Block> blocks) {
            this.blocks = blocks;
        }

        void cut(Element top) {
            walk(top, false, false);
            end(false);
        }

        private void walk(Node node, boolean inLink, boolean inHeading) {
            if (node instanceof TextNode words) {
                int before = text.length();
                text.append(words.getWholeText());
                linked += inLink ? text.length() - before : 0;
            } else if (node instanceof Element element) {
                String name = element.normalName();
                boolean block = BLOCKS.contains(name);
                boolean heading = inHeading || (name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) != 'r');
                if (block || name.equals("br") || name.equals("hr")) {
                    end(inHeading);
                }
                for (Node child : element.childNodes()) {
                    walk(child, inLink || name.equals("a"), heading);
                }
                if (block) {
                    end(heading);
                }
            }
        }

        private void end(boolean heading) {
            String block = StoryMaker.strip(text.toString().replaceAll("[\\s\u00A0]+", " "));
            if (!block.isEmpty()) {
                blocks.add(new Block(block, linked, heading || block.length() < 40));
            }
            text.setLength(0);
            linked = 0;
        }
    }
}
