package drydock.app.find;

import drydock.app.icon.KindIcon;
import drydock.model.search.Hit;
import drydock.model.search.Match;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One line of what was found: the kind's icon, the name, where it is, and what of it fits.
final class HitCell extends ListCell<Hit> {

    private static final double ICON_SIZE = 18;

    /// What stands in the line anyway.
    private static final Set<String> SHOWN = Set.of("metadata.name", "metadata.namespace", "kind");

    private final Label name = new Label();
    private final Label where = new Label();
    private final HBox row = new HBox(10);
    private final VBox texts = new VBox(name, where);

    HitCell() {
        name.getStyleClass().add("find-name");
        where.getStyleClass().add("find-where");
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        row.getStyleClass().add("find-hit");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        if (empty || hit == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(hit.object().name());
        where.setText(about(hit));
        row.getChildren().setAll(new KindIcon(hit.object().kind(), ICON_SIZE), texts);
        setGraphic(row);
        setAccessibleText(hit.object().kind() + " " + hit.object().name() + ", " + about(hit));
    }

    /// Kind and namespace, or what fits where that is something else.
    static String about(Hit hit) {
        String matched = hit.matches().stream()
                .filter(match -> !SHOWN.contains(match.path()))
                .map(HitCell::text)
                .distinct()
                .collect(Collectors.joining("  "));
        String kind = hit.object().kind()
                + (hit.object().namespace().isEmpty()
                        ? ""
                        : " · " + hit.object().namespace());
        return matched.isEmpty() ? kind : kind + " · " + matched;
    }

    private static String text(Match match) {
        String value = match.value().replaceAll("\\s+", " ").strip();
        String path =
                match.path().replaceFirst("^(.*[.])?metadata[.]labels[.]?", "").replaceFirst("^(.*[.])?spec[.]", "");
        boolean label = match.path().contains("metadata.labels");
        return value.isEmpty()
                ? match.path()
                : label ? path.replaceAll("[\\[\\]]", "") + "=" + value : path + ": " + value;
    }
}
