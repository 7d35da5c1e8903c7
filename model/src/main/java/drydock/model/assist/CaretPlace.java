package drydock.model.assist;

import java.util.Optional;

/// What is being typed at a place of a text.
sealed interface CaretPlace {

    /// A key, or a word that may become one, or an item.
    ///
    /// @param holder what it stands in
    /// @param word the half-written key, if one is there
    /// @param prefix what is written of it before the caret
    /// @param start where it begins
    /// @param end behind it, also behind what stands after the caret
    record OfKey(RoughNode holder, Optional<RoughNode> word, String prefix, int start, int end) implements CaretPlace {}

    /// The value of a key, or an item of a list of plain values.
    ///
    /// @param start where the value begins, its quote included
    record OfValue(RoughNode node, String prefix, int start, int end) implements CaretPlace {}

    /// Nothing that could be completed: a comment, the lines of a block, a separator.
    record Elsewhere() implements CaretPlace {}

    /// The place of `offset` in `text`, of which `document` is the rough reading.
    static CaretPlace at(RoughNode document, String text, int offset) {
        return new CaretFinder(text, offset).find(document);
    }
}
