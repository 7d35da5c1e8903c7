package drydock.app.inspector;

import drydock.model.form.FormItem;
import java.util.List;
import javafx.scene.Node;

/// What shows one entry of a form, and goes on showing it while its value changes.
sealed interface FormNode permits FurtherNode, InputNode, PairsNode, ValuesNode, ItemsNode, SectionNode {

    Node node();

    /// Shows the entry as it is now.
    void show(FormItem item);

    static FormNode of(FormItem item, FormHost host) {
        return switch (item) {
            case FormItem.Input input -> new InputNode(input, host);
            case FormItem.Pairs pairs -> new PairsNode(pairs, host);
            case FormItem.Values values -> new ValuesNode(values, host);
            case FormItem.Items items -> new ItemsNode(items, host);
            case FormItem.Further further -> new FurtherNode(further, host);
            case FormItem.Section section -> new SectionNode(section, host);
        };
    }

    /// By what a node is known to be for an entry: the entry without its value.
    static Object key(FormItem item) {
        return switch (item) {
            case FormItem.Input input -> List.of(input.field(), input.control());
            case FormItem.Pairs pairs -> List.of("pairs", pairs.field(), pairs.control());
            case FormItem.Values values -> List.of("values", values.field(), values.control());
            case FormItem.Items items -> List.of("items", items.field());
            case FormItem.Further further -> List.of("further", further.field());
            case FormItem.Section section -> List.of("section", section.field());
        };
    }
}
