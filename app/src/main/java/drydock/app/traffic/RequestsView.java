package drydock.app.traffic;

import drydock.app.canvas.CanvasView;
import drydock.app.session.ClusterSession;
import drydock.app.session.Trafficked;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.render.traffic.Outcome;
import drydock.render.traffic.Request;
import drydock.render.traffic.Traffic;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The last requests of the moment that is seen, the newest first: when, who, what for, by which way, what came of it,
/// how long it took. One that is selected is lit up on the canvas, with all that it came by.
public final class RequestsView extends VBox {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass FAULTED = PseudoClass.getPseudoClass("faulted");

    private final Messages messages = Messages.of(RequestsView.class);
    private final CanvasView canvas;
    private final TableView<Request> table = new TableView<>();
    private final RequestColumns columns = new RequestColumns();
    private final CheckBox onlyFailed = new CheckBox(messages.get("requests.onlyFailed"));
    private Subscription following = Subscription.EMPTY;
    private List<Request> recent = List.of();

    public RequestsView(Workspace workspace, CanvasView canvas) {
        this.canvas = canvas;
        getStyleClass().add("requests");
        table.setId("requests");
        table.getStyleClass().add("dense");
        table.setAccessibleText(messages.get("requests.title"));
        Label nothing = new Label(messages.get("requests.none"));
        nothing.getStyleClass().add("text-muted");
        nothing.setWrapText(true);
        table.setPlaceholder(nothing);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        columns.add(column("requests.at", 90, RequestWords::began), 5.5, 3);
        columns.add(column("requests.client", 100, Request::client), 6, 2);
        columns.add(column("requests.target", 220, Request::target), 9, 4);
        // the canvas shows the way of a request that is selected
        columns.add(column("requests.way", 320, RequestWords::way), 18, 0);
        columns.add(
                column("requests.result", 280, request -> RequestWords.sign(request) + " " + request.said()), 10, 5);
        columns.add(column("requests.took", 80, RequestWords::took), 5, 1);
        HBox bar = new HBox(onlyFailed);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("requests-bar");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().setAll(bar, table);
        onlyFailed.setId("requests-failed");
        onlyFailed.selectedProperty().subscribe(_ -> update());
        table.getSelectionModel().selectedItemProperty().subscribe(this::light);
        workspace.sessionProperty().subscribe(this::follow);
        table.widthProperty().subscribe(() -> {
            columns.fit(table, onlyFailed.getFont().getSize());
            update();
        });
    }

    private void follow(Optional<ClusterSession> session) {
        following.unsubscribe();
        following = Trafficked.follow(session, this::show);
    }

    @SuppressWarnings("ReferenceEquality") // what was not counted anew stays the very same list
    private void show(Traffic traffic) {
        if (traffic.recent() != recent) {
            recent = traffic.recent();
            update();
        }
    }

    /// A list that nobody sees is not filled.
    private void update() {
        if (!isSeen()) {
            return;
        }
        List<Request> shown = recent.stream()
                .filter(request -> !onlyFailed.isSelected() || isFailed(request))
                .toList();
        if (!shown.equals(table.getItems())) {
            Request selected = table.getSelectionModel().getSelectedItem();
            table.getItems().setAll(shown);
            shown.stream()
                    .filter(request -> selected != null && request.number() == selected.number())
                    .findFirst()
                    .ifPresent(table.getSelectionModel()::select);
        }
    }

    /// Whether it is in the tab that is in front.
    private boolean isSeen() {
        boolean seen = table.getWidth() > 0;
        for (Node node = this; node != null && seen; node = node.getParent()) {
            seen = node.isVisible();
        }
        return seen;
    }

    private static boolean isFailed(Request request) {
        return !Double.isInfinite(request.took()) && request.outcome().isFailure();
    }

    private void light(@Nullable Request request) {
        canvas.emphasis().find(request == null ? List.of() : request.way().stops());
    }

    private TableColumn<Request, Request> column(String title, double width, Function<Request, String> text) {
        TableColumn<Request, Request> column = new TableColumn<>(messages.get(title));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()).getReadOnlyProperty());
        column.setCellFactory(_ -> new Cell(text));
        table.getColumns().add(column);
        return column;
    }

    /// One field of a request.
    private static final class Cell extends TableCell<Request, Request> {

        private final Function<Request, String> text;

        Cell(Function<Request, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable Request request, boolean empty) {
            super.updateItem(request, empty);
            setText(request == null || empty ? null : text.apply(Objects.requireNonNull(request)));
            setTooltip(request == null || empty ? null : new Tooltip(getText()));
            pseudoClassStateChanged(FAILED, request != null && !empty && isFailed(request));
            pseudoClassStateChanged(FAULTED, request != null && !empty && request.outcome() == Outcome.CLIENT_ERROR);
        }
    }
}
