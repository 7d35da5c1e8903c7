package drydock.sim.controller.autoscaling;

/// Why a metric says nothing, in the autoscaler's words.
final class MetricException extends Exception {

    private static final long serialVersionUID = 1;

    MetricException(String message) {
        super(message);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
