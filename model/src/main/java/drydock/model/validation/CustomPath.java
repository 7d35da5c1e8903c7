package drydock.model.validation;

import drydock.model.manifest.FieldPath;

/// A place in an object of a custom kind.
///
/// @param path the place in the text
/// @param name the same as the API server writes it, where keys of maps are as names of fields are: `spec.sizes.small`
record CustomPath(FieldPath path, String name) {

    static final CustomPath ROOT = new CustomPath(FieldPath.ROOT, "");

    CustomPath key(String key) {
        return new CustomPath(path.key(key), name.isEmpty() ? key : name + "." + key);
    }

    /// The entry of a map where the API server tells it from a field: `spec.sizes[small]`.
    CustomPath entry(String key) {
        return new CustomPath(path.key(key), name + "[" + key + "]");
    }

    /// The place that a rule names by itself, as `.size` or `.sizes['small']`.
    CustomPath then(String fields) {
        CustomPath there = this;
        for (String part :
                fields.replaceAll("\\['((?:[^'\\\\]|\\\\.)*)'\\]", ".$1").split("\\.", -1)) {
            there = part.isEmpty() ? there : there.key(part);
        }
        return there;
    }

    CustomPath index(int position) {
        return new CustomPath(path.index(position), name + "[" + position + "]");
    }
}
