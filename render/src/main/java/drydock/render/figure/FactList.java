package drydock.render.figure;

import drydock.model.resource.QuantityUnits;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The facts of one card while they are gathered; what is not written down makes none.
final class FactList {

    private final Words words;
    private final QuantityUnits units;
    private final List<Fact> facts = new ArrayList<>();
    private Optional<Badge> badge = Optional.empty();

    FactList(Words words, QuantityUnits units) {
        this.words = words;
        this.units = units;
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    /// The state of what is in a cluster; empty for what is only written down, or has none.
    Optional<Badge> badge() {
        return badge;
    }

    FactList state(Badge sign) {
        badge = Optional.of(sign);
        return this;
    }

    /// A value under the name that the messages have for `key`.
    FactList pair(String key, @Nullable Object value) {
        return own(words.get(key), value);
    }

    /// A value under a name that is the object's own.
    FactList own(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            facts.add(new Fact.Pair(inOneLine(name), inOneLine(value.toString())));
        }
        return this;
    }

    FactList line(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            facts.add(new Fact.Line(inOneLine(text)));
        }
        return this;
    }

    /// What the messages have for `key`.
    FactList note(String key) {
        facts.add(new Fact.Note(words.get(key)));
        return this;
    }

    FactList tags(Collection<String> names) {
        if (!names.isEmpty()) {
            facts.add(new Fact.Tags(names.stream().map(FactList::inOneLine).toList()));
        }
        return this;
    }

    String word(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    /// An amount in the units that the user wants; null for none.
    @Nullable
    String amount(String resource, @Nullable Quantity quantity) {
        return quantity == null ? null : units.text(resource, quantity.toString());
    }

    private static String inOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /// The values that are there, in one line.
    static String joined(@Nullable Object... values) {
        return Stream.of(values)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
    }

    static <T> Collection<T> each(@Nullable Collection<T> items) {
        return items == null ? List.of() : items;
    }
}
