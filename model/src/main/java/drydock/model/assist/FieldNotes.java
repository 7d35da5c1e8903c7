package drydock.model.assist;

import drydock.model.resource.Schema;
import java.util.Optional;

/// Tells which field of the API a place of a text means.
public final class FieldNotes {

    private FieldNotes() {}

    /// The field whose key or value stands at `offset` of `text`; empty where there is none that `schema` knows.
    public static Optional<FieldNote> at(Schema schema, String text, int offset) {
        RoughNode document = RoughReader.around(text, offset);
        TypedNodes types = new TypedNodes(schema);
        Optional<RoughNode> node = switch (CaretPlace.at(document, text, offset)) {
            case CaretPlace.OfKey place -> place.word().filter(word -> word.colon);
            case CaretPlace.OfValue place -> Optional.of(place.node()).filter(n -> n.valueStart >= 0);
            case CaretPlace.Elsewhere _ -> Optional.empty();
        };
        return node.flatMap(n -> types.of(n)
                .flatMap(typed -> typed.field()
                        .map(field -> new FieldNote(
                                typed.owner().orElseThrow().definition(), field, n.path(), n.start(), n.end()))));
    }
}
