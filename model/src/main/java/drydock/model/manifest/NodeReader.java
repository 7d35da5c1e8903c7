package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Alias;
import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Properties;
import drydock.model.manifest.YamlNode.Scalar;
import drydock.model.manifest.YamlNode.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// Reads the text of one document into nodes with their places, from SnakeYAML's events and without
/// recursion. No tag makes anything but a string, list or map.
final class NodeReader {

    /// How deep values may be nested, aliases followed; the deepest schema of a custom resource stays far
    /// below.
    static final int DEEPEST = 500;

    /// How many values may come in through aliases: below this goyaml.v2 too allows any number (decode.go,
    /// `alias_ratio_range_low`).
    static final int MOST_ALIASED = 400_000;

    /// How many times the text is read anew for what goyaml.v2 takes and SnakeYAML does not.
    private static final int MOST_TRIES = 100;

    /// What one document says.
    ///
    /// @param root its value; empty if it cannot be read
    record Reading(Optional<YamlNode> root, List<TextProblem> problems) {}

    private final String text;
    private final TextLines lines;
    private final CodePoints codePoints;
    private final int base;
    private final List<TextProblem> problems = new ArrayList<>();
    private final Deque<OpenNode> open = new ArrayDeque<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private @Nullable YamlNode root;
    private long aliased;

    /// An anchored node: how many levels and how many values it holds, aliases followed; no node as long as
    /// it is open.
    private record Anchored(@Nullable YamlNode node, int height, long weight) {}

    private NodeReader(String text, int base, int firstLine) {
        this.text = text;
        this.base = base;
        this.lines = TextLines.of(text, base, firstLine);
        this.codePoints = CodePoints.of(text);
    }

    /// Reads a text that begins at the offset `base`, in line `firstLine` of its file.
    static Reading read(String text, int base, int firstLine) {
        return SimpleYaml.read(text, base, firstLine)
                .map(root -> new Reading(Optional.of(root), List.of()))
                .orElseGet(() -> readAnything(text, base, firstLine));
    }

    /// The same for texts that are not written simply, too.
    static Reading readAnything(String text, int base, int firstLine) {
        return new NodeReader(text, base, firstLine).read();
    }

    private Reading read() {
        try {
            readEvents();
        } catch (Unreadable e) {
            problems.add(e.problem);
            root = null;
        } catch (MarkedYAMLException e) {
            problems.add(SyntaxProblems.of(e, text, codePoints, lines));
            root = null;
        } catch (YAMLException e) {
            problems.add(SyntaxProblems.badCharacter(e, text, lines));
            root = null;
        }
        Optional<TextProblem> template = TemplateMarks.problem(text, problems, base, lines);
        return template.map(t -> new Reading(Optional.empty(), List.of(t)))
                .orElseGet(() -> new Reading(Optional.ofNullable(root), List.copyOf(problems)));
    }

    private void readEvents() {
        StringBuilder readable = new StringBuilder(text);
        for (int tries = 0; ; tries++) {
            try {
                LoaderOptions options = new LoaderOptions();
                options.setCodePointLimit(Integer.MAX_VALUE);
                ParserImpl parser = new ParserImpl(new StreamReader(readable.toString()), options);
                for (Event event = parser.getEvent(); event != null; event = parser.getEvent()) {
                    take(event);
                }
                return;
            } catch (MarkedYAMLException e) {
                Mark mark = e.getProblemMark();
                int at = mark == null ? -1 : offset(mark.getIndex());
                if (tries == MOST_TRIES
                        || !(SeparatingTabs.blank(readable, at)
                                || (EscapedApostrophes.canHideIn(text) && EscapedApostrophes.hide(readable, at)))) {
                    throw e;
                }
                open.clear();
                anchors.clear();
                problems.clear();
                root = null;
                aliased = 0;
            }
        }
    }

    private void take(Event event) {
        switch (event) {
            case DocumentStartEvent _
            when root != null -> throw unreadable("yaml-syntax", ProblemText.of("secondValue"), spanOf(event));
            case ScalarEvent scalar -> add(scalar(scalar), 1, 1, scalar.getAnchor());
            case AliasEvent alias -> alias(alias);
            case CollectionStartEvent collection -> start(collection);
            case CollectionEndEvent end -> end(end);
            default -> {}
        }
    }

    private void start(CollectionStartEvent event) {
        int start = contentStart(event);
        if (open.size() >= DEEPEST) {
            throw tooDeep(lines.span(start, start));
        }
        if (event.getAnchor() != null) {
            anchors.put(event.getAnchor(), new Anchored(null, 0, 0));
        }
        open.push(new OpenNode(
                event instanceof MappingStartEvent,
                event.isFlow(),
                start,
                properties(event, event.getTag()),
                event.getAnchor()));
    }

