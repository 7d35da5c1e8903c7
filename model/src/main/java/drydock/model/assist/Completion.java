package drydock.model.assist;

import drydock.model.assist.Proposal.Source;
import drydock.model.assist.TypedNodes.Typed;
import drydock.model.project.Project;
import drydock.model.resource.FieldType;
import drydock.model.resource.SchemaField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What may come next at a place of a text, from the schema and from the project.
///
/// Works on text that cannot be read. Keys that are there already are left out; required ones come first.
public final class Completion {

    private static final List<String> OBJECT = List.of("apiVersion", "kind", "metadata", "spec");

    private final TypedNodes types;
    private final ValueOffers offers;
    private final String text;
    private final RoughStyle style;
    private final List<Proposal> proposals = new ArrayList<>();

    private Completion(Project project, String text, RoughNode document) {
        this.types = new TypedNodes(project.schema());
        this.offers = new ValueOffers(types.schema(), project);
        this.text = text;
        this.style = RoughStyle.of(document, text);
    }

    /// The proposals for the caret at `offset` of `text`, the likeliest first.
    public static List<Proposal> at(Project project, String text, int offset) {
        RoughNode document = RoughReader.around(text, offset);
        Completion completion = new Completion(project, text, document);
        return switch (CaretPlace.at(document, text, offset)) {
            case CaretPlace.OfKey place -> completion.keys(place);
            case CaretPlace.OfValue place -> completion.value(place);
            case CaretPlace.Elsewhere _ -> List.of();
        };
    }

    private List<Proposal> keys(CaretPlace.OfKey place) {
        RoughNode holder = place.holder();
        Optional<Typed> typed = types.of(holder);
        if (typed.isEmpty() && holder.parent().isEmpty()) {
            OBJECT.stream()
                    .filter(name -> isFree(name, place))
                    .forEach(name -> offerKey(place, name, Optional.empty(), "", "", headType(name)));
        }
        typed.ifPresent(t -> keys(place, t, "", 0));
        return sorted(place.prefix());
    }

    private static FieldType headType(String name) {
        return name.equals("metadata") || name.equals("spec")
                ? new FieldType.ObjectOf("")
                : new FieldType.Text("", List.of());
    }

    private void keys(CaretPlace.OfKey place, Typed typed, String dash, int depth) {
        switch (typed.type()) {
            case FieldType.ObjectOf(String definition) ->
                types.schema()
                        .object(definition)
                        .ifPresent(object -> object.fields().stream()
                                .filter(field -> !dash.isEmpty() || isFree(field.name(), place))
                                .filter(field -> place.holder().parent().isPresent()
                                        || !field.name().equals("status"))
                                .forEach(field -> offerKey(
                                        place, field.name(), Optional.of(field), definition, dash, field.type())));
            case FieldType.MapOf(FieldType values) ->
                offers.keys(place.holder(), typed).stream()
                        .filter(key -> isFree(key, place))
                        .forEach(key -> offerKey(place, key, Optional.empty(), "", dash, values));
            case FieldType.ListOf(FieldType items)
            when depth == 0 -> {
                Typed item = new Typed(items, typed.owner(), typed.field());
                boolean flow = place.holder().flow;
                keys(place, item, flow ? "" : "- ", 1);
                String before = flow || depth > 0 ? "" : "- ";
                offerValues(place.holder(), item, place.start(), place.end(), before);
            }
            case FieldType.ListOf _,
                    FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.Fraction _,
                    FieldType.Flag _,
                    FieldType.Amount _,
                    FieldType.IntOrText _,
                    FieldType.Anything _ -> {}
        }
    }

    private static boolean isFree(String name, CaretPlace.OfKey place) {
        return place.holder().children().stream()
                .filter(child -> place.word().filter(word -> word == child).isEmpty())
                .noneMatch(child -> child.name().equals(name) && !child.isItem());
    }

    private void offerKey(
            CaretPlace.OfKey place,
            String name,
            Optional<SchemaField> field,
            String definition,
            String dash,
            FieldType type) {
        boolean flow = place.holder().flow;
        boolean keepsValue = place.word().filter(word -> word.colon).isPresent();
        int column = place.start() - RoughReader.lineStart(text, place.start()) + dash.length();
        String insert = dash + style.key(name, type, column, flow, keepsValue);
        proposals.add(new Proposal(
                name,
                place.start(),
                place.end(),
                insert,
                field.isPresent() || (definition.isEmpty() && OBJECT.contains(name)) ? Source.FIELD : Source.PROJECT,
                field.map(SchemaField::required).orElse(false),
                definition,
                field.map(SchemaField::type)));
    }

    private List<Proposal> value(CaretPlace.OfValue place) {
        RoughNode node = place.node();
        boolean head = node.name().equals("kind") || node.name().equals("apiVersion");
        if (head && node.parent().filter(p -> p.parent().isEmpty()).isPresent()) {
            offers.heads(node).forEach(v -> offerValue(v, place.start(), place.end(), "", Source.ENUMERATION, true));
            return sorted(place.prefix());
        }
        Optional<Typed> typed = types.of(node);
        boolean objectItem =
                node.isItem() && typed.filter(t -> isNested(t.type())).isPresent();
        if (objectItem) {
            keys(
                    new CaretPlace.OfKey(node, Optional.empty(), place.prefix(), place.start(), place.end()),
                    typed.orElseThrow(),
                    "",
                    1);
        } else {
            typed.ifPresent(t -> offerValues(node, t, place.start(), place.end(), before(place)));
        }
        return sorted(place.prefix());
    }

    /// A blank, where the colon or dash stands directly before the value.
    private String before(CaretPlace.OfValue place) {
        char last = place.start() == 0 ? ' ' : text.charAt(place.start() - 1);
        return last == ':' || last == '-' ? " " : "";
    }

    private static boolean isNested(FieldType type) {
        return type instanceof FieldType.ObjectOf || type instanceof FieldType.MapOf;
    }

    private void offerValues(RoughNode node, Typed typed, int start, int end, String before) {
        boolean text = typed.type() instanceof FieldType.Text;
        offers.enumeration(node, typed).forEach(v -> offerValue(v, start, end, before, Source.ENUMERATION, text));
        if (!isNested(typed.type()) && !(typed.type() instanceof FieldType.ListOf)) {
            offers.names(node, typed).forEach(v -> offerValue(v, start, end, before, Source.PROJECT, text));
        }
    }

    private void offerValue(String value, int start, int end, String before, Source source, boolean asText) {
        proposals.add(new Proposal(
                value, start, end, before + style.value(value, asText), source, false, "", Optional.empty()));
    }

    /// What begins with `prefix`, then what holds it; in each the required first.
    private List<Proposal> sorted(String prefix) {
        String wanted = prefix.toLowerCase(Locale.ROOT);
        Comparator<Proposal> order = Comparator.comparing((Proposal p) -> !lower(p).startsWith(wanted))
                .thenComparingInt(p -> p.source() == Source.PROJECT ? 0 : 1)
                .thenComparing(p -> !p.required());
        Set<String> seen = new HashSet<>();
        return proposals.stream()
                .filter(p -> lower(p).contains(wanted) && seen.add(p.label()))
                .sorted(order)
                .toList();
    }

    private static String lower(Proposal proposal) {
        return proposal.label().toLowerCase(Locale.ROOT);
    }
}
