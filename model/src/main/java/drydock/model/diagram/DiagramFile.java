package drydock.model.diagram;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.model.manifest.ProblemText;
import drydock.model.manifest.TextProblem;
import drydock.model.manifest.TextSpan;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The file `drydock.json`: a diagram, and all that the file says beside it.
///
/// **Immutable. Never fails to read**: a broken file is an empty diagram and a problem. As long as the
/// diagram is the one that was read, the bytes are those that were read.
public final class DiagramFile {

    /// What the file is called, in the project's folder.
    public static final String NAME = "drydock.json";

    /// The newest format that this program reads and writes.
    public static final int FORMAT_VERSION = 1;

    private static final TextSpan START = new TextSpan(0, 0, 1, 1);

    private static final int MISFITS_TOLD = 20;

    /// How far the file could be understood.
    public enum Condition {
        /// There is no file yet.
        ABSENT,
        /// All of it.
        SOUND,
        /// Not all of it; before it is written over it must be kept under another name.
        BROKEN,
        /// It was made by a newer program: it may be looked at, but not changed.
        NEWER
    }

    /// No file, no diagram.
    public static final DiagramFile ABSENT = new DiagramFile(
            Condition.ABSENT,
            new byte[0],
            "\n",
            JsonNodeFactory.instance.objectNode(),
            List.of(),
            Diagram.EMPTY,
            Diagram.EMPTY);

    /// Made only where there is a file.
    private static final class Json {
        private static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    private final Condition condition;
    private final byte[] sourceBytes;
    private final String lineEnd;
    private final ObjectNode source;
    private final List<TextProblem> problems;
    private final Diagram sourceDiagram;
    private final Diagram diagram;

    private DiagramFile(
            Condition condition,
            byte[] sourceBytes,
            String lineEnd,
            ObjectNode source,
            List<TextProblem> problems,
            Diagram sourceDiagram,
            Diagram diagram) {
        this.condition = condition;
        this.sourceBytes = sourceBytes;
        this.lineEnd = lineEnd;
        this.source = source;
        this.problems = problems;
        this.sourceDiagram = sourceDiagram;
        this.diagram = diagram;
    }

    /// Reads the file; UTF-8, with or without a byte order mark.
    public static DiagramFile read(byte[] bytes) {
        byte[] copy = bytes.clone();
        String text;
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(copy)).toString();
        } catch (CharacterCodingException e) {
            return broken(copy, "\n", START, ProblemText.of("encoding"));
        }
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        // A byte order mark stays in the bytes that were read; a file that is written anew has none.
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            JsonNode root = Json.MAPPER.readTree(json);
            return root instanceof ObjectNode object
                    ? understood(copy, lineEnd, json, object)
                    : broken(copy, lineEnd, START, ProblemText.of("diagram.object"));
        } catch (JacksonException e) {
            return broken(copy, lineEnd, span(e.getLocation()), ProblemText.of("diagram.json", e.getOriginalMessage()));
        }
    }

    private static DiagramFile understood(byte[] bytes, String lineEnd, String json, ObjectNode root) {
        DiagramReader reader = new DiagramReader(root);
        Diagram diagram = reader.read();
        List<TextProblem> problems = new ArrayList<>();
        JsonNode version = root.path("formatVersion");
        Condition condition = reader.misfits().isEmpty() ? Condition.SOUND : Condition.BROKEN;
        JsonPointer versionAt = JsonPointer.empty().appendProperty("formatVersion");
        if (version.isNumber() && version.doubleValue(0) > FORMAT_VERSION) {
            condition = Condition.NEWER;
            problems.add(new TextProblem(
                    "drydock-json-newer",
                    locate(json, versionAt),
                    ProblemText.of("diagram.newer", version, FORMAT_VERSION)));
        } else if (!version.isMissingNode() && !(version.isIntegralNumber() && version.intValue(0) >= 1)) {
            condition = Condition.BROKEN;
            problems.add(
                    new TextProblem("drydock-json-value", locate(json, versionAt), ProblemText.of("diagram.version")));
        }
        reader.misfits().stream()
                .limit(MISFITS_TOLD)
                .map(m -> new TextProblem("drydock-json-value", locate(json, m.place()), m.text()))
                .forEach(problems::add);
        return new DiagramFile(condition, bytes, lineEnd, root, List.copyOf(problems), diagram, diagram);
    }

    private static DiagramFile broken(byte[] bytes, String lineEnd, TextSpan span, ProblemText text) {
        TextProblem problem = new TextProblem("drydock-json-syntax", span, text);
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        return new DiagramFile(
                Condition.BROKEN, bytes, lineEnd, nothing, List.of(problem), Diagram.EMPTY, Diagram.EMPTY);
    }

    public Condition condition() {
        return condition;
    }

    public List<TextProblem> problems() {
        return problems;
    }

    public Diagram diagram() {
        return diagram;
    }

    /// The file with another diagram in it. In the file of a newer program only what is looked at changes,
    /// not the bytes.
    public DiagramFile withDiagram(Diagram newDiagram) {
        return new DiagramFile(condition, sourceBytes, lineEnd, source, problems, sourceDiagram, newDiagram);
    }

    /// Whether the file has to be written, for the diagram is not the one that was read.
    public boolean isChanged() {
        return condition != Condition.NEWER && !diagram.equals(sourceDiagram);
    }

    /// What was read, if not all of it could be understood.
    public Optional<byte[]> brokenSource() {
        return condition == Condition.BROKEN ? Optional.of(sourceBytes.clone()) : Optional.empty();
    }

    /// What the file is to hold; empty where there is none and nothing to write.
    public Optional<byte[]> bytes() {
        if (isChanged()) {
            return Optional.of(JsonText.write(DiagramWriter.write(source, sourceDiagram, diagram), lineEnd)
                    .getBytes(UTF_8));
        }
        return condition == Condition.ABSENT ? Optional.empty() : Optional.of(sourceBytes.clone());
    }

    private static TextSpan locate(String json, JsonPointer place) {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.PROPERTY_NAME
                        && parser.streamReadContext().pathAsPointer().equals(place)) {
                    return span(parser.currentTokenLocation());
                }
            }
            throw new IllegalArgumentException("nothing at " + place);
        }
    }

    private static TextSpan span(@Nullable TokenStreamLocation location) {
        if (location == null) {
            // Jackson has no place for a text that is nested beyond its bound.
            return START;
        }
        int offset = (int) Math.max(0, location.getCharOffset());
        return new TextSpan(offset, offset, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
