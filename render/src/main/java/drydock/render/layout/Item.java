package drydock.render.layout;

/// A thing to be placed, by a key of the caller's.
///
/// @param width in scene units, not negative
/// @param height in scene units, not negative
public record Item<K>(K key, double width, double height) {

    public Item {
        if (!(width >= 0 && height >= 0)) {
            throw new IllegalArgumentException(key + ": width " + width + ", height " + height);
        }
    }
}
