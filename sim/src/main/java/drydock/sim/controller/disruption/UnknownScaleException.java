package drydock.sim.controller.disruption;

/// Why nobody knows how many Pods there should be, in the controller's words.
final class UnknownScaleException extends Exception {

    private static final long serialVersionUID = 1;

    UnknownScaleException(String message) {
        super(message);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
