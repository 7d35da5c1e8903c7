package drydock.app.shell;

import static drydock.app.shell.Menus.items;
import static drydock.app.shell.Menus.menu;
import static drydock.app.shell.Menus.possible;
import static drydock.app.shell.Menus.separated;

import drydock.app.action.Action;
import drydock.model.resource.ResourceId;
import drydock.render.scene.FigureId;
import drydock.render.traffic.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;

/// What is offered on a figure, or on the background, of the canvas and of the outline.
final class FigureMenus {

    private final ActionGroups on;

    FigureMenus(ActionGroups on) {
        this.on = on;
    }

    /// What can be done with a figure, which is selected, or with the background; what cannot be done now is left out.
    List<MenuItem> of(Optional<FigureId> figure) {
        return separated(
                switch (figure.orElse(null)) {
                    case FigureId.Of(ResourceId object) -> onObject(object);
                    case FigureId.Part(ResourceId object, String _) -> onObject(object);
                    case FigureId.Edge line ->
                        List.of(
                                possible(on.lines().actions()),
                                on.connect().isRemovable(line) ? items(on.edit().delete()) : List.of());
                    case FigureId.Note _ ->
                        List.of(items(on.diagram().write()), items(on.edit().delete()));
                    case FigureId.Group _ ->
                        List.of(items(on.diagram().write()), items(on.diagram().ungroup()));
                    case FigureId.Named _ -> onBackground();
                    case null -> onBackground();
                });
    }

    private List<List<MenuItem>> onObject(ResourceId object) {
        if (Outside.isOutside(object)) {
            return List.of(items(on.traffic().actionsFor(object)));
        }
        List<MenuItem> lineUp = possible(on.arrange().actions());
        return List.of(
                onCluster(object),
                on.problems().menuOf(object).stream().toList(),
                possible(List.of(on.drift().applySelected(), on.drift().takeSelected())),
                items(on.pods().actionsFor(object)),
                possible(List.of(on.why().why(), on.decision().decision())),
                trafficMenu(object),
                faultMenu(object),
                possible(List.of(on.connect().connect(), on.rename().rename())),
                possible(on.parts().actions()),
                possible(on.clipboard().actions()),
                possible(List.of(on.placing().move(), on.edit().delete())),
                lineUp.isEmpty() ? List.of() : List.of(menu("lineUp", lineUp)),
                possible(List.of(on.diagram().group(), on.diagram().ungroup())),
                possible(on.diagram().marking()));
    }

    /// What can be done to it in the cluster, and a last line that says what keeps all of it from being done.
    private List<MenuItem> onCluster(ResourceId object) {
        List<MenuItem> items = new ArrayList<>(items(on.acts().actionsFor(object)));
        if (!items.isEmpty()) {
            on.acts().lock().ifPresent(why -> {
                MenuItem reason = new MenuItem(why);
                reason.setId("menu-locked");
                reason.setDisable(true);
                items.add(reason);
            });
        }
        return items;
    }

    /// What can be made to go wrong with one object of a simulation.
    List<Action> faultsOf(ResourceId object) {
        return on.faults().actionsFor(object);
    }

    private List<MenuItem> trafficMenu(ResourceId object) {
        List<MenuItem> items = items(on.traffic().actionsFor(object));
        return items.isEmpty() ? List.of() : List.of(menu("traffic", items));
    }

    private List<MenuItem> faultMenu(ResourceId object) {
        List<MenuItem> items = items(faultsOf(object));
        return items.isEmpty() ? List.of() : List.of(menu("faults", items));
    }

    private List<List<MenuItem>> onBackground() {
        return List.of(
                items(on.clipboard().paste(), on.edit().selectAll()),
                items(on.diagram().note()),
                possible(List.of(
                        on.view().fit(), on.view().actualSize(), on.diagram().showKinds())));
    }
}
