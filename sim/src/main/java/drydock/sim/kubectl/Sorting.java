package drydock.sim.kubectl;

import drydock.model.resource.Quantities;
import drydock.sim.kubectl.template.BadTemplateException;
import drydock.sim.kubectl.template.JsonPath;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Objects in the order of one of their fields, those without it first (`kubectl/pkg/cmd/get/sorter.go`).
final class Sorting {

    private Sorting() {}

    /// @param path where the field is, with or without braces
    /// @throws CommandFailure if no object has it
    static List<HasMetadata> sorted(List<HasMetadata> objects, String path) {
        JsonPath field = path(path);
        record Keyed(HasMetadata object, Optional<Object> key) {}
        List<Keyed> keyed = new ArrayList<>();
        for (HasMetadata object : objects) {
            keyed.add(new Keyed(object, values(field, object).stream().findFirst()));
        }
        if (!keyed.isEmpty() && keyed.stream().allMatch(one -> one.key().isEmpty())) {
            String shown = path.startsWith("{") ? path : "{" + (path.startsWith(".") ? path : "." + path) + "}";
            throw new CommandFailure(
                    "error: couldn't find any field with path \"" + shown + "\" in the list of objects");
        }
        keyed.sort(Comparator.comparing(
                Keyed::key,
                (one, other) -> one.isEmpty() || other.isEmpty()
                        ? Boolean.compare(one.isPresent(), other.isPresent())
                        : compare(one.get(), other.get())));
        return keyed.stream().map(Keyed::object).toList();
    }

    private static JsonPath path(String text) {
        try {
            return JsonPath.parse(text);
        } catch (BadTemplateException wrong) {
            throw new CommandFailure("error: " + wrong.words());
        }
    }

    private static List<Object> values(JsonPath field, HasMetadata object) {
        try {
            return field.in(Output.tree(object));
        } catch (BadTemplateException notThere) {
            return List.of();
        }
    }

    private static int compare(Object one, Object other) {
        Optional<BigDecimal> number = number(one);
        Optional<BigDecimal> otherNumber = number(other);
        return number.isPresent() && otherNumber.isPresent()
                ? number.get().compareTo(otherNumber.get())
                : JsonPath.text(one).compareTo(JsonPath.text(other));
    }

    /// Numbers, and quantities as `500m`.
    private static Optional<BigDecimal> number(Object value) {
        String text = JsonPath.text(value);
        return text.matches("[\\d.].*") && Quantities.problem(text).isEmpty()
                ? Optional.of(Quantities.exact(new Quantity(text)))
                : Optional.empty();
    }
}
