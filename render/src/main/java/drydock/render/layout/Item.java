package drydock.render.layout;

/// A thing to be placed, by a key of the caller's.
///
/// @param width in scene units, not negative
/// @param height in scene units, not negative
/// @param area what it stands together with, apart from the things of other areas: a namespace; empty if
/// it goes
///     where what it is linked to goes
/// @param frame the frame that is drawn around it and nothing else; empty for none
public record Item<K>(K key, double width, double height, String area, String frame) {

    public Item {
        if (!(width >= 0 && height >= 0)) {
            throw new IllegalArgumentException(key + ": width " + width + ", height " + height);
        }
    }

    /// A thing of no area, in no frame.
    public Item(K key, double width, double height) {
        this(key, width, height, "", "");
    }
}
