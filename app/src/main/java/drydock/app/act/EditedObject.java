package drydock.app.act;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextProblem;
import drydock.model.manifest.TextSpan;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a user made of an object's text.
///
/// @param base what the text was at first
/// @param text what it is now
record EditedObject(ObjectText base, String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Something wrong at a place of the text.
    record Wrong(TextSpan span, String words) {}

    /// The text cannot be sent.
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1;

        private final transient List<Wrong> wrongs;

        UnreadableException(List<Wrong> wrongs) {
            super("the text cannot be read");
            this.wrongs = wrongs;
        }

        List<Wrong> wrongs() {
            return wrongs;
        }
    }

    private ManifestFile file() {
        return ManifestFile.parse("object.yaml", text);
    }

    /// The object to send: all that is written, whatever it is, and what was kept beside the text.
    ///
    /// @param another says that the text is about another object
    /// @throws UnreadableException if it is no YAML, or of another object
    GenericKubernetesResource object(ResourceId id, String another) throws UnreadableException {
        ManifestFile file = file();
        List<ManifestDocument> documents = file.documents();
        Optional<Object> root = documents.size() == 1 ? documents.getFirst().value(FieldPath.ROOT) : Optional.empty();
        if (!(root.orElse(null) instanceof Map<?, ?> written)) {
            throw new UnreadableException(syntax(file, another));
        }
        GenericKubernetesResource object = new GenericKubernetesResource();
        Map<String, @Nullable Object> tree = ObjectText.copy(written);
        object.setApiVersion(Objects.toString(tree.remove("apiVersion"), ""));
        object.setKind(Objects.toString(tree.remove("kind"), ""));
        object.setMetadata(metadata(tree.remove("metadata"), documents.getFirst()));
        base.kept().forEach(tree::putIfAbsent);
        object.setAdditionalProperties(new LinkedHashMap<>(tree));
        if (!isOf(id, object)) {
            throw new UnreadableException(List.of(new Wrong(span(FieldPath.of("metadata", "name")), another)));
        }
        return object;
    }

    private static boolean isOf(ResourceId id, GenericKubernetesResource object) {
        String apiVersion = object.getApiVersion();
        String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
        ObjectMeta metadata = object.getMetadata();
        return object.getKind().equals(id.kind())
                && group.equals(id.group())
                && id.name().equals(metadata.getName())
                && Objects.requireNonNullElse(metadata.getNamespace(), "").equals(id.namespace());
    }

    private ObjectMeta metadata(@Nullable Object written, ManifestDocument document) throws UnreadableException {
        Map<String, @Nullable Object> metadata =
                written instanceof Map<?, ?> map ? ObjectText.copy(map) : ObjectText.copy(Map.of());
        metadata.putAll(base.keptMetadata());
        try {
            return JSON.convertValue(metadata, ObjectMeta.class);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            String why =
                    String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
            throw new UnreadableException(List.of(new Wrong(document.keySpanOf(FieldPath.of("metadata")), why)));
        }
    }

    private static List<Wrong> syntax(ManifestFile file, String another) {
        List<Wrong> wrongs = new ArrayList<>();
        for (TextProblem problem : file.problems()) {
            Locale locale = Locale.getDefault();
            String words = problem.message(locale) + " " + problem.text().advice(locale);
            wrongs.add(new Wrong(problem.span(), words));
        }
        return wrongs.isEmpty() ? List.of(new Wrong(new TextSpan(0, 0, 1, 1), another)) : wrongs;
    }

    /// Where the text has a field, or would have it.
    TextSpan span(FieldPath field) {
        return file().documents().stream()
                .findFirst()
                .map(document -> place(document, field))
                .orElseGet(() -> new TextSpan(0, 0, 1, 1));
    }

    /// The key of the field, or of the nearest one around it.
    private static TextSpan place(ManifestDocument document, FieldPath field) {
        FieldPath there = field;
        while (!there.isRoot() && document.node(there).isEmpty()) {
            there = there.parent();
        }
        return document.keySpanOf(there);
    }

    /// What was written and is not in what the server made of it: it knows no such field, or decides by itself.
    List<FieldPath> dropped(ObjectText answer) {
        Optional<Object> written = value(text);
        Optional<Object> made = value(answer.yaml());
        List<FieldPath> dropped = new ArrayList<>();
        written.ifPresent(tree -> missing(tree, made.orElse(Map.of()), FieldPath.ROOT, dropped));
        return dropped;
    }

    private static Optional<Object> value(String yaml) {
        return ManifestFile.parse("object.yaml", yaml).documents().stream()
                .findFirst()
                .flatMap(document -> document.value(FieldPath.ROOT));
    }

    private static void missing(Object written, Object made, FieldPath at, List<FieldPath> dropped) {
        if (written instanceof Map<?, ?> map && made instanceof Map<?, ?> there) {
            map.forEach((key, value) -> {
                FieldPath path = at.key(String.valueOf(key));
                Object other = there.get(key);
                if (value != null && other == null && !isEmpty(value)) {
                    dropped.add(path);
                } else if (value != null && other != null) {
                    missing(value, other, path, dropped);
                }
            });
        } else if (written instanceof List<?> list && made instanceof List<?> there && list.size() == there.size()) {
            for (int i = 0; i < list.size(); i++) {
                missing(list.get(i), there.get(i), at.index(i), dropped);
            }
        }
    }

    private static boolean isEmpty(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.isEmpty();
            case List<?> list -> list.isEmpty();
            default -> value.equals("");
        };
    }
}