    private void end(CollectionEndEvent event) {
        OpenNode closing = open.pop();
        int end = closing.flow ? offset(event.getEndMark().getIndex()) : closing.lastEnd;
        TextSpan span = lines.span(closing.start, Math.max(end, closing.start));
        YamlNode node = closing.mapping
                ? new Mapping(span, closing.properties, new Entries(problems).of(closing.children), closing.flow)
                : new Sequence(span, closing.properties, closing.children, closing.flow);
        if (closing.height + 1 > DEEPEST) {
            throw tooDeep(span);
        }
        add(node, closing.height + 1, closing.weight + 1, closing.anchor);
    }

    private void alias(AliasEvent event) {
        TextSpan span = spanOf(event);
        Anchored anchored = anchors.get(event.getAnchor());
        if (anchored == null) {
            throw unreadable("yaml-alias", ProblemText.of("noAnchor", event.getAnchor()), span);
        }
        if (anchored.node == null) {
            throw unreadable("yaml-alias", ProblemText.of("aliasInside", event.getAnchor()), span);
        }
        aliased += anchored.weight;
        if (aliased > MOST_ALIASED) {
            throw unreadable("yaml-alias-bomb", ProblemText.of("aliasBomb", MOST_ALIASED), span);
        }
        add(new Alias(span, event.getAnchor(), anchored.node), anchored.height, anchored.weight, null);
    }

    private void add(YamlNode node, int height, long weight, @Nullable String anchor) {
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, height, weight));
        }
        if (open.isEmpty()) {
            root = node;
        } else {
            open.peek().add(node, height, weight, base);
        }
    }

    private Scalar scalar(ScalarEvent event) {
        int end = offset(event.getEndMark().getIndex());
        int start = Math.min(contentStart(event), end);
        YamlNode.Style style = style(event);
        if (style == YamlNode.Style.LITERAL || style == YamlNode.Style.FOLDED) {
            while (end > start + 1 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
                end--;
            }
        }
        TextSpan span = lines.span(start, end);
        Object value = style == YamlNode.Style.PLAIN && event.getTag() == null
                ? YamlScalars.resolve(event.getValue())
                : EscapedApostrophes.shown(style, TaggedScalars.value(event, span, problems), text);
        if (value instanceof Double d && !Double.isFinite(d)) {
            problems.add(new TextProblem("yaml-number", span, ProblemText.of("number")));
        }
        return new Scalar(span, properties(event, event.getTag()), value, style);
    }

    private static YamlNode.Style style(ScalarEvent event) {
        return switch (event.getScalarStyle()) {
            case PLAIN, JSON_SCALAR_STYLE -> YamlNode.Style.PLAIN;
            case SINGLE_QUOTED -> YamlNode.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> YamlNode.Style.DOUBLE_QUOTED;
            case LITERAL -> YamlNode.Style.LITERAL;
            case FOLDED -> YamlNode.Style.FOLDED;
        };
    }

    private Optional<Properties> properties(NodeEvent event, @Nullable String tag) {
        String anchor = event.getAnchor();
        return anchor == null && tag == null
                ? Optional.empty()
                : Optional.of(new Properties(
                        base + offset(event.getStartMark().getIndex()),
                        anchor == null ? "" : anchor,
                        tag == null ? "" : tag));
    }

    /// Where the value begins, behind its anchor and tag.
    private int contentStart(NodeEvent event) {
        int at = offset(event.getStartMark().getIndex());
        boolean tagged = event.getAnchor() != null
                || switch (event) {
                    case ScalarEvent scalar -> scalar.getTag() != null;
                    case CollectionStartEvent collection -> collection.getTag() != null;
                    default -> false;
                };
        return tagged ? behindProperties(at) : at;
    }

    private int behindProperties(int from) {
        int at = from;
        int end = from;
        while (at < text.length() && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            end = at;
            at = behindBlanks(at);
        }
        return at == text.length() ? end : at;
    }

    private int behindBlanks(int from) {
        int at = from;
        while (at < text.length() && " \t\r\n#".indexOf(text.charAt(at)) >= 0) {
            if (text.charAt(at) == '#') {
                int next = TextLines.nextLine(text, at);
                at = next < 0 ? text.length() : next;
            } else {
                at++;
            }
        }
        return at;
    }

    private int offset(int codePoint) {
        return codePoints.offset(codePoint);
    }

    private TextSpan spanOf(Event event) {
        return lines.span(
                offset(event.getStartMark().getIndex()),
                offset(event.getEndMark().getIndex()));
    }

    private static Unreadable tooDeep(TextSpan span) {
        return unreadable("yaml-too-deep", ProblemText.of("tooDeep", DEEPEST), span);
    }

    private static Unreadable unreadable(String rule, ProblemText text, TextSpan span) {
        return new Unreadable(new TextProblem(rule, span, text));
    }

    /// Ends the reading of a document.
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient TextProblem problem;

        Unreadable(TextProblem problem) {
            super(problem.rule(), null, false, false);
            this.problem = problem;
        }
    }
}
