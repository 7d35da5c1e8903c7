package drydock.render.figure;

import drydock.render.scene.Cell;
import drydock.render.scene.Ink;
import drydock.render.scene.Mark.Dash;
import drydock.render.scene.Mark.Stroke;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// How a Pod in some state looks: its badge, its border, the word at its lower right.
///
/// @param share how much of a countdown is left, 0 to 1
/// @param hollow whether its far cell is only an outline
/// @param opacity 1, or less while it fades away
record PodLook(Badge badge, Stroke border, String word, double share, boolean hollow, double opacity) {

    private static final Stroke DASHED = new Stroke(1.75, Dash.DASHED);

    static PodLook of(PodState state, Words words) {
        return switch (state) {
            case PodState.Unscheduled(var reason) ->
                new PodLook(Badge.WAITING, DASHED, shortReason(reason, words), 0, true, 1);
            case PodState.Initializing init ->
                init.failing() ? plain(Badge.FAILED, init.word(), false) : plain(Badge.WORKING, init.word(), true);
            case PodState.Creating(var word) -> plain(Badge.WORKING, word, true);
            case PodState.Running(var ready, var total, var podReady) ->
                podReady
                        ? plain(Badge.READY, words.get("pod.ready"), false)
                        : plain(Badge.NOT_READY, words.get("pod.notReady", ready, total), true);
            case PodState.Succeeded() -> plain(Badge.SUCCEEDED, words.get("pod.succeeded"), false);
            case PodState.Failed(var word) -> plain(Badge.FAILED, word, false);
            case PodState.CrashLoopBackOff(var backOff) ->
                backOff.map(b -> counting("CrashLoopBackOff", b))
                        .orElseGet(() -> plain(Badge.BACK_OFF, "CrashLoopBackOff", false));
            case PodState.ImagePullBackOff(var word, var backOff) ->
                backOff.map(b -> counting(word, b)).orElseGet(() -> plain(Badge.BACK_OFF, word, false));
            case PodState.Blocked(var word) -> plain(Badge.FAILED, word, false);
            case PodState.Unknown() ->
                new PodLook(Badge.UNKNOWN, new Stroke(1.75, Dash.DOTTED), words.get("pod.lost"), 0, false, 1);
            case PodState.Terminating t ->
                new PodLook(
                        Badge.LEAVING,
                        DASHED,
                        words.get("pod.terminating", Times.countdown(t.left())),
                        0,
                        true,
                        0.5 + 0.5 * t.share());
        };
    }

    Ink ink() {
        return badge.ink();
    }

    /// The same with another word, where there is one.
    PodLook saying(Optional<String> other) {
        return new PodLook(badge, border, other.orElse(word), share, hollow, opacity);
    }

    Cell cell(String name) {
        UnaryOperator<Ink> soft = ink -> Ink.valueOf(ink + "_SOFT");
        return new Cell(hollow ? soft.apply(ink()) : ink(), ink(), border.dash(), name).signed(badge.sign());
    }

    private static PodLook plain(Badge badge, String word, boolean hollow) {
        return new PodLook(badge, new Stroke(1.75, Dash.SOLID), word, 1, hollow, 1);
    }

    /// The ring counts down; in words the chip of the container that waits has it.
    private static PodLook counting(String word, BackOff backOff) {
        return new PodLook(Badge.BACK_OFF, new Stroke(1.75, Dash.SOLID), word, backOff.share(), false, 1);
    }

    /// `0/3 nodes are available: 3 Insufficient cpu. preemption: …` is shown as `3 Insufficient cpu`.
    private static String shortReason(String reason, Words words) {
        if (reason.isEmpty()) {
            return words.get("pod.unscheduled");
        }
        int colon = reason.indexOf(": ");
        String rest = colon < 0 ? reason : reason.substring(colon + 2);
        int end = rest.indexOf(". ");
        String first = end < 0 ? rest : rest.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
