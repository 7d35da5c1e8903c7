package drydock.app;

/// Where the program starts.
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        System.exit(args.length);
    }
}
