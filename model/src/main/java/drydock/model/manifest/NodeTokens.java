package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Alias;
import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Scalar;
import drydock.model.manifest.YamlNode.Sequence;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.util.TokenBuffer;

/// Values as the tokens of JSON, from which fabric8's objects are made.
final class NodeTokens {

    private static final String METADATA = "metadata";

    private final TokenBuffer tokens = TokenBuffer.forGeneration();

    private NodeTokens() {}

    /// The tokens of an object of the API, which has metadata even where none are written.
    ///
    /// @param context of the mapper that reads them
    static JsonParser ofObject(Mapping object, ObjectReadContext context) {
        NodeTokens made = new NodeTokens();
        boolean described = object.get(METADATA).filter(node -> !isNull(node)).isPresent();
        made.tokens.writeStartObject();
        object.forEach((name, node) -> {
            if (described || !name.equals(METADATA)) {
                made.field(name, node);
            }
        });
        if (!described) {
            made.tokens.writeName(METADATA);
            made.tokens.writeStartObject();
            made.tokens.writeEndObject();
        }
        made.tokens.writeEndObject();
        return made.tokens.asParser(context);
    }

    private static boolean isNull(YamlNode node) {
        return node.resolved() instanceof Scalar scalar && scalar.value() == null;
    }

    private void field(String name, YamlNode node) {
        tokens.writeName(name);
        node(node);
    }

    private void node(YamlNode node) {
        switch (node) {
            case Scalar scalar -> scalar(scalar.value());
            case Alias alias -> node(alias.target());
            case Sequence sequence -> {
                tokens.writeStartArray();
                sequence.items().forEach(this::node);
                tokens.writeEndArray();
            }
            case Mapping mapping -> {
                tokens.writeStartObject();
                mapping.forEach(this::field);
                tokens.writeEndObject();
            }
        }
    }

    private void scalar(@Nullable Object value) {
        switch (value) {
            case null -> tokens.writeNull();
            case String text -> tokens.writeString(text);
            case Integer number -> tokens.writeNumber(number);
            case Long number -> tokens.writeNumber(number);
            case Double number -> tokens.writeNumber(number);
            case Boolean flag -> tokens.writeBoolean(flag);
            default -> throw new IllegalStateException("no value of a manifest: " + value.getClass());
        }
    }
}
