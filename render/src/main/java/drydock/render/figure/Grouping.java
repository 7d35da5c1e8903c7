package drydock.render.figure;

/// What the cards of a picture are put together by, in frames of their own.
public sealed interface Grouping {

    /// Cards stand where they were placed, by hand or by the layout.
    record None() implements Grouping {}

    /// What is in one namespace.
    record ByNamespace() implements Grouping {}

    /// What is owned by one object that nothing owns, with that object.
    record ByOwner() implements Grouping {}

    /// What has one value of a label, or is owned by what has.
    ///
    /// @param key as `app.kubernetes.io/part-of`
    record ByLabel(String key) implements Grouping {}

    static Grouping none() {
        return new None();
    }

    default boolean isNone() {
        return this instanceof None;
    }
}
