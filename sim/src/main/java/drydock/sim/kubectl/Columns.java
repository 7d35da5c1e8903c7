package drydock.sim.kubectl;

import drydock.sim.kubectl.text.Ages;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The columns of one kind's table, in order.
record Columns<T extends HasMetadata>(Class<T> type, List<Column<T>> all) {

    /// One column.
    ///
    /// @param wide whether it is shown with `-o wide` only
    record Column<T>(String heading, boolean wide, Cell<T> cell) {}

    /// What stands in a column of an object.
    interface Cell<T> {

        String of(T object, Row row);
    }

    /// What is asked for beside the object.
    ///
    /// @param name its name as the command prints it
    /// @param wide whether nothing is to be clipped
    record Row(String name, Instant now, boolean wide) {}

    Columns {
        all = List.copyOf(all);
    }

    /// The table of a kind that has the name in its first column.
    static <T extends HasMetadata> Columns<T> named(Class<T> type) {
        return new Columns<T>(type, List.of()).and("NAME", false, (_, row) -> row.name());
    }

    Columns<T> and(String heading, Function<T, @Nullable Object> cell) {
        return and(heading, false, (object, _) -> text(cell.apply(object)));
    }

    Columns<T> wide(String heading, Function<T, @Nullable Object> cell) {
        return and(heading, true, (object, _) -> text(cell.apply(object)));
    }

    Columns<T> age() {
        return and(
                "AGE", false, (object, row) -> Ages.since(object.getMetadata().getCreationTimestamp(), row.now()));
    }

    Columns<T> and(String heading, boolean wide, Cell<T> cell) {
        List<Column<T>> more = new ArrayList<>(all);
        more.add(new Column<>(heading, wide, cell));
        return new Columns<>(type, more);
    }

    List<String> headings(boolean wide) {
        return shown(wide).map(Column::heading).toList();
    }

    List<String> cells(HasMetadata object, Row row) {
        T typed = type.cast(object);
        return shown(row.wide()).map(column -> column.cell().of(typed, row)).toList();
    }

    private Stream<Column<T>> shown(boolean wide) {
        return all.stream().filter(column -> wide || !column.wide());
    }

    /// `<none>` for what is not there.
    static String none(@Nullable String value) {
        return value == null || value.isEmpty() ? "<none>" : value;
    }

    /// The first of `all`, and how many more there are (`printers.go listWithMoreString`).
    static String firstOf(List<String> all, int most) {
        String first = all.stream().limit(most).collect(Collectors.joining(","));
        return all.size() > most ? first + " + " + (all.size() - most) + " more..." : first;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
