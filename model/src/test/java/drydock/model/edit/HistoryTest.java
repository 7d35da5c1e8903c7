package drydock.model.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import drydock.model.diagram.DiagramFile;
import drydock.model.diagram.Position;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextEdit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final long SECOND = 1_000_000_000L;
    private static final ResourceId A = new ResourceId("", "ConfigMap", "default", "a");

    private final History fresh = History.of(Project.of(
            List.of(ManifestFile.parse("a.yaml", "# x\n"), ManifestFile.parse("b.yaml", "# y\n")), DiagramFile.ABSENT));

    @Test
    void undoGoesBackAndRedoForwardAgain() {
        History two = move(move(fresh, 1), 2);

        assertThat(at(two.undo())).hasValue(new Position(1, 1));
        assertThat(at(two.undo().undo())).isEmpty();
        assertThat(two.undo().undo().undo().project())
                .isSameAs(two.undo().undo().project());
        assertThat(at(two.undo().undo().redo().redo())).hasValue(new Position(2, 2));
        assertThat(two.redo()).isSameAs(two);
    }

    @Test
    void aNewStepForgetsWhatWasUndone() {
        History other = move(move(fresh, 1).undo(), 3);

        assertThat(other.redoLabel()).isEmpty();
        assertThat(at(other)).hasValue(new Position(3, 3));
    }

    @Test
    void aRefusedEditIsNoStep() {
        Outcome<History> outcome = fresh.apply(new Edit.RemoveFile("gone.yaml"), 0);

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(fresh.undoLabel()).isEmpty();
    }

    @Test
    void menusAreToldWhatWouldBeUndoneAndRedone() {
        History moved = move(fresh, 1);

        assertThat(moved.undoLabel()).hasValue("edit.moveFigures");
        assertThat(moved.undo().undoLabel()).isEmpty();
        assertThat(moved.undo().redoLabel()).hasValue("edit.moveFigures");
    }

    @Test
    void aProjectIsDirtyUnlessItStandsAtTheSaveMark() {
        History moved = move(fresh, 1);
        History saved = moved.saved(moved.position());

        assertThat(fresh.isDirty()).isFalse();
        assertThat(moved.isDirty()).isTrue();
        assertThat(moved.undo().isDirty()).isFalse();
        assertThat(saved.isDirty()).isFalse();
        assertThat(saved.undo().isDirty()).isTrue();
        assertThat(saved.undo().redo().isDirty()).isFalse();
        assertThat(move(saved.undo(), 2).isDirty()).isTrue();
    }

    @Test
    void whatIsDoneWhileASaveRunsStaysDirty() {
        History atSave = type(fresh, "a.yaml", 0, 0, "1", 0);
        History typedOn = type(atSave, "a.yaml", 1, 1, "2", 1);

        assertThat(typedOn.saved(atSave.position()).isDirty()).isTrue();
        assertThat(move(atSave, 1).saved(atSave.position()).undo().isDirty()).isFalse();
    }

    @Test
    void aDragIsOneStep() {
        History dragged = move(move(move(fresh.mark("edit.moveFigures"), 1), 2), 3);

        History done = dragged.commit();

        assertThat(dragged.isDirty()).isTrue();
        assertThat(at(done)).hasValue(new Position(3, 3));
        assertThat(at(done.undo())).isEmpty();
        assertThat(done.undo().undoLabel()).isEmpty();
    }

    @Test
    void aDragThatIsRolledBackNeverWas() {
        History before = move(fresh, 9).undo();

        History after = move(move(before.mark("edit.moveFigures"), 1), 2).rollBack();

        assertThat(at(after)).isEmpty();
        assertThat(after.isMarkOpen()).isFalse();
        assertThat(after.redoLabel()).isPresent();
        assertThat(after.isDirty()).isFalse();
    }

    @Test
    void aDragThatEndsWhereItBeganIsNoStep() {
        History placed = move(fresh, 1);

        History after = move(move(placed.mark("edit.moveFigures"), 5), 1).commit();

        assertThat(after.position()).isEqualTo(placed.position());
    }

    @Test
    void undoWithinADragRollsItBack() {
        History dragged = move(move(fresh, 1).mark("edit.moveFigures"), 2);

        assertThat(at(dragged.undo())).hasValue(new Position(1, 1));
        assertThat(dragged.redo()).isSameAs(dragged);
    }

    @Test
    void marksDoNotNestAndDoNotCloseTwice() {
        assertThatIllegalStateException().isThrownBy(() -> fresh.mark("a").mark("b"));
        assertThatIllegalStateException().isThrownBy(fresh::commit);
        assertThatIllegalStateException().isThrownBy(fresh::rollBack);
    }

    @Test
    void keysThatFollowEachOtherAreOneStep() {
        History typed = type(
                type(type(fresh, "a.yaml", 0, 0, "a", 0), "a.yaml", 1, 1, "b", SECOND),
                "a.yaml",
                2,
                2,
                "c",
                2 * SECOND);

        assertThat(text(typed)).isEqualTo("abc# x\n");
        assertThat(text(typed.undo())).isEqualTo("# x\n");
        assertThat(text(typed.undo().redo())).isEqualTo("abc# x\n");
    }

    @Test
    void typingOverASelectionIsOneStep() {
        History typed = type(type(fresh, "a.yaml", 0, 3, "u", 0), "a.yaml", 1, 1, "v", 1);
        History overTyped = type(typed, "a.yaml", 1, 2, "w", 2);

        assertThat(text(typed.undo())).isEqualTo("# x\n");
        assertThat(text(overTyped.undo())).isEqualTo(text(typed));
    }

    @Test
    void deletingBackwardsOrForwardsIsOneStep() {
        History back = type(type(fresh, "a.yaml", 2, 3, "", 0), "a.yaml", 1, 2, "", 1);
        History forward = type(type(fresh, "a.yaml", 0, 1, "", 0), "a.yaml", 0, 1, "", 1);

        assertThat(text(back.undo())).isEqualTo("# x\n");
        assertThat(text(forward.undo())).isEqualTo("# x\n");
    }

    @Test
    void aPauseAJumpAnotherFileOrASaveBeginsANewStep() {
        History one = type(fresh, "a.yaml", 0, 0, "a", 0);

        assertThat(text(type(one, "a.yaml", 1, 1, "b", SECOND + 1).undo())).isEqualTo("a# x\n");
        assertThat(text(type(one, "a.yaml", 4, 4, "b", 1).undo())).isEqualTo("a# x\n");
        assertThat(text(type(one, "b.yaml", 1, 1, "b", 1).undo())).isEqualTo("a# x\n");
        assertThat(text(type(one, "a.yaml", 0, 1, "", 1).undo())).isEqualTo("a# x\n");
        assertThat(text(type(one.saved(one.position()), "a.yaml", 1, 1, "b", 1).undo()))
                .isEqualTo("a# x\n");
        assertThat(text(type(move(one, 1), "a.yaml", 1, 1, "b", 1).undo())).isEqualTo("a# x\n");
        assertThat(text(type(type(one, "a.yaml", 1, 1, "z", 5).undo(), "a.yaml", 0, 0, "b", 6)
                        .undo()))
                .isEqualTo("# x\n");
    }

    @Test
    void theOldestStepsAreForgottenAtTheLimit() {
        History many = fresh;
        for (int i = 1; i <= History.LIMIT + 5; i++) {
            many = move(many, i);
        }
        History back = many;
        while (back.undoLabel().isPresent()) {
            back = back.undo();
        }

        assertThat(at(back)).hasValue(new Position(5, 5));
        assertThat(back.isDirty()).isTrue();
    }

    @Test
    void hugeTextsAreForgottenSooner() {
        String huge = "#".repeat(22 << 20);
        History history = fresh.apply(new Edit.PutFile(ManifestFile.parse("a.yaml", huge)), 0)
                .toOptional()
                .orElseThrow();
        for (int i = 0; i < 4; i++) {
            history = type(history, "a.yaml", 9 * i, 9 * i, "!", 0);
        }
        int steps = 0;
        for (History back = history; back.undoLabel().isPresent(); back = back.undo()) {
            steps++;
        }

        assertThat(steps).isEqualTo(2);
    }

    private static History move(History history, double to) {
        return history.apply(new Edit.MoveFigures(Map.of(A, new Position(to, to))), 0)
                .toOptional()
                .orElseThrow();
    }

    private static History type(History history, String path, int start, int end, String text, long nanos) {
        return history.apply(new Edit.ChangeText(path, new TextEdit(start, end, text)), nanos)
                .toOptional()
                .orElseThrow();
    }

    private static Optional<Position> at(History history) {
        return history.project().diagram().position(A);
    }

    private static String text(History history) {
        return history.project().file("a.yaml").orElseThrow().text();
    }
}
