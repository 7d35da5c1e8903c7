package drydock.render.traffic;

/// A request, as it is shown.
///
/// @param number counts all requests of a cluster
/// @param client who sent it
/// @param target what for, as `http://web:8080/`
/// @param began when, in seconds since the cluster began
/// @param took how long until it ended, in seconds; infinite while it has not
/// @param outcome what came of it; of no matter while it has not ended
/// @param said what came of it in words, as `200`
public record Request(
        long number, String client, String target, Way way, double began, double took, Outcome outcome, String said) {

    /// Whether it has ended at a moment.
    public boolean isOver(double moment) {
        return began + took <= moment;
    }
}
