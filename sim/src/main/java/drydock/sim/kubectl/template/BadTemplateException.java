package drydock.sim.kubectl.template;

/// A template or a path that cannot be read, or not be filled in; the message is in the words of Go's packages.
public final class BadTemplateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadTemplateException(String message) {
        super(message);
    }

    /// What is wrong.
    public String words() {
        return String.valueOf(getMessage());
    }
}
