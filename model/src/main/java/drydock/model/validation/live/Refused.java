package drydock.model.validation.live;

import drydock.model.manifest.FieldPath;

/// A change that the API server refuses.
///
/// @param path the field in the manifest
/// @param field what the API server calls it
/// @param words what it says behind that
/// @param way what can be done
record Refused(FieldPath path, String field, String words, Way way) {

    /// What can be done instead of the change.
    enum Way {
        /// The object is deleted and made anew.
        RECREATED("immutable-field"),
        /// The field may become more.
        GROWS("immutable-field.shrink"),
        /// The field changes together with another one.
        TOGETHER("immutable-field.together"),
        /// What is kept in the old form is brought into the new one first.
        STORED("immutable-field.stored");

        private final String key;

        Way(String key) {
            this.key = key;
        }

        /// The message that says so.
        String key() {
            return key;
        }
    }

    Refused(FieldPath path, String words) {
        this(path, path.toString(), words, Way.RECREATED);
    }

    Refused(FieldPath path, String field, String words) {
        this(path, field, words, Way.RECREATED);
    }
}
