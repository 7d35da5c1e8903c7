package drydock.model.validation.live;

import drydock.model.manifest.FieldPath;

/// A change that the API server refuses.
///
/// @param path the field in the manifest
/// @param field what the API server calls it
/// @param words what it says behind that
/// @param isRecreated whether the object has to be deleted and made anew for that
record Refused(FieldPath path, String field, String words, boolean isRecreated) {

    Refused(FieldPath path, String words) {
        this(path, path.toString(), words, true);
    }

    Refused(FieldPath path, String field, String words) {
        this(path, field, words, true);
    }
}
