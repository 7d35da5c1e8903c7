package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextSpan;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;

/// What a rule found in an object, without its place in a text, so that it stays true when the text around
/// it changes.
///
/// @param object the object's id, if it has one
/// @param root where the object stands in its document
/// @param path the field in the object
/// @param field the same as the API server writes it
/// @param place which part of the text is meant
/// @param words what the API server says behind the field's path; empty where it says nothing
/// @param fixes ways to mend it
record Issue(
        String rule,
        Severity severity,
        Optional<ResourceId> object,
        FieldPath root,
        FieldPath path,
        String field,
        Place place,
        FindingText text,
        String words,
        List<Fix> fixes) {

    /// What of a field stands in the wrong.
    enum Place {
        KEY,
        VALUE
    }

    Issue with(Severity told, String serverWords, List<Fix> ways) {
        return new Issue(rule, told, object, root, path, field, place, text, serverWords, ways);
    }

    Finding in(ManifestFile file, ManifestDocument document) {
        FieldPath whole = root.then(path);
        TextSpan span = place == Place.KEY ? document.keySpanOf(whole) : document.spanOf(whole);
        return new Finding(
                rule, severity, object, path, field, file.path(), document.index(), span, text, words, fixes);
    }
}
