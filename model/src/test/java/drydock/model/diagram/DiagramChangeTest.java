package drydock.model.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DiagramChangeTest {

    private static final ResourceId POD = new ResourceId("", "Pod", "default", "web");
    private static final ResourceId OTHER = new ResourceId("", "Pod", "default", "other");
    private static final Group GROUP = new Group("g", "Front", List.of(POD));
    private static final Note NOTE = new Note("n", "text", new Position(1, 2), 100, 50);

    private static Diagram after(DiagramChange... changes) {
        Diagram diagram = Diagram.EMPTY;
        for (DiagramChange change : changes) {
            diagram = change.applyTo(diagram);
        }
        return diagram;
    }

    @Test
    void aGroupOrNoteWithTheSameIdTakesThePlaceOfTheOneBefore() {
        Group first = new Group("a", "A", List.of());
        Group renamed = new Group("a", "B", List.of(OTHER));

        assertThat(after(
                                new DiagramChange.PutGroup(first),
                                new DiagramChange.PutGroup(GROUP),
                                new DiagramChange.PutGroup(renamed))
                        .groups())
                .containsExactly(renamed, GROUP);
        assertThat(after(new DiagramChange.PutNote(NOTE), new DiagramChange.PutNote(NOTE))
                        .notes())
                .containsExactly(NOTE);
    }

    @Test
    void removingAGroupLeavesWhatWasInIt() {
        Diagram diagram = after(
                new DiagramChange.PutGroup(GROUP),
                new DiagramChange.Lock(new TreeSet<>(List.of(POD)), true),
                new DiagramChange.RemoveGroup("g"),
                new DiagramChange.RemoveNote("not there"));

        assertThat(diagram.groups()).isEmpty();
        assertThat(diagram.locked()).containsExactly(POD);
    }

    @Test
    void lockingAndCollapsingAddAndTakeAway() {
        Diagram both = after(
                new DiagramChange.Lock(new TreeSet<>(List.of(POD, OTHER)), true),
                new DiagramChange.Collapse(new TreeSet<>(List.of(POD)), true),
                new DiagramChange.Lock(new TreeSet<>(List.of(POD)), false));

        assertThat(both.locked()).containsExactly(OTHER);
        assertThat(both.collapsed()).containsExactly(POD);
    }

    @Test
    void whatIsDeletedOrRenamedIsSoInEveryMark() {
        Diagram diagram = after(
                new DiagramChange.PutGroup(GROUP),
                new DiagramChange.Lock(new TreeSet<>(List.of(POD)), true),
                new DiagramChange.Collapse(new TreeSet<>(List.of(POD)), true));

        Diagram renamed = diagram.renamed(POD, OTHER);
        assertThat(renamed.locked()).containsExactly(OTHER);
        assertThat(renamed.collapsed()).containsExactly(OTHER);
        assertThat(renamed.groups().getFirst().members()).containsExactly(OTHER);
        assertThat(renamed.without(OTHER))
                .isEqualTo(after(new DiagramChange.PutGroup(new Group("g", "Front", List.of()))));
    }
}
