package drydock.model.manifest;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/// One document of a file.
@SuppressWarnings("DoNotCallSuggester") // contract only
public final class ManifestDocument {

    private ManifestDocument() {}

    /// Its place among the file's documents, from 0.
    public int index() {
        throw new UnsupportedOperationException();
    }

    /// Where it stands.
    public TextSpan span() {
        throw new UnsupportedOperationException();
    }

    /// What it names, if it has an `apiVersion`, a `kind` and a name.
    public Optional<ResourceId> id() {
        throw new UnsupportedOperationException();
    }

    /// The object it describes; empty where the text does not fit the kind's types (then it is among the problems).
    public Optional<HasMetadata> object() {
        throw new UnsupportedOperationException();
    }

    /// The values as the API server takes them: maps, lists, strings, numbers, booleans, null.
    public Optional<Object> value(FieldPath field) {
        throw new UnsupportedOperationException();
    }

    /// Where a field's value stands; for a field that is not there, where its nearest parent does.
    public TextSpan spanOf(FieldPath field) {
        throw new UnsupportedOperationException();
    }

    /// The innermost field at `offset`.
    public FieldPath fieldAt(int offset) {
        throw new UnsupportedOperationException();
    }
}
