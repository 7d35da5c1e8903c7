package drydock.model.edit;

import java.util.Optional;
import java.util.function.Function;

/// What came of trying an edit.
///
/// @param <T> what a successful edit makes
public sealed interface Outcome<T> {

    /// The edit was made.
    record Done<T>(T value) implements Outcome<T> {}

    /// The edit cannot be made; nothing has changed.
    record Refused<T>(Refusal reason) implements Outcome<T> {}

    default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal reason) -> new Refused<>(reason);
        };
    }

    default <R> Outcome<R> map(Function<T, R> change) {
        return then(value -> new Done<>(change.apply(value)));
    }

    /// What was made, if the edit was made.
    default Optional<T> toOptional() {
        return switch (this) {
            case Done<T>(T value) -> Optional.of(value);
            case Refused<T> _ -> Optional.empty();
        };
    }
}
