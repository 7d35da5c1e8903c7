package drydock.model.form;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.FieldType;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds fields of an object's kind by a part of their names or of their explanations, written or not.
public final class FieldSearch {

    private static final int DEEPEST = 14;

    /// So many places are looked at, of an object with a great many containers.
    private static final int MOST_PLACES = 20_000;

    private static final Set<String> NOT_FOR_FORMS = Set.of("apiVersion", "kind", "status");

    private record Found(FormField field, int rank) {}

    private record Place(FormField field, List<String> definitions) {}

    private FieldSearch() {}

    /// The fields that `query` means, those whose names fit best first, then those near the object's head.
    ///
    /// @param schema what is known of the fields
    /// @param object what is written of the object
    /// @param most so many at most
    public static List<FormField> find(Schema schema, Map<?, ?> object, String query, Locale locale, int most) {
        String wanted = query.strip().toLowerCase(locale);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        Deque<Place> places = new ArrayDeque<>(List.of(new Place(FormBuilder.rootOf(schema, object, true), List.of())));
        for (int looked = 0; !places.isEmpty() && looked < MOST_PLACES; looked++) {
            Place place = places.remove();
            int rank = rank(schema, place.field(), wanted, locale);
            if (rank >= 0) {
                found.add(new Found(place.field(), rank));
            }
            below(schema, place, object, places);
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::rank))
                .limit(most)
                .map(Found::field)
                .toList();
    }

    /// How well a field fits, 0 best; -1 if it does not.
    private static int rank(Schema schema, FormField field, String wanted, Locale locale) {
        String name = field.name().toLowerCase(locale);
        if (field.path().isRoot() || field.path().last() instanceof FieldPath.Index) {
            return -1;
        }
        if (name.startsWith(wanted)) {
            return name.length() == wanted.length() ? 0 : 1;
        }
        if (name.contains(wanted)) {
            return 2;
        }
        boolean explained = field.explanation(schema, locale)
                .filter(text -> text.toLowerCase(locale).contains(wanted))
                .isPresent();
        return explained ? 3 : -1;
    }

    private static void below(Schema schema, Place place, Map<?, ?> object, Deque<Place> places) {
        FormField field = place.field();
        if (field.path().steps().size() >= DEEPEST) {
            return;
        }
        if (field.type() instanceof FieldType.ListOf(FieldType.ObjectOf items)) {
            int size = Steps.find(object, field.path()).orElse("") instanceof List<?> list ? list.size() : 0;
            for (int i = 0; i < Math.max(1, size); i++) {
                places.add(new Place(field.at(field.path().index(i), items), place.definitions()));
            }
        }
        if (field.type() instanceof FieldType.ObjectOf(String definition)
                && !place.definitions().contains(definition)) {
            List<String> definitions = new ArrayList<>(place.definitions());
            definitions.add(definition);
            schema.object(definition)
                    .ifPresent(shape -> shape.fields().stream()
                            .filter(f -> !field.path().isRoot() || !NOT_FOR_FORMS.contains(f.name()))
                            .forEach(f -> places.add(new Place(in(field, definition, f), definitions))));
        }
    }

    private static FormField in(FormField field, String definition, SchemaField inner) {
        return new FormField(
                definition,
                inner.name(),
                inner.type(),
                inner.required(),
                field.path().key(inner.name()));
    }
}
