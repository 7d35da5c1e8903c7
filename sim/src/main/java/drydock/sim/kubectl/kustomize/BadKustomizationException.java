package drydock.sim.kubectl.kustomize;

/// A kustomization that cannot be built; the message says why, as kustomize does where it has words for it.
public final class BadKustomizationException extends Exception {

    private static final long serialVersionUID = 1;

    BadKustomizationException(String message) {
        super(message);
    }
}
